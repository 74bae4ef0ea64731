// What is known while a Word file is written: numbers that are given out, and what the parts beside the text hold.
import type { Element, ElementContent, RootContent } from 'hast'
import type { Book } from '../model/book.ts'
import type { Asset } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import type { Place } from './place.ts'
import type { Xml } from './xml.ts'

/** What a Word file is made of. */
export interface WordGiven {
  readonly book: Book
  readonly settings: Settings
  /** The pages as they are printed, as one document of HTML. */
  readonly html: string
  /** Pictures that it shows. */
  readonly assets: readonly Asset[]
  /** Files of the publication by the number that `data-src` has for them, with what they hold. */
  readonly sources: ReadonlyMap<number, SourceFile>
}

export interface SourceFile {
  readonly file: string
  readonly text: string
  /** Files that it includes, by their numbers from 1. */
  readonly included: readonly { readonly file: string; readonly text: string }[]
}

export interface Writing extends WordGiven {
  readonly languageTag: string
  /** Between the margins. */
  readonly textMm: number
  readonly relations: Relation[]
  readonly media: Map<string, Media>
  readonly marks: PlacedMark[]
  /** `wordsKey` of paragraphs that have no mark. */
  readonly unmarked: Set<string>
  /** By the text of a file. */
  readonly blocksIn: Map<string, (line: number) => string>
  /** Names of bookmarks for anchors that links lead to. */
  readonly anchors: Map<string, string>
  readonly placed: Set<string>
  readonly lists: ListInstance[]
  /** Texts of notes by their ids. */
  readonly notes: ReadonlyMap<string, Element>
  readonly footnotes: Footnote[]
  readonly findings: Finding[]
  /** Places that stand in the next paragraph. */
  readonly waiting: Xml[]
  /** A table or a box has just ended: Word leaves no space behind it. */
  isBehindFrame: boolean
  /** The last that was given to a bookmark or a drawing. */
  lastId: number
  /** Of the text that is being written. */
  title: string
  /** Number of a chapter or a section that its heading is to have. */
  number: string
  /** Notes that are called in the note that is being written. */
  nested: Element[] | undefined
}

/** What lists and tables hold is set by whoever sets them. */
export type SetBlocks = (
  nodes: readonly (RootContent | ElementContent)[],
  place: Place,
  writing: Writing,
) => Xml[]

export interface Relation {
  readonly id: string
  readonly type: 'hyperlink' | 'image'
  readonly target: string
}

export interface Media {
  /** Below `word/`. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly widthMm: number
  readonly heightMm: number
}

export interface PlacedMark {
  readonly file: string
  readonly line: number
  readonly text: string
  /** Of a cell. */
  readonly column: number | undefined
  /** `wordsKey` of what it says. */
  readonly words: string
  readonly start: Xml
}

export interface ListInstance {
  readonly id: number
  readonly kind: ListKind
  readonly level: number
  readonly start: number
}

export type ListKind =
  | 'bullet'
  | 'decimal'
  | 'lowerLetter'
  | 'upperLetter'
  | 'lowerRoman'
  | 'upperRoman'
  | 'heading'

export interface Footnote {
  readonly id: number
  /** The anchor of its text. */
  readonly note: string
  /** The bookmark of its first call. */
  readonly bookmark: string
  blocks: readonly Xml[]
}

export const nextId = (writing: Writing): number => {
  writing.lastId += 1
  return writing.lastId
}

/** The relation that leads to an address outside of the file; undefined for one that Word would call broken. */
export function addressRelation(writing: Writing, address: string): string | undefined {
  const target = escapedAddress(address)
  if (target.length > LONGEST_ADDRESS || !URL.canParse(target)) return undefined
  const known = writing.relations.find((one) => one.type === 'hyperlink' && one.target === target)
  if (known) return known.id
  const id = `rIdLink${writing.relations.length + 1}`
  writing.relations.push({ id, type: 'hyperlink', target })
  return id
}

const LONGEST_ADDRESS = 2083 // Word's.

/** With signs that no address holds as they are (RFC 3986, 2) written as their numbers. */
const escapedAddress = (address: string): string =>
  address.replace(/%(?![\da-f]{2})|[\s"<>\\^`{|}]/gi, encodeURIComponent)

/** A list of its own, which begins with `start`. */
export function beginList(writing: Writing, kind: ListKind, level: number, start = 1): number {
  const same = kind === 'bullet' ? writing.lists.find((one) => one.kind === kind) : undefined
  if (same) return same.id
  const id = writing.lists.length + 1
  writing.lists.push({ id, kind, level, start })
  return id
}
