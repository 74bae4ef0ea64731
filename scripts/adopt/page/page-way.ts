// A web page, several in a folder or a zip, or a document that Google Docs exported as one.
import { posix } from 'node:path'
import { finding } from '../../rules/finding.ts'
import type { Draft, DraftText, Given, WayIn } from '../draft.ts'
import { type PageText, pageText } from './page-text.ts'

const IS_PAGE = /\.x?html?$/i
/** A page and all that belongs to it in one file, as a letter with enclosures. */
const IS_ARCHIVE = /\.mht(?:ml)?$/i
/** What a page brings along when it is saved is none. */
const IS_BESIDE = /(?:_files|_html|\.files)\/|(?:^|\/)(?:search|genindex|404)\.html$/i
const MOST_BYTES = 128 * 1024 * 1024

export const pages: WayIn = {
  recognise: async ({ files, only }) =>
    only === undefined ? files.names.some(isPage) : IS_PAGE.test(only) || IS_ARCHIVE.test(only),
  read: async (given) => {
    if (given.only !== undefined && IS_ARCHIVE.test(given.only)) return archiveRefused(given.only)
    const names = given.only === undefined ? given.files.names.filter(isPage) : [given.only]
    const made = new Map<string, Uint8Array>()
    const read: PageText[] = []
    for (const name of inOrder(names))
      read.push(pageText(name, await given.files.read(name, MOST_BYTES), made))
    return draftOf(read, made, given)
  },
}

const archiveRefused = (file: string): Draft => ({
  is: 'an archive of a page',
  publication: {},
  texts: [],
  made: new Map(),
  findings: [finding('page-is-read', { file }, { problem: 'archive' })],
})

const isPage = (name: string): boolean =>
  IS_PAGE.test(name) && !IS_BESIDE.test(name) && !/(?:^|\/)\./.test(name)

/** The page that stands for a folder comes first in it. */
const inOrder = (names: readonly string[]): string[] =>
  names.toSorted((a, b) => {
    const [one, other] = [a, b].map((name) =>
      posix.basename(name).replace(/^(?:index|default|home)\./i, '\u0000.'),
    )
    const folders = posix.dirname(a) === posix.dirname(b) ? 0 : a.localeCompare(b, 'en', { numeric: true })
    return folders || (one ?? '').localeCompare(other ?? '', 'en', { numeric: true })
  })

const MAKERS: Readonly<Record<PageText['maker'], string>> = {
  'google-docs': 'a document of Google Docs',
  word: 'a page that Word saved',
  libreoffice: 'a page that LibreOffice saved',
  web: 'a web page',
}

function draftOf(read: readonly PageText[], made: ReadonlyMap<string, Uint8Array>, { only }: Given): Draft {
  const texts = read.flatMap(({ text }) => (text ? [text] : []))
  const [first, more] = read.filter(({ text }) => text)
  const isOne = more === undefined
  const publication = {
    ...(first?.title && isOne ? { title: first.title } : {}),
    ...(first?.subtitle && isOne ? { subtitle: first.subtitle } : {}),
    ...(first?.language ? { language: first.language } : {}),
    ...(first?.author ? { makers: [first.author] } : {}),
  }
  return {
    is: isOne
      ? MAKERS[first?.maker ?? 'web']
      : `${texts.length} ${only === undefined ? 'pages of a website' : 'pages'}`,
    publication,
    texts: texts.map((text): DraftText => ({ ...text, isWhole: isOne })),
    made,
    findings: read.flatMap(({ findings }) => findings),
  }
}
