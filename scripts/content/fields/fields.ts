// Every field of the front matter of a text, one row each. Whoever must know some of them asks here for what they
// have in common.
import { z } from 'zod'
import type { ChapterMatter, FileKind, PanelRow } from '../../model/chapter.ts'
import type { FieldWords } from '../../model/dialect.ts'
import type { Around, Field, Said } from './field.ts'
import { index, keywords, redirects, short, sources, title } from './of-both.ts'
import {
  began,
  channels,
  council,
  keyFigures,
  outcome,
  people,
  picture,
  place,
  summary,
  themes,
} from './of-case-studies.ts'
import { figuresOfData, layout, numbered, opener, standfirst, starts } from './of-chapters.ts'

/** In the order in which a new file asks for them. */
export const FIELDS: readonly Field[] = [
  title,
  short,
  keywords,
  redirects,
  standfirst,
  layout,
  opener,
  numbered,
  starts,
  figuresOfData,
  council,
  place,
  began,
  people,
  channels,
  themes,
  summary,
  keyFigures,
  outcome,
  sources,
  index,
  picture,
]

export const fieldsOf = (kind: FileKind, fields = FIELDS): readonly Field[] =>
  fields.filter(({ of }) => of.includes(kind))

export const schemaOf = (kind: FileKind, fields = FIELDS): z.ZodObject =>
  z.strictObject(Object.fromEntries(fieldsOf(kind, fields).map(({ key, schema }) => [key, schema])))

/** What the other kind has is filled in as if it had not been given. */
export function readFields(
  given: Readonly<Record<string, unknown>>,
  around: Around,
  fields = FIELDS,
): Partial<ChapterMatter> {
  const read = fields.map((row) =>
    row.read(row.of.includes(around.kind) ? given[row.key] : undefined, around),
  )
  return Object.assign({}, ...read)
}

export interface SaidOfField extends Said {
  readonly key: string
}

/** What a text's page shows of its front matter; what is empty is left out. */
export const saidOf = (matter: ChapterMatter, fields = FIELDS): SaidOfField[] =>
  fields.flatMap(({ key, says }) =>
    (says?.(matter) ?? []).flatMap((one) => (one.words === '' ? [] : [{ ...one, key }])),
  )

/** What pages need of several fields together, made when all are read. */
export const togetherOf = (
  matter: ChapterMatter,
  fields = FIELDS,
): Pick<ChapterMatter, 'panel' | 'searchWords'> => ({
  panel: panelOf(matter, fields),
  searchWords: fields.flatMap(({ search }) => search?.(matter) ?? []),
})

/** The rows of the panel “At a glance” that have an answer. */
function panelOf(matter: ChapterMatter, fields: readonly Field[]): PanelRow[] {
  const rows: PanelRow[] = []
  const inPanel = fields
    .flatMap(({ key, panel }) => (panel ? [{ key, ...panel }] : []))
    .sort((a, b) => a.at - b.at)
  for (const { key, label: labelOf, entries: entriesOf, several = false, capital = false } of inPanel) {
    const label = labelOf(matter)
    const entries = entriesOf(matter).map((entry) => ({ key, ...entry }))
    const same = rows.findIndex((row) => row.label === label)
    if (entries.length === 0) continue
    if (same < 0) rows.push({ label, entries, several, capital })
    else rows[same] = { ...rows[same]!, entries: [...rows[same]!.entries, ...entries] }
  }
  return rows
}

/** What the accounting of words has to know of them. */
export const FIELD_WORDS: readonly FieldWords[] = FIELDS.map(({ key, of, says, carried }) => ({
  key,
  of,
  shown: (matter) => (says?.(matter) ?? []).map(({ words }) => words).filter((words) => words !== ''),
  ...(says || carried
    ? { carried: (matter) => carried?.(matter) ?? (says?.(matter) ?? []).map(({ words }) => words) }
    : {}),
}))
