// A first look at a file, before the book is planned: whether it is printed at all, who wrote it, and for which tool.

import { firstOfMany } from '../../ground/language/first-of-many.ts'
import { peopleIn, unshownOf } from '../../ground/language/people-in-words.ts'
import { LAYOUTS, type LayoutName } from '../../ground/layouts.ts'
import { checkedReading } from '../../ground/yaml/checked-yaml.ts'
import { splitFrontMatter } from '../../ground/yaml/split-front-matter.ts'
import type { FileKind } from '../../model/chapter.ts'
import type { Finding } from '../../model/finding.ts'
import type { Person } from '../../model/publication.ts'
import { finding, hasErrors } from '../../rules/finding.ts'
import { CASE_STUDY, CHAPTER } from './read-front-matter.ts'

export interface WhatIsIn {
  readonly file: string
  /** Why it is not printed; empty for a file that is. */
  readonly leftOut: readonly Finding[]
  readonly authors: readonly Person[]
  readonly authorLine: number
  /** Keys of other tools, with the first of their lines. */
  readonly foreign: readonly string[]
  readonly line: number
}

export function lookAtMatter(text: string, file: string, kind: FileKind): WhatIsIn {
  const { matter, body, findings } = splitFrontMatter(text, file)
  const schema = kind === 'chapter' ? CHAPTER : CASE_STUDY
  const { value, foreign, lines } = checkedReading<{
    title?: string | undefined
    layout?: LayoutName | undefined
  }>(matter, { schema, kind: 'front-matter' })
  const keys = Object.keys(foreign)
  const line = Math.min(
    ...Object.entries(lines).flatMap(([key, at]) => (keys.includes(key.toLowerCase()) ? [at] : [])),
  )
  const refused = findings.filter((one) => one.rule === 'front-matter-is-yaml')
  const switched = switchedOff(foreign)
  const place = { file, line: switched ? (lines[switched.key] ?? 1) : 1 }
  return {
    file,
    leftOut: hasErrors(refused)
      ? refused
      : switched
        ? [finding('file-is-published', place, { line: `${switched.key}: ${switched.value}` })]
        : isEmpty(body) && matter.document && value && !value.title && !isMadeFromData(value.layout)
          ? [finding('file-has-text', { file, line: 1 })]
          : [],
    authors: authorsOf(foreign),
    authorLine: lines[AUTHORS.find((key) => keys.includes(key)) ?? ''] ?? 1,
    foreign: [...keys.filter((key) => !USED.includes(key)), ...unshownKeys(foreign)],
    line: Number.isFinite(line) ? line : 1,
  }
}

/** Words of other tools that are understood: nobody is told that they are passed over. */
const USED = [
  'author',
  'authors',
  'description',
  'summary',
  'standfirst',
  'subtitle',
  'excerpt',
  'tagline',
  'dek',
  'teaser',
  'lead',
  'desc',
  'abstract',
  'draft',
  'permalink',
  'slug',
  'url',
  'id',
  'published',
  'publish',
]

function switchedOff(foreign: Readonly<Record<string, unknown>>): { key: string; value: string } | undefined {
  const is = (key: string, pattern: RegExp) => pattern.test(String(foreign[key] ?? ''))
  if (is('draft', /^(?:true|yes|on)$/i)) return { key: 'draft', value: String(foreign.draft) }
  const off = ['published', 'publish'].find((key) => is(key, /^(?:false|no|off)$/i))
  return off ? { key: off, value: String(foreign[off]) } : undefined
}

/** Remarks are not printed; the hints of `whitepaper new` have a rule of their own. */
const isEmpty = (body: string): boolean =>
  body.replace(/<!--(?!\s*Hint:)[\s\S]*?(?:-->|$)/gi, '').trim() === ''

const isMadeFromData = (layout: LayoutName = 'text'): boolean => LAYOUTS[layout].shows !== undefined

const AUTHORS = ['author', 'authors'] as const

const authorsOf = (foreign: Readonly<Record<string, unknown>>): Person[] =>
  AUTHORS.flatMap((key) => (foreign[key] === undefined ? [] : (peopleIn(foreign[key]) ?? [])))

const unshownKeys = (foreign: Readonly<Record<string, unknown>>): string[] =>
  AUTHORS.flatMap((key) => unshownOf(foreign[key]).map((inner) => `${key}.${inner}`))

/** Whoever is named as an author, and not by the publication, is printed nowhere: one finding, at the first place. */
export function tellOfAuthors(matters: readonly WhatIsIn[], makers: readonly Person[]): Finding[] {
  const known = makers.map(({ name }) => name.toLowerCase())
  const unnamed = matters.flatMap(({ file, authors, authorLine }) =>
    authors
      .filter(({ name }) => !known.some((one) => one.includes(name.toLowerCase())))
      .map(({ name }) => ({ name, file, line: authorLine })),
  )
  const [first] = unnamed
  if (!first || makers.length === 0) return []
  const names = [...new Set(unnamed.map(({ name }) => name))]
  const people = names.slice(0, MOST_NAMED).join(', ')
  const facts = { problem: 'authors-are-no-makers', people, count: names.length } as const
  return [finding('front-matter-is-for-us', { file: first.file, line: first.line }, facts)]
}

/** One finding a publication, at the first place. */
export function tellOfForeign(matters: readonly WhatIsIn[]): Finding[] {
  const withKeys = matters.filter(({ foreign }) => foreign.length > 0)
  const [first] = withKeys
  if (!first) return []
  const total = withKeys.reduce((sum, { foreign }) => sum + foreign.length, 0)
  const names = [...new Set(withKeys.flatMap(({ foreign }) => foreign))].sort()
  const keys = firstOfMany(
    names.map((name) => `\`${name}\``),
    MOST_NAMED,
  )
  const facts = { problem: 'keys-of-other-tools', keys, count: total, files: withKeys.length } as const
  return [finding('front-matter-is-for-us', { file: first.file, line: first.line }, facts)]
}

const MOST_NAMED = 12
