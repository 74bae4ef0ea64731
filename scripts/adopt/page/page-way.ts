// One web page, or a document that Google Docs exported as one.
import { finding } from '../../rules/finding.ts'
import type { Draft, FileText, Given, WayIn } from '../draft.ts'
import { type PageText, pageText } from './page-text.ts'

const IS_PAGE = /\.x?html?$/i
/** A page and all that belongs to it in one file, as a letter with enclosures. */
const IS_ARCHIVE = /\.mht(?:ml)?$/i
/** What a page brings along when it is saved is none. */
const IS_BESIDE = /(?:_files|_html|\.files)\/|(?:^|\/)(?:search|genindex|404)\.html$/i
const MOST_BYTES = 128 * 1024 * 1024

export const pages: WayIn = {
  recognise: async ({ only = '' }) => IS_PAGE.test(only) || IS_ARCHIVE.test(only),
  read: async (given) => {
    const name = given.only ?? ''
    if (IS_ARCHIVE.test(name)) return archiveRefused(name)
    const { is, text, publication, made, findings } = await pageFile(given, name)
    return { is, publication, texts: text ? [{ ...text, isWhole: true }] : [], made, findings }
  },
}

const archiveRefused = (file: string): Draft => ({
  is: 'an archive of a page',
  publication: {},
  texts: [],
  made: new Map(),
  findings: [finding('page-is-read', { file }, { problem: 'archive' })],
})

export const isPage = (name: string): boolean =>
  IS_PAGE.test(name) && !IS_BESIDE.test(name) && !/(?:^|\/)\./.test(name)

const MAKERS: Readonly<Record<PageText['maker'], string>> = {
  'google-docs': 'a document of Google Docs',
  word: 'a page that Word saved',
  libreoffice: 'a page that LibreOffice saved',
  web: 'a web page',
}

/** Throws ArchiveFault where it is too large. `is`: as a draft has it. */
export async function pageFile(
  given: Given,
  name: string,
): Promise<FileText & Required<Pick<FileText, 'publication'>> & Pick<Draft, 'is'>> {
  const made = new Map<string, Uint8Array>()
  const read = pageText(name, await given.files.read(name, MOST_BYTES), made)
  const { text, title, subtitle, language, author, maker, findings } = read
  const publication = {
    ...(title ? { title } : {}),
    ...(subtitle ? { subtitle } : {}),
    ...(language ? { language } : {}),
    ...(author ? { makers: [author] } : {}),
  }
  return { is: MAKERS[maker], text, publication, made, findings }
}
