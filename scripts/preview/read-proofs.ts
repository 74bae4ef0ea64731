// Each whole print is read back in a thread of its own, so that the next change is never kept waiting.
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { openThreads } from '../ground/threads/threads.ts'
import type { Finding } from '../model/finding.ts'
import type { PrintedPdf } from '../model/printed.ts'
import type { BookToFinish, DocumentToFinish } from '../pdf/finish-pdf.ts'
import type { MarkedPage } from '../print/page-marks.ts'
import type { BookToVerify, DocumentToVerify } from '../verify/expected.ts'
import type { PrintWork } from './prepare-print.ts'

export interface Proof {
  readonly printed: PrintedPdf
  readonly work: PrintWork
}

/** What the thread is given: the marks of all pages go through `marks` as soon as they are known. */
export interface ProofTask {
  readonly printed: PrintedPdf
  /** No more than is asked of it, for all of it is copied. */
  readonly work: WorkToProve
  readonly marks: MessagePort
}

interface WorkToProve {
  readonly settings: PrintWork['settings']
  readonly book: BookToFinish & BookToVerify
  readonly document: DocumentToFinish & DocumentToVerify
}

/** Without the trees of the texts and the HTML that was made of them. */
function toProve({ settings, book, document }: PrintWork): WorkToProve {
  const { headings, chapters } = book
  const { abbreviations, runs, files, links, assets } = document
  return {
    settings,
    book: { headings, chapters: chapters.map(({ file, text, outline }) => ({ file, text, outline })) },
    document: { abbreviations, runs, files, links, assets },
  }
}

/** The marks again, for they may come by after the answer. */
export interface ProofAnswer {
  readonly pages: readonly MarkedPage[]
  readonly findings: readonly Finding[]
}

export interface ProofReader {
  /**
   * Calls back with the marks of all pages and then with what was found. A print that is still being read is given up
   * for the next one. Throws what went wrong, and GivenUp.
   */
  readonly read: (proof: Proof, marked: (pages: readonly MarkedPage[]) => void) => Promise<readonly Finding[]>
  readonly close: () => Promise<void>
}

/** There is a newer print to be read. */
export class GivenUp extends Error {}

export function openProofReader(): ProofReader {
  const threads = openThreads<ProofTask, ProofAnswer>(new URL('./proof-thread.ts', import.meta.url))
  let giveUp: AbortController | undefined
  return {
    async read(proof, marked) {
      giveUp?.abort()
      const own = new AbortController()
      giveUp = own
      const { port1: heard, port2: marks } = new MessageChannel()
      let isMarked = false
      const mark = (pages: readonly MarkedPage[]): void => {
        if (!isMarked) marked(pages)
        isMarked = true
      }
      heard.on('message', mark)
      try {
        const task = { printed: proof.printed, work: toProve(proof.work), marks }
        const answer = await threads.run(task, { signal: own.signal, transfer: [marks] })
        mark(answer.pages)
        return answer.findings
      } catch (error) {
        throw own.signal.aborted ? new GivenUp('a newer print is there') : error
      } finally {
        heard.close()
        if (giveUp === own) giveUp = undefined
      }
    },
    async close() {
      giveUp?.abort()
      await threads.close()
    },
  }
}
