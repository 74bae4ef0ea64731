// A folder of files that appears whole or not at all: written beside the one that stands, then given its name.
import { randomBytes } from 'node:crypto'
import { copyFile, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import type { Finding, SiteFile } from './model.ts'
import { unwrittenFile } from './publish.ts'

export interface FolderInMaking {
  /** Throws what the file system throws; `publishFolder` makes a finding of it. */
  readonly write: (file: SiteFile) => Promise<void>
}

const HOUR = 3_600_000

/**
 * `fill` writes the files; when it returns true they replace the folder, else they are gone. A build that is killed leaves
 * the earlier folder as it was.
 */
export async function publishFolder(
  folder: string,
  fill: (made: FolderInMaking) => Promise<boolean>,
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
    await attempt(() => mkdir(temporary, { recursive: true }))
    const whole = await fill({ write: (file) => attempt(() => writeInto(temporary, file)) })
    if (whole) await attempt(() => swap(temporary, folder))
    return []
  } catch (error) {
    if (error !== failed) throw error
    return [unwrittenFile(folder, error)]
  } finally {
    await rm(temporary, { recursive: true, force: true }).catch(() => {})
  }
}

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

/** Between the two renames there is no folder of that name; `restore` of the next build mends that if this one dies there. */
async function swap(made: string, folder: string): Promise<void> {
  const old = beside(folder, 'old')
  const stood = await rename(folder, old).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
  try {
    await rename(made, folder)
  } catch (error) {
    if (stood) await rename(old, folder)
    throw error
  }
  await rm(old, { recursive: true, force: true }).catch(() => {})
}

/** What builds left that were killed: the earlier folder gets its name back, and what was half made goes when it is old. */
async function restore(folder: string): Promise<void> {
  const parent = dirname(folder)
  const left = (await readdir(parent).catch(() => [])).filter((name) =>
    name.startsWith(`.${basename(folder)}-`),
  )
  for (const name of left.filter((one) => one.startsWith(`.${basename(folder)}-old-`)))
    if (!(await exists(folder))) await rename(join(parent, name), folder)
  for (const name of left) {
    const found = await stat(join(parent, name)).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > HOUR)
      await rm(join(parent, name), { recursive: true, force: true }).catch(() => {})
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
