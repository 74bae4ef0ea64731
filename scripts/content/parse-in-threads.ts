// Splits files among worker threads. A text that keeps its thread busy for too long is given up, with a finding.
import { Worker } from 'node:worker_threads'
import type { Chapter, Source } from '../model.ts'
import { crowdedParagraph, MOST_SIGNS } from './crowded-paragraph.ts'
import { loadWriting } from './load-writing.ts'
import type { ParseContext } from './parse-context.ts'
import { parseSafely, unparsed } from './parse-safely.ts'

/** What a worker is given. */
export interface WorkerTask {
  readonly sources: readonly Source[]
  readonly context: ParseContext
}

/** `ready` when the parser is loaded: from then on the clock runs for each file. */
export type WorkerMessage = 'ready' | Chapter

// A worker spends about half a second of a core on loading the parser, and takes memory. A book of 480 pages (0.7 million characters)
// gains little by a second one, one of 1,920 much.
const WORTH_A_THREAD = 1_000_000
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
    const checkWriting = sources.length > 0 ? await loadWriting(context) : undefined
    return sources.map((source) => parseSafely(source, context, checkWriting))
  }
  const shares = fairShares(sources, Math.max(1, wanted))
  const done = await Promise.all(shares.map((share) => parseInWorker(share, context, limitMs)))
  const byFile = new Map(done.flat().map((chapter) => [chapter.file, chapter]))
  return sources.map((source) => byFile.get(source.file)!)
}

/** Whether a text can be parsed where nobody watches the clock. */
const isCalm = ({ text }: Source): boolean => crowdedParagraph(text, false).signs <= MOST_SIGNS

/** Longest first, each to the thread that has least. */
function fairShares(sources: readonly Source[], threads: number): Source[][] {
  const shares = Array.from({ length: threads }, () => ({ characters: 0, files: [] as Source[] }))
  for (const source of [...sources].sort((a, b) => b.text.length - a.text.length)) {
    const least = shares.reduce((best, share) => (share.characters < best.characters ? share : best))
    least.characters += source.text.length
    least.files.push(source)
  }
  return shares.map((share) => share.files)
}

/** The time limit runs anew with each file that is done. When a file breaks it, the rest goes to another worker. */
async function parseInWorker(
  sources: readonly Source[],
  context: ParseContext,
  limitMs: number,
): Promise<Chapter[]> {
  const chapters: Chapter[] = []
  while (chapters.length < sources.length) {
    const fault = await runWorker({ sources: sources.slice(chapters.length), context }, limitMs, (chapter) =>
      chapters.push(chapter),
    )
    const stuck = sources[chapters.length]
    if (stuck) chapters.push(unparsed(stuck, context, fault ?? 'the worker thread ended early'))
  }
  return chapters
}

function runWorker(task: WorkerTask, limitMs: number, take: (chapter: Chapter) => void): Promise<unknown> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./parse-worker.mjs', import.meta.url), { workerData: task })
    const giveUp = (): void => finish(`it took longer than ${limitMs / 1000} s`)
    let timer = setTimeout(giveUp, GIVEN_UP_AFTER_MS)
    let ended = false
    const finish = (fault: unknown): void => {
      clearTimeout(timer)
      if (!ended) void worker.terminate().then(() => resolve(fault))
      ended = true
    }
    worker.on('message', (message: WorkerMessage) => {
      clearTimeout(timer)
      if (!ended) timer = setTimeout(giveUp, limitMs)
      if (message !== 'ready') take(message)
    })
    worker.once('error', finish)
    worker.once('exit', () => finish(undefined))
  })
}
