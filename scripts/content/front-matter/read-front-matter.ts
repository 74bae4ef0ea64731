// The values at the top of a file: described once, checked, and filled in.

import { unreadFileOf } from '../../ground/question-named.ts'
import { type CheckedYaml, checkedReading, nearest } from '../../ground/yaml/checked-yaml.ts'
import type { YamlReading } from '../../ground/yaml/read-yaml.ts'
import type { ChapterMatter, FileKind } from '../../model/chapter.ts'
import type { Finding } from '../../model/finding.ts'
import { finding, findingAs } from '../../rules/finding.ts'
import { oneLine } from '../fields/field.ts'
import { FIELDS, readFields, schemaOf } from '../fields/fields.ts'
import type { ParseContext } from '../parse-context.ts'
import { isNamedForReaders, type TitleInText, wordsOfTitle } from './title-in-text.ts'

interface FrontMatterInput {
  readonly reading: YamlReading
  readonly file: string
  readonly kind: FileKind
  /** What stands for a title where the front matter has none. */
  readonly title: TitleInText
}

export interface FrontMatter {
  readonly matter: ChapterMatter
  readonly findings: readonly Finding[]
}

/** Never throws for a fault in the text; what cannot be read is filled in as if it were not there. */
export function readFrontMatter(
  input: FrontMatterInput,
  context: ParseContext,
  fields = FIELDS,
): FrontMatter {
  const { reading, file, kind } = input
  const read = checkedReading<Given>(reading, {
    schema: fields === FIELDS ? SCHEMAS[kind] : schemaOf(kind, fields),
    kind: 'front-matter',
  })
  const given = read.value ?? {}
  const leads = leadsOf(given, read.foreign)
  const title = given.title || input.title.text
  const matter: ChapterMatter = {
    ...(readFields(
      given,
      { file, kind, language: context.language, title, lead: leads[0]?.text ?? '' },
      fields,
    ) as ChapterMatter),
    panel: [],
    searchWords: [],
    lines: read.lines,
  }
  const findings = [...read.findings, ...otherLeads(leads, input, read.lines)]
  if (read.value && !read.value.title && input.title.from !== 'title') findings.push(withoutTitle(input))
  const place = (key: string) => ({ file, line: matter.lines[key] ?? reading.firstLine })
  // A title that waits for its words is missed by another rule.
  for (const [key, actual] of Object.entries(read.empty))
    if (key !== 'title' || actual)
      findings.push(finding('front-matter-is-filled-in', place(key), { key, value: actual }))
  findings.push(...notOnTheList(matter, fields, context, place), ...unknownFigures(matter, context, place))
  return { matter, findings }
}

type PlaceOf = (key: string) => Finding['place']

const notOnTheList = (
  matter: ChapterMatter,
  fields: typeof FIELDS,
  context: ParseContext,
  place: PlaceOf,
): Finding[] =>
  fields.flatMap(({ key, list: from }) => {
    const list = from ? context[from.name] : []
    const values = from && list.length > 0 ? from.values(matter).filter((one) => !list.includes(one)) : []
    return values.map((value) => {
      const facts = { value, list: from?.name ?? '', suggestion: nearest(value, list) }
      return finding('value-is-on-the-list', place(key), facts)
    })
  })

const unknownFigures = (matter: ChapterMatter, { data }: ParseContext, place: PlaceOf): Finding[] =>
  figuresNamed(matter)
    .filter(([, id]) => !Object.hasOwn(data.figures, id) && !unreadFileOf(id, data.unread))
    .map(([key, figure]) => {
      const suggestion = nearest(figure, Object.keys(data.figures))
      const facts = { problem: 'no-such-figure', key, figure, suggestion } as const
      return finding('front-matter-value-fits', place(key), facts)
    })

/** Figures of data/ that a page is made from. */
const figuresNamed = ({ figures, opener }: ChapterMatter): (readonly [string, string])[] => [
  ...figures.map((id) => ['figures', id] as const),
  ...(opener && opener.ring !== '' ? [['opener', opener.ring] as const] : []),
]

export const CHAPTER = schemaOf('chapter')
export const CASE_STUDY = schemaOf('case-study')
const SCHEMAS = { chapter: CHAPTER, 'case-study': CASE_STUDY }

type Given = Readonly<Record<string, unknown>> & { readonly title?: string }

interface Lead {
  readonly key: string
  readonly text: string
}

/** What may stand below the title: ours, then what other tools have for it. The first of them does. */
function leadsOf(given: Given, foreign: CheckedYaml<Given>['foreign']): Lead[] {
  const { standfirst, summary } = given
  const ours = Object.entries({ standfirst, summary })
  const theirs = THEIR_LEADS.map((key) => [key, foreign[key]] as const)
  return [...ours, ...theirs].flatMap(([key, text]) =>
    typeof text === 'string' && text.trim() !== '' ? [{ key, text: text.trim() }] : [],
  )
}

const THEIR_LEADS =
  'standfirst summary subtitle description excerpt tagline dek teaser lead desc abstract'.split(' ')

/** Words that readers would look for below the title, where others stand there. */
function otherLeads(
  [first, ...others]: readonly Lead[],
  { file }: FrontMatterInput,
  lines: Readonly<Record<string, number>>,
): Finding[] {
  const lineOf = (key: string): number =>
    Object.entries(lines).find(([written]) => written.toLowerCase() === key)?.[1] ?? 1
  return others
    .filter(({ text }) => oneLine(text) !== oneLine(first?.text))
    .map(({ key, text }) => {
      const facts = { key, words: oneLine(text), printed: first?.key ?? '' }
      return finding('one-text-below-title', { file, line: lineOf(key) }, facts)
    })
}

function withoutTitle({ file, title }: FrontMatterInput): Finding {
  const severity = title.from === 'name' && isNamedForReaders(file) ? 'info' : 'warning'
  return findingAs(severity, 'file-has-title', { file, line: title.line ?? 1 }, wordsOfTitle(title))
}
