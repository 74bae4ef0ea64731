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
/** A cell without content has its place in the table all the same. */
const MAY_BE_EMPTY = new Set(['TD', 'TH'])

/**
 * Takes out what Chromium puts in for itself: an element for each run of text and for each box of the page (most of all elements,
 * and all called NonStruct), and elements without content. Text that stands in no paragraph gets one.
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
  const wasText = element.kids.map(isText)
  const flat = element.kids.flatMap((kid, index): TagKid[] => {
    if (kid.kind !== 'element') return [kid]
    if (isRun(kid)) return inLine(kid)
    gatherParagraphs(kid)
    if (kid.type !== 'NonStruct') return [kid]
    const isLine = kid.kids.length > 0 && kid.kids.every(isText)
    // `H<sub>2</sub>O` in a list item: a box between texts is part of their line.
    if (isLine && (wasText[index - 1] || wasText[index + 1])) return inLine(kid)
    if (isLine) kid.type = 'P'
    else if (kid.language) kid.type = 'Div'
    return kid.type === 'NonStruct' ? kid.kids : [kid]
  })
  const kids = flat.filter(hasContent)
  if (kids.length > 0 && kids.every(isText) && EITHER.has(element.type)) return kids
  return element.type === 'L' || element.type === 'Table' || element.type === 'TR'
    ? kids
    : inParagraphs(element, kids)
}

/** A run of text, as Chromium marks each. */
const isRun = (kid: TagElement): boolean =>
  kid.type === 'NonStruct' && kid.kids.length > 0 && kid.kids.every((one) => one.kind === 'mark')

const isText = (kid: TagKid): boolean => kid.kind !== 'element' || INLINE.has(kid.type) || isRun(kid)

function inParagraphs(element: TagElement, kids: readonly TagKid[]): TagKid[] {
  if (element.type === 'Figure' || element.type === 'TOC') return [...kids]
  const blocks: TagKid[] = []
  let line: TagKid[] = []
  const endLine = () => {
    if (line.length > 0) blocks.push(makeElement('P', element, line))
    line = []
  }
  for (const kid of kids) {
    if (isText(kid)) line.push(kid)
    else {
      endLine()
      blocks.push(kid)
    }
  }
  endLine()
  return blocks
}
