// The inside of the thread: marks the pages of each print that it is given, and reads them back as a build does.
import { finishPdf } from '../pdf/finish-pdf.ts'
import { markPages } from '../print/page-marks.ts'
import { memoryOfBuilds } from '../verify/memory.ts'
import { verifyPdf } from '../verify/verify-pdf.ts'
import type { ProofAnswer, ProofTask } from './read-proofs.ts'

export const begin = (): typeof readProof => readProof

async function readProof({ printed, work, marks }: ProofTask): Promise<ProofAnswer> {
  const { book, document, settings } = work
  const pages = printed.pieces.flatMap(({ bytes }) => markPages(bytes))
  marks.postMessage(pages)
  const finished = await finishPdf(printed, book, document, settings)
  const { findings } = await verifyPdf(finished, printed, book, document, settings, memoryOfBuilds(settings))
  return { pages, findings }
}
