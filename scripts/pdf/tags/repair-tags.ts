import type { PDFDocument } from '@cantoo/pdf-lib'
import { rewriteStreams } from './content/rewrite-streams.ts'
import { scanPages } from './content/scan-pages.ts'
import type { UsedFont } from './content/used-font.ts'
import { describeLinks, type LinkWords } from './describe-links.ts'
import type { Mark, TagElement } from './element.ts'
import { readStructure } from './read-structure.ts'
import { applyMeaning } from './repairs/apply-meaning.ts'
import { countIds } from './repairs/count-ids.ts'
import { dropRepeatedRows } from './repairs/drop-repeated-rows.ts'
import { freeSections } from './repairs/free-sections.ts'
import { gatherParagraphs } from './repairs/gather-paragraphs.ts'
import { dropArtifacts, markArtifacts } from './repairs/mark-artifacts.ts'
import { numberLists } from './repairs/number-lists.ts'
import { placeFigures } from './repairs/place-figures.ts'
import { settleTypes } from './repairs/settle-types.ts'
import { shapeContents } from './repairs/shape-contents.ts'
import { shapeLists } from './repairs/shape-lists.ts'
import { shapeNotes } from './repairs/shape-notes.ts'
import { squareTables } from './repairs/square-tables.ts'
import { walk } from './walk.ts'
import { type WrittenStructure, writeStructure } from './write-structure.ts'

/** What the repair has to be told, for it is not in the PDF. */
export interface Publication {
  /** Whether running heads are printed, by index of the page. */
  readonly hasHeads: readonly boolean[]
  readonly words: LinkWords
}

export interface RepairedTags {
  readonly root: TagElement
  readonly written: WrittenStructure
  /** Abbreviations that are expanded in these pages, as they are shown, in the order of the text. */
  readonly abbreviations: readonly string[]
  /** Ids that were counted. */
  readonly counted: { readonly cell: number; readonly note: number }
  readonly fonts: readonly UsedFont[]
}

/**
 * Makes Chromium's tags say what the pages say (PDF/UA-1): all that is painted is content in its place or an
 * artifact, and the structure is that of the text. The pages look as before. What only the whole book can tell is left
 * open. Undefined when nothing was tagged.
 */
export function repairTags(pdf: PDFDocument, publication: Publication): RepairedTags | undefined {
  const structure = readStructure(pdf)
  if (!structure) return undefined
  const { root } = structure
  const { streams, fonts, boxes } = scanPages(pdf, structure, publication.hasHeads)
  const abbreviations = applyMeaning(root)
  const cell = countIds(root)
  markArtifacts(root, boxes)
  dropRepeatedRows(root)
  dropArtifacts(root) // before types are settled: many depend on what is left in an element
  settleTypes(root)
  shapeContents(root) // before lists, which would take its items for their own
  shapeLists(root)
  numberLists(root, pdf.context)
  const note = shapeNotes(root)
  freeSections(root)
  gatherParagraphs(root)
  squareTables(root) // after elements without content are gone, cells among them
  placeFigures(root, boxes, pdf.context)
  describeLinks(pdf, root, publication.words)
  const written = writeStructure(pdf, root)
  rewriteStreams(streams, ownersOf(root), boxes)
  return { root, written, abbreviations, counted: { cell, note }, fonts }
}

function ownersOf(root: TagElement): ReadonlyMap<Mark, TagElement> {
  const owners = new Map<Mark, TagElement>()
  walk(root, (element) => {
    for (const kid of element.kids) if (kid.kind === 'mark') owners.set(kid, element)
  })
  return owners
}
