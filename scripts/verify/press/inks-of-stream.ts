import { PDFDict, PDFName, type PDFRawStream } from '@cantoo/pdf-lib'
import { inflated } from '../../ground/pdf/inflated.ts'
import type { Box } from './box.ts'
import type { Ink } from './ink.ts'
import { MAX_DEPTH, openReading, type PageReading } from './page-reading.ts'

const EVERYWHERE: Box = [-1e6, -1e6, 1e6, 1e6]

/**
 * Reads the content of a pattern or a soft mask apart from that of the page, where it stands in a place of its own:
 * which inks it has. Colours that are none are noted for the page.
 */
export function inksOfStream(reading: PageReading, stream: PDFRawStream): readonly Ink[] {
  const { file } = reading
  const known = file.asides.get(stream)
  if (known) return known
  file.asides.set(stream, []) // A pattern that paints with itself comes to an end.
  if (reading.depth >= MAX_DEPTH) return []
  const own = stream.dict.lookup(PDFName.of('Resources'))
  const resources = own instanceof PDFDict ? own : reading.resources
  const aside: PageReading = {
    ...openReading(file, reading.read, resources, EVERYWHERE),
    strangers: reading.strangers,
    forbidden: reading.forbidden,
    depth: reading.depth + 1,
    forms: reading.forms,
  }
  reading.read(inflated(stream), aside)
  const looks = [...aside.paints, ...aside.texts].map(({ look }) => look)
  const inks = [...new Set(looks.map(({ ink }) => ink))]
  file.asides.set(stream, inks)
  return inks
}
