import { makeElement, setKids, type TagElement, type TagKid } from '../element.ts'

/** Elements that stand in a line of text. */
const INLINE = new Set([
  'Span',
  'Em',
  'Strong',
  'Code',
  'Link',
  'Quote',
  'Reference',
  'Ruby',
  'BibEntry',
  'Formula',
])
/** Elements that hold a line of text and nothing else. */
const LINES = new Set([...INLINE, 'P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'Lbl', 'RB', 'RT', 'RP'])
/** Elements that may hold either a line of text or paragraphs. */
const EITHER = new Set(['LBody', 'TD', 'TH', 'Caption', 'TOCI', 'Note', 'NonStruct'])
/** Elements whose kids are of one kind. */
const WITHOUT_PARAGRAPHS = new Set(['L', 'LI', 'Table', 'TR', 'THead', 'TBody', 'TFoot', 'TOC', 'Figure'])
/** A cell without content has its place in the table all the same. */
const MAY_BE_EMPTY = new Set(['TD', 'TH'])

/**
 * Takes out what Chromium puts in for itself: an element for each run of text and for each box of the page (most of
 * all elements, and all called NonStruct), and elements without content. Text that stands in no paragraph gets one.
 */
export function gatherParagraphs(element: TagElement): void {
  const kids = LINES.has(element.type) ? element.kids.flatMap(inLine) : inBlocks(element)
  setKids(element, kids.filter(hasContent))
}

const hasContent = (kid: TagKid): boolean =>
  kid.kind !== 'element' || kid.kids.length > 0 || MAY_BE_EMPTY.has(kid.type)

function inLine(kid: TagKid): TagKid[] {
  if (kid.kind !== 'element') return [kid]
  if (kid.type !== 'NonStruct' && kid.type !== 'Div') {
    gatherParagraphs(kid)
    return [kid]
  }
  if (kid.language) {
    kid.type = 'Span'
    gatherParagraphs(kid)
    return [kid]
  }
  return kid.kids.flatMap(inLine)
}

function inBlocks(element: TagElement): TagKid[] {
  const flat = stretches(element.kids).flatMap((stretch): TagKid[] => {
    // `H<sub>2</sub>O` in a list item: a box beside text is part of its line.
    if (stretch.isLine && stretch.kids.some(isText)) return stretch.kids.flatMap(inLine)
    return stretch.kids.flatMap(asBlock)
  })
  const kids = flat.filter(hasContent)
  if (kids.length > 0 && kids.every(isText) && EITHER.has(element.type)) return kids
  return WITHOUT_PARAGRAPHS.has(element.type) ? kids : inParagraphs(element, kids)
}

/** Neighbours that could stand in one line of text, and all others one by one. */
function stretches(kids: readonly TagKid[]): { readonly isLine: boolean; readonly kids: TagKid[] }[] {
  const found: { isLine: boolean; kids: TagKid[] }[] = []
  for (const kid of kids) {
    const last = found.at(-1)
    const isLine = isLinePart(kid)
    if (isLine && last?.isLine) last.kids.push(kid)
    else found.push({ isLine, kids: [kid] })
  }
  return found
}

const isLinePart = (kid: TagKid): boolean =>
  kid.kind !== 'element' ||
  INLINE.has(kid.type) ||
  isPicture(kid) ||
  (kid.type === 'NonStruct' && kid.kids.length > 0 && kid.kids.every(isLinePart))

/** A run of text, as Chromium marks each, or what stands in a line by its nature. */
const isText = (kid: TagKid): boolean =>
  kid.kind !== 'element' ||
  INLINE.has(kid.type) ||
  (kid.type === 'NonStruct' && kid.kids.length > 0 && kid.kids.every((one) => one.kind === 'mark'))

const isPicture = (kid: TagKid | undefined): boolean => kid?.kind === 'element' && kid.type === 'Figure'

function asBlock(kid: TagKid): TagKid[] {
  if (kid.kind !== 'element') return [kid]
  if (kid.type === 'NonStruct' && isLinePart(kid)) kid.type = 'P'
  gatherParagraphs(kid)
  if (kid.type === 'NonStruct' && kid.language) kid.type = 'Div'
  return kid.type === 'NonStruct' ? kid.kids : [kid]
}

function inParagraphs(element: TagElement, kids: readonly TagKid[]): TagKid[] {
  const blocks: TagKid[] = []
  let line: TagKid[] = []
  const endLine = () => {
    if (line.length > 0) blocks.push(makeElement('P', element, line))
    line = []
  }
  for (const [index, kid] of kids.entries()) {
    // A picture beside text stands in its line; one alone, or between paragraphs, is a block.
    const isInLine = isPicture(kid) && (line.length > 0 || isTextBehind(kids, index))
    if (isText(kid) || isInLine) line.push(kid)
    else {
      endLine()
      blocks.push(kid)
    }
  }
  endLine()
  return blocks
}

function isTextBehind(kids: readonly TagKid[], from: number): boolean {
  const next = kids.slice(from).find((kid) => !isPicture(kid))
  return next !== undefined && isText(next)
}
