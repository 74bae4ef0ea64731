// Front matter of another tool → ours: what we have under another name gets it, and what nothing here reads is left out
// and told.
import { isForeignKey } from '../ground/yaml/foreign-keys.ts'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import type { DraftText, Matter, MatterValue } from './draft.ts'

export interface SettledMatter {
  readonly matter: Matter
  /** Keys that are left out. */
  readonly left: Matter
  /** Who wrote it, where it says so. */
  readonly authors: MatterValue | undefined
}

/** `fields`: the keys that a text of this kind can have. */
export function settleMatter(
  { matter, kind }: Pick<DraftText, 'matter' | 'kind'>,
  fields: readonly string[],
): SettledMatter {
  const kept: Record<string, MatterValue> = {}
  const left: Record<string, MatterValue> = {}
  const lead = kind === 'chapter' ? 'standfirst' : 'summary'
  const hasLead = [lead, 'standfirst', 'summary'].some((key) => matter[key] !== undefined)
  let leadKey = hasLead ? lead : undefined
  for (const [key, value] of Object.entries(matter)) {
    const name = key.toLowerCase()
    if (name === 'author' || name === 'authors') {
      if (wordsOfValues(value).some((words) => withoutLinks(words) !== words)) left[key] = value
      continue
    }
    if (KEPT.has(name) || (fields.includes(key) && fits(key, value))) kept[key] = value
    else if (LEADS.includes(name) && typeof value === 'string' && leadKey === undefined) {
      leadKey = key
      kept[lead] = value
    } else if (name === 'tags' && matter.keywords === undefined && isWords(value)) kept.keywords = value
    else if (REDIRECTS.has(name) && matter.redirects === undefined && isAddresses(value))
      kept.redirects = value
    else if (isForeignKey(key, fields) || fields.includes(key)) left[key] = value
    else kept[key] = value
  }
  return { matter: kept, left, authors: matter.authors ?? matter.author }
}

/** A maker has a name; the address of a link in it has no place there. */
export const withoutLinks = (words: string): string =>
  words.replace(/!?\[([^[\]\n]{0,200})\]\([^()\n]{0,500}\)/g, '$1')

/** They say whether a text is printed at all. */
const KEPT = new Set(['draft', 'published', 'publish'])
const LEADS = 'standfirst summary subtitle description excerpt tagline dek teaser lead desc abstract'.split(
  ' ',
)
const REDIRECTS = new Set(['aliases', 'redirect_from'])

/** Other tools have some of our keys for something else. */
const OURS: Readonly<Record<string, (value: MatterValue) => boolean>> = {
  layout: (value) =>
    /^(?:text|figures|numbered|index|figures-list|tables-list|credits|sources|bibliography|words)$/.test(
      String(value),
    ),
  keywords: (value) => isWords(value),
  index: (value) => isWords(value) && !/^(?:true|false)$/.test(String(value)),
}

const fits = (key: string, value: MatterValue): boolean => OURS[key]?.(value) ?? true

const isWords = (value: MatterValue): boolean =>
  typeof value === 'string'
    ? value !== ''
    : Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')

const isAddresses = (value: MatterValue): boolean =>
  [value].flat().length > 0 &&
  [value].flat().every((one) => typeof one === 'string' && /^(?:\/[\w.~-]+)+\/?$/.test(one))

/** Every value as words, for the account of them. */
export function wordsOfValues(value: MatterValue | Matter): string[] {
  if (typeof value === 'string') return [value]
  return (Array.isArray(value) ? value : Object.values(value)).flatMap((one: MatterValue) =>
    wordsOfValues(one),
  )
}

/** One finding a key, with what stood there. */
export function tellLeft(texts: readonly { readonly file: string; readonly left: Matter }[]): Finding[] {
  const keys = [...new Set(texts.flatMap(({ left }) => Object.keys(left)))].sort()
  return keys.map((key) => {
    const having = texts.filter(({ left }) => Object.hasOwn(left, key))
    const values = [...new Set(having.flatMap(({ left }) => wordsOfValues(left[key] ?? '')))]
    const facts = { key, values: values.join(', '), count: having.length }
    return finding('adopted-front-matter-is-used', { file: having[0]?.file ?? '' }, facts)
  })
}
