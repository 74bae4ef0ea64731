// What is remembered between builds: below the cache folder, by a key of all that it was made of. A build needs none
// of it: what is damaged is made again, and where nothing can be kept, files go to a folder of this process.
import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync, type Stats, statSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { digest } from '../digest.ts'
import { programKey } from './program-key.ts'
import { renamePatiently } from './rename-patiently.ts'
import { whyNot } from './why-not.ts'

export interface Entry<Facts> {
  readonly facts: Facts
  /** Absolute paths by the names that they were given. */
  readonly files: Readonly<Record<string, string>>
}

/**
 * A file that is needed can be put nowhere: no fault of whatever is in it. The message says why, in half a sentence.
 */
export class NoRoomError extends Error {}

type FilesToKeep = Readonly<Record<string, Uint8Array>>

export interface Cache {
  /** A key of these parts, of the whole program and of its libraries. */
  readonly keyOf: (...parts: readonly (string | Uint8Array)[]) => Promise<string>
  /** Undefined when it is not there, or is not what was written. */
  readonly read: <Facts>(key: string) => Promise<Entry<Facts> | undefined>
  /** Keeps facts, and files with them, for whoever reads them later. What cannot be kept is no fault. */
  readonly keep: <Facts>(key: string, facts: Facts, files?: FilesToKeep) => Promise<void>
  /** The same for files that are needed now: where they cannot be kept they are elsewhere, or NoRoomError is thrown. */
  readonly write: <Facts>(key: string, facts: Facts, files?: FilesToKeep) => Promise<Entry<Facts>>
  /** The path of a file with these bytes; `name` tells them from all others. Throws NoRoomError. */
  readonly place: (name: string, bytes: Uint8Array) => Promise<string>
}

/** Room is made in all of them together: other things lie beside them, such as the browser. */
export const DRAWERS = [
  'accounts',
  'browsers',
  'citations',
  'composed',
  'composed-turned',
  'cropped-pictures',
  'finished',
  'front-matter',
  'moments',
  'parsed',
  'pictures',
  'pictures-in-texts',
  'pieces',
  'press-pictures',
  'read-pages',
  'settings',
  'site-pictures',
  'verdicts',
] as const

export type Drawer = (typeof DRAWERS)[number]

/**
 * The drawer of this name below the cache folder. It is made when something is put into it. `remembers`: whether what
 * earlier builds put there is found.
 */
export function openCache(cache: string, drawer: Drawer, remembers = true): Cache {
  const folder = join(cache, drawer)
  const put = async (name: string, bytes: Uint8Array): Promise<string> => {
    const path = join(folder, name)
    return (await holds(path, digest(bytes))) ? path : putWhole(folder, name, bytes)
  }
  const place = async (name: string, bytes: Uint8Array): Promise<string> => {
    try {
      return await put(name, bytes).catch(() => putAside(drawer, name, bytes))
    } catch (cause) {
      throw new NoRoomError(whyNot(cause), { cause })
    }
  }
  const record = (key: string, facts: unknown, files: FilesToKeep): Promise<string> =>
    putWhole(folder, `${key}.json`, recordOf(facts, files))
  return {
    keyOf: async (...parts) => digest(await programKey(), ...parts),
    read: async (key) => (remembers ? readEntry(folder, key) : undefined),
    async keep(key, facts, files = {}) {
      try {
        for (const [name, bytes] of Object.entries(files)) await put(`${key}-${name}`, bytes)
        await record(key, facts, files) // Last: where the record is, the files are.
      } catch {} // A full disk, say: the next build makes it again.
    },
    async write(key, facts, files = {}) {
      const paths: Record<string, string> = {}
      for (const [name, bytes] of Object.entries(files)) paths[name] = await place(`${key}-${name}`, bytes)
      await record(key, facts, files).catch(() => undefined)
      return { facts, files: paths }
    },
    place,
  }
}

interface Written {
  readonly facts: unknown
  /** Digests of files by their names. */
  readonly files?: Readonly<Record<string, string>>
}

function recordOf(facts: unknown, files: FilesToKeep): string {
  const sums = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, digest(bytes)]))
  const written: Written = { facts, ...(Object.keys(sums).length > 0 ? { files: sums } : {}) }
  const text = JSON.stringify(written)
  return digest(text) + text
}

const SUM = 64

/** The record at once: there are hundreds, and to be called back for each step costs more than the step. */
async function readEntry<Facts>(folder: string, key: string): Promise<Entry<Facts> | undefined> {
  try {
    const path = join(folder, `${key}.json`)
    const found = statSync(path)
    if (!isOwn(statSync(folder)) || !isOwn(found)) return undefined
    const record = readFileSync(path, 'utf8')
    const text = record.slice(SUM)
    if (record.slice(0, SUM) !== digest(text)) return undefined
    const { facts, files = {} } = JSON.parse(text) as Written
    const paths: Record<string, string> = {}
    for (const [name, fileSum] of Object.entries(files)) {
      const file = join(folder, `${key}-${name}`)
      if (!(await holds(file, fileSum))) return undefined
      paths[name] = file
    }
    await markUsed(path, found)
    return { facts: facts as Facts, files: paths }
  } catch {
    return undefined
  }
}

/** Whether the file is there with these bytes. */
async function holds(path: string, sum: string): Promise<boolean> {
  const bytes = await readFile(path).catch(() => undefined)
  if (bytes === undefined || digest(bytes) !== sum) return false
  await markUsed(path, await stat(path).catch(() => undefined))
  return true
}

/** What others could have written says nothing. Where there are no owners, the folder is all that can be asked for. */
const isOwn = ({ uid, mode }: Stats): boolean =>
  !process.getuid || (uid === process.getuid() && (mode & 0o022) === 0)

/** Under its name only when whole, so that a build that is killed, or two at once, leave no half of it. */
async function putWhole(folder: string, name: string, content: Uint8Array | string): Promise<string> {
  await makeRoom(folder)
  const path = join(folder, name)
  const temporary = `${path}.${randomBytes(6).toString('hex')}${UNFINISHED}`
  try {
    await writeFile(temporary, content, { mode: 0o600, flag: 'wx' })
    await renamePatiently(temporary, path)
    return path
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw cause
  }
}

let aside: Promise<string> | undefined

/** A folder that goes with this process, for files that must be somewhere. */
async function putAside(drawer: string, name: string, bytes: Uint8Array): Promise<string> {
  aside ??= mkdtemp(join(tmpdir(), 'whitepaper-')).then((folder) => {
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    return folder
  })
  aside.catch(() => {
    aside = undefined
  })
  const folder = join(await aside, drawer)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, name)
  await writeFile(path, bytes, { mode: 0o600 })
  return path
}

const UNFINISHED = '.tmp'
const MOST_BYTES = 1024 ** 3
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const MOST_DAYS = 30

const made = new Map<string, Promise<unknown>>()

/** Once for each process that writes: a build that finds all it needs does not wait for it. */
async function makeRoom(folder: string): Promise<void> {
  await once(folder, () => mkdir(folder, { recursive: true, mode: 0o700 }))
  await once(dirname(folder), () => prune(dirname(folder)))
}

function once(path: string, make: () => Promise<unknown>): Promise<unknown> {
  const making = made.get(path) ?? make()
  made.set(path, making)
  making.catch(() => made.delete(path)) // What stands in the way may go.
  return making
}

/**
 * What nobody has used for long goes, then the oldest of what is too much in all drawers together; never what a build
 * that runs may be using.
 */
export async function prune(cache: string, now = Date.now(), mostBytes = MOST_BYTES): Promise<void> {
  const found = await Promise.all(DRAWERS.map((drawer) => agesIn(join(cache, drawer), now)))
  let bytes = 0
  for (const file of found.flat().sort((a, b) => a.ageMs - b.ageMs)) {
    bytes += file.bytes
    const isLeft = file.path.endsWith(UNFINISHED) && file.ageMs > HOUR_MS
    const isTooMuch = (bytes > mostBytes && file.ageMs > HOUR_MS) || file.ageMs > MOST_DAYS * DAY_MS
    if (isLeft || isTooMuch) await rm(file.path, { force: true }).catch(() => undefined)
  }
}

async function agesIn(folder: string, now: number) {
  const names = await readdir(folder).catch(() => []) // Nothing has been put there yet.
  const found = await Promise.all(names.map((name) => ageOf(join(folder, name), now)))
  return found.filter((one) => one !== undefined)
}

async function ageOf(path: string, now: number) {
  const found = await stat(path).catch(() => undefined)
  return found?.isFile() ? { path, bytes: found.size, ageMs: now - found.mtimeMs } : undefined
}

/** Twice an hour is enough to tell what is used. */
async function markUsed(path: string, found: Stats | undefined): Promise<void> {
  const now = new Date()
  // In a folder that may only be read it fails.
  if (found && now.getTime() - found.mtimeMs > HOUR_MS / 2) await utimes(path, now, now).catch(() => {})
}
