// Runs inside the browser: it can use nothing but what stands in the function itself, and what it brings.
import { firstLetter, linesIn, type Part, partsOf, type Sheet } from './end-of-page.ts'
import { countedIn, describeFill, insertFill, type NotePlaces, notesLine, standAt } from './lay-notes.ts'
import { type Foot, heightOf, type Piece, type Settlement } from './note-pieces.ts'

/** Each note goes to its place, those that go on with a gap in them up to where they go on. */
export function setDown(
  run: HTMLElement,
  elements: readonly HTMLElement[],
  pages: ReadonlyMap<number, Settlement>,
  foot: Foot,
): NotePlaces {
  const { sheet, space } = foot
  const starts = new Map<Element, readonly [page: number, y: number]>()
  const lines: NotePlaces['lines'][number][] = []
  const hanging = hangingIn(run, sheet)
  const HAIR = 5 // Of the tint of a box that goes on, as much as stands above its text.
  const gaps: { piece: Piece; y: number }[] = []
  for (const [page, { pieces, end }] of pages) {
    if (pieces.length === 0) continue
    const top = sheet.height - heightOf(pieces, foot)
    const textEnd = end && !end.stuck ? Math.min(top, end.y + HAIR) : top
    lines.push([page, top, textEnd, hanging.some((part) => part.page === page && part.bottom > textEnd)])
    let y = top + space
    for (const piece of pieces) {
      if (piece.from === 0) starts.set(piece.note.element, [page, y])
      else gaps.push({ piece, y })
      y += piece.to - piece.from
    }
  }
  for (const { piece, y } of gaps) fillNote(piece, y, sheet)
  for (const [note, [page, y]] of starts) standAt(note as HTMLElement, page, y)
  for (const line of lines) run.append(notesLine(line, sheet.height))
  run.style.setProperty('--notes-page', String(sheet.height))
  return describe(run, elements, starts, lines, sheet.height)
}

/** What stands in the column beside the text. */
function hangingIn(run: HTMLElement, sheet: Sheet): Part[] {
  const blocks = [...run.querySelectorAll<HTMLElement>('.flow > :not([data-note], [data-floated])')]
  return blocks
    .filter((block) => getComputedStyle(block).float !== 'none')
    .flatMap((block) => partsOf(block, sheet))
}

/**
 * The browser parts a note where the page ends, and begins at the head of the next: the fill brings it down to its
 * foot.
 */
function fillNote({ note, from }: Piece, y: number, sheet: Sheet): void {
  const { top } = note.element.getBoundingClientRect()
  const filled = [...note.element.querySelectorAll<HTMLElement>('[data-notes-fill]')]
  for (const fill of filled) fill.style.display = 'none'
  const line = linesIn(note.element, sheet).find((one) => one.top + sheet.top - top > from - 2)
  if (line) insertFill(line.node, firstLetter(line, sheet), y)
  for (const fill of filled) fill.style.removeProperty('display')
}

function describe(
  run: HTMLElement,
  elements: readonly HTMLElement[],
  starts: ReadonlyMap<Element, readonly [page: number, y: number]>,
  lines: NotePlaces['lines'],
  height: number,
): NotePlaces {
  const counted = countedIn(run)
  const places = new Map(counted.map((element, index) => [element, index]))
  const withMark = (mark: string): number[] =>
    counted.flatMap((element, index) => (element.hasAttribute(mark) ? [index] : []))
  const fills = [...run.querySelectorAll<HTMLElement>('[data-notes-fill]')].map(
    (fill) =>
      [
        places.get(fill.parentElement!) ?? -1,
        ...describeFill(fill),
        Number.parseFloat(fill.style.height),
      ] as const,
  )
  return {
    begins: withMark('data-next-page'),
    plain: withMark('data-cut'),
    parted: withMark('data-parted'),
    stays: withMark('data-stays'),
    fills,
    notes: elements.map((element) => starts.get(element) ?? null),
    lines,
    height,
  }
}

/** `setDown` and what it calls of this file. */
export const SETTING_DOWN = [setDown, hangingIn, fillNote, describe]
