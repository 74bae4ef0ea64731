// A text as its author's tool would have read it. Containers come first, since what stands inside is hidden until
// they are taken.
import { readMarkdown } from '../markdown/processor.ts'
import type { KnownFiles } from './known-files.ts'
import { type Reading, type Respelling, respell } from './respell.ts'
import { signsInPrint } from './signs-in-print.ts'
import { admonitions } from './spelling/admonitions.ts'
import { alignedTables } from './spelling/aligned-tables.ts'
import { blocksBelowTags } from './spelling/blocks-below-tags.ts'
import { bracedFences } from './spelling/braced-fences.ts'
import { bracketedSpans } from './spelling/bracketed-spans.ts'
import { cellHeadings } from './spelling/cell-headings.ts'
import { citationRoles } from './spelling/citation-roles.ts'
import { columnsOfBlanks } from './spelling/columns-of-blanks.ts'
import { countedPoints } from './spelling/counted-points.ts'
import { criticMarkup } from './spelling/critic-markup.ts'
import { crossReferences } from './spelling/cross-references.ts'
import { decomposedLetters } from './spelling/decomposed-letters.ts'
import { definitionLists } from './spelling/definition-lists.ts'
import { drawnTables } from './spelling/drawn-tables.ts'
import { fencedBlocks } from './spelling/fenced-blocks.ts'
import { formulae } from './spelling/formulae.ts'
import { headOfFile } from './spelling/head-of-file.ts'
import { inlineMarks } from './spelling/inline-marks.ts'
import { labelledLines } from './spelling/labelled-lines.ts'
import { letteredQuotations } from './spelling/lettered-quotations.ts'
import { lineEnds } from './spelling/line-ends.ts'
import { missingReferences } from './spelling/missing-references.ts'
import { mystBlocks } from './spelling/myst-blocks.ts'
import { mystNames } from './spelling/myst-names.ts'
import { namesOfPython } from './spelling/names-of-python.ts'
import { nearBlocks } from './spelling/near-blocks.ts'
import { nearBold } from './spelling/near-bold.ts'
import { nearDefinitions } from './spelling/near-definitions.ts'
import { nearTables } from './spelling/near-tables.ts'
import { pageBlocks, pageMarks } from './spelling/page-marks.ts'
import { pathsOfWindows } from './spelling/paths-of-windows.ts'
import { setInHtml } from './spelling/set-in-html.ts'
import { shortcodeFigures } from './spelling/shortcode-figures.ts'
import { shortcodes } from './spelling/shortcodes.ts'
import { spacedNames } from './spelling/spaced-names.ts'
import { starsOfSums } from './spelling/stars-of-sums.ts'
import { tableBars } from './spelling/table-bars.ts'
import { tableCaptions } from './spelling/table-captions.ts'
import { templateAddresses } from './spelling/template-addresses.ts'
import { tildeDefinitions } from './spelling/tilde-definitions.ts'
import { values } from './spelling/values.ts'
import { verse } from './spelling/verse.ts'
import { wikiLinks } from './spelling/wiki-links.ts'
import { windowsReferences } from './spelling/windows-references.ts'

const NO_FILES: KnownFiles = { file: '', prefixes: {}, leftOut: [], files: [], addresses: {} }

type FindSpelling = (reading: Reading, known: KnownFiles) => readonly Respelling[]

const KINDS: readonly FindSpelling[] = [
  decomposedLetters,
  values, // What they are is text like any other from here on.
  headOfFile,
  pathsOfWindows,
  windowsReferences,
  blocksBelowTags,
  setInHtml,
  pageBlocks,
  letteredQuotations,
  admonitions,
  shortcodes,
  shortcodeFigures,
  inMyst,
  fencedBlocks,
  pageMarks, // `[[toc]]` is no page of a wiki.
  formulae,
  criticMarkup,
  lineEnds,
  nearDefinitions,
  tildeDefinitions,
  alignedTables,
  drawnTables,
  tableCaptions,
  definitionLists,
  nearBlocks,
  countedPoints,
  labelledLines,
  verse,
  columnsOfBlanks,
  tableBars,
  nearTables,
  cellHeadings,
  bracketedSpans,
  templateAddresses,
  (reading, { citations, cites }) => citationRoles(reading, cites === true || citations !== undefined),
  crossReferences,
  spacedNames,
  wikiLinks,
  // What still has no address then has none anywhere.
  missingReferences,
  nearBold,
  starsOfSums,
  namesOfPython,
  inlineMarks,
]

/** Each fence is edited whole and by one of them, so that they share a turn: they often stand within each other. */
function inMyst(reading: Reading): readonly Respelling[] {
  return [...mystNames(reading), ...mystBlocks(reading), ...bracedFences(reading)]
}

/** One kind at a time: edits of two kinds could be made half. */
export const readAnySpelling = (text: string, known: KnownFiles = NO_FILES): ReturnType<typeof respell> =>
  respell(
    text,
    readMarkdown,
    (reading) => firstOf(reading, known),
    (reading) => signsInPrint(reading, known.citations !== undefined),
  )

function firstOf(reading: Reading, known: KnownFiles): readonly Respelling[] {
  for (const find of KINDS) {
    const found = find(reading, known)
    if (found.length > 0) return found
  }
  return []
}
