// A folder of files that appears whole or not at all: written beside the one that stands, then given its name.
import { randomBytes } from 'node:crypto'
import { copyFile, lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { renamePatiently } from '../ground/files/rename-patiently.ts'
import type { Finding } from '../model/finding.ts'
import type { SiteFile } from '../model/site.ts'
import { unwrittenFile } from './publish.ts'

export interface FolderInMaking {
  /** Throws what the file system throws; `publishFolder` makes a finding of it. */
  readonly write: (file: SiteFile) => Promise<void>
}

const HOUR = 3_600_000
/** In every folder that is made here, so that the next build knows that it may be replaced. */
const MARKER = {
  path: '.whitepaper-site',
  content: 'Made by a build, and replaced as a whole by the next.\n',
}

/**
 * `fill` writes the files; when it returns true they replace the folder, else they are gone. A build that is killed
 * leaves the earlier folder as it was; or, between two renames, beside its place under a hidden name, and the next
 * build puts it back. What no build made is never replaced. `texts` is kept for `textsOfFolder`.
 */
export async function publishFolder(
  folder: string,
  fill: (made: FolderInMaking) => Promise<boolean>,
  texts = '',
): Promise<readonly Finding[]> {
  const temporary = beside(folder, 'new')
  let failed: unknown
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      failed = error
      throw error
    }
  }
  try {
    await attempt(() => restore(folder))
    await attempt(() => refuseWhatIsNotOurs(folder))
    await attempt(() => mkdir(temporary, { recursive: true }))
    const whole = await fill({ write: (file) => attempt(() => writeInto(temporary, file)) })
    if (whole) await attempt(() => putInPlace(temporary, folder, texts))
    return []
  } catch (error) {
    if (error !== failed) throw error
    return [unwrittenFile(folder, error)]
  } finally {
    await rm(temporary, { recursive: true, force: true }).catch(() => {})
  }
}

/**
 * What was kept of the texts that a folder was made from; undefined where no build made it, or an earlier program did.
 */
export const textsOfFolder = (folder: string): Promise<string | undefined> =>
  readFile(join(folder, MARKER.path), 'utf8').then(
    (content) => content.slice(MARKER.content.length).trim() || undefined,
    () => undefined,
  )

/** Hidden and short, in the same folder, so that a rename is all it takes. */
const beside = (folder: string, kind: 'new' | 'old'): string =>
  join(dirname(folder), `.${basename(folder)}-${kind}-${process.pid}-${randomBytes(4).toString('hex')}`)

async function writeInto(folder: string, { path, content }: SiteFile): Promise<void> {
  const target = resolve(folder, path)
  if (!target.startsWith(folder + sep)) throw new Error(`${path} leads out of its folder`)
  await mkdir(dirname(target), { recursive: true })
  if (typeof content === 'object' && 'copyOf' in content) await copyFile(content.copyOf, target)
  else await writeFile(target, content)
}

/**
 * What would be lost if the folder were replaced stops the build. An earlier build without a marker is known by what
 * it made.
 */
async function refuseWhatIsNotOurs(folder: string): Promise<void> {
  const found = await lstat(folder).catch(() => undefined)
  if (!found) return
  if (!found.isDirectory()) throw new Error('something that is no folder stands there, and is not replaced')
  const names = await readdir(folder).catch(gone)
  const strange = names.find((name) => name === 'CNAME' || (name.startsWith('.') && !OURS.has(name)))
  if (strange !== undefined)
    throw new Error(`\`${strange}\` in it was not made by a build, and would be lost: move it elsewhere`)
  const made = names.includes(MARKER.path) || (names.includes('_headers') && names.includes('styles'))
  if (!made && names.some((name) => !OURS.has(name)))
    throw new Error('the folder there was not made by a build, and is not replaced: move it elsewhere')
}

/** Another build may have taken it away between two looks. */
const gone = (error: NodeJS.ErrnoException): string[] => {
  if (error.code === 'ENOENT') return []
  throw error
}

/** The Finder leaves its own file in each folder that it shows. */
const OURS: ReadonlySet<string> = new Set([MARKER.path, '.DS_Store'])

/** Another build may have put its folder there meanwhile: the later one wins. */
async function putInPlace(made: string, folder: string, texts: string): Promise<void> {
  await writeInto(made, { ...MARKER, content: `${MARKER.content}${texts && `${texts}\n`}` })
  await refuseWhatIsNotOurs(folder)
  await swap(made, folder).catch(async (error: NodeJS.ErrnoException) => {
    if (!isTaken(error)) throw error
    await refuseWhatIsNotOurs(folder)
    await swap(made, folder)
  })
}

const isTaken = ({ code }: NodeJS.ErrnoException): boolean => code === 'ENOTEMPTY' || code === 'EEXIST'

/**
 * Between the two renames there is no folder of that name; `restore` of the next build mends that if this one dies
 * there.
 */
async function swap(made: string, folder: string): Promise<void> {
  const old = beside(folder, 'old')
  const stood = await renamePatiently(folder, old).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
  try {
    await renamePatiently(made, folder)
  } catch (error) {
    // Where another build was quicker, its folder stands there, and this one has no place to go back to.
    if (stood && !isTaken(error as NodeJS.ErrnoException)) await renamePatiently(old, folder)
    else await rm(old, { recursive: true, force: true }).catch(() => {})
    throw error
  }
  await rm(old, { recursive: true, force: true }).catch(() => {})
}

/** What builds left that were killed: the newest folder gets its name back, and the others go when they are old. */
async function restore(folder: string): Promise<void> {
  const left = await leftovers(folder)
  // Another build may be doing it.
  for (const { path, kind } of left)
    if (kind === 'old' && !(await exists(folder))) await rename(path, folder).catch(() => {})
  for (const { path, mtimeMs } of left)
    if (Date.now() - mtimeMs > HOUR) await rm(path, { recursive: true, force: true }).catch(() => {})
}

/** Folders with exactly the names that `beside` gives, newest first. */
async function leftovers(folder: string): Promise<{ path: string; kind: string; mtimeMs: number }[]> {
  const parent = dirname(folder)
  const start = `.${basename(folder)}-`
  const left = []
  for (const name of await readdir(parent).catch(() => [])) {
    const [, kind] = (name.startsWith(start) && LEFT.exec(name.slice(start.length))) || []
    const path = join(parent, name)
    const found = kind ? await lstat(path).catch(() => undefined) : undefined
    if (kind && found?.isDirectory()) left.push({ path, kind, mtimeMs: found.mtimeMs })
  }
  return left.sort((a, b) => b.mtimeMs - a.mtimeMs)
}

const LEFT = /^(new|old)-\d+-[0-9a-f]{8}$/

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )
