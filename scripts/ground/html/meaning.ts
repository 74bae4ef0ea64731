// How meaning travels through Chromium's printing. It drops every class, id and most roles on the way into the PDF,
// but copies the language of an element that differs from its parent's, letter by letter. So what HTML cannot carry
// stands in a private-use part of the language (BCP 47, section 2.2.7): `en-GB-x-note`. pages/ writes it, pdf/ reads
// it and takes it off again; CSS (`:lang(en)`), hyphenation and the choice of glyphs look at what stands before the
// `x` only.

/**
 * What an element of the page is, where its tag alone does not say it. At most eight letters: a subtag can hold no
 * more.
 */
export type Meaning =
  /** A section of the book; its detail is the number of its part, if it is in one. */
  | 'section'
  /** A list of contents. */
  | 'toc'
  | 'index'
  /** `<dl>`, `<dt>`, `<dd>`: Chromium makes no difference between them. */
  | 'terms'
  | 'term'
  | 'meaning'
  | 'note'
  /** A link to a note, or back from it. */
  | 'noteref'
  | 'noteback'
  /** An abbreviation that is expanded here. */
  | 'abbr'
  | 'aside'
  | 'callout'
  | 'formula'
  /** A picture of which nobody said what it shows. */
  | 'picture'
  /** Decoration that is painted as if it were text. */
  | 'artifact'

const MEANINGS: Readonly<Record<Meaning, true>> = {
  section: true,
  toc: true,
  index: true,
  terms: true,
  term: true,
  meaning: true,
  note: true,
  noteref: true,
  noteback: true,
  abbr: true,
  aside: true,
  callout: true,
  formula: true,
  picture: true,
  artifact: true,
}

export interface TaggedLanguage {
  /** `en-GB`, '' when the whole tag is private. */
  readonly language: string
  readonly meaning?: Meaning
  readonly detail?: string
}

/** `en-GB` and `note` → `en-GB-x-note`. A detail has at most eight letters and digits. */
export const withMeaning = (language: string, meaning: Meaning, detail = ''): string =>
  `${language}-x-${meaning}${detail && `-${detail}`}`

/** The way back. Private-use parts of somebody else's are taken off without a meaning. */
export function readMeaning(tag: string): TaggedLanguage {
  const found = /^(?:(.*?)-)?x-(.+)$/i.exec(tag)
  if (!found) return { language: tag }
  const [, language = '', own = ''] = found
  const [name = '', detail] = own.toLowerCase().split('-')
  if (!isMeaning(name)) return { language }
  return { language, meaning: name, ...(detail === undefined ? {} : { detail }) }
}

export const isMeaning = (name: string): name is Meaning => Object.hasOwn(MEANINGS, name)
