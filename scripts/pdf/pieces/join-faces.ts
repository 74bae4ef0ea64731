import { deflateSync } from 'node:zlib'
import { type PDFContext, PDFName, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib'
import { completeMap, unicodeStream } from '../unicode-stream.ts'
import type { FinishedPiece } from './finished-piece.ts'
import { JoinedObject, joinedStream } from './joined-object.ts'
import { addSubset, type Face, fileOfFace } from './merge-subsets.ts'

/** Writes one font for each face. Returns, for each piece, the fonts that its faces have become. */
export function joinFaces(context: PDFContext, pieces: readonly FinishedPiece[]): PDFRef[][] {
  const faces: Face[] = []
  const chosen = pieces.map((piece) => piece.faces.map((subset) => addSubset(faces, subset)))
  const fonts = faces.map((face, index) => writeFace(context, face, markOf(index)))
  return chosen.map((indices) => indices.map((index) => fonts[index]!))
}

/** Six letters before the name, which tell subsets of a font from each other (ISO 32000-1, 9.6.4). */
const markOf = (index: number): string =>
  [...String(index).padStart(6, '0')].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('')

function writeFace(context: PDFContext, face: Face, mark: string): PDFRef {
  const { name, font, descendant, descriptor } = face.subsets[0]!
  const put = (source: string, ...entries: string[]): PDFRef =>
    context.register(new JoinedObject(`${source.slice(0, -'>>'.length)}${entries.join('\n')}\n>>`))
  const file = fileOfFace(face)
  const data = deflateSync(file)
  const dictionary = context.obj({ Length1: file.length, Filter: 'FlateDecode', Length: data.length })
  const written = context.register(joinedStream(PDFRawStream.of(dictionary, data)))
  const unicode = context.register(joinedStream(unicodeStream(completeMap(face), 2, context)))
  const base = PDFName.of(`${mark}+${name}`)
  const described = put(descriptor, `/FontName ${base}`, `/FontFile2 ${written}`)
  // All glyphs that take room have their width; those that do not are as wide as the rest says.
  const widths = [`/W ${widthsOf(face)}`, '/DW 0']
  const cid = put(descendant, `/BaseFont ${base}`, `/FontDescriptor ${described}`, ...widths)
  return put(font, `/BaseFont ${base}`, `/DescendantFonts [${cid}]`, `/ToUnicode ${unicode}`)
}

/** Stretches of neighbours: `c [w1 w2 …]` (ISO 32000-1, 9.7.4.3). */
function widthsOf({ widths }: Face): string {
  const rows: { readonly first: number; readonly widths: number[] }[] = []
  for (const [glyph, width] of [...widths].sort(([one], [other]) => one - other)) {
    const last = rows.at(-1)
    if (last && last.first + last.widths.length === glyph) last.widths.push(width)
    else rows.push({ first: glyph, widths: [width] })
  }
  return `[${rows.map((row) => `${row.first} [${row.widths.join(' ')}]`).join(' ')}]`
}
