// The messages of a mailbox, one after the other: an .mbox (RFC 4155) can hold thousands with their photographs, and
// only one is in memory.
import type { Readable } from 'node:stream'
import { type ArchiveFault, refusedArchive } from '../ground/archives/archive-fault.ts'
import type { ArchiveFiles } from '../ground/archives/archive-files.ts'

export const MOST_MAIL_BYTES = 100 * 1024 * 1024
const MOST_LINE_BYTES = 1024 * 1024
const NEW_LINE = 10
/** `From ann@example.org Fri Jul 26 10:32:00 2013`, behind a blank line. */
const SEPARATOR = /^From \S+ +.*\d{4}\b.*$/

/** Each as it was sent; undefined for one that is too large. */
async function* messagesIn(stream: Readable): AsyncGenerator<Buffer | undefined> {
  let parts: Buffer[] = []
  let bytes = 0
  let hasBegun = false
  let isBehindBlank = true
  for await (const line of linesOf(stream)) {
    const isSeparator = isBehindBlank && line.toString('latin1', 0, 5) === 'From '
    if (isSeparator && SEPARATOR.test(line.toString('latin1', 0, 500).trimEnd())) {
      if (hasBegun) yield bytes > MOST_MAIL_BYTES ? undefined : Buffer.concat(parts)
      hasBegun = true
      parts = []
      bytes = 0
    } else {
      bytes += line.length
      // A line of the message that looks like a separator has a sign before it.
      const plain = /^>+From /.test(line.toString('latin1', 0, 12)) ? line.subarray(1) : line
      if (bytes <= MOST_MAIL_BYTES) parts.push(plain)
    }
    isBehindBlank = line.toString('latin1').trim() === '' && line.length <= 2
  }
  if (hasBegun) yield bytes > MOST_MAIL_BYTES ? undefined : Buffer.concat(parts)
}

/** With their ends; what has none for long is cut. */
async function* linesOf(stream: Readable): AsyncGenerator<Buffer> {
  let rest: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0
    for (let end = chunk.indexOf(NEW_LINE); end >= 0; end = chunk.indexOf(NEW_LINE, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end + 1)])
      rest = []
      length = 0
      from = end + 1
    }
    rest.push(chunk.subarray(from))
    length += chunk.length - from
    if (length <= MOST_LINE_BYTES) continue
    yield Buffer.concat(rest)
    rest = []
    length = 0
  }
  if (length > 0) yield Buffer.concat(rest)
}

export interface Mailbox {
  readonly all: () => AsyncIterable<Buffer | undefined>
  /** The message of this number, from 0. Asked for in their order, all are read in one go. Throws ArchiveFault. */
  readonly message: (index: number) => Promise<Buffer>
}

/** An .eml is a mailbox of one. */
export function openMailbox(files: ArchiveFiles, name: string): Mailbox {
  const all = async function* (): AsyncGenerator<Buffer | undefined> {
    if (/\.mbox$/i.test(name)) yield* messagesIn(await files.stream(name))
    else yield await files.read(name, MOST_MAIL_BYTES)
  }
  let reading = all()
  let next = 0
  let last: { readonly index: number; readonly bytes: Buffer } | undefined
  const message = async (index: number): Promise<Buffer> => {
    if (last?.index === index) return last.bytes
    if (index < next) {
      reading = all()
      next = 0
    }
    for (;;) {
      const { value, done } = await reading.next()
      if (done) throw tooLarge(name)
      next += 1
      if (next - 1 < index) continue
      if (!value) throw tooLarge(name)
      last = { index, bytes: value }
      return value
    }
  }
  return { all, message }
}

const tooLarge = (file: string): ArchiveFault =>
  refusedArchive({ problem: 'file-too-large', file, mostMb: MOST_MAIL_BYTES / 1024 / 1024 })
