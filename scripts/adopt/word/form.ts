// A form for a case study that was filled in → its front matter and its text.
import { HEADING_TAG, SECTION_TAG, STEPS_TAG } from '../../ground/case-study-form.ts'
import type { FormQuestion } from '../../model/case-study-form.ts'
import type { Matter, MatterGroup, MatterValue } from '../draft.ts'
import { allWithin, type Element } from './element.ts'
import { type FormAnswer, type FormAnswers, formAnswers, isForm, pictureIn } from './form-answers.ts'
import { labelledAnswers } from './labelled-answers.ts'
import type { Block, Paragraph } from './pieces.ts'
import { readBlocks } from './read-blocks.ts'
import type { Styles } from './read-styles.ts'
import type { Reading } from './reading.ts'
import { quoted } from './telling.ts'
import { writeText } from './write-text.ts'

export interface FormRead {
  readonly matter: Matter
  readonly markdown: string
}

/** By the names of its controls, or by its labels where a program dropped those. Undefined where it is no form. */
export const formOf = (
  body: Element,
  questions: readonly FormQuestion[],
  styles: Styles,
): FormAnswers | undefined =>
  isForm(body) ? formAnswers(body, questions) : labelledAnswers(body, questions, styles)

/** Controls that were left alone are empty; values keep the signs that were typed. */
export function readForm(
  form: FormAnswers,
  questions: readonly FormQuestion[],
  notes: ReadonlyMap<string, readonly Block[]>,
  reading: Reading,
): FormRead {
  for (const words of form.own) reading.telling.leave(words)
  const matter = Object.fromEntries(
    questions.flatMap((question): [string, MatterValue][] => {
      const value = answerTo(question, form, reading)
      if (value !== undefined) return [[question.key, value]]
      if (question.isNeeded)
        reading.telling.tell('form-is-carried', { problem: 'missing', label: question.label })
      return []
    }),
  )
  tellUnknown(form, questions, reading)
  const blocks = [...textOf(form, reading), ...besideFields(form, reading)]
  return { matter, markdown: withSteps(writeText(blocks, notes, reading.telling)) }
}

function answerTo(
  { key, answer }: FormQuestion,
  { answers }: FormAnswers,
  reading: Reading,
): MatterValue | undefined {
  if (answer.is === 'text') return escaped(oneLine(wordsOf(answers, key)[0] ?? '')) || undefined
  if (answer.is === 'list') {
    const values = wordsOf(answers, key)
      .flatMap((words) => words.split('\n'))
      .map(oneLine)
    const named = [...new Set(values.filter((one) => one !== ''))]
    return named.length > 0 ? named : undefined
  }
  const rows = new Map<number, Record<string, string>>()
  for (const one of answers) {
    const part = answer.parts.find((part) => `${key}.${part.key}` === one.tag)
    const value = part?.isPicture ? pictureOf(one, reading) : escaped(oneLine(one.words))
    if (!part || !value) continue
    const row = answer.is === 'group' ? 0 : one.row
    rows.set(row, { ...rows.get(row), [part.key]: value })
  }
  const groups: MatterGroup[] = [...rows.values()]
  if (answer.is === 'groups') return groups.length > 0 ? groups : undefined
  const [only] = groups
  const picture = answer.parts.find((part) => part.isPicture)
  return only && (!picture || only[picture.key]) ? only : undefined
}

const wordsOf = (answers: readonly FormAnswer[], tag: string): string[] =>
  answers.filter((one) => one.tag === tag && one.words !== '').map(({ words }) => words)

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** Signs that would be marks of Markdown at the top of a file. */
const escaped = (words: string): string =>
  words
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/[*`](?=\S)|(?<=\S)[*`]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/\](?=\()|<(?=[a-zA-Z/!])|&(?=#?\w{1,31};)|~(?=[^~]*~)|\^(?=[^^]*\^)|=(?==)/g, '\\$&')

function pictureOf({ content }: FormAnswer, reading: Reading): string | undefined {
  const drawing = pictureIn(content)
  const [blip] = allWithin(drawing, 'a:blip')
  const relation = reading.relations.get(blip?.attributes['r:embed'] ?? '')
  return relation && !relation.isOutside ? reading.pictures.take(relation.target, '', undefined) : undefined
}

function tellUnknown({ answers }: FormAnswers, questions: readonly FormQuestion[], reading: Reading): void {
  const known = new Set(
    questions.flatMap(({ key, answer }) =>
      'parts' in answer ? answer.parts.map((part) => `${key}.${part.key}`) : [key],
    ),
  )
  for (const { tag, label, words } of answers) {
    if (known.has(tag) || isOfText(tag)) continue
    reading.telling.leave(label)
    if (words === '') continue
    reading.telling.tell('form-is-carried', { problem: 'unknown', field: label, words: quoted(words) })
    reading.telling.leave(words)
  }
}

const isOfText = (tag: string): boolean =>
  new RegExp(`^(?:${SECTION_TAG}\\.\\d+|${STEPS_TAG})(?:\\.${HEADING_TAG})?$`).test(tag)

/** Headings stand where something was written below them, or where they were changed. */
function textOf({ answers }: FormAnswers, reading: Reading): Block[] {
  return answers.flatMap((one, index): Block[] => {
    if (!isOfText(one.tag) || one.tag.endsWith(`.${HEADING_TAG}`)) return []
    const before = answers[index - 1]
    const heading = before?.tag === `${one.tag}.${HEADING_TAG}` ? before : undefined
    const words = oneLine(heading?.words ?? '')
    const isChanged =
      heading !== undefined && words !== '' && words !== heading.label.replace(/^Heading: /, '')
    const isWritten = one.words !== '' || allWithin(one.content, 'w:drawing').length > 0
    if (!isWritten && !isChanged) {
      // Read by its labels: nobody knows what the heading was before.
      if (heading?.label === words)
        reading.telling.tell('form-is-carried', { problem: 'missing', label: words })
      reading.telling.leave(words)
      return []
    }
    const blocks = isWritten ? readBlocks(one.content, reading) : []
    const titled = [...(words === '' ? [] : [line(words, 2)]), ...blocks]
    return one.tag === STEPS_TAG ? [line(BEGINS), ...titled, line(ENDS)] : titled
  })
}

/** Around what others can use, until it is written; of Unicode’s characters for private use. */
const [BEGINS, ENDS] = ['\uE0F4', '\uE0F5']

const withSteps = (markdown: string): string => markdown.replace(BEGINS, ':::steps').replace(ENDS, ':::')

const line = (text: string, level = 0): Paragraph => ({
  kind: 'paragraph',
  at: 0,
  role: level > 0 ? 'heading' : 'text',
  level,
  inlines: [{ kind: 'text', text, marks: {} }],
  item: undefined,
  indent: 0,
})

function besideFields({ outside }: FormAnswers, reading: Reading): Block[] {
  return outside.map((words) => {
    reading.telling.tell('form-is-carried', { problem: 'outside', words: quoted(words) })
    return line(words)
  })
}
