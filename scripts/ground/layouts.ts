// What a page of a chapter can look like, by what its author writes behind `layout:`.
import type { ExhibitKind } from './exhibit-kinds.ts'

interface Layout {
  /** Templates of its pages, in print and below `site/`. */
  readonly print: string
  readonly site: string
  /** For authors. */
  readonly about: string
  /** What the program puts on the page beside the text, which may be empty then. */
  readonly shows?: 'figures' | 'index' | 'sources' | 'glossary' | 'exhibits' | 'credits' | 'bibliography'
  /** What it lists, with their pages. */
  readonly lists?: ExhibitKind
  /** Where it stands on the website, if that is not said by the name of its file. */
  readonly address?: string
  /** Fills a page of its own, of this look. */
  readonly fullPage?: 'canal'
  /** Each section is an item with a number. */
  readonly numbersSections?: true
}

const LAYOUT_OF = {
  text: { print: 'chapter', site: 'chapter', about: 'which is the default' },
  figures: {
    print: 'figures',
    site: 'figures',
    about: 'those of `figures:`, large',
    shows: 'figures',
    fullPage: 'canal',
  },
  numbered: {
    print: 'numbered',
    site: 'chapter',
    about: 'each section with a large numeral',
    numbersSections: true,
  },
  index: { print: 'index', site: 'index', about: 'that of the book', shows: 'index' },
  'figures-list': {
    print: 'exhibits-list',
    site: 'exhibits-list',
    about: 'the numbered figures of all texts, with their pages',
    shows: 'exhibits',
    lists: 'figure',
  },
  'tables-list': {
    print: 'exhibits-list',
    site: 'exhibits-list',
    about: 'the numbered tables of all texts, with their pages',
    shows: 'exhibits',
    lists: 'table',
  },
  credits: {
    print: 'credits',
    site: 'credits',
    about: 'whose the pictures of all texts are, with their pages',
    shows: 'credits',
    address: 'credits/',
  },
  sources: {
    print: 'sources',
    site: 'sources',
    about: 'those of all files',
    shows: 'sources',
    address: 'sources/',
  },
  bibliography: {
    print: 'chapter',
    site: 'chapter',
    about: 'the works that the texts cite',
    shows: 'bibliography',
  },
  words: {
    print: 'words',
    site: 'glossary',
    about: 'those of glossary.yaml',
    shows: 'glossary',
    address: 'glossary/',
  },
} as const satisfies Readonly<Record<string, Layout>>

export type LayoutName = keyof typeof LAYOUT_OF

export const LAYOUTS: Readonly<Record<LayoutName, Layout>> = LAYOUT_OF

export const LAYOUT_NAMES = Object.keys(LAYOUT_OF) as LayoutName[]
