// Many small values, such as one for each file of a publication, remembered as one entry: a hundred entries of their
// own would take longer to find than most of the values take to make.
import { readFile } from 'node:fs/promises'
import { digest } from '../digest.ts'
import { type Drawer, openCache } from './cache.ts'

export interface RememberedValues<Value> {
  /**
   * What was made under this key the last time, or is made now. What `isKept` refuses is made again each time. The
   * key must say all that the value is made of but the program.
   */
  readonly of: (key: () => string, make: () => Value, isKept?: (made: Value) => boolean) => Value
  /** Keeps what was asked for, and forgets the rest. */
  readonly done: () => Promise<void>
}

interface Place {
  /** Below which the cache is. */
  readonly cache: string
  readonly remembers: boolean
  /** Whose values they are: those of another publication are kept beside them. */
  readonly root: string
}

/** Plain data, by the drawer of their kind. All who ask are given the same: nobody may change it. */
export async function rememberValues<Value>(
  { cache: folder, remembers, root }: Place,
  name: Drawer,
): Promise<RememberedValues<Value>> {
  if (!remembers) return { of: (_, make) => make(), done: async () => undefined }
  const cache = openCache(folder, name)
  const place = await cache.keyOf(root)
  const before = await readValues<Value>((await cache.read(place))?.files[VALUES])
  return keepValues(before, async (now) => {
    const isSame = now.size === before.size && [...now.keys()].every((key) => before.has(key))
    if (!isSame) await cache.keep(place, {}, { [VALUES]: written(now) })
  })
}

/** In memory, for as long as this process asks again. */
export function keepValues<Value>(
  before: ReadonlyMap<string, Value> = new Map(),
  keep: (now: ReadonlyMap<string, Value>) => Promise<void> = async () => undefined,
): RememberedValues<Value> {
  let last = before
  let now = new Map<string, Value>()
  return {
    of(keyOf, make, isKept = () => true) {
      const key = keyOf()
      const known = now.get(key) ?? last.get(key)
      const value = known ?? make()
      if (known !== undefined || isKept(value)) now.set(key, value)
      return value
    },
    async done() {
      last = now
      now = new Map()
      await keep(last)
    },
  }
}

const VALUES = 'values'

/** With a sum of its own before it: another build may write it between the look of the cache and the reading. */
function written(values: ReadonlyMap<string, unknown>): Buffer {
  const text = JSON.stringify([...values])
  return Buffer.from(digest(text) + text)
}

const SUM = 64

async function readValues<Value>(path: string | undefined): Promise<Map<string, Value>> {
  try {
    const read = path === undefined ? '' : await readFile(path, 'utf8')
    const text = read.slice(SUM)
    return digest(text) === read.slice(0, SUM) ? new Map(JSON.parse(text)) : new Map()
  } catch {
    return new Map()
  }
}
