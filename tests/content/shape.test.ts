import { describe, expect, it } from 'vitest'
import type { Chapter } from '../../scripts/model/chapter.ts'
import type { Fix } from '../../scripts/model/finding.ts'
import { found, parse, parseFile } from './parse.ts'

const LONG = 'word '.repeat(70).trim()

describe('how a text is built is warned of at its line', () => {
  it.each([
    ['heading-in-sentence-case@4', '## The Trouble with Sales\n\nThis trouble with sales is old.'],
    ['heading-in-sentence-case@4', '## Why People Say No\n\na'],
    ['heading-in-sentence-case@4', '## Give Me A Reason\n\nIt gives me a reason.'],
    ['heading-in-sentence-case@4', '## WHY PEOPLE SAY NO\n\na'],
    ['heading-in-sentence-case@4', '## What is VERY old\n\nIt is very old.'],
    ['heading-in-sentence-case@4', '## What Walsall’s Officers Did\n\nTwo officers in Walsall did it.'],
    ['heading-in-sentence-case@4', '## KEY FINDINGS & RECOMMENDATIONS\n\na'],
    ['heading-in-sentence-case@4', '## SAFEGUARDING ADULTS\n\na'],
    ['heading-in-sentence-case@4', '## Next Steps\n\na'],
    [
      'heading-in-sentence-case@4',
      '## Improving Access Through Digital Transformation And Channel Shift\n\na',
    ],
    ['heading-in-sentence-case@4', '## *Why* We **Need** It\n\na'],
    ['heading-has-text@4', '## Empty\n\n## Full\n\na'],
    ['heading-has-text@4', '## The last'],
    ['heading-has-text@6', '## Full\n\n### Empty\n\n## Full too\n\na'],
    ['heading-has-text@4', '## Only a remark\n\n<!-- to do -->\n\n***\n\n## Next\n\na'],
    ['heading-has-text@5', ':::steps\n## Empty\n\n## Full\n\n1. a\n:::'],
    ['heading-ends-without-stop@4', '## What it cost.\n\na'],
    ['heading-is-short@4', `## ${'one '.repeat(26)}\n\na`],
    ['bold-text-is-no-heading@6', 'a\n\n**What it cost**\n\nb'],
    ['bold-text-is-no-heading@4', '***What it cost:***\n\n- b'],
    ['emphasis-is-sparing@4', `**${LONG}**`],
    ['emphasis-is-sparing@4', `*${LONG}*`],
    ['emphasis-is-sparing@4', 'THE OFFICE IS CLOSED ON MONDAYS.'],
    ['text-is-not-underlined@4', 'It is <u>very</u> old.'],
    ['text-is-not-underlined@5', 'It\nis <INS class="x">very</INS> old.'],
    ['text-is-not-underlined@4', 'Name: ____________'],
    ['signs-are-alike@6', "The paper’s cost\n\nand the council's cost"],
    ['signs-are-alike@6', 'It is “old”\n\nand "new"'],
    ['signs-are-alike@5', "It’s\nthe council's"],
    ['signs-are-alike@4', 'It is old … and new... perhaps'],
    ['alternative-begins-with-content@4', '![Image of an anchor](a.jpg)'],
    ['alternative-begins-with-content@4', '![A photograph showing the crowd](a.jpg)'],
    ['alternative-begins-with-content@4', '![This is a picture of a gritter](a.jpg)'],
    ['alternative-begins-with-content@4', 'in a line ![Photo: the crowd](a.jpg) too'],
    ['alternative-differs-from-caption@4', '![The anchor, 2013](a.jpg "The anchor 2013.")'],
    ['alternative-is-in-words@4', '![anchor.jpg](anchor.jpg)'],
    ['alternative-is-in-words@4', '![IMG_20130726](a.jpg)'],
    ['alternative-is-in-words@4', '![dudley-anchor-01](dudley-anchor-01.jpg)'],
    ['alternative-is-short@4', `![${LONG}](a.jpg)`],
    ['alternatives-differ@6', '![The crowd](a.jpg)\n\n![The crowd.](b.jpg)'],
    ['table-holds-data@4', '| A |\n|---|\n| b |'],
    ['table-holds-data@4', '| A note | in a box |\n|---|---|'],
    ['table-holds-data@4', '| A | B |\n|---|---|\n| ![c](c.jpg) | ![d](d.jpg) |'],
    ['table-holds-data@4', `| A | B |\n|---|---|\n| b | ${LONG} |`],
    ['table-columns-are-named@4', '| A | B | |\n|---|---|---|\n| a | b | c |'],
    ['link-names-its-format@4', '[The survey](https://example.org/survey.pdf)'],
    ['link-names-its-format@4', '[The survey](https://example.org/survey.XLSX?download=1)'],
    ['link-says-where@4', '[Click here for the survey](05-survey.md)'],
    ['link-says-where@4', '[find out more »](05-survey.md)'],
    ['link-says-where@4', '[This document.](05-survey.md)'],
    ['link-says-where@4', '[example.org/page](https://example.org/other)'],
    ['link-says-where@4', '[https://example.org/](https://example.com/)'],
    ['link-says-where@4', '[https://example.org/page](http://example.org/page)'],
    ['link-says-where@4', '[www.example.org](https://www.example.org/page)'],
    ['link-says-where@4', '[example.org/page](05-survey.md)'],
  ])('%s: %s', (expected, markdown) => {
    expect(found(parse(markdown))).toEqual([expected])
  })
})

describe('nothing is said of what is built as it should be', () => {
  it.each([
    ['a heading like a sentence', '## The trouble with sales\n\na'],
    ['a council', '## How Walsall did it\n\na'],
    ['a channel', '## Local pride on Flickr\n\na'],
    ['an abbreviation of the glossary', '## What IEWM paid\n\na'],
    ['what its expansion says', '## The Efficiency board\n\nAn efficiency.'],
    ['abbreviations', '## NHS and BBC\n\na'],
    ['two abbreviations alone', '## NHS IT\n\na'],
    ['inner capitals', '## On YouTube with an iPhone\n\na'],
    ['a name from the text', '## The Care Act poll\n\nThe poll on the Care Act asked of care and of an act.'],
    [
      'a name in quotation marks',
      '## On Making it Real\n\nThe page “Making it Real” is real, and making it was work.',
    ],
    ['what the publication is called', '## How The Best of Two Counties began\n\nThe best of all.'],
    ['a capital after a colon or a question', '## Trust: Why it counts? People know\n\nPeople know why.'],
    ['a month', '## Snow in January\n\na'],
    ['a town that is a word too', '## Libraries in Reading\n\nReading is taught, and reading helps.'],
    ['I', '## What I saw\n\na'],
    ['a letter that names something', '## What plan A cost\n\nIt was a plan.'],
    ['code in a heading', '## The file `README`\n\na readme'],
    ['a heading above a deeper one', '## A\n\n### B\n\nb'],
    ['a heading above a chart', '## A\n\n:::chart{data=q8 kind=counts title="T"}\n:::'],
    ['a heading above the glossary', '## A\n\n:::terms\n:::'],
    ['a heading above a picture', '## A\n\n![An anchor](a.jpg)'],
    ['a heading with a question mark', '## What did it cost?\n\na'],
    ['a heading with an abbreviation', '## Open until 4 p.m.\n\na'],
    ['a heading of two sentences', '## Just do it. Be boring.\n\na'],
    ['a heading that trails off', '## And then...\n\na'],
    ['a sentence in bold', '**Nobody answered.**\n\nb'],
    ['bold within a sentence', '**Nobody** answered\n\nb'],
    ['a term in bold in a list', '- **Cost**\n- **Trust**'],
    ['a last line in bold', 'a\n\n**Nobody answered**'],
    ['a short line in italics', '*For all who answered*\n\nb'],
    ['an abbreviation as a paragraph', 'NHS'],
    ['a name with underscores', 'The file snake__case___name is old.'],
    ['underscores in code', '`____`'],
    ['an alternative that says what is there', '![An anchor of iron](a.jpg "The anchor, 2013")'],
    ['a picture that is spoken of', '![Pictures of the town on a wall](a.jpg)'],
    ['a word that is the name too', '![Anchor](anchor.jpg)'],
    ['decoration, twice', '![decorative](a.jpg)\n\n![decorative](b.jpg)'],
    ['one picture, twice', '![The crowd](a.jpg)\n\n![The crowd](a.jpg)'],
    ['a table', '| A | B |\n|---|---|\n| a | b |'],
    ['a table with names at the left', '| | B |\n|---|---|\n| a | b |'],
    ['a table with a picture in each row', '| A | B |\n|---|---|\n| ![An a](a.jpg) | b |'],
    ['a column that is empty throughout', '| A | |\n|---|---|\n| a | |'],
    [
      'a table that makes a chart',
      ':::chart{kind=counts title="T" question="Q"}\n| A | B |\n|---|---|\n| x | 3 |\n:::',
    ],
    ['a link that names its format', '[The survey (PDF, 2 MB)](https://example.org/survey.pdf)'],
    ['a format behind the link', '[The survey](https://example.org/survey.pdf) (PDF, 2 MB) is long.'],
    ['a format in other words', '[The survey as a spreadsheet](https://example.org/survey.xlsx)'],
    ['an address that is its own link', 'See www.example.org and https://example.org/a?b=c#d now.'],
    ['an address in brackets', '<https://example.org/page>, <HTTPS://Example.org/page> and <a@example.org>'],
    ['an address as it is said', '[example.org/page](https://example.org/page/)'],
    ['an address with letters of its own', '[https://example.org/älv](https://example.org/%C3%A4lv)'],
    ['a site called by its address', '[gov.uk](https://www.gov.uk)'],
    ['straight marks throughout', 'The council\'s "own" cost...'],
    ['feet and inches', 'It’s 6\' 2" tall'],
    ['straight marks in code', 'It’s `"a"` and more'],
    ['a row of dots', 'Cost … and cost .....'],
    ['a link in words', '[What councils answered here](05-survey.md)'],
  ])('%s', (_, markdown) => {
    expect(found(parse(markdown))).toEqual([])
  })

  it.each([
    ['de', '## Warum Alle Nein Sagen\n\nalle sagen nein'],
    ['fr', '![Image of an anchor](a.jpg)'],
    ['nl', '[Link](05-survey.md)'],
    ['de', 'Es ist „alt“ und "neu", ‘so’.'],
  ])('in %s of what only English words can tell', (language, markdown) => {
    expect(found(parse(markdown, { language }))).toEqual([])
  })
})

describe('the title of a file is a heading too', () => {
  const TEXT = '\nThe barriers are old.\n'
  it.each([
    ['heading-in-sentence-case@2', `---\ntitle: The Old Barriers\n---${TEXT}`],
    ['heading-in-sentence-case@1', `# The Old Barriers${TEXT}`],
    ['heading-ends-without-stop@3', `---\nshort: Old\ntitle: 'Old barriers.'\n---${TEXT}`],
  ])('%s: %j', (expected, text) => {
    const chapter = parseFile(text)
    expect(found(chapter)).toEqual([expected])
    expect(found(parseFile(mended(text, chapter)))).toEqual([])
  })

  it('names the column in the front matter', () => {
    expect(parseFile(`---\ntitle: The Old Barriers\n---${TEXT}`).findings[0]?.place.column).toBe(8)
  })
})

it('the picture at the top of a case study is looked at with the others', () => {
  const text =
    '---\ntitle: T\npicture:\n  file: a.jpg\n  alt: Photo of a crowd\n---\n![Photo of a crowd](b.jpg)\n'
  const chapter = parseFile(text, { kind: 'case-study', file: 'case-studies/08-dudley-flickr.md' })
  expect(found(chapter)).toEqual([
    'alternative-begins-with-content@3',
    'alternative-begins-with-content@7',
    'alternatives-differ@7',
  ])
})

/** The text with every mend that its findings bring. */
function mended(text: string, { findings }: Chapter): string {
  const fixes = findings.flatMap(({ fix }): Fix[] => (fix ? [fix] : [])).sort((a, b) => b.start - a.start)
  for (const { start, end, was } of fixes) expect(text.slice(start, end)).toBe(was)
  return fixes.reduce(
    (said, { start, end, becomes }) => said.slice(0, start) + becomes + said.slice(end),
    text,
  )
}

const HEAD = '---\ntitle: Barriers\n---\n'

describe('a mend changes how it is written and not what it says', () => {
  it.each([
    [
      '## The Trouble with Sales\n\nTrouble. The trouble with sales.',
      '## The trouble with sales\n\nTrouble. The trouble with sales.',
    ],
    ['## WHY PEOPLE SAY NO\n\na', '## Why people say no\n\na'],
    [
      '## What Walsall’s Officers Did {#them}\n\nTwo officers did it.',
      '## What Walsall’s officers did {#them}\n\nTwo officers did it.',
    ],
    ['## *Why* We Need It\n\na', '## *Why* we need it\n\na'],
    ['## Why “We Need” It\n\nwe need', '## Why “We Need” it\n\nwe need'],
    ['## What it cost.\n\na', '## What it cost\n\na'],
    ['It is <u>*very*\nold</u> and <ins>new</ins>.', 'It is *very*\nold and new.'],
    [
      '“a” and “h” ("d"), the council\'s "e [f](#x)". It’s … g...\n\n## X\n\na',
      '“a” and “h” (“d”), the council’s “e [f](#x)”. It’s … g…\n\n## X\n\na',
    ],
    ['It’s "*founded* in “13”", 2013\'s 12" stone', 'It’s “*founded* in “13””, 2013’s 12" stone'],
    ["It's the council's, and she won’t.", "It's the council's, and she won't."],
    ["A 'cooling off' and a 'Manage', ‘so’.", "A 'cooling off' and a 'Manage', 'so'."],
    ['![Image of an anchor](a.jpg)', '![An anchor](a.jpg)'],
    ['a ![Photo: crowd][p] b\n\n[p]: a.jpg', 'a ![Crowd][p] b\n\n[p]: a.jpg'],
  ])('%j becomes %j', (written, expected) => {
    const before = parse(written)
    expect(before.findings).not.toEqual([])
    const text = mended(HEAD + written, before)
    expect(text).toBe(HEAD + expected)
    const after = parse(text.slice(HEAD.length))
    expect(after.findings).toEqual([])
    expect(after.headings.map(({ id }) => id)).toEqual(before.headings.map(({ id }) => id))
  })

  it.each([
    ['a heading with an unknown name in it', '## The Trouble with Bromwich\n\nThis trouble is old.'],
    [
      'a heading with a word that is a name elsewhere',
      '## The White Page of All\n\nThe White Paper is a white page.',
    ],
    ['a heading in which one word may be a name', '## A chat with the Police\n\nWe asked the police.'],
    ['a heading that the file spells with signs', '## Why We &amp; All Need It\n\na'],
    ['a tag that is not closed', 'It is <u>very old.'],
    ['tags within tags', '<u>a <u>b</u></u>'],
    ['an alternative with signs', '![Image of a &amp; b](a.jpg)'],
    ['an apostrophe at the end of a word', "It’s she’s he’s the councils' plan"],
    ['quotation marks in emphasis', 'A “b”, “c” and *"d" e*'],
    ['quotation marks around half a link', 'A “b”, “c” and ["d](#x) e"\n\n## X\n\na'],
    ['a mark that is escaped', 'A “b”, “c” and \\"d\\"'],
    ['a heading with a capital in bold', '## *Why* We **Need** It\n\na'],
    ['what needs other words', '[click here](05-survey.md)'],
  ])('%s has none', (_, markdown) => {
    const { findings } = parse(markdown)
    expect(findings).not.toEqual([])
    expect(findings.find(({ fix }) => fix)?.fix?.was ?? '').not.toMatch(/^<u>a <u>|Bromwich|&amp;|click/)
    if (!markdown.startsWith('<u>')) expect(findings.every(({ fix }) => !fix)).toBe(true)
  })
})

describe('what is a matter of judgement weighs less', () => {
  const severities = (body: string) => parse(body).findings.map(({ rule, severity }) => `${severity} ${rule}`)

  it.each([
    ['**What it cost**\n\n- b', 'warning bold-text-is-no-heading'],
    ['**What it cost:**\n\n- b', 'info bold-text-is-no-heading'],
    [`![${'a gate '.repeat(40)}](a.jpg)`, 'info alternative-is-short'],
    [`![${'a gate '.repeat(60)}](a.jpg)`, 'warning alternative-is-short'],
  ])('%j', (body, told) => expect(severities(body)).toContain(told))

  it('tells how many there are only where nobody can say which is usual', () => {
    const messages = (body: string) => parse(body).findings.map(({ message }) => message)
    expect(messages("It’s the council's plan")[0]).toMatch(/has both .* \(1 of 2\)/)
    expect(messages("It’s what we’ve got, it’s the council's plan")[0]).toMatch(/^Here stands/)
  })
})
