// Whole pages in the manners of those who make them: no word is lost, and what makes their structure is there.
import { expect, it } from 'vitest'
import { wordsNotCarried } from '../../../scripts/account/words-carried.ts'
import { DIALECT } from '../../../scripts/content/dialect.ts'
import { pageOf } from './page-of.ts'

interface Whole {
  readonly html: string | Uint8Array
  /** Lines of the text that say what its structure is. */
  readonly holds: readonly string[]
}

const word = (body: string): Uint8Array =>
  Buffer.from(
    `<html><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"><meta name=Generator content="Microsoft Word 15 (filtered)"><title>Walls</title><style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=EN-GB><div class=WordSection1>${body}</div></body></html>`,
    'latin1',
  )
const point = (sign: string, words: string, level = 1): string =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:${36 * level}.0pt;text-indent:-18.0pt'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span>${words}</p>`
const signed = (sign: string): string => `<span style='font-family:Symbol'>${sign}`

const PAGES: Readonly<Record<string, Whole>> = {
  'a page that Word saved, filtered': {
    html: word(
      `<p class=MsoTitle>Walls</p><h1>How it began</h1><p class=MsoNormal><b>Four</b> people \x96 one \x93letter\x94.</p>${['One', 'Two'].map((words) => point(`${signed('\xb7')}`, words).replace('</p>', '</span></p>')).join('')}<p class=MsoNormal><img src="image001.png" alt="A wall"></p><p class=MsoCaption>Figure 1: The wall</p><table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Year</b></p></td><td><p class=MsoNormal><b>Pounds</b></p></td></tr><tr><td><p class=MsoNormal>2011</p></td><td><p class=MsoNormal>4.50</p></td></tr></table>`,
    ),
    holds: [
      '# How it began',
      '**Four** people – one “letter”.',
      '![A wall](image001.png "The wall")',
      '| Year | Pounds |',
      '| 2011 | 4.50 |',
    ],
  },
  'a page that LibreOffice saved': {
    html: '<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Walls</title><meta name="generator" content="LibreOffice 7.4"/></head><body lang="en-GB"><h1 class="western">How it began</h1><p style="margin-bottom: 0cm"><font face="Arial">Four <i>people</i>.</font></p><ol><li><p>One</p></li><li><p>Two</p></li></ol></body></html>',
    holds: ['# How it began', 'Four *people*.', '1. One', '2. Two'],
  },
  'a page that Confluence exported': {
    html: '<!DOCTYPE html><html><head><title>Space : Walls</title></head><body><div id="page"><div id="main"><div id="main-header"><div id="breadcrumb-section"><ol id="breadcrumbs"><li><span><a href="index.html">Space</a></span></li></ol></div><h1 id="title-heading"><span id="title-text">Walls</span></h1></div><div id="content"><div class="page-metadata">Created by Jo</div><div id="main-content" class="wiki-content group"><h2 id="Walls-How">How it began</h2><div class="confluence-information-macro confluence-information-macro-note"><p class="title">Careful</p><div class="confluence-information-macro-body"><p>Wet paint.</p></div></div><div class="table-wrap"><table class="confluenceTable"><tbody><tr><th class="confluenceTh">Year</th><th class="confluenceTh">Pounds</th></tr><tr><td class="confluenceTd">2011</td><td class="confluenceTd">4.50</td></tr></tbody></table></div></div></div></div></div></body></html>',
    holds: ['## How it began', ':::callout[Careful]', 'Wet paint.', '| Year | Pounds |', '| 2011 | 4.50 |'],
  },
  'a page of WordPress': {
    html: '<!DOCTYPE html><html lang="en-GB"><head><title>Walls – A blog</title></head><body class="single"><header id="masthead"><p>A blog</p></header><main id="main"><article class="post"><header class="entry-header"><h1 class="entry-title">Walls</h1></header><div class="entry-content"><p>Text.</p><figure class="wp-block-image"><img src="wall.jpg" alt="A wall"/><figcaption>The wall</figcaption></figure><blockquote class="wp-block-quote"><p>So.</p></blockquote><h2 class="wp-block-heading">After</h2><ul class="wp-block-list"><li>One</li></ul></div></article></main><footer>Proudly</footer></body></html>',
    holds: ['# Walls', '![A wall](wall.jpg "The wall")', '> So.', '## After', '- One'],
  },
  'a page in the manner of GOV.UK': {
    html: '<!DOCTYPE html><html lang="en" class="govuk-template"><head><title>Walls - GOV.UK</title></head><body><div class="gem-c-cookie-banner" id="global-cookie-message" role="region">Cookies on GOV.UK</div><a class="govuk-skip-link" href="#content">Skip to main content</a><header role="banner">GOV.UK</header><main id="content" role="main"><h1 class="govuk-heading-xl">Walls</h1><div class="govuk-inset-text">Inset.</div><ol class="govuk-list"><li>One</li></ol><details class="govuk-details"><summary><span>Help</span></summary><div>Here.</div></details><dl class="govuk-summary-list"><div><dt>Year</dt><dd>2011</dd></div></dl></main><footer role="contentinfo">Crown</footer></body></html>',
    holds: ['# Walls', 'Inset.', '1. One', ':::callout[Help]', 'Year\n:   2011'],
  },
  'a page of a council, with a notice of cookies': {
    html: '<html lang="en"><head><title>Walls | Council</title></head><body><div class="cookie-consent"><p>We use cookies</p><button>Accept</button></div><nav>Home</nav><div id="main" role="main"><h1>Walls</h1><p>Ring <a href="tel:01902000000">us</a>.</p><h2>Opening</h2><table><caption>Hours</caption><thead><tr><th>Day</th><th>Open</th></tr></thead><tbody><tr><th scope="row">Monday</th><td>9 to 5</td></tr></tbody></table></div></body></html>',
    holds: ['# Walls', '## Opening', ':::table{caption="Hours" rows}', '| Monday | 9 to 5 |'],
  },
  'a page that Word saved whole, with its own signs of lists': {
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8><meta name=Generator content="Microsoft Word 15"><title>Walls</title></head><body lang=EN-GB><div class=WordSection1><h2>How<o:p></o:p></h2>${[
      'a',
      'b',
    ]
      .map(
        (sign) =>
          `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${sign})<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Point ${sign}<o:p></o:p></p>`,
      )
      .join(
        '',
      )}<p class=MsoNormal>So<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>.</p></div><div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> A note.</p></div></div></body></html>`,
    holds: ['## How', '<ol type="a">', '<li>Point a</li>', '<li>Point b</li>', 'So[^1].', '[^1]: A note.'],
  },
  'a page of SharePoint': {
    html: '<!DOCTYPE html><html lang="en-gb"><head><title>Walls</title></head><body><div role="banner">Site</div><div role="navigation">Home</div><div role="main"><div data-automation-id="CanvasZone"><div class="ControlZone"><div data-automation-id="textBox"><h2>How it began</h2><p>Text &amp; <strong>more</strong>.</p><ul><li>One</li><li>Two</li></ul></div></div></div></div></body></html>',
    holds: ['## How it began', 'Text & **more**.', '- One\n- Two'],
  },
  'a document that Google Docs exported': {
    html: '<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">.lst-kix_a-0>li:before{content:"x"}.c1{font-weight:700}.c2{font-style:italic}</style></head><body class="c9 doc-content"><p class="title"><span>Walls</span></p><h1 id="h.x"><span>How</span></h1><p><span class="c1">Bold</span><span>&nbsp;and </span><span class="c2">slanted</span></p><ul class="lst-kix_a-0 start"><li><span>One</span></li></ul><ul class="lst-kix_a-1 start"><li><span>Deep</span></li></ul><p><a href="https://www.google.com/url?q=https://example.org/a&amp;sa=D">there</a></p></body></html>',
    holds: ['# How', '**Bold** and *slanted*', '- One\n  - Deep', '[there](https://example.org/a)'],
  },
  'a page of a wiki': {
    html: '<!DOCTYPE html><html lang="en"><head><title>Walls - Wiki</title></head><body class="mediawiki"><h1 id="firstHeading">Walls</h1><div id="bodyContent"><div id="mw-content-text"><div id="toc" class="toc"><ul><li><a href="#How">1 How</a></li></ul></div><h2><span class="mw-headline" id="How">How</span><span class="mw-editsection">[<a href="x">edit</a>]</span></h2><p>Text.</p><table class="wikitable"><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table></div></div></body></html>',
    holds: ['## How', 'Text.', '| A | B |', '| 1 | 2 |'],
  },
}

it.each(Object.entries(PAGES))('%s', (_, { html, holds }) => {
  const { markdown, text, title } = pageOf(html)
  expect(
    holds
      .filter((one) => !markdown.includes(one))
      .concat(markdown.includes(holds[0] ?? '') ? [] : [markdown]),
  ).toEqual([])
  const words = (text?.words ?? []).map((one) => one.text).join('\n')
  const lost = wordsNotCarried(
    { text: words, isMarkdown: false },
    [`${title}\n`, markdown],
    text?.told ?? [],
    DIALECT,
  )
  expect(lost.map((one) => one.words)).toEqual([])
})
