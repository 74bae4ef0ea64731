// publication.yaml, read and checked, with what is filled in where it says nothing.
import { posix } from 'node:path'
import type { z } from 'zod'
import { type CheckedYaml, checkedYaml } from '../ground/yaml/checked-yaml.ts'
import type { CheckYaml } from '../ground/yaml/remember-yaml.ts'
import type { Finding } from '../model/finding.ts'
import type { Publication } from '../model/publication.ts'
import type { FontFace } from '../model/theme.ts'
import { finding } from '../rules/finding.ts'
import { resolveFonts } from './fonts.ts'
import { publicationOfOthers } from './publication-of-others.ts'
import { publicationSchema } from './publication-schema.ts'
import { readSettingsFile } from './read-settings-file.ts'
import { flatRules } from './rule-changes.ts'

const FILE = 'publication.yaml'

/** `coverTitle` has stars of its own. */
const WORDS = (
  'title subtitle short publisher makers name role licence term text note credit standfirst keywords ' +
  'description author authors affiliation license rights copyright tags'
).split(' ')

export interface PublicationRead {
  readonly value?: Publication
  /** All parts of the file, at their places in it: those without files, too, which the book leaves out. */
  readonly parts?: Publication['parts']
  readonly findings: readonly Finding[]
}

/** Reads publication.yaml. Without a value, the findings say why. */
export async function readPublication(
  root: string,
  check: CheckYaml = checkedYaml,
): Promise<PublicationRead> {
  const read = await readSettingsFile(root, FILE)
  if (read.text === undefined) {
    const facts = { problem: 'no-publication', root } as const
    const missing = finding('publication-is-complete', { file: FILE }, facts)
    return { findings: read.findings.length > 0 ? read.findings : [missing] }
  }
  const checked = check({
    text: read.text,
    file: FILE,
    firstLine: 1,
    schema: publicationSchema,
    kind: 'publication',
    asOurs: publicationOfOthers,
    words: WORDS,
  })
  if (!checked.value) return { findings: [...read.findings, ...checked.findings] }
  const given = checked.value
  const found = [...read.findings, ...withPartsThatWait(given.parts, checked, withContact(checked))]
  const repeated = repeatedFile([...given.front, ...given.parts.flatMap((one) => one.files), ...given.back])
  if (repeated) {
    const facts = { problem: 'listed-twice', file: repeated } as const
    const place = { file: FILE, line: lastLineWith(posix.basename(repeated), read.text) }
    return { findings: [...found, finding('publication-is-complete', place, facts)] }
  }
  const place = { file: FILE, ...(checked.lines.fonts ? { line: checked.lines.fonts } : {}) }
  const fonts = await resolveFonts(given.fonts, root, place)
  return {
    value: filledIn(given, fonts.value, read.text),
    parts: given.parts,
    findings: [...found, ...fonts.findings],
  }
}

/** Whoever wrote `contact:` and nothing behind it meant to say it: the accessibility statement waits for it. */
const withContact = ({ lines, findings }: Pick<CheckedYaml<unknown>, 'lines' | 'findings'>): Finding[] =>
  findings.map((one) =>
    one.rule === 'front-matter-is-filled-in' && one.place.line === lines.contact
      ? finding('statement-has-contact', one.place)
      : one,
  )

/**
 * A part that waits for its first file is in nobody's way; that it is not printed is said once, and not as an empty
 * key.
 */
function withPartsThatWait(
  parts: Publication['parts'],
  { lineOf }: Pick<CheckedYaml<unknown>, 'lineOf'>,
  findings: readonly Finding[],
): Finding[] {
  const empty = [...parts.entries()].filter(([, { files }]) => files.length === 0)
  // At its title, which is what is not printed.
  const waiting = empty.map(([index, { title }]) =>
    finding(
      'part-has-files',
      { file: FILE, line: lineOf(['parts', index, 'title']) },
      { problem: 'no-file', title },
    ),
  )
  const lines = empty.map(([index]) => lineOf(['parts', index, 'files']))
  const isTold = ({ rule, place }: Finding): boolean =>
    rule === 'front-matter-is-filled-in' && lines.some((line) => line === place.line)
  return [...findings.filter((one) => !isTold(one)), ...waiting]
}

function filledIn(
  given: z.infer<typeof publicationSchema>,
  fonts: readonly FontFace[],
  yaml: string,
): Publication {
  return {
    ...given,
    short: given.short || given.title,
    parts: given.parts.filter((one) => one.files.length > 0),
    coverTitle: given.coverTitle.length > 0 ? given.coverTitle : [given.title],
    rules: flatRules(given.rules, yaml),
    fonts,
  }
}

const repeatedFile = (all: readonly string[]): string | undefined =>
  all.find((file, index) => all.indexOf(file) !== index)

const lastLineWith = (name: string, yaml: string): number =>
  yaml.split('\n').findLastIndex((one) => one.includes(name)) + 1
