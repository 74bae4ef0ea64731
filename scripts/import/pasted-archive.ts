// What is pasted or piped in → an archive of one file, whose name says what it is.
import { Readable } from 'node:stream'
import type { ArchiveFiles } from '../ground/archives/archive-files.ts'
import { tooLarge } from '../ground/archives/folder-files.ts'
import { readCsv } from '../ground/sheets/read-csv.ts'
import { columnsOfPosts } from './columns-of-posts.ts'
import { PASTED_LINES } from './services/lines.ts'
import { isChat } from './services/whatsapp.ts'

export function pastedArchive(
  bytes: Buffer,
  columns: Readonly<Record<string, string>>,
): { files: ArchiveFiles; only: string } {
  const name = nameOf(bytes.toString('utf8', 0, 64 * 1024), columns)
  const files = {
    names: [name],
    read: async (_: string, most: number) => {
      if (bytes.length > most) throw tooLarge(name, most)
      return bytes
    },
    stream: async () => Readable.from([bytes]),
    close: () => {},
  }
  return { files, only: name }
}

function nameOf(head: string, columns: Readonly<Record<string, string>>): string {
  if (/^\uFEFF?\s*[[{]\s*["{[\]}]/.test(head)) return 'pasted.json'
  if (/^From \S+ /.test(head)) return 'pasted.mbox'
  if (
    /^(?:From|To|Date|Subject|Received|Return-Path|Delivered-To|MIME-Version|Message-ID|X-[\w-]+): /i.test(
      head,
    )
  )
    return 'pasted.eml'
  if (/^\s*<(?:!doctype|html|blockquote|article|div)\b/i.test(head)) return 'pasted.html'
  if (isChat(head)) return 'pasted.txt'
  return isSheet(head, columns) ? 'pasted.csv' : PASTED_LINES
}

/** Two columns or more: a line that is one word is none. */
function isSheet(head: string, columns: Readonly<Record<string, string>>): boolean {
  const read = readCsv(head.split('\n', 20).join('\n'))
  const table = 'sheet' in read ? columnsOfPosts(read.sheet, columns) : undefined
  return table !== undefined && table.names.length > 1
}
