// What the form asks, from top to bottom.
import type { Element } from 'xast'
import {
  FORM_WORDS,
  HEADING_TAG,
  HINT,
  NEEDED,
  SECTION_TAG,
  STEPS_TAG,
} from '../../ground/case-study-form.ts'
import type { FormPart, FormQuestion, FormSection } from '../../model/case-study-form.ts'
import { type Controls, newControls } from './controls.ts'
import { cell, element, paragraph, row, run, table } from './word-xml.ts'

/** The blocks of the document. */
export function formDocument(
  questions: readonly FormQuestion[],
  sections: readonly FormSection[],
): Element[] {
  const controls = newControls()
  const short = questions.filter(({ answer }) => answer.is === 'text' || answer.is === 'list')
  const grouped = questions.filter((one) => !short.includes(one))
  return [
    paragraph('Title', [run(FORM_WORDS.title)]),
    paragraph('FormText', [run(FORM_WORDS.how)]),
    paragraph('Heading1', [run(FORM_WORDS.facts)]),
    table(
      FORM_WORDS.facts,
      HALVES,
      [FORM_WORDS.asked, FORM_WORDS.answer],
      [...short.map((one) => row([asked(one), answered(one, controls)]))],
    ),
    ...grouped.flatMap((one) => groupOf(one, controls)),
    paragraph('Heading1', [run(FORM_WORDS.story)]),
    ...sections.flatMap((section, index) => sectionOf(section, index + 1, controls)),
  ]
}

/** Twentieths of a point: together the width between the margins of A4. */
const WIDTH = 9638
const HALVES = [3600, WIDTH - 3600] as const

const labelOf = ({ label, isNeeded }: Pick<FormQuestion, 'label' | 'isNeeded'>): string =>
  isNeeded ? label + NEEDED : label

const hint = (words: string): Element[] => (words === '' ? [] : [paragraph('FormHint', [run(HINT + words)])])

const asked = (question: FormQuestion): Element =>
  cell(HALVES[0], [paragraph('FormLabel', [run(labelOf(question))]), ...hint(question.hint)])

function answered({ key, label, answer }: FormQuestion, controls: Controls): Element {
  if (answer.is !== 'list')
    return cell(HALVES[1], [paragraph('', [controls.text(key, label, LONG.has(key))])])
  const { choices } = answer
  const one = (): Element =>
    paragraph('', [choices.length > 0 ? controls.choice(key, label, choices) : controls.text(key, label)])
  return cell(HALVES[1], [
    controls.repeated(`${key}.several`, label, Array.from({ length: FIELDS_OF_LIST }, one)),
  ])
}

const LONG: ReadonlySet<string> = new Set(['summary'])
const FIELDS_OF_LIST = 3
const ROWS_OF_GROUP = 3

function groupOf(question: FormQuestion, controls: Controls): Element[] {
  const { key, label, answer } = question
  if (answer.is !== 'groups' && answer.is !== 'group') return []
  const { parts } = answer
  const head = [paragraph('Heading2', [run(labelOf(question))]), ...hint(question.hint)]
  const after = paragraph('FormText', [])
  if (answer.is === 'group')
    return [
      ...head,
      table(
        label,
        HALVES,
        [FORM_WORDS.asked, FORM_WORDS.answer],
        [
          ...parts.map((part) =>
            row([
              cell(HALVES[0], [paragraph('FormLabel', [run(part.label)])]),
              cell(HALVES[1], [partOf(key, part, controls)]),
            ]),
          ),
        ],
      ),
      after,
    ]
  const widths = parts.map(() => Math.floor(WIDTH / parts.length))
  const one = (): Element =>
    row(parts.map((part, index) => cell(widths[index] ?? 0, [partOf(key, part, controls)])))
  const rows = Array.from({ length: ROWS_OF_GROUP }, one)
  return [
    ...head,
    table(
      label,
      widths,
      parts.map((part) => part.label),
      [controls.repeated(`${key}.several`, label, rows)],
    ),
    after,
  ]
}

const partOf = (key: string, part: FormPart, controls: Controls): Element =>
  part.isPicture
    ? controls.picture(`${key}.${part.key}`, part.label)
    : paragraph('', [controls.text(`${key}.${part.key}`, part.label)])

function sectionOf(
  { heading, hint: words, isSteps }: FormSection,
  at: number,
  controls: Controls,
): Element[] {
  const tag = isSteps ? STEPS_TAG : `${SECTION_TAG}.${at}`
  const label = heading || FORM_WORDS.story
  return [
    ...(heading === ''
      ? []
      : [paragraph('Heading2', [controls.filled(`${tag}.${HEADING_TAG}`, `Heading: ${heading}`, heading)])]),
    ...hint(words),
    controls.story(tag, label, isSteps ? 'ListNumber' : ''),
  ]
}

/** A4, with margins of 20 mm. */
export const PAGE = element('w:sectPr', {}, [
  element('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }),
  element('w:pgMar', {
    'w:top': 1134,
    'w:right': 1134,
    'w:bottom': 1134,
    'w:left': 1134,
    'w:header': 567,
    'w:footer': 567,
    'w:gutter': 0,
  }),
])
