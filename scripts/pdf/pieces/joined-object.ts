import { PDFObject, type PDFRawStream } from '@cantoo/pdf-lib'

/**
 * An object as its piece wrote it, with the numbers of the book: the library can hold it, and writes it out, but it is
 * never parsed again. What it names is a joined object too, or leads from the catalog.
 */
export class JoinedObject extends PDFObject {
  /** One byte a character. */
  readonly text: string
  /** For a stream, whose dictionary is `text`. */
  readonly contents: Uint8Array | undefined

  constructor(text: string, contents?: Uint8Array) {
    super()
    this.text = text
    this.contents = contents
  }

  override toString(): string {
    return this.text
  }

  override sizeInBytes(): number {
    return this.text.length + (this.contents ? AROUND + this.contents.length : 0)
  }

  override copyBytesInto(buffer: Uint8Array, offset: number): number {
    const target = Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    let at = offset + target.write(this.text, offset, 'latin1')
    if (!this.contents) return at - offset
    at += target.write(BEFORE, at, 'latin1')
    target.set(this.contents, at)
    at += this.contents.length
    return at + target.write(BEHIND, at, 'latin1') - offset
  }
}

/** A stream that joined objects name. */
export const joinedStream = ({ dict, contents }: PDFRawStream): JoinedObject =>
  new JoinedObject(dict.toString(), contents)

const BEFORE = '\nstream\n'
const BEHIND = '\nendstream'
const AROUND = BEFORE.length + BEHIND.length
