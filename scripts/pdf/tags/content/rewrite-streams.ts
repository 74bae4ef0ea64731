import { deflateSync } from 'node:zlib'
import { PDFName, PDFNumber } from '@cantoo/pdf-lib'
import type { Artifact, Box, Mark, TagElement } from '../element.ts'
import type { Edit, Loose, ScannedStream } from './scan.ts'

/**
 * Writes into the content streams what the repaired tree says: artifacts are marked as such, and marks bear the type
 * of their element. Only these bytes change; no operator is written anew.
 */
export function rewriteStreams(
  streams: readonly ScannedStream[],
  owners: ReadonlyMap<Mark, TagElement>,
  boxes: readonly Box[],
): void {
  for (const scanned of streams) {
    const edits = [
      ...scanned.edits,
      ...scanned.loose.flatMap(wrap),
      ...scanned.places.flatMap((place) => {
        const text = openingOf(place.mark, owners.get(place.mark), boxes)
        return text.startsWith(`${place.tag} `) ? [] : [{ from: place.from, to: place.to, text }]
      }),
    ]
    if (edits.length > 0) write(scanned, edits)
  }
}

const wrap = (loose: Loose): Edit[] => [
  { from: loose.from, to: loose.from, text: `${artifactOpening(loose.artifact, loose.box)}\n` },
  { from: loose.to, to: loose.to, text: '\nEMC' },
]

function openingOf(mark: Mark, owner: TagElement | undefined, boxes: readonly Box[]): string {
  const page = boxes[mark.page]
  if (mark.artifact || !owner) return artifactOpening(mark.artifact ?? 'layout', page)
  return `/${owner.type} <</MCID ${mark.id} >>BDC`
}

const ARTIFACTS: Readonly<Record<Exclude<Artifact, 'background'>, string>> = {
  header: '<</Type/Pagination/Subtype/Header>>',
  footer: '<</Type/Pagination/Subtype/Footer>>',
  pagination: '<</Type/Pagination>>',
  layout: '<</Type/Layout>>',
}

/** A background has to say what it covers (ISO 32000-1, table 330). */
function artifactOpening(artifact: Artifact, box: Box | undefined): string {
  if (artifact !== 'background') return `/Artifact ${ARTIFACTS[artifact]}BDC`
  const { left, bottom, right, top } = box ?? { left: 0, bottom: 0, right: 0, top: 0 }
  const sides = [left, bottom, right, top].map((side) => Math.round(side * 100) / 100)
  return `/Artifact <</Type/Background/BBox[${sides.join(' ')}]>>BDC`
}

function write(scanned: ScannedStream, edits: Edit[]): void {
  const { stream, data } = scanned
  // Where two meet, what ends is written before what begins.
  edits.sort((one, other) => one.from - other.from || one.to - other.to)
  const parts: Buffer[] = []
  let done = 0
  for (const edit of edits) {
    parts.push(data.subarray(done, edit.from), Buffer.from(edit.text, 'latin1'))
    done = edit.to
  }
  parts.push(data.subarray(done))
  const bytes = deflateSync(Buffer.concat(parts))
  stream.updateContents(bytes)
  stream.dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'))
  stream.dict.delete(PDFName.of('DecodeParms'))
  stream.dict.set(PDFName.of('Length'), PDFNumber.of(bytes.length))
}
