import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { hasJava } from './find-verapdf.ts'
import { NoAnswerError } from './no-answer.ts'
import { VERAPDF, VERAPDF_FOLDER } from './verapdf-release.ts'

const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1'
const PATIENCE_MS = 300_000

/** Fetches the jar from Maven Central, once, and holds it against its checksum. Throws a NoAnswerError. */
export async function installVerapdf(cache: string): Promise<{ path: string; fetched: boolean }> {
  const folder = join(cache, VERAPDF_FOLDER)
  const path = join(folder, VERAPDF.file)
  if (!(await hasJava())) throw new NoAnswerError({ problem: 'has-no-java' })
  if (await isTheOne(path)) return { path, fetched: false }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await rm(path, { force: true })
  await fetchWithMaven(folder)
  if (await isTheOne(path)) return { path, fetched: true }
  await rm(path, { force: true })
  throw new NoAnswerError({ problem: 'was-changed-on-the-way', artifact: VERAPDF.artifact })
}

const isTheOne = (path: string): Promise<boolean> =>
  readFile(path).then(
    (bytes) => createHash('sha256').update(bytes).digest('hex') === VERAPDF.sha256,
    () => false,
  )

async function fetchWithMaven(folder: string): Promise<void> {
  const words = [
    '-q',
    '-B',
    `${PLUGIN}:copy`,
    `-Dartifact=${VERAPDF.artifact}`,
    `-DoutputDirectory=${folder}`,
  ]
  try {
    await promisify(execFile)('mvn', [...words, '-Dmaven.wagon.http.retryHandler.count=3'], {
      timeout: PATIENCE_MS,
    })
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: string | number; stdout?: string; stderr?: string }
    if (code === 'ENOENT') throw new NoAnswerError({ problem: 'has-no-maven' })
    const line = `${stdout ?? ''}\n${stderr ?? ''}`.split('\n').find((one) => one.includes('ERROR')) ?? ''
    const said = line.trim()
    throw new NoAnswerError({ problem: 'was-not-fetched', artifact: VERAPDF.artifact, said })
  }
}
