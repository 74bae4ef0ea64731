import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import { compareText, join, pieceAt } from '../compare-text.ts'
import type { Proof } from '../proof.ts'

/**
 * All text of the sources is in the PDF, once and in order. In two steps: each file against what the browser was
 * given of it, and all that the browser was given, with heads of panels and page numbers, against the PDF in the
 * order of its tags.
 */
export function textIsComplete(proof: Proof): readonly Finding[] {
  return [...printedAsWritten(proof), ...foundAsPrinted(proof)]
}

function printedAsWritten(proof: Proof): readonly Finding[] {
  const byFile = new Map<string | undefined, { text: string; index: number }[]>()
  proof.printed.text.forEach(({ src, made, text }, index) => {
    if (made || src === '') return
    const file = proof.document.files[Number.parseInt(src, 10)]
    const pieces = byFile.get(file) ?? []
    pieces.push({ text, index })
    byFile.set(file, pieces)
  })
  return proof.book.chapters.flatMap((chapter) => {
    const printed = byFile.get(chapter.file) ?? []
    return compareChapter(proof, chapter, printed)
  })
}

function compareChapter(
  proof: Proof,
  chapter: Proof['book']['chapters'][number],
  printed: readonly { readonly text: string; readonly index: number }[],
): readonly Finding[] {
  const expected = chapter.text.map((block) => block.text)
  const difference = compareText(
    expected,
    printed.map((piece) => piece.text),
  )
  if (!difference) return []
  const block = chapter.text[difference.expectedPiece] ?? chapter.text.at(-1)
  const near = printed[difference.foundPiece] ?? printed.at(-1)
  const page = near && pageOfPrinted(proof, near.index)
  const place = { file: chapter.file, ...(block ? { line: block.line } : {}), ...(page ? { page } : {}) }
  const { expected: wanted, found: actual, hint } = difference
  return [finding('text-is-complete', place, { wanted, found: actual, hint })]
}

/** The page in the PDF that shows the nth piece of what the browser was given. */
function pageOfPrinted({ printed, read }: Proof, index: number): number | undefined {
  const offset = join(printed.text.map((piece) => piece.text)).starts[index] ?? 0
  return read.text[pieceAt(join(read.text.map((piece) => piece.text)), offset)]?.page
}

function foundAsPrinted({ printed, read, document }: Proof): readonly Finding[] {
  const difference = compareText(
    printed.text.map((piece) => piece.text),
    read.text.map((piece) => piece.text),
  )
  if (!difference) return []
  const { expectedPiece, foundPiece, expected, found: actual, hint } = difference
  const page = (read.text[foundPiece] ?? read.text.at(-1))?.page
  const src = nearestSource(printed.text, expectedPiece)
  const [number, line] = src.split(':').map(Number)
  const file = document.files[number ?? -1]
  const place = {
    ...(src !== '' && file !== undefined ? { file, line: line ?? 1 } : {}),
    ...(page ? { page } : {}),
  }
  return [finding('text-is-complete', place, { wanted: expected, found: actual, hint })]
}

/** Where the differing piece comes from; a made one is named by the text before it. */
function nearestSource(text: Proof['printed']['text'], index: number): string {
  for (let at = Math.min(index, text.length - 1); at >= 0; at--) {
    if (text[at]!.src !== '') return text[at]!.src
  }
  return ''
}
