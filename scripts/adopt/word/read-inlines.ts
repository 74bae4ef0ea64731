// The contents of a paragraph, in the order of reading, whatever they are wrapped in.
import { chosen } from './chosen.ts'
import {
  allWithin,
  childOf,
  childrenOf,
  type Element,
  holdsWords,
  switchOf,
  textWithin,
  wordsBeside,
} from './element.ts'
import { meaningOf, openField } from './fields.ts'
import { texOf } from './formulas/tex-of.ts'
import type { Inline, Marks } from './pieces.ts'
import { type Around, addBlocks, addChange, authorOf, isUnseen, readRun, tellElsewhere } from './read-run.ts'
import type { Reading } from './reading.ts'
import { quoted } from './telling.ts'

export function readInlines(parent: Element, reading: Reading): Inline[] {
  const out: Inline[] = []
  readAll(parent, reading, { marks: {} }, out)
  return out
}

function readAll(parent: Element, reading: Reading, around: Around, out: Inline[]): void {
  for (const child of childrenOf(parent)) readOne(child, reading, around, out)
}

function readOne(child: Element, reading: Reading, around: Around, out: Inline[]): void {
  switch (child.name) {
    case 'w:r':
      readRun(child, reading, around, out)
      return
    case 'w:hyperlink':
      readAll(child, reading, { ...around, marks: { ...around.marks, ...linkOf(child, reading) } }, out)
      return
    case 'w:ins':
    case 'w:moveTo':
      readAll(child, reading, { ...around, tracked: trackedBy(child) }, out)
      return
    case 'w:del':
    case 'w:moveFrom':
      leaveOut(child, reading)
      return
    case 'w:sdt':
      readControl(child, reading, around, out)
      return
    case 'w:smartTag':
    case 'w:customXml':
    case 'w:dir':
    case 'w:bdo':
      readAll(child, reading, around, out)
      return
    case 'mc:AlternateContent':
      for (const one of chosen(child)) readOne(one, reading, around, out)
      return
    case 'w:fldSimple':
      readSimpleField(child, reading, around, out)
      return
    case 'm:oMath':
    case 'm:oMathPara':
      readFormula(child, reading, out)
      return
    case 'w:p':
    case 'w:tbl':
      addBlocks(child, reading, out)
      return
    default:
      if (OF_RUN.test(child.name)) readRun({ ...child, name: 'w:r', children: [child] }, reading, around, out)
      else if (!holdsWords(child)) readMark(child, reading, out)
      else if (child.name.startsWith('m:')) readFormula(child, reading, out)
      else readAll(child, reading, around, out)
  }
}

/** What stands in runs alone, in all files that a program wrote. */
const OF_RUN =
  /^w:(?:t|tab|br|cr|sym|noBreakHyphen|softHyphen|fldChar|instrText|footnoteReference|endnoteReference|ruby|drawing|pict|object)$/

const trackedBy = (change: Element) =>
  ({ kind: change.name === 'w:ins' ? 'inserted' : 'moved', author: authorOf(change) }) as const

/** Marks that take no room: bookmarks, and where a comment begins and ends. */
function readMark(child: Element, { gathered }: Reading, out: Inline[]): void {
  const id = child.attributes['w:id'] ?? ''
  if (child.name === 'w:bookmarkStart') {
    const name = child.attributes['w:name'] ?? ''
    if (name && name !== '_GoBack') out.push({ kind: 'anchor', name })
  } else if (child.name === 'w:commentRangeStart') {
    gathered.openComments.add(id)
    gathered.beside.set(id, '')
  } else if (child.name === 'w:commentRangeEnd') gathered.openComments.delete(id)
}

function linkOf(element: Element, { relations }: Reading): Marks {
  const { 'r:id': id, 'w:anchor': anchor } = element.attributes
  const target = id === undefined ? undefined : relations.get(id)?.target
  if (target === undefined && anchor === undefined) return {}
  return { link: `${target ?? ''}${anchor === undefined ? '' : `#${anchor}`}` }
}

function leaveOut(change: Element, reading: Reading): void {
  const words = allWithin(change, 'w:r')
    .flatMap((run) => childrenOf(run))
    .map((one) =>
      one.name === 'w:delText' || one.name === 'w:t' ? textWithin(one) : one.name === 'w:tab' ? ' ' : '',
    )
    .join('')
  // Where words were moved, they stand elsewhere.
  if (words.trim() && change.name === 'w:del') addChange('deleted', authorOf(change), words, reading)
}

/** A prompt such as “Click here to enter text” is not what anybody wrote. */
function readControl(control: Element, reading: Reading, around: Around, out: Inline[]): void {
  const content = childOf(control, 'w:sdtContent')
  for (const child of wordsBeside(control)) readOne(child, reading, around, out)
  if (!content) return
  if (switchOf(childOf(control, 'w:sdtPr'), 'w:showingPlcHdr')) {
    const words = textWithin(content).trim()
    if (words && !isUnseen(reading))
      reading.telling.tell('word-text-is-carried', { problem: 'placeholder', words: quoted(words) })
    reading.telling.leave(words)
  } else readAll(content, reading, around, out)
}

function readSimpleField(element: Element, reading: Reading, around: Around, out: Inline[]): void {
  const instruction = element.attributes['w:instr'] ?? ''
  const meaning = meaningOf(instruction)
  if (meaning.kind === 'elsewhere') tellElsewhere(meaning.value ?? '', reading)
  const field = { ...openField(), instruction, isInResult: true, meaning }
  reading.gathered.fields.push(field)
  readAll(element, reading, around, out)
  reading.gathered.fields.splice(reading.gathered.fields.indexOf(field))
}

function readFormula(element: Element, reading: Reading, out: Inline[]): void {
  if (isUnseen(reading)) return
  const isDisplayed = element.name === 'm:oMathPara'
  const within = isDisplayed ? allWithin(element, 'm:oMath') : []
  for (const formula of within.length > 0 ? within : [element]) {
    const { tex, isWhole } = texOf(formula)
    // In TeX a sign is a word: α is \alpha.
    const words = allWithin(formula, 'm:t').map(textWithin).join('')
    reading.telling.leave(words)
    if (tex.trim()) out.push({ kind: 'formula', tex, words, isDisplayed })
    if (isWhole) continue
    for (const words of allWithin(formula, 'w:t')) reading.telling.leave(textWithin(words))
    reading.telling.tell('word-shape-is-carried', {
      problem: 'formula-in-part',
      words: quoted(textWithin(formula)),
    })
  }
}
