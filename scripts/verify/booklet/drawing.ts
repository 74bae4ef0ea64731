import { createHash } from 'node:crypto'
import { PDFArray, type PDFContext, PDFDict, type PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { inflated } from '../../ground/pdf/inflated.ts'

/** What a page or form draws: by its operators, and by all fonts, pictures and colours that they can name. */
export interface Drawing {
  /** Of the one stream as it stands in the file, compressed; '' of several. */
  readonly stored: string
  /** Of the operators themselves: of a long book this is seconds of work, so only where `stored` does not tell. */
  readonly operators: () => string
  readonly resources: string
}

export type DrawingReader = (streams: readonly PDFRawStream[], resources: PDFDict | undefined) => Drawing

/** Reads the drawings of one file. Two of them, of whichever files, look the same when they are the same. */
export function drawingReader(context: PDFContext): DrawingReader {
  const shallow = new Map<PDFRef, Shallow>()
  const known = new Map<PDFDict, string>()
  return (streams, resources) => {
    const [only, more] = streams
    let operators: string | undefined
    const all = (resources && known.get(resources)) ?? resourcesHash(resources, context, shallow)
    if (resources) known.set(resources, all)
    return {
      stored: only && !more ? hash(filterOf(only), only.contents) : '',
      operators: () => {
        operators ??= operatorsHash(streams)
        return operators
      },
      resources: all,
    }
  }
}

/** Text only would not do: many fonts do not say what their glyphs mean, and pictures have none. */
export const isSameDrawing = (one: Drawing, other: Drawing): boolean =>
  one.resources === other.resources &&
  ((one.stored !== '' && one.stored === other.stored) || one.operators() === other.operators())

/** Streams of a page follow each other as if with a line break between (ISO 32000-1, 7.8.2). */
function operatorsHash(streams: readonly PDFRawStream[]): string {
  const text = streams.map((stream) => inflated(stream).toString('latin1')).join('\n')
  return hash(text.trimEnd())
}

interface Shallow {
  readonly text: string
  readonly references: readonly PDFRef[]
}

/**
 * All that can be reached from the resources, each object once, with numbers in the order of being met in place of
 * the file's own. Fonts and forms may well lead back to where they are named.
 */
function resourcesHash(
  resources: PDFDict | undefined,
  context: PDFContext,
  shallow: Map<PDFRef, Shallow>,
): string {
  const numbers = new Map<PDFRef, number>()
  const open: PDFRef[] = []
  const number = (reference: PDFRef): number => {
    const own = numbers.get(reference) ?? numbers.size
    if (own === numbers.size) {
      numbers.set(reference, own)
      open.push(reference)
    }
    return own
  }
  const sum = createHash('sha256')
  const add = ({ text, references }: Shallow): void => {
    sum.update(`${text}\n${references.map(number).join(' ')}\n`)
  }
  if (resources) add(shallowOf(resources))
  for (const reference of open) {
    const own = shallow.get(reference) ?? shallowOf(context.lookup(reference))
    shallow.set(reference, own)
    add(own)
  }
  return sum.digest('hex')
}

function shallowOf(object: PDFObject | undefined): Shallow {
  const references: PDFRef[] = []
  const text = wordsOf(object, references)
  return { text: text.length > 200 ? hash(text) : text, references }
}

function wordsOf(object: PDFObject | undefined, references: PDFRef[]): string {
  if (object instanceof PDFRef) {
    references.push(object)
    return '@'
  }
  if (object instanceof PDFRawStream) return `${wordsOf(object.dict, references)} ${hash(object.contents)}`
  if (object instanceof PDFArray)
    return `[${object
      .asArray()
      .map((item) => wordsOf(item, references))
      .join(' ')}]`
  if (!(object instanceof PDFDict)) return String(object)
  // How long a stream is may be said in the dictionary or elsewhere; the hash of its bytes holds it too.
  const entries = object.entries().filter(([key]) => key.decodeText() !== 'Length')
  return `<<${entries.map(([key, value]) => `${key} ${wordsOf(value, references)}`).join(' ')}>>`
}

const filterOf = ({ dict }: PDFRawStream): string =>
  ['Filter', 'DecodeParms']
    .map((name) => String(dict.entries().find(([key]) => key.decodeText() === name)?.[1]))
    .join()

function hash(...parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha1')
  for (const part of parts) sum.update(part)
  return sum.digest('hex')
}
