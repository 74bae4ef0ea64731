// publication.yaml of what was adopted: what the original tells, in the order in which people read it.
import { nameOfLanguage } from '../ground/language/language-of-words.ts'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import type { NumberedChapter } from './chapter.ts'
import type { Matter, MatterValue } from './draft.ts'
import { matterText } from './matter-text.ts'

export interface PublicationFacts {
  readonly told: Matter
  /** Of the whole, as a text of it has it; '' for none. */
  readonly title: string
  /** For want of any other. */
  readonly name: string
  readonly chapters: readonly NumberedChapter[]
  /** Of its words, as far as they settle it. */
  readonly language: string | undefined
  /** Whether a picture has no text alternative, or a table no header. */
  readonly isHardToHear: boolean
}

export function publicationText(facts: PublicationFacts): { text: string; findings: readonly Finding[] } {
  const { told, name, chapters } = facts
  const findings: Finding[] = []
  const place = (line: number) => ({ file: 'publication.yaml', line })
  const known = textIn(told.title) || facts.title
  const title = known || inWords(name)
  if (known === '') findings.push(finding('adopted-title-is-known', place(1), { problem: 'title', title }))
  const { title: _, subtitle, language, ...rest } = told
  const first: Record<string, MatterValue> = { title, ...(subtitle ? { subtitle } : {}) }
  const code = textIn(language) || facts.language || 'en'
  if (textIn(language) === '')
    findings.push(
      finding('adopted-title-is-known', place(Object.keys(first).length + 1), {
        problem: 'language',
        language: nameOfLanguage(code),
        isRead: facts.language !== undefined,
      }),
    )
  const all: Matter = {
    ...first,
    language: code,
    ...rest,
    ...(facts.isHardToHear ? { accessibility: 'reported' } : {}),
    ...orderOf(chapters),
  }
  return { text: matterText(all), findings }
}

const textIn = (value: MatterValue | undefined): string => (typeof value === 'string' ? value.trim() : '')

/** `our_plans-2012` is “Our plans 2012”. */
function inWords(name: string): string {
  const words = name
    .replace(/\.[a-z\d]{1,8}$/i, '')
    .replace(/[-_]+/g, ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1) || 'A paper'
}

/** Where no text has a part, the numbers of the files are the order. */
function orderOf(chapters: readonly NumberedChapter[]): Matter {
  const filesAt = (place: 'front' | 'back'): string[] =>
    chapters
      .filter(({ text, isOpening }) => (isOpening ? 'front' : text.place) === place)
      .map(({ file }) => file)
  const { parts, before } = partsOf(chapters)
  const hasParts = parts.length > 0 && !areChapters(chapters)
  const front = [...filesAt('front'), ...(hasParts ? before : [])]
  const back = filesAt('back')
  return {
    ...(front.length > 0 ? { front } : {}),
    ...(hasParts ? { parts } : {}),
    ...(back.length > 0 ? { back } : {}),
  }
}

/** Texts beside folders are no opening of what is in these, and of no part of it, where they are most of it. */
function areChapters(chapters: readonly NumberedChapter[]): boolean {
  const isListed = chapters.some(({ text }) => text.listed !== undefined || text.place !== undefined)
  const beside = chapters.filter(({ text }) => text.part === undefined)
  return !isListed && beside.length > 1 && 2 * lengthOf(beside) > lengthOf(chapters)
}

const lengthOf = (chapters: readonly NumberedChapter[]): number =>
  chapters.reduce((length, { markdown }) => length + markdown.length, 0)

interface Parts {
  readonly parts: readonly { readonly title: string; readonly files: readonly string[] }[]
  /** What stands in no part, before the first. */
  readonly before: readonly string[]
}

/** What stands in none goes with the part before it. */
function partsOf(chapters: readonly NumberedChapter[]): Parts {
  const parts: { title: string; files: string[] }[] = []
  const before: string[] = []
  for (const { text, file, isOpening } of chapters) {
    if (text.place !== undefined || text.isPart || isOpening) continue
    const last = parts.at(-1)
    if (text.part !== undefined && last?.title !== text.part) parts.push({ title: text.part, files: [file] })
    else if (last) last.files.push(file)
    else before.push(file)
  }
  return { parts, before }
}
