// What was written into the controls of a form, in their order, and what was written beside them.
import {
  FORM_TAG,
  FORM_WORDS,
  HINT,
  NEEDED,
  PICTURE_PLACEHOLDER,
  PLACEHOLDERS,
} from '../../ground/case-study-form.ts'
import type { FormQuestion } from '../../model/case-study-form.ts'
import { allWithin, childOf, childrenOf, type Element, isElement, switchOf, valOf } from './element.ts'

export interface FormAnswer {
  /** Without what all tags of a form begin with: `people.name`. */
  readonly tag: string
  /** What whoever filled it in saw. */
  readonly label: string
  readonly content: Element
  /** '' where nothing was written. */
  readonly words: string
  /** Which row of which table: those of one row belong together. */
  readonly row: number
}

export interface FormAnswers {
  readonly answers: readonly FormAnswer[]
  /** Paragraphs that are no part of the form and in none of its fields. */
  readonly outside: readonly string[]
  /** Its own words. */
  readonly own: readonly string[]
}

const tagOf = (control: Element): string | undefined => {
  const tag = valOf(control, 'w:sdtPr', 'w:tag')
  return tag?.startsWith(FORM_TAG) ? tag.slice(FORM_TAG.length) : undefined
}

export const isForm = (body: Element): boolean => allWithin(body, 'w:sdt').some(holdsField)

const holdsField = (control: Element): boolean =>
  tagOf(control) !== undefined || allWithin(childOf(control, 'w:sdtContent'), 'w:sdt').some(holdsField)

export function formAnswers(body: Element, questions: readonly FormQuestion[]): FormAnswers {
  const answers: FormAnswer[] = []
  const paragraphs: string[] = []
  let row = 0
  const walk = (element: Element): void => {
    if (element.name === 'w:tr') row += 1
    if (element.name === 'w:p') paragraphs.push(wordsBeside(element))
    const tag = element.name === 'w:sdt' ? tagOf(element) : undefined
    if (tag === undefined || tag.endsWith('.several')) {
      for (const child of childrenOf(element)) walk(child)
      return
    }
    const content = childOf(element, 'w:sdtContent') ?? element
    answers.push({
      tag,
      label: valOf(element, 'w:sdtPr', 'w:alias') ?? tag,
      content,
      words: wordsIn(element),
      row,
    })
  }
  walk(body)
  const labels = answers.map(({ label }) => label)
  const isOwn = ownWords(questions, labels)
  const said = paragraphs.filter((words) => words !== '')
  return {
    answers,
    outside: said.filter((words) => !isOwn(words)),
    own: [...said.filter(isOwn), ...Object.values(PLACEHOLDERS)],
  }
}

const EMPTY: ReadonlySet<string> = new Set(Object.values(PLACEHOLDERS))

/** Lines as they were typed; a picture counts as words of its own. */
function wordsIn(control: Element): string {
  if (switchOf(childOf(control, 'w:sdtPr'), 'w:showingPlcHdr')) return ''
  const content = childOf(control, 'w:sdtContent')
  const words = linesOf(content).trim()
  return EMPTY.has(words) ? '' : words
}

export function linesOf(element: Element | undefined): string {
  if (!element) return ''
  if (element.name === 'w:t') return element.children.filter((child) => !isElement(child)).join('')
  if (element.name === 'w:br' || element.name === 'w:cr') return '\n'
  if (element.name === 'w:tab') return ' '
  if (element.name === 'w:del' || element.name === 'w:instrText') return ''
  const inner = childrenOf(element).map(linesOf).join('')
  return element.name === 'w:p' ? `${inner}\n` : inner
}

/** Of a paragraph, what stands in no control. */
const wordsBeside = (paragraph: Element): string =>
  childrenOf(paragraph)
    .filter((child) => child.name !== 'w:sdt')
    .map(linesOf)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

/** What the form itself says. */
export function ownWords(
  questions: readonly FormQuestion[],
  labels: readonly string[],
): (words: string) => boolean {
  const own = new Set<string>([
    ...Object.values(FORM_WORDS),
    ...labels,
    ...questions.flatMap(({ label, answer }) => [
      label,
      ...('parts' in answer ? answer.parts.map((one) => one.label) : []),
    ]),
  ])
  return (words) => words.startsWith(HINT.trim()) || own.has(words) || own.has(words.replace(NEEDED, ''))
}

/** Of a control for a picture: its drawing, unless nothing was put there. */
export function pictureIn(content: Element): Element | undefined {
  const drawing = allWithin(content, 'w:drawing').find(
    (one) => !allWithin(one, 'wp:docPr').some(({ attributes }) => attributes.descr === PICTURE_PLACEHOLDER),
  )
  return drawing && allWithin(drawing, 'a:blip').length > 0 ? drawing : undefined
}
