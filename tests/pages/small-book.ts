// A book built by hand: what book/ would hand over, in the smallest form that a test needs.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { resolveSettings } from '../../scripts/build/resolve-settings.ts'
import { togetherOf } from '../../scripts/content/fields/fields.ts'
import type { Book, Section } from '../../scripts/model/book.ts'
import type { Chapter, ChapterMatter } from '../../scripts/model/chapter.ts'
import type { HtmlDocument } from '../../scripts/model/document.ts'
import type { Settings } from '../../scripts/model/settings.ts'
import { composePages } from '../../scripts/pages/compose-pages.ts'
import { treeOf } from '../support/html.ts'

export function matterOf(given: Partial<ChapterMatter> = {}): ChapterMatter {
  const matter: ChapterMatter = {
    panel: [],
    searchWords: [],
    title: 'A chapter',
    short: 'A chapter',
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

export const chapterOf = (given: Partial<Chapter> = {}): Chapter => ({
  file: 'chapters/01-a.md',
  kind: 'chapter',
  number: 1,
  prefix: 'a',
  level: 1,
  matter: matterOf(),
  body: treeOf('<p data-src="5">Text.</p>'),
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
})

export const sectionOf = (given: Partial<Section> = {}): Section => ({
  id: 'a',
  kind: 'chapter',
  chapter: 0,
  title: 'A chapter',
  short: 'A chapter',
  number: '1',
  standfirst: '',
  part: 0,
  numbering: 'arabic',
  starts: 'any',
  runsOn: false,
  heads: { left: 'Book', right: '1\u2002A chapter' },
  ...given,
})

export const bookOf = (given: Partial<Book> = {}): Book => ({
  form: 'book',
  sections: [sectionOf()],
  chapters: [chapterOf()],
  contents: [],
  caseStudies: [],
  exhibits: [],
  credits: [],
  index: [],
  sources: [],
  headings: [{ level: 1, text: 'A chapter', id: 'a', line: 2 }],
  findings: [],
  ...given,
})

/** Composes a book in a folder of its own, with the files given, and removes the folder again. */
export async function composed(
  book: Book,
  files: Readonly<Record<string, string | Buffer>> = {},
  look: (document: HtmlDocument, settings: Settings) => void | Promise<void> = () => {},
): Promise<HtmlDocument> {
  const root = await mkdtemp(join(tmpdir(), 'pages-'))
  try {
    for (const [name, text] of Object.entries({
      'publication.yaml': 'title: Book\nlanguage: en\n',
      ...files,
    })) {
      await mkdir(dirname(join(root, name)), { recursive: true })
      await writeFile(join(root, name), text)
    }
    const { settings } = await resolveSettings({ root }, { WHITEPAPER_CACHE: join(root, '.cache') })
    if (!settings) throw new Error('the settings of the test are at fault')
    const document = await composePages(book, settings)
    await look(document, settings)
    return document
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}
