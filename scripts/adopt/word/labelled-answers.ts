// The answers of a form whose fields are gone, as some programs save it: read by the words that stand beside them.
import {
  FORM_WORDS,
  HEADING_TAG,
  HINT,
  NEEDED,
  PLACEHOLDERS,
  SECTION_TAG,
  STEPS_TAG,
} from '../../ground/case-study-form.ts'
import type { FormPart, FormQuestion } from '../../model/case-study-form.ts'
import { allWithin, childOf, childrenOf, type Element, valOf } from './element.ts'
import { type FormAnswer, type FormAnswers, linesOf, ownWords } from './form-answers.ts'
import type { Styles } from './read-styles.ts'

/** Undefined where too few of its labels stand there. */
export function labelledAnswers(
  body: Element,
  questions: readonly FormQuestion[],
  styles: Styles,
): FormAnswers | undefined {
  const blocks = blocksOf(body)
  if (!isLabelled(blocks, questions)) return undefined
  const story = blocks.findIndex((block) => block.name === 'w:p' && wordsOf(block) === FORM_WORDS.story)
  const end = story < 0 ? blocks.length : story
  const facts = factsIn(blocks.slice(0, end), questions)
  const answers = [...facts.answers, ...sectionsIn(blocks.slice(end), styles)]
  const isOwn = ownWords(questions, [])
  return {
    answers,
    outside: facts.outside.filter((words) => !isOwn(words)),
    own: [...allWithin(body, 'w:p').map(wordsOf).filter(isOwn), ...Object.values(PLACEHOLDERS)],
  }
}

const FEWEST_LABELS = 5

function isLabelled(blocks: readonly Element[], questions: readonly FormQuestion[]): boolean {
  const labels = new Set(questions.map(({ label }) => label))
  const found = blocks
    .filter(({ name }) => name === 'w:tbl')
    .flatMap(rowsOf)
    .map((row) => labelOf(cellsOf(row)[0]))
    .filter((label) => labels.has(label))
  return new Set(found).size >= FEWEST_LABELS
}

/** Controls that lost their names are opened. */
function within(element: Element, name: RegExp): Element[] {
  return childrenOf(element).flatMap((child): Element[] => {
    if (name.test(child.name)) return [child]
    if (child.name === 'w:sdt') return within(childOf(child, 'w:sdtContent') ?? child, name)
    return /^w:(?:ins|moveTo|customXml|smartTag)$/.test(child.name) ? within(child, name) : []
  })
}

const blocksOf = (element: Element): Element[] => within(element, /^w:(?:p|tbl)$/)
const rowsOf = (table: Element): Element[] => within(table, /^w:tr$/)
const cellsOf = (row: Element): Element[] => within(row, /^w:tc$/)

const wordsOf = (element: Element | undefined): string => linesOf(element).replace(/\s+/g, ' ').trim()

const labelOf = (cell: Element | undefined): string => {
  const line =
    cell &&
    blocksOf(cell)
      .map(wordsOf)
      .find((words) => words !== '' && !words.startsWith(HINT))
  return withoutNeeded(line ?? '')
}

const withoutNeeded = (words: string): string =>
  words.endsWith(NEEDED.trim()) ? words.slice(0, -NEEDED.trim().length).trim() : words

interface Facts {
  readonly answers: FormAnswer[]
  readonly outside: string[]
}

type Rows = readonly (readonly Element[])[]

/** The tables before the text; a heading says which question the next one answers. */
function factsIn(blocks: readonly Element[], questions: readonly FormQuestion[]): Facts {
  const facts: Facts = { answers: [], outside: [] }
  let row = 0
  let asked: FormQuestion | undefined
  for (const block of blocks) {
    if (block.name === 'w:p') {
      const words = wordsOf(block)
      asked = questions.find(({ label }) => label === withoutNeeded(words)) ?? asked
      if (words !== '') facts.outside.push(words)
      continue
    }
    const rows = rowsOf(block).map(cellsOf)
    row += rows.length
    const several = severalOf(rows, questions, asked)
    if (several) facts.answers.push(...groupsIn(rows, several, row))
    else pairsIn(rows, questions, asked, facts)
  }
  return facts
}

const partsOf = ({ answer }: FormQuestion): readonly FormPart[] => ('parts' in answer ? answer.parts : [])

/** Its columns are the parts of an answer that can be given several times. */
function severalOf(
  rows: Rows,
  questions: readonly FormQuestion[],
  asked: FormQuestion | undefined,
): FormQuestion | undefined {
  const heads = (rows[0] ?? []).map(labelOf)
  return [...(asked ? [asked] : []), ...questions].find(
    (question) =>
      question.answer.is === 'groups' &&
      partsOf(question).filter(({ label }) => heads.includes(label)).length >= Math.min(2, heads.length),
  )
}

function groupsIn(rows: Rows, question: FormQuestion, from: number): FormAnswer[] {
  const heads = (rows[0] ?? []).map(labelOf)
  return rows.slice(1).flatMap((cells, index) =>
    cells.flatMap((cell, column): FormAnswer[] => {
      const part = partsOf(question).find(({ label }) => label === heads[column])
      const label = part?.label ?? heads[column] ?? ''
      return [answerIn([cell], `${question.key}.${part?.key ?? label}`, label, from + index)]
    }),
  )
}

/** What is asked, and the answer beside it. */
function pairsIn(
  rows: Rows,
  questions: readonly FormQuestion[],
  asked: FormQuestion | undefined,
  { answers, outside }: Facts,
): void {
  for (const [first, ...rest] of rows) {
    const label = labelOf(first)
    if (label === FORM_WORDS.asked && labelOf(rest[0]) === FORM_WORDS.answer) continue
    const part = asked && partsOf(asked).find((one) => one.label === label)
    const question = questions.find((one) => one.label === label)
    const tag = part ? `${asked?.key}.${part.key}` : (question?.key ?? label)
    if (rest.length > 0 && label !== '') outside.push(...besideLabel(first, label))
    if (rest.length === 0 || label === '') outside.push(...[first, ...rest].map(wordsOf).filter(Boolean))
    else answers.push(answerIn(rest, tag, label, 0))
  }
}

const besideLabel = (cell: Element | undefined, label: string): string[] =>
  (cell ? blocksOf(cell) : []).map(wordsOf).filter((words) => words !== '' && withoutNeeded(words) !== label)

const EMPTY: ReadonlySet<string> = new Set(Object.values(PLACEHOLDERS))

/** Without the lines in which nothing was written. */
function answerIn(blocks: readonly Element[], tag: string, label: string, row: number): FormAnswer {
  const content: Element = { name: 'w:sdtContent', attributes: {}, children: blocks }
  const lines = linesOf(content).split('\n')
  const words = lines.filter((line) => !EMPTY.has(line.trim())).join('\n')
  return { tag, label, content, words: words.trim(), row }
}

interface Section {
  readonly heading: Element | undefined
  readonly blocks: Element[]
}

function sectionsIn(blocks: readonly Element[], styles: Styles): FormAnswer[] {
  const sections: Section[] = [{ heading: undefined, blocks: [] }]
  for (const block of blocks.slice(1)) {
    const words = block.name === 'w:p' ? wordsOf(block) : undefined
    const style = styles.paragraph(styleOf(block))
    if (words && style.role === 'heading' && style.level <= 2) sections.push({ heading: block, blocks: [] })
    else if (words === undefined || !(EMPTY.has(words) || words.startsWith(HINT)))
      sections.at(-1)?.blocks.push(block)
  }
  return sections.flatMap(({ heading, blocks }, index): FormAnswer[] => {
    const title = heading ? wordsOf(heading) : ''
    const isSteps =
      title === FORM_WORDS.steps || (index > 0 && index + 1 === sections.length && isCounted(blocks, styles))
    const tag = isSteps ? STEPS_TAG : `${SECTION_TAG}.${index + 1}`
    const answer = answerIn(blocks, tag, title || FORM_WORDS.story, 0)
    return heading ? [answerIn([heading], `${tag}.${HEADING_TAG}`, title, 0), answer] : [answer]
  })
}

const styleOf = (paragraph: Element): string | undefined => valOf(paragraph, 'w:pPr', 'w:pStyle')

/** Each of its lines is a point of a list. */
function isCounted(blocks: readonly Element[], styles: Styles): boolean {
  const lines = blocks.filter((block) => wordsOf(block) !== '')
  return (
    lines.length > 0 &&
    lines.every(
      (block) =>
        block.name === 'w:p' &&
        (childOf(block, 'w:pPr', 'w:numPr') ?? styles.paragraph(styleOf(block)).numbering) !== undefined,
    )
  )
}
