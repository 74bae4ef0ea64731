// Parses every file: from the cache where nothing has changed, in worker threads where there is enough to do.
import type { Chapter, Source } from '../model/chapter.ts'
import type { Launch } from '../model/launch.ts'
import type { Settings } from '../model/settings.ts'
import { type LookedAtPictures, lookAtPictures } from './checks/picture-faults.ts'
import { filesInReach } from './links/files-in-reach.ts'
import { setListings } from './listings/set-listings.ts'
import { parseContext } from './parse-context.ts'
import { parseInThreads } from './parse-in-threads.ts'
import { openParsedCache } from './parsed-cache.ts'

interface ParseOptions {
  /** Worker threads at most; 0 parses in this thread. */
  readonly threads?: number
  /** Whether parsed files are kept in, and taken from, the cache folder. */
  readonly remember?: boolean
  /** Files that were parsed before in this process: taken from there and kept there. */
  readonly kept?: KeptChapters
  /** What `:::event`, `:::programme` and `:::moments` show. */
  readonly launch?: Launch | undefined
  /** Files that are there and are not printed. */
  readonly leftOut?: readonly string[]
  /** Told before a file is parsed that was never parsed as it is. */
  readonly onUnknown?: (() => void) | undefined
}

/** Parsed files by their source, as long as all that surrounds them stays the same. Filled by `parseChapters`. */
export interface KeptChapters {
  surroundings: string
  chapters: ReadonlyMap<string, Chapter>
}

/**
 * Chapters in the order of their sources. Pictures are looked at here, since they can change while the text does not.
 */
export async function parseChapters(
  sources: readonly Source[],
  settings: Settings,
  { threads = 2, remember = true, kept, launch, leftOut, onUnknown }: ParseOptions = {},
): Promise<Chapter[]> {
  const texts = new Set([...sources.map(({ file }) => file), ...(leftOut ?? [])])
  const files = await filesInReach(sources, texts, settings)
  const context = parseContext(sources, settings, { launch, files, ...(leftOut ? { leftOut } : {}) })
  const surroundings = kept ? JSON.stringify(context) : ''
  const before = kept?.surroundings === surroundings ? kept.chapters : new Map<string, Chapter>()
  const keys = kept ? sources.map((source) => JSON.stringify(source)) : []
  const cache = remember ? await openParsedCache(settings, context) : undefined
  const known = await Promise.all(
    sources.map((source, index) => before.get(keys[index] ?? '') ?? cache?.read(source)),
  )
  const unknown = sources.filter((_, index) => known[index] === undefined)
  if (unknown.length > 0) onUnknown?.()
  const parsed = await setListings(await parseInThreads(unknown, context, threads))
  await Promise.all(unknown.map((source, index) => cache?.write(source, parsed[index]!)))
  let next = 0
  const chapters = known.map((chapter) => chapter ?? parsed[next++]!)
  if (kept) {
    kept.surroundings = surroundings
    kept.chapters = new Map(keys.map((key, index) => [key, chapters[index]!]))
  }
  const looked = await lookAtPictures(chapters, settings)
  return chapters.map((chapter, index) => withPictures(chapter, looked[index]!))
}

const withPictures = (chapter: Chapter, { images, findings: more }: LookedAtPictures): Chapter =>
  images.length === 0 && more.length === 0
    ? chapter
    : { ...chapter, images, findings: [...chapter.findings, ...more] }
