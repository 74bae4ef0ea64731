import { PDFObject } from '@cantoo/pdf-lib'

/**
 * What an object of a piece can only say in the book: `cell` and `note` are ids, counted in the piece; `key` is a key
 * of the parent tree, counted in the piece; `expansion` is what the piece's abbreviation of this number stands for.
 */
export type PlaceKind = 'cell' | 'note' | 'key' | 'expansion'

/** A value that is settled when the pieces are joined. Until then it reads as if its piece were the book. */
export class Place extends PDFObject {
  readonly kind: PlaceKind
  readonly number: number

  constructor(kind: PlaceKind, number: number) {
    super()
    this.kind = kind
    this.number = number
  }

  override toString(): string {
    return this.kind === 'cell' || this.kind === 'note'
      ? `(${idOf(this.kind, this.number)})`
      : String(this.number)
  }

  override sizeInBytes(): number {
    return this.toString().length
  }

  override copyBytesInto(buffer: Uint8Array, offset: number): number {
    return Buffer.from(buffer.buffer, buffer.byteOffset).write(this.toString(), offset, 'latin1')
  }
}

/** Ids of structure elements, counted in the order of the text: they sort as they are counted. */
export const idOf = (kind: 'cell' | 'note', number: number): string =>
  `${kind}-${String(number).padStart(6, '0')}`

/** The way back. */
export function placeOfId(id: string): Place & { readonly kind: 'cell' | 'note' } {
  const [kind, number] = id.split('-')
  return new Place(kind === 'note' ? 'note' : 'cell', Number(number)) as ReturnType<typeof placeOfId>
}
