// Writes HtmlDocument values by hand, so that this room is tested without the one before it.
import { resolve } from 'node:path'
import { readHtml } from '../../scripts/ground/html/html-text.ts'
import { shownFacts } from '../../scripts/ground/html/shown-facts.ts'
import type { Asset, HtmlDocument, PageRun } from '../../scripts/model/document.ts'

export interface Piece {
  readonly id: string
  /** HTML of the run's inner element. */
  readonly html: string
  readonly kind?: PageRun['kind']
  readonly numbering?: PageRun['numbering']
  readonly starts?: PageRun['starts']
  readonly section?: string
  readonly heads?: PageRun['heads']
}

export const FILES = ['chapters/01-one.md', 'chapters/02-two.md']

const font = (name: string): Asset => ({
  url: `/fonts/${name}`,
  type: 'font/woff2',
  path: resolve(`node_modules/@fontsource/${name.replace(/-latin.*/, '')}/files/${name}`),
})

const FONTS = [font('source-sans-3-latin-400-normal.woff2'), font('libre-baskerville-latin-400-normal.woff2')]

const STYLE = `
:root{--page-width:210mm;--page-height:297mm;--margin-top:25mm;--margin-bottom:25mm;--margin-inner:22mm;--margin-outer:18mm}
@font-face{font-family:"Source Sans 3";src:url("/fonts/source-sans-3-latin-400-normal.woff2")}
@font-face{font-family:"Libre Baskerville";src:url("/fonts/libre-baskerville-latin-400-normal.woff2")}
@page{size:210mm 297mm;margin:25mm 20mm;counter-increment:folio;@bottom-center{content:counter(folio);font:9pt "Source Sans 3"}}
@page:left{margin:25mm 22mm 25mm 18mm} @page:right{margin:25mm 18mm 25mm 22mm}
@page front{counter-increment:prelim;@bottom-center{content:counter(prelim,lower-roman)}}
@page full{margin:0} @page fullfront{margin:0;counter-increment:prelim} @page blank{margin:0} @page blankfront{margin:0;counter-increment:prelim}
@page landscape{size:297mm 210mm;margin:25mm 20mm}
body{margin:0;font:11pt/15pt "Source Sans 3"} h2{font:18pt/24pt "Libre Baskerville";break-after:avoid;margin:0 0 12pt}
p{margin:0 0 8pt;widows:2;orphans:2} table{border-collapse:collapse;width:100%} td,th{border:.5pt solid #888;padding:2pt 6pt;text-align:left}
.sheet{width:210mm;height:297mm;overflow:hidden;position:relative} .toc a{display:flex;break-inside:avoid} .toc .pg{inline-size:3ch;text-align:right}
.side{float:left;width:30mm;margin-left:-15mm}`

/** A document of the given pieces, one run each, in the markup that pages/ writes; cut after `cuts` runs each. */
export function buildDocument(
  pieces: readonly Piece[],
  { cut = pieces.length, style = '', ...more }: Partial<HtmlDocument> & { style?: string; cut?: number } = {},
): HtmlDocument {
  const runs = pieces.map(runOf)
  const html = htmlOf(pieces, runs, style)
  const facts = shownFacts(readHtml(html))
  const starts = runs.map((_, index) => index).filter((index) => index % cut === 0)
  return {
    html,
    pieces: starts.map((from) => {
      const own = runs.slice(from, from + cut)
      return {
        html: htmlOf(pieces.slice(from, from + cut), own, style),
        runs: own.map(({ id }) => id),
        continues: from > 0 && runs[from - 1]?.section === own[0]?.section,
        abbreviations: from === 0 ? facts.abbreviations : [],
      }
    }),
    ...facts,
    assets: FONTS,
    runs,
    faces: ['400 12px "Source Sans 3"', '400 12px "Libre Baskerville"'],
    anchors: [],
    files: FILES,
    blank: '<div class="sheet"></div>',
    findings: [],
    ...more,
  }
}

function htmlOf(pieces: readonly Piece[], runs: readonly PageRun[], style: string): string {
  const bySection = new Map<string, string[]>()
  pieces.forEach((piece, index) => {
    const run = runs[index]!
    const html = `<div data-run="${run.id}" data-kind="${run.kind}" style="page:${run.page}"><div>${piece.html}</div></div>`
    bySection.set(run.section, [...(bySection.get(run.section) ?? []), html])
  })
  const sections = [...bySection].map(
    ([id, html]) => `<section data-section="${id}">${html.join('')}</section>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title><style>${STYLE}${style}</style></head><body>${sections.join('\n')}</body></html>`
}

function runOf(piece: Piece): PageRun {
  const kind = piece.kind ?? 'flow'
  const numbering = piece.numbering ?? 'arabic'
  const front = numbering === 'roman' ? 'front' : ''
  return {
    id: piece.id,
    section: piece.section ?? piece.id,
    ends: piece.section ?? piece.id,
    page: kind === 'landscape' ? 'landscape' : kind === 'full' ? `full${front}` : front || 'auto',
    kind,
    numbering,
    starts: piece.starts ?? 'any',
    heads: piece.heads ?? { left: '', right: '' },
    folio: kind !== 'full',
  }
}

const WORDS =
  'the council asked what people wrote and answered them within a day because an answer that comes late is no answer'.split(
    ' ',
  )

/** A random sequence that is the same in every run of the tests (mulberry32). */
export function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function sentence(next: () => number, words: number): string {
  return Array.from({ length: words }, () => WORDS[Math.floor(next() * WORDS.length)]).join(' ')
}
