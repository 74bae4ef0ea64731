// publication.yaml as somebody writes it who comes from another tool: what can only mean one of our keys serves as it.

import { peopleIn, unshownOf } from '../ground/language/people-in-words.ts'
import { isGroup } from '../ground/yaml/is-group.ts'
import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import { finding, findingAs } from '../rules/finding.ts'
import { dayInWords } from './day-in-words.ts'
import { languageByName } from './language-by-name.ts'
import { paperSize, SIZE_KEYS } from './paper-sizes.ts'
import { publicationSchema } from './publication-schema.ts'

type Given = Readonly<Record<string, unknown>>

interface AsOurs {
  readonly value: Given
  readonly findings: readonly Finding[]
}

/** `placed`: where a key at the top stands. What is ours already is never changed, and what was taken is told. */
export function publicationOfOthers(given: Given, placed: (key: string) => Place): AsOurs {
  const typedAs = new Map<string, string>()
  const placeOf = (key: string): Place => placed(typedAs.get(key) ?? key)
  const value: Record<string, unknown> = { ...given }
  const findings: Finding[] = []
  const take = (key: string, ours: string, taken: unknown): void => {
    if (taken === undefined || !isMissing(value[ours])) return
    const facts = { written: key, readAs: ours, leftOut: leftOut(value[key]) }
    delete value[key]
    value[ours] = taken
    typedAs.set(ours, key)
    findings.push(finding('front-matter-is-for-us', placed(key), { problem: 'read-as', ...facts }))
  }
  for (const key of Object.keys(given)) {
    const ours = OWN_KEYS.find((one) => plainKey(one) === plainKey(key))
    if (ours !== undefined && ours !== key) take(key, ours, given[key])
  }
  for (const [theirs, [ours, read]] of Object.entries(SERVES)) {
    const key = Object.keys(value).find((one) => one.toLowerCase() === theirs)
    if (key !== undefined) take(key, ours, read(value[key]))
  }
  for (const settle of [
    filesOfParts,
    filesInOrder,
    peopleByName,
    wordsWithCommas,
    pictureAlone,
    logoAlone,
    languageInWords,
    dateInWords,
    sizeOfPage,
  ])
    findings.push(...settle(value, placeOf))
  return { value, findings }
}

type Settle = (value: Record<string, unknown>, placeOf: (key: string) => Place) => readonly Finding[]

/** `Title`, `cover_title` */
const plainKey = (key: string): string => key.toLowerCase().replace(/[-_ ]/g, '')
const OWN_KEYS = Object.keys(publicationSchema.shape)

const isMissing = (value: unknown): boolean => value === undefined || value === ''

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.replace(/\s+/g, ' ').trim() : undefined
const address = (value: unknown): string | undefined =>
  typeof value === 'string' && /^https?:\/\/\S+$/i.test(value) ? value : undefined
const words = (value: unknown): unknown => (Array.isArray(value) ? value : text(value))

const leftOut = (value: unknown): string | undefined => {
  const keys = unshownOf(value).map((key) => `\`${key}\``)
  return keys.length > 0 ? keys.join(', ') : undefined
}

/** In this order, where a file has several. */
const SERVES: Readonly<Record<string, readonly [ours: string, read: (value: unknown) => unknown]>> = {
  name: ['title', text],
  lang: ['language', text],
  locale: ['language', text],
  author: ['makers', peopleIn],
  authors: ['makers', peopleIn],
  description: ['subtitle', text],
  license: ['licence', text],
  rights: ['licence', text],
  copyright: ['licence', text],
  tags: ['keywords', words],
  url: ['web', address],
  website: ['web', address],
  homepage: ['web', address],
  email: ['contact', text],
  csl: ['citationStyle', text],
  'citation-style': ['citationStyle', text],
  references: ['bibliography', words],
}

/** `parts: [{ title: …, chapters: [a.md, b.md] }]` */
const filesOfParts: Settle = (value, placeOf) => {
  const isMeant = (part: unknown): part is Record<string, unknown> =>
    isGroup(part) && part.files === undefined && Array.isArray(part.chapters)
  if (!Array.isArray(value.parts) || !value.parts.some(isMeant)) return []
  value.parts = value.parts.map((part) => {
    if (!isMeant(part)) return part
    const { chapters, ...others } = part
    return { ...others, files: chapters }
  })
  const facts = { problem: 'read-as', written: 'chapters', readAs: 'files' } as const
  return [finding('front-matter-is-for-us', placeOf('parts'), facts)]
}

/** `chapters: [b.md, a.md]`: an order that the names of the files do not have. */
const filesInOrder: Settle = (value, placeOf) =>
  ORDERS.flatMap((key) => {
    const files = value[key]
    if (!isListOfFiles(files)) return []
    const isKept = (file: string, index: number): boolean => index === 0 || (files[index - 1] ?? '') < file
    if (files.every(isKept)) return []
    delete value[key]
    return [finding('part-has-files', placeOf(key), { problem: 'order', key })]
  })

const ORDERS = ['chapters', 'files', 'nav', 'toc', 'order', 'rmd_files', 'input-files', 'spine', 'content']

const isListOfFiles = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => /\.(?:md|markdown)$/i.test(String(one)))

/** `makers: Ann` is a list of one. */
const peopleByName: Settle = (value) => {
  if (typeof value.makers === 'string' || isGroup(value.makers)) value.makers = [value.makers].flat()
  return []
}

const LISTS = ['keywords', 'councils', 'channels', 'themes', 'front', 'back', 'nocite'] as const

/** `keywords: roads, plans` */
const wordsWithCommas: Settle = (value) => {
  for (const key of LISTS) {
    const given = value[key]
    if (typeof given !== 'string' || given === '') continue
    value[key] = given
      .split(/(?<!\s)\s*[,;]\s*/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
  }
  return []
}

/** `cover: cover.png`, as makers of e-books have it. */
const pictureAlone: Settle = (value) => {
  if (typeof value.cover === 'string' && /\.(?:png|jpe?g|webp|gif|svg|avif|tiff?)$/i.test(value.cover))
    value.cover = { picture: value.cover }
  return []
}

/** `logo: logo.svg`, as makers of websites have it: it says who publishes. */
const logoAlone: Settle = (value) => {
  if (typeof value.logo === 'string')
    value.logo = { file: value.logo, alt: value.publisher || value.title || value.logo }
  return []
}

const languageInWords: Settle = (value, placeOf) => {
  if (typeof value.language !== 'string') return []
  const given = value.language.trim()
  const code = languageByName(given)
  if (code === undefined || code === given) return []
  value.language = code
  return [
    finding('front-matter-is-for-us', placeOf('language'), {
      problem: 'read-as',
      written: `language: ${given}`,
      readAs: code,
    }),
  ]
}

const dateInWords: Settle = (value, placeOf) => {
  const given = value.date
  if (typeof given !== 'string' || given === '') return []
  const day = dayInWords(given, typeof value.language === 'string' ? safeTag(value.language) : 'en')
  if (day === given) return []
  if (day) {
    value.date = day
    const facts = { problem: 'read-as', written: `date: ${given}`, readAs: day } as const
    return [finding('front-matter-is-for-us', placeOf('date'), facts)]
  }
  delete value.date
  const facts = { problem: 'no-one-day', date: given } as const
  return [findingAs('warning', 'front-matter-value-fits', placeOf('date'), facts)]
}

function safeTag(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/** The size of the page belongs to the look of it, which has a file of its own. */
const sizeOfPage: Settle = (value, placeOf) =>
  ['theme', ...SIZE_KEYS]
    .filter((key) => Object.hasOwn(value, key) && !(key === 'theme' && !paperSize(value[key])))
    .flatMap((key) => {
      const size = paperSize(value[key])
      if (key === 'format' && !size) return []
      delete value[key]
      const { widthMm, heightMm } = size ?? { widthMm: 148, heightMm: 210 }
      const pageSizeMm = `{ widthMm: ${widthMm}, heightMm: ${heightMm} }`
      return [finding('front-matter-key-is-known', placeOf(key), { key, pageSizeMm })]
    })
