// A book of some pages with everything in it that reading back has to cope with, as the pages room would compose it.
import { resolve } from 'node:path'
import { readHtml } from '../../scripts/ground/html/html-text.ts'
import { shownFacts } from '../../scripts/ground/html/shown-facts.ts'
import type { Book } from '../../scripts/model/book.ts'
import type { Chapter, Heading } from '../../scripts/model/chapter.ts'
import type { HtmlDocument, PageRun } from '../../scripts/model/document.ts'
import type { OutlineBlock } from '../../scripts/model/outline.ts'
import type { Settings } from '../../scripts/model/settings.ts'

const FONTS = [
  { weight: 400, style: 'normal' },
  { weight: 400, style: 'italic' },
  { weight: 700, style: 'normal' },
] as const

const fontFile = (weight: number, style: string): string =>
  resolve(`node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-${style}.woff2`)

const run = (id: string, more: Partial<PageRun> = {}): PageRun => ({
  id,
  section: id,
  ends: id,
  page: id,
  kind: 'flow',
  numbering: 'arabic',
  starts: 'any',
  heads: { left: 'A small book', right: id === 'one' ? 'One & two' : `The ${id}` },
  folio: true,
  ...more,
})

const bare = { heads: { left: '', right: '' }, folio: false } as const

const RUNS: readonly PageRun[] = [
  run('cover', { kind: 'full', numbering: 'roman', ...bare }),
  run('contents', { numbering: 'roman' }),
  run('one', { starts: 'right' }),
  run('wide', { kind: 'landscape' }),
  run('two', { starts: 'right' }),
  run('index'),
  run('back', { kind: 'full', ...bare }),
]

const contentsLine = (anchor: string, title: string): string =>
  `<li><a href="#${anchor}" data-made><span class="t">${title}</span> <span class="pg" data-page-of="${anchor}">000</span></a></li>`

/** The text of the sources, by file: what the paragraphs below are made of. */
const ONE: readonly (readonly [line: number, html: string])[] = [
  [3, 'The office was efficient: gritting, fluff and waffle in one sentence of the <em>first</em> chapter.'],
  [
    5,
    'A faded word <span style="opacity:.6">half seen</span> among others, and <span lang="fr" role="generic">mot juste</span>.',
  ],
  [
    7,
    'Broken in&shy;ter&shy;na&shy;tio&shy;nal&shy;ly, pub&shy;li&shy;ca&shy;tions and un&shy;be&shy;liev&shy;a&shy;bly long words with a well-known hyphen, 3&nbsp;of&nbsp;4, ½ and H²O.',
  ],
  [
    9,
    'Called by a note<sup><a id="one--call-1" href="#one--note-1" data-made>1</a></sup> and <span class="small">Small Capitals</span>.',
  ],
]

const rows = Array.from(
  { length: 26 },
  (_, index) =>
    `<tr><td data-src="0:${30 + index}">Council ${index + 1}</td><td data-src="0:${30 + index}">answer ${index * 7}</td></tr>`,
).join('')

const BODIES: Readonly<Record<string, string>> = {
  cover: '<div class="sheet"><h1 id="title" data-made>A small book</h1></div>',
  contents: `<h1 id="contents" data-made>Contents</h1><ul>${contentsLine('one', 'One &#x26; two: “quoted”')}${contentsLine('two', 'Two')}${contentsLine('index', 'Index')}</ul>`,
  one: `<h1 id="one" data-src="0:1" data-made>One &amp; two: “quoted”</h1><p class="label" data-made>In brief</p>
    ${ONE.map(([line, html]) => `<p data-src="0:${line}"${line === 7 ? ' style="width:26mm"' : ''}>${html}</p>`).join('\n')}
    <p class="float" data-src="0:11">This note hangs and is painted first.</p>
    <p data-src="0:13">See <a href="#two--cost">what it cost</a><span class="ref" data-made> (page <span class="pg" data-page-of="two--cost">000</span>)</span>, or <a href="https://example.org" title="a &gt; b">elsewhere</a>.</p>
    <ul><li data-src="0:15">First point</li><li data-src="0:16">Second point<ol><li data-src="0:17">Nested point</li></ol></li></ul>
    <div role="group" data-src="0:20"><svg role="img" aria-label="Chart: 3 of 4 councils" width="120" height="24"><rect width="90" height="12"/><text y="22" font-size="9">not text</text></svg></div>
    <div id="one--table"><table><thead><tr><th data-src="0:29">Name</th><th data-src="0:29">What</th></tr></thead><tbody>${rows}</tbody></table></div>
    <p data-src="0:60" style="break-before:page">After the table.</p>
    <ol class="notes"><li id="one--note-1" data-src="0:62">The note itself. <a href="#one--call-1" data-made>back</a></li></ol>`,
  wide: '<h2 id="one--wide" data-src="0:70">A wide page</h2><p data-src="0:72">It is turned.</p>',
  two: `<h1 id="two" data-src="1:1" data-made>Two</h1><p data-src="1:3">The second chapter repeats: the council answered within a day.</p>
    <h2 id="two--cost" data-src="1:5" style="break-before:page">Cost</h2><p data-src="1:7">The council answered within a day. It cost nothing.</p>
    <h2 id="two--end" data-src="1:9" style="break-before:page">End</h2><p data-src="1:11">The end.</p>`,
  index:
    '<h1 id="index" data-made>Index</h1><p data-made>Cost, <span class="pgs" data-pages-of="two--cost two--end one"></span></p><p data-made>Wide, <span class="pgs" data-pages-of="one--wide"></span></p>',
  back: '<div class="sheet"><img alt="A seal" width="40" height="40" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="></div>',
}

const pageRule = ({ page, kind, heads, folio, numbering }: PageRun): string => {
  const counter = numbering === 'roman' ? 'prelim' : 'folio'
  const number = numbering === 'roman' ? 'counter(prelim, lower-roman)' : 'counter(folio)'
  const size = kind === 'landscape' ? 'size:148mm 105mm;' : ''
  const margin = kind === 'full' ? 'margin:0;' : ''
  const margins = folio
    ? `@page ${page}:left{@top-left{content:"${heads.left}"}@bottom-left{content:${number}}}@page ${page}:right{@top-right{content:"${heads.right}"}@bottom-right{content:${number}}}`
    : ''
  return `@page ${page}{${size}${margin}counter-increment:${counter}}${margins}`
}

const STYLE = `:root{--page-width:105mm;--page-height:148mm;--margin-top:16mm;--margin-bottom:14mm;--margin-inner:14mm;--margin-outer:12mm}
${FONTS.map(({ weight, style }) => `@font-face{font-family:"Source Sans 3";font-weight:${weight};font-style:${style};src:url("/fonts/${weight}-${style}.woff2")}`).join('')}
@page{size:105mm 148mm;margin:16mm 13mm 14mm;font:9pt "Source Sans 3";counter-increment:folio}
@page blank{margin:0} @page{background:#fffffe} @page blankfront{margin:0;counter-increment:prelim}
${RUNS.map(pageRule).join('\n')}
body{margin:0;font:10pt/14pt "Source Sans 3"} h1,h2{font-weight:700;font-size:14pt} .sheet{width:105mm;height:148mm;overflow:hidden}
.label{text-transform:uppercase} .small{font-variant-caps:all-small-caps} .float{float:right;width:30mm} p:first-of-type{width:100%} p::before{content:"\\2009"}
table{width:100%} td,th{border-bottom:.5pt solid #888;text-align:left}`

const html = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A small book</title><style>${STYLE}</style></head><body>
${RUNS.map(({ id, kind }) => `<section data-section="${id}"><div data-run="${id}" data-kind="${kind}" style="page:${id}"><div>${BODIES[id]}</div></div></section>`).join('\n')}
<div hidden><a href="#title"></a><a href="#contents"></a><a href="#one--wide"></a><a href="#two--end"></a></div></body></html>`

const facts = shownFacts(readHtml(html))

export const smallDocument: HtmlDocument = {
  html,
  pieces: [{ html, runs: RUNS.map(({ id }) => id), continues: false, abbreviations: facts.abbreviations }],
  ...facts,
  assets: FONTS.map(({ weight, style }) => ({
    url: `/fonts/${weight}-${style}.woff2`,
    type: 'font/woff2',
    path: fontFile(weight, style),
  })),
  runs: RUNS,
  faces: FONTS.map(({ weight, style }) => `${style} ${weight} 12px "Source Sans 3"`),
  anchors: ['title', 'contents', 'one--wide', 'two--end'],
  files: ['chapters/01-one.md', 'chapters/02-two.md'],
  blank: '',
  findings: [],
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&shy;', '\u00AD')
    .replaceAll('&nbsp;', '\u00A0')

const chapter = (
  file: string,
  text: readonly (readonly [number, string])[],
  outline: readonly OutlineBlock[],
) => ({ file, text: text.map(([line, words]) => ({ line, text: words })), outline }) as unknown as Chapter

const block = (
  line: number,
  kind: OutlineBlock['kind'],
  level: number,
  text: string,
  links: OutlineBlock['links'] = [],
): OutlineBlock => ({ kind, level, text, line, links: links ?? [] })

const OUTLINE_ONE: readonly OutlineBlock[] = [
  ...ONE.map(([line, html]) => block(line, 'paragraph', 0, plain(html).replace('note1', 'note'))),
  block(11, 'paragraph', 0, 'This note hangs and is painted first.'),
  block(13, 'paragraph', 0, 'See what it cost, or elsewhere.', [
    { text: 'what it cost', target: '#two--cost' },
    { text: 'elsewhere', target: 'https://example.org' },
  ]),
  block(15, 'item', 1, 'First point'),
  block(16, 'item', 1, 'Second point'),
  block(17, 'item', 2, 'Nested point'),
  block(20, 'figure', 0, 'Chart: 3 of 4 councils'),
  block(29, 'header', 1, 'Name'),
  block(29, 'header', 2, 'What'),
  ...Array.from({ length: 26 }, (_, index) => [
    block(30 + index, 'cell', 1, `Council ${index + 1}`),
    block(30 + index, 'cell', 2, `answer ${index * 7}`),
  ]).flat(),
  block(60, 'paragraph', 0, 'After the table.'),
  block(62, 'item', 1, 'The note itself.'),
  block(70, 'heading', 2, 'A wide page'),
  block(72, 'paragraph', 0, 'It is turned.'),
]

const OUTLINE_TWO: readonly OutlineBlock[] = [
  block(3, 'paragraph', 0, 'The second chapter repeats: the council answered within a day.'),
  block(5, 'heading', 2, 'Cost'),
  block(7, 'paragraph', 0, 'The council answered within a day. It cost nothing.'),
  block(9, 'heading', 2, 'End'),
  block(11, 'paragraph', 0, 'The end.'),
]

const HEADINGS: readonly Heading[] = [
  { level: 1, text: 'A small book', id: 'title', line: 0 },
  { level: 1, text: 'Contents', id: 'contents', line: 0 },
  { level: 1, text: 'One & two: “quoted”', id: 'one', line: 1 },
  { level: 2, text: 'A wide page', id: 'one--wide', line: 70 },
  { level: 1, text: 'Two', id: 'two', line: 1 },
  { level: 2, text: 'Cost', id: 'two--cost', line: 5 },
  { level: 2, text: 'End', id: 'two--end', line: 9 },
  { level: 1, text: 'Index', id: 'index', line: 0 },
]

export const smallBook = {
  headings: HEADINGS,
  chapters: [
    chapter(
      'chapters/01-one.md',
      [
        ...ONE.map(([line, html]) => [line, plain(html).replace('note1', 'note')] as const),
        [11, 'This note hangs and is painted first.'],
        [13, 'See what it cost, or elsewhere.'],
        [15, 'First point'],
        [16, 'Second point'],
        [17, 'Nested point'],
        [29, 'Name What'],
        ...Array.from(
          { length: 26 },
          (_, index) => [30 + index, `Council ${index + 1} answer ${index * 7}`] as const,
        ),
        [60, 'After the table.'],
        [62, 'The note itself.'],
        [70, 'A wide page'],
        [72, 'It is turned.'],
      ],
      OUTLINE_ONE,
    ),
    chapter(
      'chapters/02-two.md',
      [
        [3, 'The second chapter repeats: the council answered within a day.'],
        [5, 'Cost'],
        [7, 'The council answered within a day. It cost nothing.'],
        [9, 'End'],
        [11, 'The end.'],
      ],
      OUTLINE_TWO,
    ),
  ],
} as unknown as Book

/** What pdf/ and verify/ ask of the settings. */
export const smallSettings = {
  draft: false,
  commit: '',
  epoch: 1_374_796_800,
  version: '0.1.0',
  publication: {
    title: 'A small book <of> “tests” & more',
    subtitle: 'Read back',
    makers: [
      { name: 'Ada Example', role: 'words' },
      { name: 'Béla Sample', role: 'pages' },
    ],
    publisher: 'A council',
    keywords: ['reading', 'proof'],
    language: 'en-GB',
    licence: 'CC BY 4.0',
    fonts: [],
  },
  templateFolders: [],
  theme: {
    page: { widthMm: 105, heightMm: 148, marginMm: { top: 16, bottom: 14, inner: 14, outer: 12 } },
    fonts: FONTS.map(({ weight, style }) => ({
      family: 'Source Sans 3',
      file: fontFile(weight, style),
      weight,
      style,
      range: '',
    })),
    fallbacks: [],
    words: { draft: 'Draft' },
  },
} as unknown as Settings
