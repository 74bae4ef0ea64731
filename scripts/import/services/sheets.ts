// A sheet of posts, as somebody kept it by hand or a tool wrote it: CSV or Excel, a row a post. Formulas are not worked
// out, addresses not fetched.
import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { ArchiveFault } from '../../ground/archives/archive-fault.ts'
import type { ArchiveFiles } from '../../ground/archives/archive-files.ts'
import { decodeText } from '../../ground/files/decode-text.ts'
import { MEGABYTE } from '../../ground/limits.ts'
import { readCsv } from '../../ground/sheets/read-csv.ts'
import { readWorkbook } from '../../ground/sheets/read-workbook.ts'
import type { Sheet, SheetRow } from '../../ground/sheets/sheet.ts'
import { WorkbookError } from '../../ground/sheets/workbook-parts.ts'
import type { Finding } from '../../model/finding.ts'
import type { MomentKind } from '../../model/launch.ts'
import { finding } from '../../rules/finding.ts'
import type { FactsOf } from '../../rules/rules.ts'
import type { ArchivedPicture, ArchivedPost, Around, ReadArchive, Service } from '../archived-post.ts'
import { type ColumnOfPosts, type ColumnsOfPosts, columnsOfPosts } from '../columns-of-posts.ts'
import { pictureIn } from '../picture-in.ts'
import { hashtagsIn, markdownOfText } from '../post-markdown.ts'
import { isOfPublicPost } from '../public-posts.ts'
import { type DayOrder, dayOrderOf, typedTime } from '../typed-time.ts'

export const sheets: Service = {
  name: 'sheets',
  recognise: async (files, names, around) => {
    const found: string[] = []
    for (const name of names)
      if (/\.(?:csv|tsv|xlsx)$/i.test(name) && (await tablesOf(files, name, around)).length > 0)
        found.push(name)
    return found
  },
  read: readSheets,
}

const MOST_BYTES = 64 * MEGABYTE
/** A launch of which more was said is kept in several sheets. */
const MOST_ROWS = 50_000

async function tablesOf(files: ArchiveFiles, name: string, { columns }: Around): Promise<ColumnsOfPosts[]> {
  const sheets = await sheetsOf(files, name)
  const tables = sheets.flatMap((sheet) => columnsOfPosts(sheet, columns) ?? [])
  const first = sheets[0]?.rows[0]?.cells.map(({ text }) => text) ?? []
  // What was asked for by name is not passed over in silence.
  if (tables.length === 0 && Object.keys(columns).length > 0)
    throw unread({
      problem: 'no-such-column',
      file: name,
      column: Object.values(columns)[0] ?? '',
      columns: quoted(first),
    })
  return tables
}

async function sheetsOf(files: ArchiveFiles, name: string): Promise<readonly Sheet[]> {
  const bytes = await files.read(name, MOST_BYTES)
  if (/\.xlsx$/i.test(name)) {
    try {
      const { sheets } = await readWorkbook(bytes, 'en-GB', MOST_ROWS)
      for (const sheet of sheets)
        if ('fault' in sheet && sheet.fault.problem === 'too-many-rows')
          throw unread({ problem: 'too-many-rows', file: name, most: MOST_ROWS })
      return sheets.flatMap((sheet) => ('rows' in sheet ? [sheet] : []))
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error
      return []
    }
  }
  const decoded = decodeText(bytes)
  const read = 'text' in decoded ? readCsv(decoded.text, MOST_ROWS) : { problem: 'no-text' as const }
  if ('sheet' in read) return [read.sheet]
  if (read.problem === 'quotes-are-open') throw unread({ problem: read.problem, file: name, line: read.line })
  if (read.problem === 'too-many-rows') throw unread({ problem: read.problem, file: name, most: MOST_ROWS })
  return []
}

const quoted = (names: readonly string[]): string =>
  names
    .filter((name) => name !== '')
    .map((name) => `\`${name}\``)
    .join(', ')

const unread = (facts: FactsOf<'sheet-of-posts-is-read'>): ArchiveFault =>
  new ArchiveFault({ rule: 'sheet-of-posts-is-read', facts })

async function readSheets(
  files: ArchiveFiles,
  found: readonly string[],
  around: Around,
): Promise<ReadArchive> {
  const posts: ArchivedPost[] = []
  const findings: Finding[] = []
  for (const name of found)
    for (const table of await tablesOf(files, name, around)) {
      const { missing, names, others, rows } = table
      if (missing[0] !== undefined)
        throw unread({ problem: 'no-such-column', file: name, column: missing[0], columns: quoted(names) })
      const place = { file: around.shown }
      if (others.length > 0)
        findings.push(
          finding('archived-post-is-read', place, {
            problem: 'columns-left-out',
            file: name,
            columns: quoted(others),
          }),
        )
      const times = rows.map((row) => [cell(row, table, 'date'), cell(row, table, 'time')].join(' '))
      const { order, isCertain } = dayOrderOf(times)
      if (!isCertain)
        findings.push(finding('archived-post-is-read', place, { problem: 'dates-read-two-ways', file: name }))
      posts.push(...rows.map((row) => postOf(row, table, { files, name, order, day: around.day })))
    }
  return {
    posts: posts.filter((post) => post.markdown !== '' || post.pictures.length > 0),
    leftOut: 0,
    findings,
  }
}

/** A date is told by its cell as a day, however it is shown. */
function cell({ cells }: SheetRow, { at }: ColumnsOfPosts, column: ColumnOfPosts): string {
  const found = cells[at.get(column) ?? -1]
  return (found?.day && (column === 'date' || column === 'time') ? found.day : found?.text) ?? ''
}

interface Where {
  readonly files: ArchiveFiles
  readonly name: string
  readonly order: DayOrder
  readonly day: string
}

function postOf(row: SheetRow, table: ColumnsOfPosts, { files, name, order, day }: Where): ArchivedPost {
  const at = (column: ColumnOfPosts): string => cell(row, table, column)
  const url = /^https?:\/\/\S+$/i.test(at('url')) ? at('url') : ''
  const [text, author, typed] = [at('text'), at('author'), [at('date'), at('time')].join(' ').trim()]
  const isHandle = /^@\S+$/.test(author)
  const pictures = picturesOf(at('picture'), files, { alt: at('alt'), credit: at('credit') })
  return {
    service: 'sheets',
    id: createHash('sha256')
      .update([url, typed, author, text, at('picture')].join('\n'))
      .digest('hex')
      .slice(0, 32),
    shownAs: `in row ${row.line} of \`${name}\``,
    time: typedTime(typed, order, day),
    typedTime: typed,
    kind: kindOf(url, text, pictures),
    author: isHandle ? '' : author,
    handle: at('handle') || (isHandle ? author : ''),
    url,
    isPublic: isOfPublicPost(url),
    markdown: markdownOfText([{ text }]),
    hashtags: hashtagsIn(text),
    place: at('place'),
    pictures,
  }
}

function kindOf(url: string, text: string, pictures: readonly ArchivedPicture[]): MomentKind {
  if (/^https?:\/\/(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|vimeo\.com)\//i.test(url)) return 'video'
  if (pictures.length > 0 && text === '') return 'photograph'
  return url === '' ? 'note' : 'post'
}

/** Several in one cell stand on lines of their own, or between semicolons or bars. */
function picturesOf(
  typed: string,
  files: ArchiveFiles,
  told: { readonly alt: string; readonly credit: string },
): ArchivedPicture[] {
  const names = typed.split(/[\n;|]+/).map((one) => one.trim())
  return names
    .filter((one) => one !== '')
    .map((one) => {
      if (/^https?:\/\//i.test(one)) return pictureIn(files, '', { ...told, address: one })
      const path = one.replaceAll('\\', '/').replace(/^\.\//, '')
      const exact = files.names.find((name) => name === path)
      const name = exact ?? files.names.find((other) => posix.basename(other) === posix.basename(path)) ?? ''
      return name === '' ? { ...told, name: one } : pictureIn(files, name, told)
    })
}
