import type { Operand } from '../../../ground/pdf/content-stream.ts'
import { markProperties } from '../../../ground/pdf/mark-properties.ts'
import { markKey } from '../read-structure.ts'
import { endRun, type Scan, type Span } from './scan.ts'

const SOFT_HYPHEN = '\u00AD'

/** BMC. */
export function openArtifact(scan: Scan, tag: Operand | undefined, from: number, to: number): void {
  endRun(scan)
  push(scan, { isArtifact: tag === '/Artifact', from, to })
}

/** BDC: a mark of the structure tree, an artifact, or a span that says what its glyphs stand for. */
export function openSpan(scan: Scan, operands: readonly Operand[], from: number, to: number): void {
  const [tag, given] = operands
  const { id, actualText } = markProperties(given)
  if (id !== undefined) {
    openMark(scan, id, String(tag), from, to)
    return
  }
  if (tag === '/Artifact') endRun(scan)
  push(scan, { isArtifact: tag === '/Artifact', actualText, from, to })
}

function openMark(scan: Scan, id: number, tag: string, from: number, to: number): void {
  endRun(scan)
  scan.hasMarks = true
  const mark = scan.scans.marks.get(markKey(id, scan.page.index, scan.form))
  if (mark) {
    mark.found = true
    scan.places.push({ mark, from, to, tag })
    if (scan.mark !== mark) scan.lastY = Number.NaN
  }
  push(scan, { mark, from, to, isArtifact: false })
  if (mark) scan.mark = mark
}

function push(scan: Scan, span: Partial<Span> & Pick<Span, 'isArtifact' | 'from' | 'to'>): void {
  const { isArtifact, mark, actualText, from, to } = span
  scan.spans.push({
    isArtifact,
    mark,
    actualText,
    from,
    to,
    outer: scan.mark,
    shows: 0,
    shownFrom: 0,
    shownTo: 0,
  })
  if (isArtifact) scan.artifacts++
}

/** EMC. */
export function closeSpan(scan: Scan, from: number, to: number): void {
  const span = scan.spans.pop()
  if (!span) return
  if (span.isArtifact) scan.artifacts--
  if (span.isArtifact || span.mark) endRun(scan)
  scan.mark = span.outer
  if (span.actualText === SOFT_HYPHEN && scan.mark) dropSoftHyphen(scan, span, from, to)
}

/**
 * Chromium shows every soft hyphen as a space, also where no line ends; a reader would stumble over it. Only the
 * three operators are taken out: a move to the next glyphs between them counts from here.
 */
function dropSoftHyphen(scan: Scan, span: Span, from: number, to: number): void {
  if (span.shows !== 1) return
  for (const range of [span, { from: span.shownFrom, to: span.shownTo }, { from, to }]) {
    scan.edits.push({ from: range.from, to: range.to, text: '' })
  }
  scan.afterSoftHyphen = true
}
