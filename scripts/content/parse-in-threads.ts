// Splits files among threads. A text that keeps its thread busy for too long is given up, with a finding.

import { crowdedParagraph, MOST_LINES, MOST_SIGNS } from '../ground/crowded-paragraph.ts'
import { processorClock } from '../ground/threads/processor-clock.ts'
import { openThreads, type Threads } from '../ground/threads/threads.ts'
import type { Chapter, Source } from '../model/chapter.ts'
import { finding } from '../rules/finding.ts'
import { loadTools } from './load-tools.ts'
import type { ParseContext } from './parse-context.ts'
import { failed, parseSafely, unparsed } from './parse-safely.ts'

type ParseThreads = Threads<Source | 'ready', Chapter | undefined>

// A thread spends about half a second of a core on loading the parser, and takes memory. A book of 480 pages (0.7
// million characters) gains little by a second one, one of 1,920 much.
const WORTH_A_THREAD = 1_000_000
/** Hundreds of pages, or what is no text for people. */
const LONG = 300_000
/** Behind a bracket that nothing closes, a parser looks back from each word to it. */
const LONG_PARAGRAPH = 50_000
const BLANK_LINES = /\n[ \t]*\n/
/** Of processor time: a text is not given up because the machine has other work. */
const GIVEN_UP_AFTER_MS = 60_000

/** Chapters in the order of their sources. */
export async function parseInThreads(
  sources: readonly Source[],
  context: ParseContext,
  threads: number,
  limitMs = GIVEN_UP_AFTER_MS,
): Promise<Chapter[]> {
  const characters = sources.reduce((sum, source) => sum + source.text.length, 0)
  const wanted = Math.min(threads, sources.length, Math.floor(characters / WORTH_A_THREAD) + 1)
  if (wanted < 2 && sources.every(isCalm)) {
    const tools = sources.length > 0 ? await loadTools(sources, context) : {}
    return sources.map((source) => parseSafely(source, context, tools))
  }
  return parseElsewhere(sources, context, Math.max(1, wanted), limitMs)
}

/** Whether a text can be parsed where nobody watches the clock. */
function isCalm({ text }: Source): boolean {
  if (text.length > LONG || text.split(BLANK_LINES).some((part) => part.length > LONG_PARAGRAPH)) return false
  const { signs, lines } = crowdedParagraph(text, true)
  return signs.count <= MOST_SIGNS && lines.count <= MOST_LINES
}

/** Longest first, each to the next thread that has nothing to do: none is still busy long after the others. */
async function parseElsewhere(
  sources: readonly Source[],
  context: ParseContext,
  most: number,
  limitMs: number,
): Promise<Chapter[]> {
  const threads: ParseThreads = openThreads(new URL('./parse-thread.ts', import.meta.url), {
    most,
    given: context,
  })
  const queue = [...sources].sort((a, b) => b.text.length - a.text.length)
  const chapters = new Map<Source, Chapter>()
  const inOneThread = async (): Promise<void> => {
    // Until the parser is loaded, no clock runs for a file. What goes wrong with it, the first file tells.
    await threads.run('ready', { patienceMs: GIVEN_UP_AFTER_MS }).catch(() => undefined)
    for (let next = queue.shift(); next; next = queue.shift())
      // What the other threads do is counted with it.
      chapters.set(next, await parseWithin(limitMs, most, next, context, threads))
  }
  try {
    await Promise.all(Array.from({ length: most }, inOneThread))
    return sources.map((source) => chapters.get(source)!)
  } finally {
    await threads.close()
  }
}

/** A text that keeps its thread busy for too long is given up. */
async function parseWithin(
  limitMs: number,
  threadCount: number,
  source: Source,
  context: ParseContext,
  threads: ParseThreads,
): Promise<Chapter> {
  const clock = processorClock(limitMs * threadCount)
  try {
    return (await threads.run(source, { signal: clock.signal }))!
  } catch (error) {
    const why = clock.signal.aborted
      ? finding('file-is-small', { file: source.file }, { seconds: limitMs / 1000 })
      : failed(source, error)
    return unparsed(source, context, why)
  } finally {
    clock.stop()
  }
}
