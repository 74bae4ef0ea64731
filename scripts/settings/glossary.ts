// glossary.yaml: terms and abbreviations, explained once for the whole paper.
import { z } from 'zod'
import { checkedYaml } from '../checked-yaml.ts'
import type { Finding, GlossaryEntry } from '../model.ts'
import { readText } from './read-text.ts'

const FILE = 'glossary.yaml'

const glossarySchema = z.array(
  z.strictObject({ term: z.string().min(1), meaning: z.string().min(1), expansion: z.string().default('') }),
)

/** Entries in the order of the alphabet; a publication without the file has none. */
export async function readGlossary(
  root: string,
  language: string,
): Promise<{ value: readonly GlossaryEntry[]; findings: readonly Finding[] }> {
  const read = await readText(root, FILE)
  if (read.text === undefined) return { value: [], findings: read.findings }
  const checked = checkedYaml({
    text: read.text,
    file: FILE,
    firstLine: 1,
    schema: glossarySchema,
    kind: 'publication',
  })
  const value = (checked.value ?? []).map((entry, index) => ({ ...entry, line: index + 1 }))
  return { value: value.sort((a, b) => a.term.localeCompare(b.term, language)), findings: checked.findings }
}
