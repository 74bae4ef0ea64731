// glossary.yaml: terms and abbreviations, explained once for the whole paper.
import { z } from 'zod'
import { checkedYaml, nearest } from '../ground/yaml/checked-yaml.ts'
import type { CheckYaml } from '../ground/yaml/remember-yaml.ts'
import type { GlossaryEntry } from '../model/data.ts'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import { readSettingsFile } from './read-settings-file.ts'

const FILE = 'glossary.yaml'

const line = z.string().trim().min(1).meta({ pattern: '\\S' }) // For editors, which do not trim.

export const glossarySchema = z.array(
  z.strictObject({
    term: line.describe('The word or abbreviation'),
    meaning: line.describe('What it means, in a sentence'),
    expansion: z.string().default('').describe('What an abbreviation stands for'),
  }),
)

/** Entries in the order of the alphabet; a publication without the file has none. */
export async function readGlossary(
  root: string,
  language: string,
  check: CheckYaml = checkedYaml,
): Promise<{ value: readonly GlossaryEntry[]; findings: readonly Finding[] }> {
  const read = await readSettingsFile(root, FILE)
  if (read.text === undefined) return { value: [], findings: read.findings }
  const checked = check({
    text: read.text,
    file: FILE,
    firstLine: 1,
    schema: glossarySchema,
    kind: 'publication',
    words: ['term', 'meaning', 'expansion'],
    asOurs: listOfTerms,
    itemAsOurs: termAlone,
  })
  const value = (checked.value ?? []).map((entry, index) => ({
    ...entry,
    line: checked.lines[index] ?? checked.lines[entry.term] ?? 1,
  }))
  return {
    value: value.toSorted((a, b) => a.term.localeCompare(b.term, language)),
    findings: [...read.findings, ...checked.findings, ...explainedTwice(value)],
  }
}

/** `RSS: Really simple syndication`, a line a term. */
const listOfTerms = (given: Readonly<Record<string, unknown>>) => ({
  value: Object.entries(given).map(entryOf),
  findings: [],
})

/** The same as an item of a list, of one key that is none of ours. */
function termAlone(item: Readonly<Record<string, unknown>>): unknown {
  const [only, ...others] = Object.entries(item)
  const isTerm = only && others.length === 0 && nearest(only[0], OWN_KEYS) === undefined
  return isTerm ? entryOf(only) : item
}

const OWN_KEYS = Object.keys(glossarySchema.element.shape)

const entryOf = ([term, meaning]: readonly [string, unknown]): object =>
  typeof meaning === 'object' && meaning !== null ? { term, ...meaning } : { term, meaning }

function explainedTwice(entries: readonly GlossaryEntry[]): Finding[] {
  const terms = entries.map(({ term }) => term.toLowerCase())
  const second = entries.filter((_, index) => terms.indexOf(terms[index] ?? '') < index)
  return second.map(({ term, line }) =>
    finding('publication-is-complete', { file: FILE, line }, { problem: 'term-explained-twice', term }),
  )
}
