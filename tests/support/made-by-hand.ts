import { resolve } from 'node:path'
import { togetherOf } from '../../scripts/content/fields/fields.ts'
import type { Chapter, ChapterMatter } from '../../scripts/model/chapter.ts'
import type { Publication } from '../../scripts/model/publication.ts'
import type { Settings } from '../../scripts/model/settings.ts'
import { ENGLISH } from './english-words.ts'

const FOGRA39 = resolve('scripts/ground/colour/profiles/fogra39.icc')

/** A publication that says nothing but what the test says. */
export function publicationOf(given: Partial<Publication> = {}): Publication {
  return {
    title: 'A paper',
    subtitle: '',
    coverTitle: ['A paper'],
    short: 'Paper',
    date: '',
    publisher: '',
    makers: [],
    language: 'en-GB',
    contact: '',
    web: '',
    hashtag: '',
    licence: '',
    keywords: [],
    imprint: [],
    cover: { rings: '', note: '', picture: '', focus: '', credit: '' },
    backCover: { text: '' },
    press: {
      bleedMm: 3,
      colour: 'cmyk',
      profile: '',
      condition: '',
      inkLimit: 300,
      cover: 'self',
      paper: { name: '', gsm: 115, bulk: 0.9 },
      blanks: false,
    },
    explainTerms: false,
    numbering: 'book',
    length: 'book',
    look: 'standard',
    justify: false,
    notes: 'foot',
    contents: {},
    options: { chaptersStartRight: true, contentsByCouncil: true, covers: true },
    charts: 'bars',
    front: [],
    parts: [],
    back: [],
    councils: [],
    channels: [],
    themes: [],
    bibliography: [],
    citationStyle: '',
    nocite: [],
    style: 'none',
    accessibility: 'proven',
    rules: [],
    names: [],
    fonts: [],
    ...given,
  }
}

export function settingsOf(publication: Partial<Publication> = {}, given: Partial<Settings> = {}): Settings {
  return {
    root: '/paper',
    out: '/paper/dist',
    templateFolders: [],
    cache: '/paper/.cache',
    remembers: false,
    editions: ['screen'],
    press: {
      bleedMm: 3,
      slugMm: 10,
      colour: 'cmyk',
      profile: { path: FOGRA39, condition: 'FOGRA39', description: 'Coated FOGRA39', registered: true },
      inkLimit: 300,
      cover: 'self',
      paper: { name: '', gsm: 115, bulk: 0.9 },
      blanks: false,
      inks: [{ rgb: [0x14, 0x20, 0x2b], k: 1, overprint: true }],
    },
    booklet: { layout: 'booklet', paperMm: 0.1035, sheetsPerSection: 0, marks: false, lastIsCover: true },
    strict: false,
    draft: false,
    quiet: true,
    report: 'text',
    publication: publicationOf(publication),
    theme: {
      page: { widthMm: 210, heightMm: 297, marginMm: { top: 30, bottom: 27, inner: 22, outer: 18 } },
      openers: 'page',
      spacing: { usual: 1, short: 1, least: 1, most: 1 },
      tokens: {},
      fonts: [],
      fallbacks: [],
      words: ENGLISH,
      foreignWords: [],
      press: { inks: {} },
    },
    glossary: [],
    data: { figures: {}, questions: {}, lists: {}, percentages: [] },
    told: [],
    commit: 'abc1234',
    epoch: 0,
    fileName: 'a-paper.pdf',
    version: '0.0.0',
    ...given,
  }
}

/** `chapters/03-barriers.md` → chapter 3 with the prefix `barriers` and the title `Barriers`. */
export function chapterOf(
  file: string,
  matter: Partial<ChapterMatter> = {},
  given: Partial<Chapter> = {},
): Chapter {
  const [, folder = '', number = '0', name = ''] = /^(.*)\/(\d+)-(.*)\.md$/.exec(file) ?? []
  const title = matter.title ?? name.charAt(0).toUpperCase() + name.slice(1)
  return {
    file,
    kind: folder === 'case-studies' ? 'case-study' : 'chapter',
    number: Number(number),
    prefix: folder === 'case-studies' ? `case-${name}` : name,
    level: 1,
    matter: matterOf({ title, ...matter }),
    body: { type: 'root', children: [] },
    headings: [],
    links: [],
    images: [],
    exhibits: [],
    credits: [],
    indexMarks: [],
    text: [],
    outline: [],
    forms: [],
    findings: [],
    ...given,
  }
}

function matterOf(given: Partial<ChapterMatter> & { title: string }): ChapterMatter {
  const matter: ChapterMatter = {
    panel: [],
    searchWords: [],
    short: given.title,
    standfirst: '',
    layout: 'text',
    opener: false,
    numbered: true,
    starts: '',
    figures: [],
    sources: [],
    index: [],
    keywords: [],
    redirects: [],
    councils: [],
    regional: false,
    people: [],
    channels: [],
    themes: [],
    summary: '',
    keyFigures: [],
    lines: { title: 2 },
    ...given,
  }
  return { ...matter, ...togetherOf(matter) }
}
