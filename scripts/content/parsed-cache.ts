// Parsed files, remembered between builds by a hash of everything that they were made from.
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { digest } from '../digest.ts'
import type { Chapter, Settings, Source } from '../model.ts'
import type { ParseContext } from './parse-context.ts'

export interface ParsedCache {
  /** Undefined when it is not there or cannot be used. */
  readonly read: (source: Source) => Promise<Chapter | undefined>
  readonly write: (source: Source, chapter: Chapter) => Promise<void>
}

/** Undefined when the folder cannot be made: a build needs no cache. */
export async function openParsedCache(
  settings: Settings,
  context: ParseContext,
): Promise<ParsedCache | undefined> {
  const folder = join(settings.cache, 'parsed')
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  } catch {
    return undefined
  }
  await prune(folder)
  const salt = digest(settings.version, await ownCode(), JSON.stringify(context))
  const fileOf = (source: Source): string => join(folder, `${digest(salt, JSON.stringify(source))}.json`)
  return {
    read: (source) => readEntry(fileOf(source), source),
    write: (source, chapter) => writeEntry(fileOf(source), chapter),
  }
}

// A book of 1,920 pages is about a thousand files.
const MOST_ENTRIES = 3000

/** Every change of a text leaves an entry behind, and a build that was killed half of one: all go when there are too many. */
async function prune(folder: string): Promise<void> {
  const names = await readdir(folder)
  if (names.length > MOST_ENTRIES)
    await Promise.all(names.map((name) => rm(join(folder, name), { force: true })))
}

async function readEntry(path: string, source: Source): Promise<Chapter | undefined> {
  try {
    const entry = JSON.parse(await readFile(path, 'utf8')) as { sum?: string; chapter?: string }
    if (typeof entry.chapter !== 'string' || entry.sum !== digest(entry.chapter)) return undefined
    const chapter = JSON.parse(entry.chapter) as Chapter
    return chapter.file === source.file ? chapter : undefined
  } catch {
    return undefined
  }
}

/** Under its name only when whole, so that a build that is killed, or two at once, leave no half of it. */
async function writeEntry(path: string, chapter: Chapter): Promise<void> {
  // A fault of ours may be gone at the next build.
  if (chapter.findings.some((one) => one.rule === 'stage-completes')) return
  const text = JSON.stringify(chapter)
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    await writeFile(temporary, JSON.stringify({ sum: digest(text), chapter: text }), {
      mode: 0o600,
      flag: 'wx',
    })
    await rename(temporary, path)
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined)
  }
}

let code: Promise<string> | undefined

/** Read once: a process goes on with the code that it has loaded. */
function ownCode(): Promise<string> {
  code ??= readOwnCode()
  return code
}

/** The code of this room is part of every key: whoever works on it never meets what an earlier version made. */
async function readOwnCode(): Promise<string> {
  const folder = dirname(fileURLToPath(import.meta.url))
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts')).sort()
  const shared = [
    '../slots.ts',
    '../rules.ts',
    '../shape-rules.ts',
    '../writing-rules.ts',
    '../checked-yaml.ts',
    '../foreign-keys.ts',
    '../read-toml.ts',
    '../read-yaml.ts',
    '../split-front-matter.ts',
    '../yaml-breaks.ts',
    '../yaml-faults.ts',
    '../yaml-spelling.ts',
  ]
  const texts = await Promise.all([...names, ...shared].map((name) => readFile(join(folder, name), 'utf8')))
  return digest(...texts)
}
