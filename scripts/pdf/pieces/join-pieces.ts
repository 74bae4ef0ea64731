import { PDFDocument, PDFHexString, PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib'
import type { TaggedHeading } from '../link-outline.ts'
import type { PrintedPlaces } from '../outline.ts'
import { idOf } from '../place.ts'
import type { FinishedPiece } from './finished-piece.ts'
import { joinFaces } from './join-faces.ts'
import { joinStructure } from './join-structure.ts'
import { JoinedObject } from './joined-object.ts'
import type { Joining, PieceOfBook } from './joining.ts'
import { type OpenKind, readTexts } from './texts.ts'

/** A document with the pages of all pieces, in which all is open that has to do with the book as a whole. */
export interface JoinedPieces extends PrintedPlaces {
  readonly pdf: PDFDocument
  /** Undefined where a piece is not tagged. */
  readonly headings: readonly TaggedHeading[] | undefined
}

/**
 * Joins pieces in their order. What several have is there once: one font for each face, one picture for each that
 * looks the same. `expansionOf` is asked in the order of the text.
 */
export async function joinPieces(
  pieces: readonly PieceOfBook[],
  expansionOf: (shown: string) => string | undefined,
): Promise<JoinedPieces> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const fonts = joinFaces(pdf.context, pieces)
  const shared = new Map<string, number>()
  const before = { cell: 0, note: 0, key: 0 }
  const joining = pieces.map((piece, index): Joining => {
    const numbers = numberObjects(pdf, piece, fonts[index]!, shared)
    const own = { ...before }
    before.cell += piece.structure?.counted.cell ?? 0
    before.note += piece.structure?.counted.note ?? 0
    before.key += piece.structure?.parents.length ?? 0
    const settle = settling(piece, numbers, own, expansionOf)
    return { piece, numbers, before: own, textAt: readTexts(piece.texts, settle) }
  })
  const headings = joinStructure(pdf, joining) // before objects are written, which name what it makes
  const pages = joinPages(pdf, joining)
  for (const one of joining) putObjects(pdf, one)
  return { pdf, pages, headings, ...placesOf(joining) }
}

/** Objects that another piece brought already get its numbers, all others new ones, in the order that they had. */
function numberObjects(
  { context }: PDFDocument,
  { objects, faces, structure }: FinishedPiece,
  fonts: readonly PDFRef[],
  shared: Map<string, number>,
): Map<number, number> {
  const numbers = new Map<number, number>()
  faces.forEach(({ number }, index) => {
    numbers.set(number, fonts[index]!.objectNumber)
  })
  const tops = structure?.tops.map(({ number }) => number) ?? []
  const digests = new Map(Array.from(objects.numbers, (number, index) => [number, objects.digests[index]!]))
  for (const number of [...objects.numbers, ...tops].sort((one, other) => one - other)) {
    const digest = digests.get(number)
    const known = digest ? shared.get(digest) : undefined
    const own = known ?? ++context.largestObjectNumber
    if (digest) shared.set(digest, own)
    numbers.set(number, own)
  }
  return numbers
}

/** What stands in the places that a piece left open. */
function settling(
  { structure }: FinishedPiece,
  numbers: ReadonlyMap<number, number>,
  before: Joining['before'],
  expansionOf: (shown: string) => string | undefined,
): (kind: OpenKind, number: number) => string {
  const expansions = structure?.abbreviations.map(expansionOf) ?? []
  return (kind, number) => {
    if (kind === 'reference') {
      const own = numbers.get(number)
      return own === undefined ? 'null' : `${own} 0 R`
    }
    if (kind === 'key') return String(before.key + number)
    if (kind !== 'expansion') return `(${idOf(kind, before[kind] + number)})`
    const expansion = expansions[number]
    return expansion === undefined ? '' : `/E ${PDFHexString.fromText(expansion)}\n`
  }
}

/** One node for the pages of each piece. */
function joinPages({ catalog, context }: PDFDocument, joining: readonly Joining[]): PDFRef[] {
  const root = context.nextRef()
  const nodes = joining.map(({ piece, numbers }) => {
    const kids = piece.pages.map((page) => PDFRef.of(numbers.get(page)!))
    const node = context.register(
      context.obj({ Type: 'Pages', Parent: root, Count: kids.length, Kids: kids }),
    )
    numbers.set(piece.pageTree, node.objectNumber)
    return { node, kids }
  })
  const pages = nodes.flatMap(({ kids }) => kids)
  const tree = { Type: 'Pages', Count: pages.length, Kids: nodes.map(({ node }) => node) }
  context.assign(root, context.obj(tree))
  catalog.set(PDFName.of('Pages'), root)
  return pages
}

function putObjects({ context }: PDFDocument, { piece, numbers, textAt }: Joining): void {
  const { objects } = piece
  let done = 0
  objects.numbers.forEach((number, index) => {
    const end = objects.streamEnds[index]!
    const contents = end < 0 ? undefined : objects.streams.subarray(done, end)
    if (end >= 0) done = end
    const reference = PDFRef.of(numbers.get(number)!)
    if (!context.lookup(reference)) context.assign(reference, new JoinedObject(textAt(index), contents))
  })
}

function placesOf(joining: readonly Joining[]): Pick<JoinedPieces, 'bookmarks' | 'destinations'> {
  const placed = <Named extends { readonly place?: number }>(
    { textAt }: Joining,
    { place }: Named,
  ): PDFObject | undefined => (place === undefined ? undefined : new JoinedObject(textAt(place)))
  const destinations = new Map<string, PDFObject>()
  for (const one of joining) {
    for (const destination of one.piece.destinations) {
      const place = placed(one, destination)
      if (place && !destinations.has(destination.anchor)) destinations.set(destination.anchor, place)
    }
  }
  const bookmarks = joining.flatMap((one) =>
    one.piece.bookmarks.map((bookmark) => ({ title: bookmark.title, destination: placed(one, bookmark) })),
  )
  return { bookmarks, destinations }
}
