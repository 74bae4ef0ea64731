// Parses every file: from the cache where nothing has changed, in worker threads where there is enough to do.
import type { Chapter, Finding, Launch, Settings, Source } from '../model.ts'
import { pictureFaults } from './checks/picture-faults.ts'
import { parseContext } from './parse-context.ts'
import { parseInThreads } from './parse-in-threads.ts'
import { openParsedCache } from './parsed-cache.ts'

interface ParseOptions {
  /** Worker threads at most; 0 parses in this thread. */
  readonly threads?: number
  /** Whether parsed files are kept in, and taken from, the cache folder. */
  readonly remember?: boolean
  /** What `:::event`, `:::programme` and `:::moments` show. */
  readonly launch?: Launch | undefined
}

/** Chapters in the order of their sources. Pictures are looked at here, since they can change while the text does not. */
export async function parseChapters(
  sources: readonly Source[],
  settings: Settings,
  { threads = 2, remember = true, launch }: ParseOptions = {},
): Promise<Chapter[]> {
  const context = parseContext(sources, settings, launch)
  const cache = remember ? await openParsedCache(settings, context) : undefined
  const known = await Promise.all(sources.map((source) => cache?.read(source)))
  const unknown = sources.filter((_, index) => known[index] === undefined)
  const parsed = await parseInThreads(unknown, context, threads)
  await Promise.all(unknown.map((source, index) => cache?.write(source, parsed[index]!)))
  let next = 0
  const chapters = known.map((chapter) => chapter ?? parsed[next++]!)
  const faults = await pictureFaults(chapters, settings)
  return chapters.map((chapter, index) => withFindings(chapter, faults[index] ?? []))
}

const withFindings = (chapter: Chapter, more: readonly Finding[]): Chapter =>
  more.length === 0 ? chapter : { ...chapter, findings: [...chapter.findings, ...more] }
