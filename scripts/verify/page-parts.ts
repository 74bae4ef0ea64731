import {
  PDFArray,
  PDFDict,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib'
import { digest } from '../ground/digest.ts'

/** All that decides what a page draws, but for its fonts: a face has more letters with every text that is set in it. */
export interface PageParts {
  /**
   * A digest of the streams as they stand in the file, and of which leads to which: the same wherever they stand in
   * it, under whatever numbers. Undefined for a page that is written as ours are not: it is read anew each time.
   */
  readonly key: string | undefined
  /** Dictionaries of resources: that of the page, then those that its forms bring. */
  readonly scopes: readonly PDFDict[]
  /** Its forms, and those in them. */
  readonly forms: readonly PDFRef[]
}

interface Found<Thing> {
  readonly all: Thing[]
  readonly numbers: Map<Thing, number>
}

interface Walk {
  readonly scopes: Found<PDFDict>
  readonly forms: Found<PDFRef>
  /** What the key is made of. */
  readonly told: (string | number)[]
  readonly keyOf: (stream: PDFRawStream) => string | undefined
}

/** Thrown where no key can be made. */
class UnlikeOurs extends Error {}

const CONTENTS = PDFName.of('Contents')
const X_OBJECT = PDFName.of('XObject')
const SUBTYPE = PDFName.of('Subtype')
const FORM = PDFName.of('Form')
const MATRIX = PDFName.of('Matrix')
const RESOURCES = PDFName.of('Resources')

/** Tells the parts of each page of one file. A stream that many pages draw is looked at once. */
export function partsReader(): (page: PDFPage) => PageParts {
  const keys = new Map<PDFRawStream, string | undefined>()
  const keyOf = (stream: PDFRawStream): string | undefined => {
    if (!keys.has(stream)) keys.set(stream, keyOfStream(stream))
    return keys.get(stream)
  }
  return (page) => {
    const walk: Walk = { scopes: nothing(), forms: nothing(), told: [], keyOf }
    try {
      lookAtPage(walk, page)
    } catch (problem) {
      if (!(problem instanceof UnlikeOurs)) throw problem
      return { key: undefined, scopes: [], forms: [] }
    }
    return { key: digest(JSON.stringify(walk.told)), scopes: walk.scopes.all, forms: walk.forms.all }
  }
}

const nothing = <Thing>(): Found<Thing> => ({ all: [], numbers: new Map() })

/** Its number, in the order in which they were found; a thing that is met again has the one that it has. */
function numberOf<Thing>({ all, numbers }: Found<Thing>, thing: Thing): number {
  const known = numbers.get(thing) ?? all.length
  if (known === all.length) {
    all.push(thing)
    numbers.set(thing, known)
  }
  return known
}

function lookAtPage(walk: Walk, { node }: PDFPage): void {
  const { told, scopes, forms } = walk
  const contents = node.lookup(CONTENTS)
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents]
  for (const one of streams) told.push(streamKey(walk, node.context.lookup(one)))
  const resources = node.Resources()
  if (resources) numberOf(scopes, resources)
  // No calls in calls: a file may have forms in forms in forms.
  let scope = 0
  let form = 0
  while (scope < scopes.all.length || form < forms.all.length) {
    if (scope < scopes.all.length) lookIntoScope(walk, scopes.all[scope++]!)
    else lookIntoForm(walk, node.context.lookup(forms.all[form++]!))
  }
}

/** Names and what they stand for. Of a picture nothing is read but that it is one. */
function lookIntoScope({ told, forms }: Walk, scope: PDFDict): void {
  told.push('scope')
  const drawn = scope.lookup(X_OBJECT)
  if (drawn === undefined) return
  if (!(drawn instanceof PDFDict)) throw new UnlikeOurs()
  const named = drawn.entries().map(([name, value]) => [name.asString(), value] as const)
  for (const [name, value] of named.sort(([one], [other]) => (one < other ? -1 : 1))) {
    const stream = scope.context.lookup(value)
    if (!(value instanceof PDFRef) || !(stream instanceof PDFRawStream)) throw new UnlikeOurs()
    told.push(name, stream.dict.get(SUBTYPE) === FORM ? numberOf(forms, value) : 'picture')
  }
}

function lookIntoForm(walk: Walk, form: PDFObject | undefined): void {
  if (!(form instanceof PDFRawStream)) throw new UnlikeOurs()
  const own = form.dict.lookup(RESOURCES)
  walk.told.push(
    'form',
    streamKey(walk, form),
    String(form.dict.lookup(MATRIX) ?? ''),
    own instanceof PDFDict ? numberOf(walk.scopes, own) : 'inherits',
  )
}

function streamKey({ keyOf }: Walk, stream: unknown): string {
  const key = stream instanceof PDFRawStream ? keyOf(stream) : undefined
  if (key === undefined) throw new UnlikeOurs()
  return key
}

const FILTER = PDFName.of('Filter')
const FLATE = PDFName.of('FlateDecode')
const PARAMETERS = PDFName.of('DecodeParms')

/** Packed as it stands: the same bytes give the same text. */
function keyOfStream({ dict, contents }: PDFRawStream): string | undefined {
  const filter = dict.get(FILTER)
  if (dict.has(PARAMETERS) || (filter !== undefined && filter !== FLATE)) return undefined
  return digest(filter ? 'packed' : 'plain', contents)
}
