// WhatsApp: the export of a chat, `_chat.txt` of an iPhone or `WhatsApp Chat with ….txt` of Android, with its media
// beside it, in a zip or a folder. Its form follows the language and the clock of the telephone.
import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import type { ArchiveFiles } from '../../ground/archives/archive-files.ts'
import { headOf } from '../../ground/archives/head-of.ts'
import { decodeText } from '../../ground/files/decode-text.ts'
import { MEGABYTE } from '../../ground/limits.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ArchivedPost, Around, ReadArchive, Service } from '../archived-post.ts'
import { pictureIn } from '../picture-in.ts'
import { hashtagsIn, markdownOfText } from '../post-markdown.ts'
import { type DayOrder, dayOrderOf, typedTime } from '../typed-time.ts'

export const whatsapp: Service = {
  name: 'whatsapp',
  recognise: async (files, names) => {
    const found: string[] = []
    for (const name of names)
      if (/\.txt$/i.test(name) && isChat(Buffer.from(await headOf(files, name), 'latin1').toString('utf8')))
        found.push(name)
    return found
  },
  read: readChats,
}

const MOST_BYTES = 128 * MEGABYTE
/** Marks of direction: before what WhatsApp itself says, around numbers and names. */
const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
/** `[26/07/2013, 10:32:15] Ann: …` of an iPhone; `26/07/2013, 10:32 - Ann: …` of Android. */
const BEGINS =
  /^\u200e?(?:\[(\d{1,4}[./-] ?\d{1,2}[./-] ?\d{1,4}[^\]\n]{4,24})\] ?|(\d{1,4}[./-] ?\d{1,2}[./-] ?\d{1,4}[^\n]{4,24}?) [-–] )(.*)$/

export const isChat = (head: string): boolean => head.split(/\r?\n/, 20).some((line) => BEGINS.test(line))

interface Message {
  readonly time: string
  /** '' of a line of WhatsApp itself. */
  readonly author: string
  readonly text: string
  readonly line: number
}

async function readChats(
  files: ArchiveFiles,
  found: readonly string[],
  { shown }: Around,
): Promise<ReadArchive> {
  const posts: ArchivedPost[] = []
  const findings: Finding[] = []
  let leftOut = 0
  const tell = (facts: Parameters<typeof finding<'archived-post-is-read'>>[2]): void => {
    findings.push(finding('archived-post-is-read', { file: shown }, facts))
  }
  for (const name of found) {
    const decoded = decodeText(await files.read(name, MOST_BYTES))
    if (!('text' in decoded)) {
      tell({ problem: 'file-unread', file: name })
      continue
    }
    const messages = messagesIn(decoded.text)
    const { order, isCertain } = dayOrderOf(messages.map(({ time }) => time))
    if (!isCertain) tell({ problem: 'dates-read-two-ways', file: name })
    const chat = new Map(files.names.map((one) => [posix.basename(one), one]))
    const read = messages.map((message) => readMessage(message, chat))
    leftOut += read.filter(({ kind }) => kind === 'system').length
    const without = read.filter(({ kind }) => kind === 'without-media').length
    if (without > 0) tell({ problem: 'media-not-exported', file: name, count: without })
    for (const { attached } of read)
      for (const file of attached)
        if (!isShown(file)) tell({ problem: 'attachment-left-out', file, of: name })
    posts.push(...momentsOf(read, { files, name, order }))
  }
  return { posts, leftOut, findings }
}

function messagesIn(text: string): Message[] {
  const messages: { time: string; author: string; text: string; line: number }[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [whole, bracketed, dashed, said = ''] = BEGINS.exec(line) ?? []
    const before = messages.at(-1)
    if (whole === undefined) {
      if (before) before.text += `\n${line}`
      continue
    }
    const [, author = '', words = said] = /^([^:\n]{1,100}?): ?(.*)$/.exec(said) ?? []
    const name = author.replace(MARKS, '').replace(/^~\s*/, '').trim()
    messages.push({ time: bracketed ?? dashed ?? '', author: name, text: words, line: index + 1 })
  }
  return messages
}

interface ReadMessage extends Message {
  readonly kind: 'said' | 'system' | 'without-media'
  /** Names in the archive. */
  readonly attached: readonly string[]
}

/** `‎<attached: 1.jpg>`, `‎<angehängt: 1.jpg>`; `1.jpg (file attached)`, `1.jpg (Datei angehängt)`. */
const ATTACHED = [
  /\u200e?<[^<>:\n]{2,30}: ?([^<>\n]{3,200}\.\w{2,5})>/,
  /^\u200e?([^\n]{1,200}\.\w{2,5}) \([^()\n]{3,40}\)$/m,
]
/** What stands where a picture was left out, and behind what was changed: `<Media omitted>`, `‎image omitted`. */
const OMITTED =
  /^(?:\u200e?<[^<>\n]{4,60}>|\u200e[^\n]{1,40} (?:omitted|weggelassen|omitid[oa]|omess[oa]|omise?|weggelaten))$/i
const EDITED = /(?<!\s)\s*\u200e?<[^<>\n]{4,60}>\s*$/
/** Those of Android have no mark of their own. */
const DELETED =
  /^(?:(?:this message was|you) deleted(?: this message)?|diese nachricht wurde gelöscht|du hast diese nachricht gelöscht)\.?$/i

function readMessage(message: Message, chat: ReadonlyMap<string, string>): ReadMessage {
  const attached: string[] = []
  let text = message.text
  for (const pattern of ATTACHED) {
    const [token, name = ''] = pattern.exec(text) ?? []
    const found = token === undefined ? undefined : chat.get(name.replace(MARKS, '').trim())
    if (token === undefined || found === undefined) continue
    attached.push(found)
    text = text.replace(token, '')
  }
  if (attached.length === 0 && OMITTED.test(text.trim()))
    return { ...message, kind: 'without-media', text: '', attached }
  // What begins with the mark was said by WhatsApp, under the name of the chat.
  const isSystem =
    message.author === '' ||
    (attached.length === 0 && (text.startsWith('\u200e') || DELETED.test(text.trim())))
  const words = text.replace(EDITED, '').replace(MARKS, '').trim()
  return { ...message, kind: isSystem ? 'system' : 'said', text: words, attached }
}

const isPicture = (file: string): boolean => /\.(?:jpe?g|png|webp|gif|hei[cf]|avif)$/i.test(file)
const isFilm = (file: string): boolean => /\.(?:mp4|mov|3gp)$/i.test(file)
const isShown = (file: string): boolean => isPicture(file) || isFilm(file)

/** Pictures that one person sends one after the other are one moment. */
const MOST_SECONDS_APART = 120

function momentsOf(
  read: readonly ReadMessage[],
  { files, name, order }: { files: ArchiveFiles; name: string; order: DayOrder },
): ArchivedPost[] {
  const posts: ArchivedPost[] = []
  for (const { kind, time, author, text, line, attached } of read) {
    if (kind !== 'said' || (text === '' && attached.every((file) => !isShown(file)))) continue
    const pictures = attached.filter(isPicture).map((file) => pictureIn(files, file))
    const at = typedTime(time, order)
    const before = posts.at(-1)
    const isMore =
      text === '' && pictures.length > 0 && before?.kind === 'photograph' && before.author === author
    if (isMore && Math.abs(Date.parse(at) - Date.parse(before.time)) <= MOST_SECONDS_APART * 1000) {
      posts[posts.length - 1] = { ...before, pictures: [...before.pictures, ...pictures] }
      continue
    }
    const id = createHash('sha256')
      .update([time, author, text, ...attached].join('\n'))
      .digest('hex')
      .slice(0, 32)
    posts.push({
      service: 'whatsapp',
      id,
      time: at,
      author,
      handle: '',
      url: '',
      place: '',
      isPublic: false,
      shownAs: `in line ${line} of \`${name}\``,
      kind: attached.some(isFilm) ? 'video' : pictures.length > 0 && text === '' ? 'photograph' : 'note',
      markdown: markdownOfText([{ text }]),
      hashtags: hashtagsIn(text),
      pictures,
    })
  }
  return posts
}
