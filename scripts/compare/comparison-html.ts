import { createHash } from 'node:crypto'
import type { Comparison, PagePair, Piece } from './comparison.ts'
import { STYLE } from './comparison-style.ts'
import {
  addedPages,
  breakText,
  counted,
  countsText,
  grouped,
  headingTexts,
  movedText,
  page,
  shifts,
  shortened,
  summaryText,
  where,
} from './comparison-text.ts'
import type { PageMark } from './marks-on-pages.ts'

/** One page as it was drawn, with its marks. */
export interface ShownPage {
  readonly label: string
  readonly widthPt: number
  readonly heightPt: number
  /** WebP; empty when it could not be drawn. */
  readonly picture: Uint8Array
  readonly marks: readonly PageMark[]
}

export interface ShownPair {
  readonly pair: PagePair
  readonly old: ShownPage | undefined
  readonly new: ShownPage | undefined
}

export interface ShownComparison {
  readonly comparison: Comparison
  readonly shown: readonly ShownPair[]
  /** Pages that changed and are not shown. */
  readonly left: number
}

/**
 * What an edit did to a paper, as one page for a browser: no script, nothing from elsewhere, and no word of a PDF is
 * markup.
 */
export function comparisonHtml({ comparison, shown, left }: ShownComparison): string {
  const title = comparison.new.title || comparison.new.file
  const hash = createHash('sha256').update(STYLE).digest('base64')
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>What changed: ${html(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<p class="kicker">What the edit did to the paper</p>
<h1>${quoted(title)}</h1>
<p class="lead">${html(summaryText(comparison))}</p>
${sides(comparison)}
</header>
<main>
${lists(comparison, shown)}
${pagesSection(comparison, shown, left)}
</main>
</body>
</html>
`
}

/** Text of a PDF, whatever is in it. */
const html = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ')
    .replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Words of another direction do not turn those around them. */
const quoted = (text: string): string => `<bdi>${html(text)}</bdi>`

function sides({ old, new: now, ...rest }: Comparison): string {
  const rows: readonly (readonly [string, string, string])[] = [
    ['File', quoted(old.file), quoted(now.file)],
    ['Pages', grouped(old.pages), grouped(now.pages)],
    ['Words', grouped(old.words), grouped(now.words)],
    ['Size', size(old.bytes), size(now.bytes)],
    ...(old.findings && now.findings
      ? [['Findings', findings(old.findings), findings(now.findings)] as const]
      : []),
  ]
  const said = countsText({ old, new: now, ...rest })
  return `<table class="sides">
<caption class="unseen">The two papers${said.length > 0 ? `: ${html(said.join(' '))}` : ''}</caption>
<thead><tr><td></td><th scope="col">Before</th><th scope="col">After</th></tr></thead>
<tbody>
${rows.map(([name, was, is]) => `<tr><th scope="row">${name}</th><td>${was}</td><td>${is}</td></tr>`).join('\n')}
</tbody>
</table>`
}

const size = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`

const findings = ({ error, warning, info }: NonNullable<Comparison['old']['findings']>): string =>
  [counted(error, 'error'), counted(warning, 'warning'), `${info} info`].join(', ')

function lists(comparison: Comparison, shown: readonly ShownPair[]): string {
  const { text, moved, breaks, references, headings, pages, fonts, undrawn } = comparison
  const looks = pages.filter(({ state }) => state === 'look')
  return [
    section(
      'Text',
      text.map((change) => `${placed(change, shown)} ${change.pieces.map(pieceHtml).join(' ')}`),
    ),
    section(
      'Text that moved',
      moved.map((one) => `<q>${html(shortened(one.text, PASSAGE))}</q> ${html(movedText(one))}`),
    ),
    section('Page breaks', breaks.map(breakText).map(html)),
    section('Pages', [...addedPages(pages), ...shifts(pages)].map(html)),
    referencesSection(references),
    section('Headings', headingTexts(headings).map(html), headings.length),
    section('Look', [
      ...looks.map(({ newPage }) => `${html(page(newPage))} has the same words and looks different`),
      ...(undrawn === '' ? [] : [`Pages could not be drawn (${html(undrawn)}): only pictures were compared`]),
    ]),
    section('Fonts', [
      ...fonts.added.map((font) => `${quoted(font)} is new`),
      ...fonts.removed.map((font) => `${quoted(font)} is gone`),
    ]),
  ]
    .filter(Boolean)
    .join('\n')
}

const section = (title: string, items: readonly string[], count = items.length): string =>
  items.length === 0
    ? ''
    : `<section><h2>${title} <span class="count">${count}</span></h2>
<ul>
${items.map((item) => `<li>${item}</li>`).join('\n')}
</ul></section>`

function placed(
  { oldPage, newPage }: PagePair | Comparison['text'][number],
  shown: readonly ShownPair[],
): string {
  const index = shown.findIndex(({ pair }) =>
    newPage ? pair.newPage?.number === newPage.number : pair.oldPage?.number === oldPage?.number,
  )
  const name = html(where(oldPage, newPage))
  return `<span class="place">${index < 0 ? name : `<a href="#pair-${index + 1}">${name}</a>`}</span>`
}

/** Letters of a passage that are shown in a list; the pages show the whole of it. */
const PASSAGE = 1000

function pieceHtml({ text: whole, state }: Piece): string {
  const text = shortened(whole, PASSAGE)
  if (state === 'same') return quoted(text)
  const [tag, word] = state === 'removed' ? ['del', 'taken out'] : ['ins', 'put in']
  return `<${tag}><span class="unseen">[${word}: </span>${quoted(text)}<span class="unseen">]</span></${tag}>`
}

const referencesSection = (references: Comparison['references']): string =>
  references.length === 0
    ? ''
    : `<section><h2>References <span class="count">${references.length}</span></h2>
<details${references.length > MANY ? '' : ' open'}><summary>${counted(references.length, 'number')} that ${references.length === 1 ? 'leads' : 'lead'} to another page</summary>
<table class="references">
<thead><tr><th scope="col">On</th><th scope="col">Behind the words</th><th scope="col">Was</th><th scope="col">Now</th></tr></thead>
<tbody>
${references.map(({ newPage, oldPage, says, was, now }) => `<tr><td>${html(page(newPage ?? oldPage))}</td><td>${quoted(says)}</td><td>${html(was) || '–'}</td><td>${html(now) || '–'}</td></tr>`).join('\n')}
</tbody>
</table></details></section>`

const MANY = 30

const STATES: Readonly<Record<PagePair['state'], string>> = {
  same: 'unchanged',
  text: 'other words',
  break: 'begins elsewhere',
  references: 'other page numbers',
  look: 'same words, another look',
  added: 'new',
  removed: 'gone',
}

function pagesSection({ undrawn }: Comparison, shown: readonly ShownPair[], left: number): string {
  if (shown.length === 0) return ''
  const note =
    left > 0
      ? `<p class="note">${counted(left, 'more page')} changed and ${left === 1 ? 'is' : 'are'} not shown; <code>--all</code> shows every one.</p>`
      : ''
  return `<section class="pairs"><h2>Side by side <span class="count">${shown.length}</span></h2>
${undrawn === '' ? LEGEND : ''}
${note}
${shown.map(pairHtml).join('\n')}
</section>`
}

const LEGEND = `<ul class="legend" aria-label="Marks on the pages">
${(
  [
    ['text old', 'taken out'],
    ['text', 'put in'],
    ['reference', 'number of a page'],
    ['moved', 'moved'],
    ['break', 'a page now begins here'],
  ] as const
)
  .map(
    ([kind, words]) =>
      `<li><svg viewBox="0 0 34 16" aria-hidden="true" focusable="false">${markSvg(kind, { left: 2, top: 2, right: 32, bottom: 14 })}</svg>${words}</li>`,
  )
  .join('\n')}
</ul>`

function pairHtml({ pair, old, new: now }: ShownPair, index: number): string {
  const name = where(pair.oldPage, pair.newPage)
  return `<section class="pair" id="pair-${index + 1}"><h3>${html(name.charAt(0).toUpperCase() + name.slice(1))} <span class="state">${STATES[pair.state]}</span></h3>
<div class="both">${pageHtml('Before', old)}${pageHtml('After', now)}</div></section>`
}

function pageHtml(side: 'Before' | 'After', shown: ShownPage | undefined): string {
  if (!shown)
    return `<div class="none">${side === 'Before' ? 'There was no such page.' : 'There is no such page any more.'}</div>`
  const { label, widthPt, heightPt, picture, marks } = shown
  const caption = `<figcaption>${side}: page ${html(label)}</figcaption>`
  if (picture.length === 0) return `<figure><div class="none">Not drawn.</div>${caption}</figure>`
  const [width, height] = [widthPt.toFixed(1), heightPt.toFixed(1)]
  const source = `data:image/webp;base64,${Buffer.from(picture).toString('base64')}`
  const marked = marks.length === 0 ? 'nothing marked' : `${counted(marks.length, 'place')} marked`
  const name = `${side} the edit: page ${label}, ${marked}`
  const drawn = marks.map(({ kind, box, says }) =>
    markSvg(kind === 'text' && side === 'Before' ? 'text old' : kind, box, says),
  )
  return `<figure><svg class="page" viewBox="0 0 ${width} ${height}" role="img" aria-label="${html(name)}"><image href="${source}" width="${width}" height="${height}"/>${drawn.join('')}</svg>${caption}</figure>`
}

/** A box, and a line: through what was taken out, under what was put in. */
function markSvg(kind: string, { left, top, right, bottom }: PageMark['box'], says = ''): string {
  if (kind === 'break') {
    const y = (says === '' ? (top + bottom) / 2 : top - 1).toFixed(1)
    const label =
      says === '' ? '' : `<text x="${(right - 6).toFixed(1)}" y="${y}" dy="-3">${html(says)}</text>`
    return `<g class="mark break"><path d="M${left.toFixed(1)} ${y}H${right.toFixed(1)}"/>${label}</g>`
  }
  const [x, y, width, height] = [left - 1, top, right - left + 2, bottom - top].map((value) =>
    value.toFixed(1),
  )
  const at = (kind === 'text old' ? (top + bottom) / 2 : bottom).toFixed(1)
  const line = `<path d="M${x} ${at}H${(right + 1).toFixed(1)}"/>`
  return `<g class="mark ${kind}"><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="1.5"/>${line}</g>`
}
