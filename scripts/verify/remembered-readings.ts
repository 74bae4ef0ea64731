import type { Cache } from '../ground/files/cache.ts'
import type { PageParts } from './page-parts.ts'
import type { PageReading } from './page-reading.ts'

type Readings = ReadonlyMap<string, PageReading>

/** The readings that were kept of these pages, beside those that are known already. */
export async function recallReadings(
  cache: Cache,
  pages: readonly PageParts[],
  known: Readings,
): Promise<Readings> {
  const groups = groupsOf(pages).filter((keys) => keys.some((key) => !known.has(key)))
  const kept = await Promise.all(
    groups.map(async (keys) => cache.read<readonly PageReading[]>(await keyOf(cache, keys))),
  )
  const all = new Map(known)
  for (const reading of kept.flatMap((entry) => entry?.facts ?? [])) all.set(reading.key, reading)
  return all
}

/** Keeps each group of pages in which one was read anew. */
export async function keepReadings(
  cache: Cache,
  pages: readonly PageParts[],
  known: Readings,
  fresh: Readings,
): Promise<void> {
  const groups = groupsOf(pages).filter((keys) => keys.some((key) => fresh.has(key)))
  await Promise.all(
    groups.map(async (keys) => {
      const readings = [...new Set(keys)].flatMap((key) => fresh.get(key) ?? known.get(key) ?? [])
      await cache.keep(await keyOf(cache, keys), readings)
    }),
  )
}

const keyOf = (cache: Cache, keys: readonly string[]): Promise<string> =>
  cache.keyOf('page readings', ...keys)

const MOST_OF_GROUP = 64

/**
 * Pages that lie in one entry of the cache: about sixteen, for an entry for each would be a thousand small files. A
 * group ends behind a page whose own key says so, wherever it stands in the book: a page that comes or goes moves the
 * end of no group but its own.
 */
function groupsOf(pages: readonly PageParts[]): readonly (readonly string[])[] {
  const groups: string[][] = []
  let group: string[] = []
  for (const { key } of pages) {
    if (key === undefined) continue
    group.push(key)
    if (!key.startsWith('0') && group.length < MOST_OF_GROUP) continue
    groups.push(group)
    group = []
  }
  return group.length > 0 ? [...groups, group] : groups
}
