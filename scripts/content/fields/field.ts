// What a field of front matter brings with it. Whatever must know the fields of a text asks `fields.ts` for what
// stands here.
import type { z } from 'zod'
import { SHARED_KEYS } from '../../ground/yaml/foreign-keys.ts'
import type { ChapterMatter, FileKind, PanelEntry } from '../../model/chapter.ts'
import type { WordKey } from '../../model/words.ts'
import { composed } from '../composed.ts'

/** A text of the field that a page of the file shows. */
export interface Said {
  readonly words: string
  /** A headline or sentences; a few words of the author's; a name; or what is not read for its style. */
  readonly as: 'headline' | 'prose' | 'label' | 'name' | 'fact'
}

/** What else is known when a field is read. */
export interface Around {
  readonly file: string
  readonly kind: FileKind
  /** Of the publication. */
  readonly language: string
  /** The title, wherever it stands. */
  readonly title: string
  /** What stands below the title, whatever its key. */
  readonly lead: string
}

export interface PanelPlace {
  /** Fields of one label stand together, in the order of the table. */
  readonly at: number
  readonly label: (matter: ChapterMatter) => WordKey
  readonly entries: (matter: ChapterMatter) => readonly Omit<PanelEntry, 'key'>[]
  /** Whether there can be several entries, each on a line of its own. */
  readonly several?: true
  /** Whether it begins with a capital, however it is typed. */
  readonly capital?: true
}

/** In the issue form, for those who send a case study. */
export interface FormEntry {
  readonly type: 'input' | 'textarea' | 'dropdown'
  readonly label: string
  readonly description: string
  /** The description in a form for a word processor, where it is filled in otherwise than on a web page. */
  readonly inWord?: string
  readonly required?: true
}

export type ListName = 'councils' | 'channels' | 'themes'

export interface FieldList {
  readonly name: ListName
  readonly values: (matter: ChapterMatter) => readonly string[]
  /** What `new` asks. */
  readonly question: string
  /** By which option of `new` they are said. */
  readonly option: 'council' | 'channel' | 'theme'
  /** Whether a new file has to have one. */
  readonly needed?: boolean
  /** What can be said beside the names of the list. */
  readonly other?: { readonly value: string; readonly when: string }
}

export interface Field<Schema extends z.ZodType = z.ZodType> {
  /** As authors write it. */
  readonly key: string
  readonly of: readonly FileKind[]
  /** May be left out; its description is for authors. */
  readonly schema: Schema
  /** Other tools have a key of this name for something else: a value that does not fit is theirs. */
  readonly shared?: true
  /** Its notes, links and emphasis are printed. */
  readonly marks?: true
  /** What it becomes, given or not. */
  read(given: z.output<Schema> | undefined, around: Around): Partial<ChapterMatter>
  /** What a page shows of it, in the order of the page. Left out where it is used, and not read. */
  says?(matter: ChapterMatter): readonly Said[]
  /** All that came of it, where that is more than it says. */
  carried?(matter: ChapterMatter): readonly unknown[]
  /** Sentences that may name a percentage. */
  claims?(matter: ChapterMatter): readonly string[]
  /** Takes the marks of Markdown off what pages print as words alone. */
  plain?(matter: ChapterMatter, plain: (text: string) => string): Partial<ChapterMatter>
  /** Terms under which the index has the whole file. */
  index?(matter: ChapterMatter): readonly string[]
  /** Words by which search engines find its page. */
  search?(matter: ChapterMatter): readonly string[]
  /** The list of publication.yaml that its values are of. */
  readonly list?: FieldList
  readonly panel?: PanelPlace
  /** The remark above its key in a new file, '' for none; a kind that is left out does not ask for it. */
  readonly hint?: Partial<Record<FileKind, string>>
  readonly form?: FormEntry
}

/** Its value is known by type within it, and by its schema outside. */
export function field<Schema extends z.ZodType>(row: Field<Schema>): Field {
  if (row.shared) SHARED_KEYS.add(row.schema, {})
  return row as unknown as Field
}

interface TextField
  extends Pick<Field, 'key' | 'of' | 'hint' | 'form' | 'index'>,
    Partial<Pick<Field, 'panel'>> {
  readonly schema: z.ZodType<string | undefined>
  readonly as: Said['as']
}

/** A text, and nothing else: it stands in the filled-in front matter under its own key. */
export function textField({ as, ...row }: TextField): Field {
  const said = (matter: ChapterMatter): string => textAt(matter, row.key)
  return {
    ...row,
    read: (given) => ({ [row.key]: oneLine(given as string | undefined) }),
    says: (matter) => [{ words: said(matter), as }],
    plain: (matter, plain) => ({ [row.key]: plain(said(matter)) }),
    ...(as === 'prose' ? { claims: (matter: ChapterMatter) => [said(matter)] } : {}),
  }
}

/** The row of such a text in the panel. */
export const textInPanel = (key: string, at: number, label: WordKey): PanelPlace => ({
  at,
  label: () => label,
  entries: (matter) => entriesOf(textAt(matter, key)),
})

export const entriesOf = (...texts: readonly string[]): Omit<PanelEntry, 'key'>[] =>
  texts.flatMap((text) => (text === '' ? [] : [{ text }]))

export const textAt = (matter: ChapterMatter, key: string): string =>
  String((matter as unknown as Readonly<Record<string, unknown>>)[key] ?? '')

/** Folded and literal blocks of YAML print as one paragraph. */
export const oneLine = (text = ''): string => composed(text).replace(/\s+/g, ' ').trim()
