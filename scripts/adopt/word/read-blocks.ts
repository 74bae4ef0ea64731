// The paragraphs and tables of a part, in the order of reading.
import { chosen } from './chosen.ts'
import {
  allWithin,
  childOf,
  childrenOf,
  type Element,
  holdsWords,
  switchOf,
  textWithin,
  valOf,
  wordsBeside,
} from './element.ts'
import type { Block, Inline, ListItem, Paragraph } from './pieces.ts'
import { plainWords } from './plain-text.ts'
import { readInlines } from './read-inlines.ts'
import type { ListLevel } from './read-numbering.ts'
import { isUnseen } from './read-run.ts'
import { indentOf, type ParagraphStyle } from './read-styles.ts'
import { readTable } from './read-table.ts'
import type { Reading } from './reading.ts'
import { quoted } from './telling.ts'

export function readBlocks(parent: Element, reading: Reading): Block[] {
  const out: Block[] = []
  readAll(parent, reading, out)
  return out
}

function readAll(parent: Element, reading: Reading, out: Block[]): void {
  const pending: Inline[] = []
  const line: Element[] = []
  for (const child of [...childrenOf(parent), undefined]) {
    if (child && isOfLine(child)) {
      line.push(child)
      continue
    }
    if (line.length > 0) out.push(made(readInlines(around(line.splice(0)), reading)))
    if (child?.name === 'w:bookmarkStart')
      pending.push({ kind: 'anchor', name: child.attributes['w:name'] ?? '' })
    else if (child?.name === 'w:p') addParagraph(child, reading, out, pending.splice(0))
    else if (child) readOther(child, reading, out)
  }
}

/** No program puts words outside of a paragraph; where they stand there all the same, they are one. */
const isOfLine = (child: Element): boolean =>
  /^(?:w:(?:r|t|hyperlink|fldSimple|del|moveFrom|dir|bdo)$|m:)/.test(child.name) ||
  (/^w:(?:ins|moveTo|smartTag)$/.test(child.name) && childrenOf(child).some(isOfLine))

const around = (children: readonly Element[]): Element => ({ name: '', attributes: {}, children })

function readOther(child: Element, reading: Reading, out: Block[]): void {
  switch (child.name) {
    case 'w:tbl': {
      const before = isUnseen(reading)
      const blocks = readTable(child, reading)
      if (!before) out.push(...blocks)
      return
    }
    case 'w:sdt':
      readControl(child, reading, out)
      return
    case 'w:ins':
    case 'w:moveTo':
    case 'w:customXml':
    case 'w:smartTag':
      readAll(child, reading, out)
      return
    case 'mc:AlternateContent':
      for (const one of chosen(child)) readAll(around([one]), reading, out)
      return
    case 'w:altChunk': {
      const target = reading.relations.get(child.attributes['r:id'] ?? '')?.target ?? 'a file'
      reading.telling.tell('word-text-is-carried', { problem: 'imported', file: target })
      return
    }
    case 'w:commentRangeStart':
    case 'w:commentRangeEnd':
      readInlines(around([child]), reading)
      return
    default:
      if (holdsWords(child)) readAll(child, reading, out)
  }
}

const made = (inlines: readonly Inline[]): Paragraph => ({
  kind: 'paragraph',
  at: 0,
  role: 'text',
  level: 0,
  inlines,
  item: undefined,
  indent: 0,
})

/** Lists of contents, of figures, of works: Word keeps them in controls that say what they are. */
function readControl(control: Element, reading: Reading, out: Block[]): void {
  const properties = childOf(control, 'w:sdtPr')
  const content = childOf(control, 'w:sdtContent')
  readAll(around(wordsBeside(control)), reading, out)
  if (!content) return
  const gallery = allWithin(properties, 'w:docPartGallery')[0]?.attributes['w:val'] ?? ''
  if (/table of contents/i.test(gallery)) {
    const lines = childrenOf(content)
      .flatMap((child) =>
        child.name === 'w:tbl' || child.name === 'w:sdt' ? allWithin(child, 'w:p') : [child],
      )
      .map(wordsOf)
      .filter((words) => words !== '')
    reading.gathered.contents += lines.length
    for (const line of lines) reading.telling.leave(line)
    // Marks of fields within it must be passed all the same.
    const { contents } = reading.gathered
    readAll(content, reading, [])
    reading.gathered.contents = contents
  } else if (switchOf(properties, 'w:showingPlcHdr') && !childOf(content, 'w:tbl')) {
    const words = textWithin(content).trim()
    if (words) reading.telling.tell('word-text-is-carried', { problem: 'placeholder', words: quoted(words) })
    reading.telling.leave(words)
  } else readAll(content, reading, out)
}

function addParagraph(element: Element, reading: Reading, out: Block[], before: readonly Inline[]): void {
  const { gathered } = reading
  gathered.paragraph += 1
  const wasLeftOut = isLeftOut(reading)
  const properties = childOf(element, 'w:pPr')
  const style = reading.styles.paragraph(valOf(properties, 'w:pStyle'))
  if (style.role === 'heading') gathered.fields.length = 0
  const inlines = [...before, ...readInlines(element, reading)]
  const isContents = wasLeftOut || isLeftOut(reading) || style.role === 'contents'
  leaveUnseen(isContents, reading)
  dropTornInstructions(reading)
  if (isContents) {
    const words = plainWords(inlines).trim()
    if (style.role === 'contents' && words !== '') {
      gathered.contents += 1
      reading.telling.leave(wordsOf(element))
    } else if (words !== '') out.push(made(inlines))
    return
  }
  if (switchOf(properties, 'w:pageBreakBefore')) gathered.pageBreaks += 1
  if (inlines.length === 0 && childOf(properties, 'w:pBdr', 'w:bottom')) {
    out.push({ kind: 'rule' })
    return
  }
  const paragraph = paragraphOf(properties, style, inlines, reading)
  if (!joins(out, reading)) out.push(paragraph)
  else joinLast(out, paragraph)
  reading.gathered.joinsNext =
    childOf(properties, 'w:rPr', 'w:del') !== undefined || isInitial(properties, inlines)
}

/**
 * A letter that is drawn over several lines is a paragraph of its own in the file, and the first of the next to read.
 */
const isInitial = (properties: Element | undefined, inlines: readonly Inline[]): boolean =>
  /^(?:drop|margin)$/.test(childOf(properties, 'w:framePr')?.attributes['w:dropCap'] ?? '') &&
  plainWords(inlines).trim() !== ''

const isLeftOut = ({ gathered }: Reading): boolean =>
  gathered.fields.some(({ isInResult, meaning }) => isInResult && meaning.kind === 'left-out')

/** Lists of contents and indexes are; what else a field keeps to itself is told. */
function leaveUnseen(isContents: boolean, { gathered, telling }: Reading): void {
  const words = gathered.unseen.trim()
  gathered.unseen = ''
  if (words === '') return
  telling.leave(words)
  if (isContents) gathered.contents += 1
  else telling.tell('word-text-is-carried', { problem: 'field-without-result', words: quoted(words) })
}

/**
 * A field that never ends would take the rest of the text with it: what it says to do, and a number, are of one line.
 */
function dropTornInstructions({ gathered }: Reading): void {
  const torn = gathered.fields.findIndex(
    ({ isInResult, meaning }) => !isInResult || meaning.kind === 'number',
  )
  if (torn >= 0) gathered.fields.splice(torn)
}

const wordsOf = (element: Element): string => allWithin(element, 'w:t').map(textWithin).join('').trim()

/** The end of the paragraph before was struck out, or it is an initial. */
const joins = (out: readonly Block[], { gathered }: Reading): boolean =>
  gathered.joinsNext && out.at(-1)?.kind === 'paragraph'

function joinLast(out: Block[], paragraph: Paragraph): void {
  const last = out.at(-1)
  if (last?.kind !== 'paragraph') return
  const keeps = last.inlines.length > 0 ? last : paragraph
  out[out.length - 1] = { ...keeps, inlines: [...last.inlines, ...paragraph.inlines] }
}

function paragraphOf(
  properties: Element | undefined,
  style: ParagraphStyle,
  inlines: readonly Inline[],
  reading: Reading,
): Paragraph {
  const outline = Number(valOf(properties, 'w:outlineLvl') ?? Number.NaN)
  const isOutlined = style.role === 'text' && outline >= 0 && outline < 9 && plainWords(inlines).trim() !== ''
  const role = isOutlined ? 'heading' : style.role === 'contents' ? 'text' : style.role
  const level = isOutlined ? outline + 1 : style.level
  const counted = itemOf(properties, style, reading)
  // A bullet that shows nothing is how some programs go on with an item.
  const isGoingOn = counted?.format === 'bullet' && counted.label === ''
  const item = isGoingOn ? undefined : counted
  const ownIndent = indentOf(properties)
  const indent = Number(ownIndent ?? counted?.indent ?? style.indent ?? 0) || 0
  if (role === 'heading' && item?.label && item.format !== 'bullet' && plainWords(inlines).trim() !== '')
    reading.gathered.numberedHeadings.push(`${item.label} ${plainWords(inlines)}`)
  else if (item && isSetOff(item)) reading.gathered.setOffNumbers.push(`${item.label} ${plainWords(inlines)}`)
  const isOfText = role === 'heading' || role === 'title' || role === 'subtitle'
  return {
    kind: 'paragraph',
    at: reading.gathered.paragraph,
    role: isGoingOn && role === 'text' ? 'continued' : role,
    level,
    inlines,
    item: isOfText || !item ? undefined : { ...item, indent },
    indent,
  }
}

/** `0` takes a paragraph out of the list that its style puts it in. */
function itemOf(
  properties: Element | undefined,
  style: ParagraphStyle,
  reading: Reading,
): ListItem | undefined {
  const own = childOf(properties, 'w:numPr')
  const id = valOf(own, 'w:numId') ?? style.numbering?.id
  if (id === undefined || id === '0') return undefined
  const level = Math.min(8, Math.max(0, Number(valOf(own, 'w:ilvl') ?? style.numbering?.level ?? 0) || 0))
  const counted = reading.count(id, level)
  if (!counted || counted.format.format === 'none') return undefined
  const { value, label, format } = counted
  return {
    list: reading.numbering.counted(id),
    level,
    value,
    label,
    // A list of ours begins at 0 or later.
    format:
      saysWords(format) || value < 0 ? 'worded' : multiLevel(format.label) ? 'multiLevel' : format.format,
    indent: format.indent,
  }
}

/** `Step %1`. The bullets of fonts of signs are letters, too. */
const saysWords = ({ format, label }: ListLevel): boolean =>
  (format === 'bullet' ? /\p{L}{3}/u : /\p{L}/u).test(label.replace(/%\d/g, ''))

/** `5.` and `5)` are what a number of any list is; `(5)` and `§ 5` are more. */
const isSetOff = ({ format, label }: ListItem): boolean =>
  /^(?:decimal|(?:lower|upper)(?:Letter|Roman))$/.test(format) && /^[^\p{L}\p{N}]/u.test(label.trim())

/** `%1.%2`: counted through the levels above. */
const multiLevel = (label: string): boolean => (label.match(/%\d/g)?.length ?? 0) > 1
