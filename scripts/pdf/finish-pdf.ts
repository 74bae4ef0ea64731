import { PDFDocument } from '@cantoo/pdf-lib'
import type { Book } from '../model/book.ts'
import type { HtmlDocument } from '../model/document.ts'
import type { FinishedPdf } from '../model/finished.ts'
import type { PrintedPdf } from '../model/printed.ts'
import type { Settings } from '../model/settings.ts'
import { describe } from './describe.ts'
import { moveDestinations } from './destinations.ts'
import { expansions } from './expansions.ts'
import { folios, hasHeads } from './folios.ts'
import { setPageLabels } from './labels.ts'
import { linkOutline } from './link-outline.ts'
import { setMetadata } from './metadata.ts'
import { setOutline } from './outline.ts'
import { setOutputIntent } from './output-intent.ts'
import { repairTags } from './tags/repair-tags.ts'
import { writePdf } from './write-pdf.ts'
import type { Claims } from './xmp.ts'

/**
 * Turns what the browser printed into the PDF that is published: tags that say what the text says, page labels,
 * bookmarks, metadata, and a third of the size. What is no draft claims PDF/UA-1 and PDF/A-2a, or PDF/A-2u where
 * accessibility is reported only; reading it back must bear the claim out before anything is published. The same
 * input gives the same bytes. Edited in place, for copying pages would drop the tags.
 */
export async function finishPdf(
  printed: PrintedPdf,
  book: Book,
  document: HtmlDocument,
  settings: Settings,
): Promise<FinishedPdf> {
  const pdf = await PDFDocument.load(printed.pieces[0]!.bytes, {
    updateMetadata: false,
    parseSpeed: Number.POSITIVE_INFINITY, // the default waits between objects, and doubles the time
  })
  const pages = folios(document.runs, printed.pageMap)
  setPageLabels(pdf, pages)
  const root = repairTags(pdf, {
    hasHeads: hasHeads(document.runs, printed.pageMap),
    expansionOf: expansions(document.abbreviations),
    words: {
      note: settings.theme.words.noteLink,
      backToText: settings.theme.words.backToText,
    },
  })
  setOutline(pdf, book.headings, printed.pageMap)
  if (root) linkOutline(pdf, root)
  moveDestinations(pdf) // after the outline, which asks the old ones for places
  setOutputIntent(pdf)
  setMetadata(pdf, describe(printed, settings), claimsOf(root !== undefined, settings))
  return { bytes: writePdf(pdf.context), labels: pages.map((folio) => folio.label) }
}

function claimsOf(isTagged: boolean, { draft, publication }: Settings): Claims {
  if (!isTagged || draft) return 'none'
  return publication.accessibility === 'reported' ? 'archival' : 'accessible'
}
