import type { Finding } from '../../../model/finding.ts'
import { finding } from '../../../rules/finding.ts'
import type { PressProof } from '../press-proof.ts'

/** The file has all of its sheets, for our reader and for pdf.js. */
export function pressFileOpens({ read, file }: PressProof): readonly Finding[] {
  const count = Math.min(read.pages.length, read.pagesSeen)
  const wanted = file.sheets.length
  const isWhole = read.pages.length === wanted && read.pagesSeen === wanted
  if (isWhole) return []
  return [finding('press-file-opens', {}, { problem: 'not-all-pages', count, of: wanted })]
}
