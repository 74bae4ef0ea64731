// The website, with the case studies of the paper and with a thousand of them: time, and memory of the process itself.
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocument, stringify } from 'yaml'
import { PACKAGE, type Surroundings } from './builds.ts'
import { measureProcess } from './measure-process.ts'
import type { Outline } from './original-files.ts'
import { forget } from './workplace.ts'

export interface WebsiteRound {
  readonly studies: number
  /** The whole command, nothing remembered. */
  readonly seconds: number
  /** Of that, making the website, search index with it. */
  readonly siteSeconds: number
  /** Of the command and the indexer. */
  readonly processorSeconds: number
  readonly ownPeakMb: number
  readonly files: number
  readonly megabytes: number
}

/** Case studies each; the first is that of the paper as it is. */
const SIZES = [20, 200, 1000]

export async function runWebsites(
  around: Surroundings,
  tell: (line: string) => void,
): Promise<WebsiteRound[]> {
  const rounds: WebsiteRound[] = []
  for (const studies of SIZES) {
    tell(`A website of ${studies} case studies …`)
    const root = join(around.workplace.folder, `studies-${studies}`)
    await makeStudies(PACKAGE, root, studies)
    await forget(around.workplace)
    rounds.push(await buildWebsite(root, studies, around))
  }
  return rounds
}

/** The paper with its case studies repeated under new numbers, names and titles. Same wish, same bytes. */
async function makeStudies(from: string, to: string, wished: number): Promise<void> {
  const outline = parseDocument(await readFile(join(from, 'publication.yaml'), 'utf8')).toJS() as Outline
  const originals = (await readdir(join(from, 'case-studies'))).filter((name) => name.endsWith('.md')).sort()
  await mkdir(join(to, 'case-studies'), { recursive: true })
  for (const name of ['chapters', 'data', 'launch', 'glossary.yaml'])
    await cp(join(from, name), join(to, name), { recursive: true })
  const files: string[] = []
  for (let number = 1; number <= wished; number += 1) {
    const name = originals[(number - 1) % originals.length]!
    const copy = Math.floor((number - 1) / originals.length) + 1
    const text = await readFile(join(from, 'case-studies', name), 'utf8')
    const file = copy === 1 ? name : `${number}-${name.replace(/^\d+-/, '').replace(/\.md$/, '')}-${copy}.md`
    await writeFile(
      join(to, 'case-studies', file),
      copy === 1 ? text : text.replace(/^(title: .*?)(['"]?)$/m, `$1 ${copy}$2`),
    )
    files.push(`case-studies/${file}`)
  }
  const parts = (outline.parts ?? []).map((part) =>
    part.files.some((file) => file.startsWith('case-studies/')) ? { ...part, files } : part,
  )
  await writeFile(join(to, 'publication.yaml'), stringify({ ...outline, parts }))
}

async function buildWebsite(root: string, studies: number, around: Surroundings): Promise<WebsiteRound> {
  const out = join(around.workplace.folder, 'dist-site')
  await rm(out, { recursive: true, force: true })
  const command = [join(PACKAGE, 'bin', 'whitepaper.mjs'), 'build', '--edition', 'site']
  const measured = await measureProcess({
    args: [...command, '--root', root, '--out', out],
    env: { WHITEPAPER_CACHE: around.workplace.cache },
    limitSeconds: around.secondsLeft(),
    signal: around.signal,
  })
  if (measured.status !== 0) throw new Error(`The website was not made: ${measured.said.slice(-400)}`)
  const siteSeconds = Number(/Making the website: ([\d.]+) s/.exec(measured.said)?.[1])
  const { seconds, processorSeconds, ownPeakMb } = measured
  return { studies, seconds, siteSeconds, processorSeconds, ownPeakMb, ...(await sizeOf(join(out, 'site'))) }
}

async function sizeOf(folder: string): Promise<{ files: number; megabytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  )
  return { files: files.length, megabytes: sizes.reduce((sum, size) => sum + size, 0) / 1e6 }
}
