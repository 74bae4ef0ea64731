// Runs inside the browser: it can use nothing but what stands in the function itself, and what it brings.

/** How the notes of a run stand at the foot of its pages. Elements are counted as `countedIn` gives them. */
export interface NotePlaces {
  /** Blocks and rows of tables that begin a page, because the notes of the page before leave them no room. */
  readonly begins: readonly number[]
  /** What keeps the lines behind it off the page, in the text of an element: see `describeFill`. */
  readonly fills: readonly (readonly [element: number, children: number, letters: number, heightPx: number])[]
  /** Paragraphs whose lines are broken as they come, for they are cut. */
  readonly plain: readonly number[]
  /** What was to keep together and has no room for its notes then. */
  readonly parted: readonly number[]
  /** Figures that had been moved and stand in the text after all. */
  readonly stays: readonly number[]
  /**
   * Of each note in order, or undefined for one that stands nowhere: its page in the run, and pixels from the head of
   * the text.
   */
  readonly notes: readonly (readonly [page: number, y: number] | null)[]
  /**
   * Of each page with notes: where they begin, with the line above them, where the text ended, and whether something
   * hangs beside them.
   */
  readonly lines: readonly (readonly [page: number, y: number, textEnd: number, beside: boolean])[]
  /** Height of a page of the run. */
  readonly height: number
}

/** Puts the notes of a run where they were found to belong, or takes them from there. */
export function layNotes(run: HTMLElement, places: NotePlaces | undefined): void {
  const parents = new Set<Node>()
  for (const fill of run.querySelectorAll('[data-notes-fill]')) {
    if (fill.parentNode) parents.add(fill.parentNode)
    fill.remove()
  }
  for (const parent of parents) parent.normalize()
  for (const line of run.querySelectorAll('[data-notes-line]')) line.remove()
  for (const name of ['next-page', 'cut', 'parted', 'placed'])
    for (const element of run.querySelectorAll(`[data-${name}]`)) element.removeAttribute(`data-${name}`)
  if (!places) return
  const counted = countedIn(run)
  for (const index of places.begins) counted[index]?.setAttribute('data-next-page', '')
  for (const index of places.plain) counted[index]?.setAttribute('data-cut', '')
  for (const index of places.stays) {
    counted[index]?.removeAttribute('data-floated')
    counted[index]?.setAttribute('data-stays', '')
  }
  for (const index of places.parted) counted[index]?.setAttribute('data-parted', '')
  for (const [index, children, letters, height] of places.fills) {
    const place = counted[index] && placeInText(counted[index], children, letters)
    if (place) insertFill(...place, height)
  }
  run.querySelectorAll<HTMLElement>('[data-note]').forEach((note, index) => {
    const place = places.notes[index]
    if (place) standAt(note, ...place)
  })
  for (const line of places.lines) run.append(notesLine(line, places.height))
  run.style.setProperty('--notes-page', String(places.height))
}

/** Neither what is put in for the notes nor what page numbers are written into: the others are the same at any time. */
export function countedIn(run: Element): HTMLElement[] {
  return [
    ...run.querySelectorAll<HTMLElement>(':not([data-notes-fill], [data-notes-line], [data-pages-of] *)'),
  ]
}

export function standAt(note: HTMLElement, page: number, y: number): void {
  note.dataset.placed = ''
  note.style.setProperty('--notes-at', String(page))
  note.style.setProperty('--notes-y', String(y))
}

/** Behind so many elements in its parent, and so many letters of the text that follows them. */
export function describeFill(fill: Element): readonly [children: number, letters: number] {
  let children = 0
  let letters = 0
  for (let before = fill.previousSibling; before; before = before.previousSibling) {
    if (before instanceof Text && children === 0) letters += before.length
    if (before instanceof HTMLElement && before.dataset.notesFill === undefined) children++
  }
  return [children, letters]
}

export function placeInText(
  parent: Element,
  children: number,
  letters: number,
): readonly [Text, number] | undefined {
  let passed = 0
  let left = letters
  for (const node of parent.childNodes) {
    if (node instanceof HTMLElement && node.dataset.notesFill === undefined) passed++
    if (!(node instanceof Text) || passed < children) continue
    if (passed > children) return undefined
    if (left < node.length) return [node, left]
    left -= node.length
  }
  return undefined
}

/** As wide as its line and as tall as what is left of the page: the words behind it begin the next one. */
export function insertFill(node: Text, offset: number, height: number): HTMLElement {
  const fill = document.createElement('i')
  fill.dataset.notesFill = ''
  fill.setAttribute('aria-hidden', 'true')
  fill.style.height = `${height}px`
  const rest = offset > 0 ? node.splitText(offset) : node
  rest.before(fill)
  return fill
}

/** Hides what tint or rule of a box that goes on would run below the text and behind the notes. */
export function notesLine(
  [page, y, textEnd, beside]: NotePlaces['lines'][number],
  height: number,
): HTMLElement {
  const line = document.createElement('i')
  line.dataset.notesLine = beside ? 'beside' : ''
  line.setAttribute('aria-hidden', 'true')
  line.style.setProperty('--notes-at', String(page))
  line.style.setProperty('--notes-y', String(textEnd))
  line.style.setProperty('--notes-gap', `${y - textEnd}px`)
  line.style.height = `${height - textEnd}px`
  return line
}

/** All that the functions of this file call. */
export const LAYING = [layNotes, countedIn, standAt, describeFill, placeInText, insertFill, notesLine]
