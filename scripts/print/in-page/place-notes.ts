// Runs inside the browser: it can use nothing but what stands in the function itself, and what it brings.
import type { Area } from '../page-geometry.ts'
import { ENDING, type End, endOfPage, linesIn, partsOf, type Sheet } from './end-of-page.ts'
import { insertFill, LAYING, type NotePlaces, notesLine } from './lay-notes.ts'
import {
  type Call,
  carriedOn,
  cutPiece,
  type Foot,
  heightOf,
  inOrder,
  type Note,
  PARTING,
  type Piece,
  type Settlement,
  whole,
} from './note-pieces.ts'
import { SETTING_DOWN, setDown } from './set-down-notes.ts'

/**
 * Sets the notes of a run, which lies in columns, at the foot of the pages that call them. From the first page to the
 * last: what stands on a page is read, as many calls are left on it as have room for their notes below, and what
 * follows begins the next page. A note that is too long goes on there.
 */
export function placeNotes(run: HTMLElement, { width, height }: Area, gap: number): NotePlaces | undefined {
  const elements = [...run.querySelectorAll<HTMLElement>('[data-note]')]
  if (elements.length === 0) return undefined
  const box = run.getBoundingClientRect()
  const sheet = { left: box.left, top: box.top, stride: width + gap, gap, height }
  const foot = { sheet, space: spaceAbove(run) }
  const owners = ownersIn(run, elements, sheet)
  const stood = new Map<Note, Piece[]>()
  const pages = new Map<number, Settlement>()
  let carried: readonly Piece[] = []
  for (let page = 0; ; page++) {
    const calls = readCalls(owners, sheet).filter(({ notes }) => !stood.has(notes[0]!))
    if (calls.length === 0 && carried.length === 0) break
    if (carried.length === 0) page = Math.max(page, Math.min(...calls.map((call) => call.page)))
    const here = calls
      .filter((call) => call.page <= page)
      .map((call) => (call.page < page ? { ...call, top: 0, bottom: 0 } : call))
    const settled = settlePage(run, page, here, carried, foot)
    const { uneven, whole: parted } = settled.end ?? {}
    if (uneven) uneven.dataset.cut = ''
    if (parted) part(parted, page, sheet)
    if (uneven || parted) {
      page-- // Once more, now that it may end elsewhere.
      continue
    }
    if (keepFloats(run, page, height - heightOf(settled.pieces, foot), sheet)) {
      page--
      continue
    }
    endPage(settled.end, sheet)
    pages.set(page, settled)
    for (const piece of settled.pieces) stood.set(piece.note, [...(stood.get(piece.note) ?? []), piece])
    carried = settled.rest
    for (const { note } of carried) if (!stood.has(note)) stood.set(note, [])
  }
  return setDown(run, elements, pages, foot)
}

/** A block that keeps together may go on on the next page after all. It begins where it did before that. */
function part(block: HTMLElement, page: number, sheet: Sheet): void {
  block.dataset.parted = ''
  let first = block.closest<HTMLElement>('.flow > *') ?? block
  for (let before = first.previousElementSibling; before; before = before.previousElementSibling) {
    if (before.matches('[data-note]') || !(before instanceof HTMLElement)) continue
    if (partsOf(before, sheet)[0]?.page !== page) break
    first = before
  }
  first.dataset.nextPage = ''
}

/** A figure that was moved to where the notes of the page are to stand goes back to its place in the text. */
function keepFloats(run: HTMLElement, page: number, limit: number, sheet: Sheet): boolean {
  const low = [...run.querySelectorAll<HTMLElement>('[data-floated]')].filter((figure) =>
    partsOf(figure, sheet).some((part) => part.page === page && part.bottom > limit + 0.5),
  )
  for (const figure of low) {
    delete figure.dataset.floated
    figure.dataset.stays = ''
  }
  return low.length > 0
}

function spaceAbove(run: HTMLElement): number {
  const line = notesLine([0, 0, 0, false], 0)
  run.append(line)
  const space = Number.parseFloat(getComputedStyle(line).paddingTop) || 0
  line.remove()
  return space
}

/** Each call with its notes, in the order of the text. */
function ownersIn(
  run: HTMLElement,
  elements: readonly HTMLElement[],
  sheet: Sheet,
): readonly { readonly call: Element | undefined; readonly notes: Note[] }[] {
  const first = new Map([...run.querySelectorAll('.call a[id]')].map((call) => [call.id, call]))
  const owners = new Map<Element, { readonly call: Element | undefined; readonly notes: Note[] }>()
  for (const element of elements) {
    const { height } = element.getBoundingClientRect()
    const note = { element, height, cuts: () => cutsOf(element, sheet) }
    const call = first.get(element.dataset.note ?? '')
    const caller = call?.closest('[data-note]')
    const owner = caller && owners.get(caller)
    if (owner) owner.notes.push(note)
    owners.set(element, owner ?? { call, notes: [note] })
  }
  return [...new Set(owners.values())]
}

/** Two lines stay together at each end, and code. */
function cutsOf(element: HTMLElement, sheet: Sheet): number[] {
  const { top } = element.getBoundingClientRect()
  const lines = linesIn(element, sheet)
  return lines
    .slice(2, -1)
    .filter(({ node }) => !node.parentElement?.closest('pre'))
    .map((line) => line.top + sheet.top - top)
}

function readCalls(owners: ReturnType<typeof ownersIn>, sheet: Sheet): Call[] {
  return owners.map(({ call, notes }) => {
    const part = call && partsOf(call, sheet)[0]
    if (!call || !part) return { page: 0, top: 0, bottom: 0, notes }
    const line = Number.parseFloat(getComputedStyle(call.closest('sup')?.parentElement ?? call).lineHeight)
    const middle = (part.top + part.bottom) / 2
    const half = (line || part.bottom - part.top) / 2
    return { page: part.page, top: middle - half, bottom: middle + half, notes }
  })
}

function settlePage(
  run: HTMLElement,
  page: number,
  calls: readonly Call[],
  carried: readonly Piece[],
  foot: Foot,
): Settlement {
  const { height } = foot.sheet
  // Something of the text stands above what goes on from the page before.
  const most = partsOfText(run, page, foot.sheet) ? height * 0.8 : height
  const { pieces: before, rest } = carriedOn(carried, most, foot)
  const order = [...calls].sort((a, b) => a.bottom - b.bottom)
  const endAt = (limit: number): End | undefined => endOfPage(run, page, limit, foot.sheet)
  const stays = (end: End | undefined) => (call: Call) => !end || call.bottom <= end.y + 1
  for (let count = rest.length > 0 ? 0 : order.length; count >= 0; count--) {
    const some = order.slice(0, count)
    const last = some.at(-1)
    const next = order[count]?.top ?? height
    const notes = inOrder(some, calls)
    const limit = height - heightOf([...before, ...notes.map(whole)], foot)
    if (!last || last.bottom <= limit + 0.5) {
      const end = endAt(Math.min(limit, next))
      if (end?.uneven) return { pieces: [], rest: [], end }
      if (end?.stuck) continue
      const kept = inOrder(some.filter(stays(end)), calls)
      return { pieces: [...before, ...kept.map(whole)], rest, end }
    }
    const parted = partLast(some, calls, before, foot)
    if (!parted || next - last.bottom < -2) continue
    const end = endAt(Math.min(height - heightOf(parted.pieces, foot), next))
    if (end?.uneven) return { pieces: [], rest: [], end }
    if (end?.stuck || !stays(end)(last)) continue
    return { ...parted, end }
  }
  return squeezed(order, calls, before, rest, endAt, foot)
}

/** The last note begins below the others and goes on on the next page. */
function partLast(
  some: readonly Call[],
  calls: readonly Call[],
  before: readonly Piece[],
  foot: Foot,
): { pieces: Piece[]; rest: Piece[] } | undefined {
  const notes = inOrder(some, calls)
  const last = notes.pop()
  const { bottom = 0 } = some.at(-1) ?? {}
  if (!last || !some.at(-1)?.notes.includes(last)) return undefined
  const pieces = [...before, ...notes.map(whole)]
  const used = pieces.length > 0 ? heightOf(pieces, foot) : foot.space + 1
  const parted = cutPiece(whole(last), foot.sheet.height - bottom - used)
  return parted && { pieces: [...pieces, parted[0]], rest: [parted[1]] }
}

/**
 * What calls them cannot leave the page: the notes get what room there is below it, and what has none goes over. Of the
 * calls as few as the page can end behind.
 */
function squeezed(
  order: readonly Call[],
  calls: readonly Call[],
  before: readonly Piece[],
  rest: readonly Piece[],
  endAt: (limit: number) => End | undefined,
  foot: Foot,
): Settlement {
  const { height } = foot.sheet
  for (let count = 1; ; count++) {
    const some = order.slice(0, count)
    const next = order[count]
    if (next && next.top < (some.at(-1)?.bottom ?? 0) - 2) continue
    const pieces = [...before]
    const over = [...rest]
    for (const note of inOrder(some, calls)) {
      const used = pieces.length > 0 ? heightOf(pieces, foot) : foot.space + 1
      const room = height - (some.at(-1)?.bottom ?? 0) - used
      const parted = over.length > 0 || note.height <= room ? undefined : cutPiece(whole(note), room)
      if (over.length === 0 && note.height <= room) pieces.push(whole(note))
      else if (parted) {
        pieces.push(parted[0])
        over.push(parted[1])
      } else over.push(whole(note))
    }
    const end = endAt(Math.min(height - heightOf(pieces, foot), next?.top ?? height))
    if (end?.whole || end?.uneven) return { pieces: [], rest: [], end }
    if (!end?.stuck || !next) return { pieces, rest: over, end: end?.stuck ? undefined : end }
  }
}

const partsOfText = (run: HTMLElement, page: number, sheet: Sheet): boolean =>
  [...run.children].some((child) => partsOf(child, sheet).some((part) => part.page === page))

function endPage(end: End | undefined, { height }: Sheet): void {
  if (end?.block) end.block.dataset.nextPage = ''
  if (!end?.line) return
  end.line.paragraph.dataset.cut = ''
  insertFill(end.line.node, end.line.offset, Math.floor(height - end.y) - 1)
}

/** `placeNotes` and all that it calls. */
export const PLACING = [
  ...LAYING,
  ...ENDING,
  ...PARTING,
  ...SETTING_DOWN,
  placeNotes,
  part,
  keepFloats,
  spaceAbove,
  ownersIn,
  cutsOf,
  readCalls,
  settlePage,
  partLast,
  squeezed,
  partsOfText,
  endPage,
]
