// The inside of the thread: marks the pages of each print that it is given, and reads them back as a build does.
import { parentPort } from 'node:worker_threads'
import { finishPdf } from '../pdf/finish-pdf.ts'
import { markPages } from '../print/page-marks.ts'
import { verifyPdf } from '../verify/verify-pdf.ts'
import type { ProofAnswer, ProofTask } from './read-proofs.ts'

const answer = (message: ProofAnswer): void => parentPort?.postMessage(message)

parentPort?.on('message', async ({ printed, work }: ProofTask) => {
  const { book, document, settings } = work
  try {
    answer({ pages: markPages(printed.bytes) })
    const finished = await finishPdf(printed, book, document, settings)
    const { findings } = await verifyPdf(finished, printed, book, document, settings)
    answer({ findings })
  } catch (error) {
    answer({ fault: error instanceof Error ? error.message : String(error) })
  }
})
