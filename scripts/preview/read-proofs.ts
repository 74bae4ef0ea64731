// Each whole print is read back in a thread of its own, so that the next change is never kept waiting.
import { Worker } from 'node:worker_threads'
import type { Finding, PrintedPdf } from '../model.ts'
import type { MarkedPage } from '../print/page-marks.ts'
import type { PrintWork } from './understand.ts'

export interface ProofTask {
  readonly printed: PrintedPdf
  readonly work: PrintWork
}

/** First the marks, then what was found. */
export type ProofAnswer =
  | { readonly pages: readonly MarkedPage[] }
  | { readonly findings: readonly Finding[] }
  | { readonly fault: string }

export interface ProofReader {
  /**
   * Calls back with the marks of all pages and then with what was found. A print that is still being read is given up for the
   * next one. Throws what went wrong, and GivenUp.
   */
  readonly read: (
    task: ProofTask,
    marked: (pages: readonly MarkedPage[]) => void,
  ) => Promise<readonly Finding[]>
  readonly close: () => Promise<void>
}

/** There is a newer print to be read. */
export class GivenUp extends Error {}

export function openProofReader(): ProofReader {
  let worker: Worker | undefined
  let isReading = false
  const end = async (): Promise<void> => {
    const old = worker
    worker = undefined
    await old?.terminate()
  }
  return {
    async read(task, marked) {
      if (isReading) await end()
      worker ??= new Worker(new URL('./proof-thread.mjs', import.meta.url))
      const own = worker
      isReading = true
      try {
        return await answered(own, task, marked)
      } finally {
        if (worker === own || worker === undefined) isReading = false
      }
    },
    close: end,
  }
}

function answered(
  worker: Worker,
  task: ProofTask,
  marked: (pages: readonly MarkedPage[]) => void,
): Promise<readonly Finding[]> {
  return new Promise((resolve, reject) => {
    const listen = (answer: ProofAnswer): void => {
      if ('pages' in answer) marked(answer.pages)
      else {
        leave()
        if ('findings' in answer) resolve(answer.findings)
        else reject(new Error(answer.fault))
      }
    }
    const fail = (error: Error): void => {
      leave()
      reject(error)
    }
    const exit = (): void => fail(new GivenUp('a newer print is there'))
    const leave = (): void => {
      worker.off('message', listen)
      worker.off('error', fail)
      worker.off('exit', exit)
    }
    worker.on('message', listen)
    worker.on('error', fail)
    worker.on('exit', exit)
    worker.postMessage(task)
  })
}
