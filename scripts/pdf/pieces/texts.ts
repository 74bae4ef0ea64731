import { PDFArray, PDFDict, type PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { Place, type PlaceKind } from '../place.ts'

/** What a text leaves open: the number of an object, or what a Place does. */
export type OpenKind = 'reference' | PlaceKind

const KINDS: readonly OpenKind[] = ['reference', 'cell', 'note', 'key', 'expansion']

/**
 * Source texts of objects, one behind the other, and where in them something is left open. Few and long values, for
 * they go from thread to thread and into files: a book has tens of thousands of objects.
 */
export interface Texts {
  /** One byte a character. */
  readonly bytes: Uint8Array
  /** Of each text: where it ends in `bytes`, and where its places end in the three lists of places. */
  readonly ends: Uint32Array
  readonly placeEnds: Uint32Array
  readonly placeAt: Uint32Array
  readonly placeKinds: Uint8Array
  readonly placeNumbers: Uint32Array
}

export interface Written {
  readonly text: string
  readonly places: readonly { readonly at: number; readonly kind: OpenKind; readonly number: number }[]
}

/** Writes a value as the library does, but leaves references and places open. */
export function writeText(value: PDFObject, leaveOut: ReadonlySet<PDFName> = NOTHING): Written {
  const places: Written['places'][number][] = []
  let text = ''
  const put = (one: PDFObject): void => {
    if (one instanceof PDFRef) open('reference', one.objectNumber)
    else if (one instanceof Place) open(one.kind, one.number)
    else if (one instanceof PDFDict) putEntries(one, NOTHING)
    else if (one instanceof PDFArray) {
      text += '[ '
      for (const item of one.asArray()) {
        put(item)
        text += ' '
      }
      text += ']'
    } else text += one.toString()
  }
  const putEntries = (dictionary: PDFDict, without: ReadonlySet<PDFName>): void => {
    text += '<<\n'
    for (const [key, entry] of dictionary.entries()) {
      if (without.has(key)) continue
      // There may be nothing to say, so the whole entry is left open.
      if (entry instanceof Place && entry.kind === 'expansion') {
        put(entry)
        continue
      }
      text += `${key} `
      put(entry)
      text += '\n'
    }
    text += '>>'
  }
  const open = (kind: OpenKind, number: number): void => {
    places.push({ at: text.length, kind, number })
  }
  if (value instanceof PDFDict) putEntries(value, leaveOut)
  else put(value)
  return { text, places }
}

const NOTHING: ReadonlySet<PDFName> = new Set()

/** Collects texts. */
export function collectTexts(): { readonly add: (written: Written) => number; readonly all: () => Texts } {
  const [ends, placeEnds, placeAt, placeKinds, placeNumbers] = [[], [], [], [], []] as number[][]
  const parts: string[] = []
  let length = 0
  return {
    /** Returns the text's index. */
    add({ text, places }) {
      for (const { at, kind, number } of places) {
        placeAt!.push(length + at)
        placeKinds!.push(KINDS.indexOf(kind))
        placeNumbers!.push(number)
      }
      parts.push(text)
      length += text.length
      placeEnds!.push(placeAt!.length)
      return ends!.push(length) - 1
    },
    all: () => ({
      bytes: Buffer.from(parts.join(''), 'latin1'),
      ends: Uint32Array.from(ends!),
      placeEnds: Uint32Array.from(placeEnds!),
      placeAt: Uint32Array.from(placeAt!),
      placeKinds: Uint8Array.from(placeKinds!),
      placeNumbers: Uint32Array.from(placeNumbers!),
    }),
  }
}

/** Gives each text with what `settle` says in the places that were left open. */
export function readTexts(
  { bytes, ends, placeEnds, placeAt, placeKinds, placeNumbers }: Texts,
  settle: (kind: OpenKind, number: number) => string,
): (index: number) => string {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return (index) => {
    let done = index === 0 ? 0 : ends[index - 1]!
    let text = ''
    for (let place = index === 0 ? 0 : placeEnds[index - 1]!; place < placeEnds[index]!; place++) {
      const at = placeAt[place]!
      text += whole.slice(done, at) + settle(KINDS[placeKinds[place]!]!, placeNumbers[place]!)
      done = at
    }
    return text + whole.slice(done, ends[index])
  }
}
