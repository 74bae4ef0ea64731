// templates/words/<language>.yaml: every word that pages print and no author wrote. What no file of the language has
// stays English, and is told to be.
import { z } from 'zod'
import { nearest } from '../ground/language/nearest.ts'
import { onceEach } from '../ground/once-each.ts'
import { checkedYaml } from '../ground/yaml/checked-yaml.ts'
import type { CheckYaml } from '../ground/yaml/remember-yaml.ts'
import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import type { Theme } from '../model/theme.ts'
import type { WordKey, Words } from '../model/words.ts'
import { finding } from '../rules/finding.ts'
import { readSettingsFile } from './read-settings-file.ts'

const ENGLISH = 'en'

export const wordsSchema = z.record(z.string(), z.string())

/**
 * `own` are the lines `words:` of the publication's theme, which win over all files. Folders: first wins, the last
 * one is built in. `asked` is where the language is.
 */
export async function readWords(
  folders: readonly string[],
  language: string,
  own: Readonly<Record<string, string>> = {},
  asked: Place = { file: 'publication.yaml' },
  check?: CheckYaml,
): Promise<{ value: Pick<Theme, 'words' | 'foreignWords'>; findings: readonly Finding[] }> {
  const english = await wordsOf(folders, ENGLISH, check)
  const known = Object.keys(english.words)
  const names = namesOf(language)
  const found = await Promise.all(names.map((name) => wordsOf(folders, name, check)))
  const translated: Readonly<Record<string, string>> = Object.assign(
    {},
    ...found.map(({ words }) => words),
    own,
  )
  const foreign = names.length === 0 ? [] : known.filter((key) => !Object.hasOwn(translated, key))
  return {
    value: {
      words: { ...english.words, ...translated } as unknown as Words,
      foreignWords: foreign as WordKey[],
    },
    findings: [
      ...english.findings,
      ...found.flatMap(({ findings, files }) => [
        ...findings,
        ...files.flatMap((file) => unknownKeys(file, known)),
      ]),
      ...untranslated(
        found.flatMap(({ files }) => files),
        foreign,
        language,
        asked,
      ),
    ],
  }
}

/** `cy` and `cy-GB` for `cy-GB`, the general one first; none for English, which is what the words are written in. */
function namesOf(language: string): string[] {
  const [primary = ''] = language.toLowerCase().split('-')
  if (primary === ENGLISH || !/^[a-z]{2,8}$/.test(primary)) return []
  return language.includes('-') ? [primary, language] : [primary]
}

interface WordFile {
  readonly name: string
  readonly words: Readonly<Record<string, string>>
  readonly lines: Readonly<Record<string, number>>
}

/** Those that are built in are read by every build. */
const checkedOnce = onceEach((language) => onceEach((text) => checkedWords(language, text, checkedYaml), 4))

const checkedWords = (language: string, text: string, check: CheckYaml) => {
  const file = `templates/words/${language}.yaml`
  return check({ text, file, firstLine: 1, schema: wordsSchema, kind: 'publication' })
}

async function wordsOf(folders: readonly string[], language: string, check: CheckYaml | undefined) {
  const findings: Finding[] = []
  const files: WordFile[] = []
  for (const folder of folders) {
    const name = `words/${language}.yaml`
    const read = await readSettingsFile(folder, name, `templates/${name}`)
    findings.push(...read.findings)
    if (read.text === undefined) continue
    const checked = check ? checkedWords(language, read.text, check) : checkedOnce(language)(read.text)
    findings.push(...checked.findings)
    if (checked.value) files.push({ name: `templates/${name}`, words: checked.value, lines: checked.lines })
  }
  const words = Object.assign({}, ...files.toReversed().map((file) => file.words)) as WordFile['words']
  return { words, files, findings }
}

/** Keys that no page prints. */
const unknownKeys = ({ name: file, words, lines }: WordFile, known: readonly string[]): Finding[] =>
  Object.keys(words)
    .filter((key) => !known.includes(key))
    .map((key) =>
      finding(
        'front-matter-key-is-known',
        { file, line: lines[key] ?? 1 },
        { key, suggestion: nearest(key, known) },
      ),
    )

/** Told at the general file: what one of the country or the theme has is not missing there. */
function untranslated(
  [first]: readonly WordFile[],
  foreign: readonly string[],
  language: string,
  asked: Place,
): Finding[] {
  if (foreign.length === 0) return []
  const facts = translationOf(foreign)
  return first
    ? [finding('words-are-translated', { file: first.name }, { problem: 'some', ...facts })]
    : [finding('words-are-translated', asked, { problem: 'no-file', language, ...facts })]
}

const SHOWN = 8

const translationOf = (missing: readonly string[]) => ({
  words: `${missing
    .slice(0, SHOWN)
    .map((key) => `\`${key}\``)
    .join(', ')}${missing.length > SHOWN ? ` and ${missing.length - SHOWN} more` : ''}`,
  count: missing.length,
})
