// Mails with photographs: .eml files, as mail programs save them, and .mbox, as they export folders. Who sent it is
// kept by name; no address is. What was quoted, and what stands below the line of a signature, was not said here.
import { createHash } from 'node:crypto'
import PostalMime, { type Attachment, type Email } from 'postal-mime'
import type { ArchiveFiles } from '../../ground/archives/archive-files.ts'
import { withWindowsLetters } from '../../ground/files/decode-text.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ArchivedPicture, ArchivedPost, Around, ReadArchive, Service } from '../archived-post.ts'
import { type Mailbox, openMailbox } from '../mail-messages.ts'
import { hashtagsIn, markdownOfHtml, markdownOfText } from '../post-markdown.ts'
import { typedTime } from '../typed-time.ts'

export const mails: Service = {
  name: 'mails',
  recognise: (_, names) => names.filter((name) => /\.(?:eml|mbox)$/i.test(name)),
  read: readMails,
}

/** A mail that nests its parts deeper is made to do harm. */
const LIMITS = { maxNestingDepth: 64, attachmentEncoding: 'arraybuffer' } as const
/** Signs of companies and buttons in signatures are smaller than a photograph. */
const LEAST_BYTES = 10_000

async function readMails(
  files: ArchiveFiles,
  found: readonly string[],
  { shown }: Around,
): Promise<ReadArchive> {
  const posts: ArchivedPost[] = []
  const findings: Finding[] = []
  const tell = (facts: Parameters<typeof finding<'archived-post-is-read'>>[2]): void => {
    findings.push(finding('archived-post-is-read', { file: shown }, facts))
  }
  for (const name of found) {
    const mailbox = openMailbox(files, name)
    let index = 0
    for await (const bytes of mailbox.all()) {
      const mail = bytes && (await mailOf(bytes).catch(() => undefined))
      if (!mail || mail.headers.length === 0)
        tell({ problem: 'post-of-file-unread', number: index + 1, file: name })
      else {
        const read = postOf(mail, { mailbox, index, name })
        posts.push(read.post)
        for (const file of read.leftOut) tell({ problem: 'attachment-left-out', file, of: read.shownAs })
        for (const file of read.ofTelephones)
          tell({ problem: 'photograph-of-another-kind', file: `${file}\` of \`${read.shownAs}` })
        if (read.isShortened) tell({ problem: 'mail-shortened', mail: read.shownAs })
      }
      index += 1
    }
  }
  return { posts, leftOut: 0, findings }
}

/** Its words as they were written: Node 20 reads Windows-1252 as Latin-1. */
async function mailOf(bytes: Buffer): Promise<Email> {
  const mail = await PostalMime.parse(bytes, LIMITS)
  for (const key of ['subject', 'text', 'html'] as const)
    if (mail[key] !== undefined) mail[key] = withWindowsLetters(mail[key])
  if (mail.from && 'name' in mail.from) mail.from.name = withWindowsLetters(mail.from.name)
  return mail
}

interface Where {
  readonly mailbox: Mailbox
  readonly index: number
  readonly name: string
}

function postOf(mail: Email, where: Where) {
  const subject = (mail.subject ?? '').replace(/^(?:\s*(?:re|fwd?|aw|wg)\s*:)+\s*/i, '').trim()
  const sender = mail.from && 'name' in mail.from ? mail.from.name : ''
  const said = mail.text ? ownWords(mail.text) : { text: '', isShortened: false }
  const body = said.text
    ? markdownOfText([{ text: said.text }])
    : mail.text
      ? ''
      : markdownOfHtml(mail.html ?? '')
  const title = said.text.startsWith(subject) ? '' : markdownOfText([{ text: subject }])
  const kinds = mail.attachments.map((one, at) => ({ at, one, name: one.filename ?? `part ${at + 1}` }))
  const shown = kinds.filter(({ one }) => isPhotograph(one))
  const ofTelephones = kinds.filter(({ one, name }) => isOfTelephone(one, name))
  const leftOut = kinds.filter((kind) => !shown.includes(kind) && !ofTelephones.includes(kind))
  const key = mail.messageId ?? [mail.date, sender, subject, said.text].join('\n')
  const shownAs = mail.subject
    ? `${where.name}, “${mail.subject.slice(0, 80)}”`
    : `${where.name}, mail ${where.index + 1}`
  const post: ArchivedPost = {
    service: 'mails',
    handle: '',
    url: '',
    place: '',
    isPublic: false,
    // The number of a mail holds an address.
    id: createHash('sha256').update(key).digest('hex').slice(0, 32),
    shownAs: `\`${shownAs}\``,
    time: timeOf(mail.date ?? ''),
    kind: shown.length > 0 ? 'photograph' : 'note',
    author: sender,
    markdown: [title, body].filter((part) => part !== '').join('\n\n'),
    hashtags: hashtagsIn(`${subject} ${said.text}`),
    pictures: shown.map(({ at, one, name }) => pictureOf(at, one, name, where)),
  }
  const names = (list: typeof kinds): string[] => list.map(({ name }) => name)
  return {
    post,
    shownAs,
    isShortened: said.isShortened,
    leftOut: names(leftOut),
    ofTelephones: names(ofTelephones),
  }
}

/** Taken out of its mail again when it is wanted: not all photographs of a mailbox fit into memory. */
function pictureOf(at: number, one: Attachment, name: string, { mailbox, index }: Where): ArchivedPicture {
  const read = async (): Promise<Buffer> => {
    const mail = await PostalMime.parse(await mailbox.message(index), LIMITS)
    return bytesOf(mail.attachments[at])
  }
  return { name, alt: one.description ?? '', credit: '', read }
}

const bytesOf = (one: Attachment | undefined): Buffer =>
  typeof one?.content === 'string'
    ? Buffer.from(one.content)
    : Buffer.from((one?.content ?? []) as Uint8Array)

const isPhotograph = (one: Attachment): boolean =>
  /^image\/(?:jpe?g|png|webp|tiff)$/i.test(one.mimeType) &&
  (one.disposition === 'attachment' || bytesOf(one).length >= LEAST_BYTES)

const isOfTelephone = (one: Attachment, name: string): boolean =>
  /^image\/hei[cf]/i.test(one.mimeType) || /\.hei[cf]$/i.test(name)

const timeOf = (date: string): string =>
  Number.isNaN(Date.parse(date)) ? typedTime(date, 'day') : new Date(date).toISOString()

/** Shorter lines end where their writer ended them; longer ones where the mail program wrapped them. */
const WRAPPED = 60

function ownWords(text: string): { text: string; isShortened: boolean } {
  const all = text.replace(/\r\n?/g, '\n').split('\n')
  const signature = all.findIndex((line) => /^-- ?$/.test(line))
  const above = signature < 0 ? all : all.slice(0, signature)
  const own = above.filter((line, index) => !/^\s*>/.test(line) && !isIntroduction(above, index))
  let words = ''
  for (const [index, line] of own.entries()) {
    const before = own[index - 1] ?? ''
    const isWrapped = before.length >= WRAPPED && line.trim() !== '' && !/^[-*•\s]/.test(line)
    words += index === 0 ? line : `${isWrapped ? ' ' : '\n'}${line}`
  }
  return { text: words.trim(), isShortened: own.length < all.length }
}

/** “On 26 July Ann wrote:” above what is quoted. */
function isIntroduction(lines: readonly string[], index: number): boolean {
  const behind = lines.slice(index + 1, index + 3).find((line) => line.trim() !== '')
  return /:\s*$/.test(lines[index] ?? '') && /^\s*>/.test(behind ?? '')
}
