import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { account, type Checked, checkedFiles, lostBy, lostIn, removed } from './publication.ts'

const CHAPTER = `---
title: Of the *quay*
short: The quay
standfirst: What was built by the water
---

First words of the chapter, with **bold**, \`code &amp; more\` and a <kbd>Ctrl</kbd> key.

## How it was built

- one item
- another item

  its second paragraph

  \`\`\`js
  const a = 1.5
  \`\`\`

  after the listing
- a third[^a]

1. first of all
2. second of all

| Place | Cost |
| --- | --- |
| Dudley | £1.50 |
| Walsall | −3 ° |

:::table{#t caption="What it cost"}
| Year | People |
| --- | --- |
| 2012 | about 1 000 |
| 2013 | 40 % of all |
:::

:::quote{by="Jan Low" role="Chief of works"}
It was done in time.
:::

:::chart{kind=counts title="Most came twice" question="How often did you come?" of=40}
| How often | People |
| --- | --- |
| Once | 12 |
| Twice | 28 |
:::

![A crane above the water](quay.svg "The crane of 1902")

:::terms
- **Quay**: where ships lie
:::

:::side[Five metres]
is its depth.
:::

Water rose by ½ in 3 × 4 hours on 5–6 May; the toll is €7.

An [address](https://example.org/a "A title") and a [reference][r] &eacute;t&eacute; end the text.

> A quotation
> over two lines

[r]: https://example.org/b

[^a]: The note says so.

    And more of it.
`

const MOMENT = 'launch/moments/01-a.md'
const FILE = 'chapters/01-quay.md'
let checked: Checked

beforeAll(async () => {
  checked = await checkedFiles({
    'publication.yaml':
      'title: Quays\nlanguage: en-GB\nsubtitle: Two of them\nimprint:\n  - term: Printed by\n    text: The works of Dudley\nmakers:\n  - { name: Ann Low, role: Editor }\n',
    [FILE]: CHAPTER,
    'chapters/quay.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><path d="M0 0h90v60z"/></svg>',
    'case-studies/01-locks.md':
      '---\ntitle: Locks\ncouncil: [Dudley]\nbegan: 2011-12-01\npeople:\n  - name: Ann Low\n    role: Engineer\nfigures:\n  - value: 4.50\n    label: metres deep\nsummary: >\n  Two locks\n  in a row\n---\n\nThe locks are old.\n',
    'glossary.yaml': '- term: lock\n  meaning: A chamber between two levels\n',
    'data/numbers.yaml':
      'source: https://example.org/\nfigures:\n  depth:\n    value: 1.10\n    label: Metres of depth\nquestions:\n  often:\n    question: How often?\n    rows:\n      - { label: Daily, count: 3 }\n',
    [MOMENT]:
      '---\ntime: 2013-07-26 10:32\nkind: post\nauthor: Ann Low\nconsent: given\n---\nOf it: **the lock was dry**.\n',
    'launch/event.yaml':
      "name: The opening\ndate: 2013-07-26\ntimeZone: Europe/London\nprogramme:\n  - id: speech\n    title: A speech on locks\n    starts: '09:30'\n",
  })
})
afterAll(() => removed(checked))

const lineOf = (words: string): number => CHAPTER.slice(0, CHAPTER.indexOf(words)).split('\n').length

it('is silent where every word is printed', () => expect(lostIn(checked.findings)).toEqual([]))

describe('words-are-printed: what is lost on the way is missed at its line', () => {
  it.each<[what: string, words: string, change: (html: string) => string]>([
    ['a word of a paragraph', 'First words', (html) => html.replace('First words of', 'First of')],
    ['a word in emphasis', 'First words', (html) => html.replace('<strong>bold</strong>', '')],
    ['a key', 'First words', (html) => html.replace('<kbd>Ctrl</kbd>', '<kbd></kbd>')],
    [
      'a reference in code, which is five signs',
      'First words',
      (html) => html.replace('&#x26;amp; more', '&#x26; more'),
    ],
    ['the last word of a heading', '## How', (html) => html.replace('it was built</h', 'it was</h')],
    [
      'an item',
      '- one item',
      (html) => html.replace(/<li[^>]*>(?:<p[^>]*>)?\s*(?:<p[^>]*>)?one item/, '<li>'),
    ],
    [
      "an item's second paragraph",
      'its second',
      (html) => html.replace(/<p[^>]*>its second paragraph<\/p>/, ''),
    ],
    ['a line of a listing', 'const a', (html) => html.replace(/<span class="code-word">const<[^\n]*/, '')],
    ['the point of a number in a listing', 'const a', (html) => html.replace('1.5', '15')],
    ['text behind a listing in an item', 'after the', (html) => html.replace('after the listing', '')],
    ['the currency of a cell', '| Dudley', (html) => html.replace('£1.50', '1.50')],
    ['the minus of a cell', '| Walsall', (html) => html.replace('−3', '3')],
    ['a degree', '| Walsall', (html) => html.replace('3 °', '3')],
    ['a cell', '| Walsall', (html) => html.replace('>Walsall<', '><')],
    ['a row', '| Walsall', (html) => html.replace(/<tr>(?:(?!<tr>).)*Walsall.*?<\/tr>/s, '')],
    ['a per cent', '| 2013', (html) => html.replace('40 %', '40')],
    ['the caption of a table', ':::table', (html) => html.replace('What it cost', '')],
    ['who said it', ':::quote', (html) => html.replace('Jan Low', '')],
    ['what they are', ':::quote', (html) => html.replace('Chief of works', 'Chief')],
    ['the title of a chart', ':::chart', (html) => html.replace('Most came twice', '')],
    ['the question of a chart', ':::chart', (html) => html.replace('How often did you come?', 'How often?')],
    ['an alternative', '![A crane', (html) => html.replace(' above the water"', '"')],
    ['the caption of a picture', '![A crane', (html) => html.replace('The crane of 1902', 'The crane')],
    ['a definition', '- **Quay**', (html) => html.replace('where ships lie', '')],
    ['the label of a side note', ':::side', (html) => html.replace('Five metres', '')],
    ['a half', 'Water rose', (html) => html.replace('½', '')],
    ['a times sign', 'Water rose', (html) => html.replace('×', '')],
    ['a stroke between years', 'Water rose', (html) => html.replace('5–6', '56')],
    ['a currency', 'Water rose', (html) => html.replace('€', '')],
    ['an accent', 'An [address]', (html) => html.replace('été', 'ete')],
    ['the words of a link', 'An [address]', (html) => html.replace('>address<', '><')],
    ['the words of a reference', 'An [address]', (html) => html.replace('>reference<', '><')],
    ['a line of a quotation', '> over two', (html) => html.replace('over two lines', '')],
    ['a note', '[^a]: The', (html) => html.replace(/<li[^>]*data-means="note".*?<\/li>/s, '')],
    ["a note's second paragraph", 'And more', (html) => html.replace('And more of it.', '')],
    ['a whole paragraph', 'Water rose', (html) => html.replace(/<p[^>]*>Water rose.*?<\/p>/s, '')],
  ])('%s', async (_, words, change) => {
    const lost = await lostBy(checked, FILE, change)
    expect(lost.map((one) => one.split(' ')[0])).toEqual([`${FILE}:${lineOf(words)}`])
  })

  it('a chart that has lost a row', async () => {
    const chapters = checked.book.chapters.map((chapter) => ({
      ...chapter,
      exhibits: chapter.exhibits.map(({ chart, ...one }) =>
        chart ? { ...one, chart: { ...chart, rows: chart.rows.slice(0, 1) } } : one,
      ),
    }))
    const lost = lostIn(await account({ ...checked.book, chapters }, checked.settings, []))
    expect(lost).toEqual([`${FILE}:${lineOf('| Twice')} Twice | 28`])
  })

  it('two items that have changed places', async () => {
    const lost = await lostBy(checked, FILE, (html) =>
      html.replace(/(<li[^>]*>first of all<\/li>)(\s*)(<li[^>]*>second of all<\/li>)/, '$3$2$1'),
    )
    expect(lost).toEqual([`${FILE}:${lineOf('1. first')} 1. first of all`])
  })

  it('two items that have changed their words', async () => {
    const lost = await lostBy(checked, FILE, (html) =>
      html
        .replace('first of all', '\0')
        .replace('second of all', 'first of all')
        .replace('\0', 'second of all'),
    )
    expect(lost.map((one) => one.split(' ')[0])).toEqual([
      `${FILE}:${lineOf('1. first')}`,
      `${FILE}:${lineOf('2. second')}`,
    ])
  })

  it('two cells that have changed places', async () => {
    const lost = await lostBy(checked, FILE, (html) =>
      html.replace('Dudley', '\0').replace('£1.50', 'Dudley').replace('\0', '£1.50'),
    )
    expect(lost.map((one) => one.split(' ')[0])).toEqual([`${FILE}:${lineOf('| Dudley')}`])
  })
})

describe('a value that nothing carries is missed at its line', () => {
  const CASE = 'case-studies/01-locks.md'
  const without = (value: unknown, words: string, by = ''): unknown =>
    JSON.parse(JSON.stringify(value).replaceAll(words, by))

  it.each([
    ['the title of a chapter', 'Of the quay', `${FILE}:2`],
    ['its short name', 'The quay', `${FILE}:3`],
    ['its standfirst', 'What was built', `${FILE}:4`],
    ['a council', 'Dudley', `${CASE}:3`],
    ['a day', '1 December', `${CASE}:4`],
    ['a role', 'Engineer', `${CASE}:7`],
    ['a value that is spelt anew', '4.50', `${CASE}:9`],
    ['a label', 'metres deep', `${CASE}:10`],
    ['a summary over two lines', 'in a row', `${CASE}:11`],
  ])('%s', async (_, words, place) => {
    const chapters = checked.book.chapters.map((chapter) => ({
      ...chapter,
      matter: without(chapter.matter, words) as typeof chapter.matter,
    }))
    const lost = lostIn(await account({ ...checked.book, chapters }, checked.settings, []))
    expect(lost.map((one) => one.split(' ')[0])).toEqual([place])
  })

  it.each([
    ['a line of the imprint', 'publication', 'The works of Dudley', 'publication.yaml:6'],
    ['a subtitle', 'publication', 'Two of them', 'publication.yaml:3'],
    ['a maker', 'publication', 'Ann Low', 'publication.yaml:8'],
    ['a meaning', 'glossary', 'A chamber between', 'glossary.yaml:2'],
    ['a value of data', 'data', '1.10', 'data/numbers.yaml:4'],
    ['a label of data', 'data', 'Metres of depth', 'data/numbers.yaml:5'],
    ['the row of a question', 'data', 'Daily', 'data/numbers.yaml:10'],
  ] as const)('%s', async (_, key, words, place) => {
    const settings = { ...checked.settings, [key]: without(checked.settings[key], words) }
    const lost = lostIn(await account(checked.book, settings, []))
    expect(lost.map((one) => one.split(' ')[0])).toEqual([place])
  })

  it.each([
    ['what was said', 'text', 'the lock was dry', `${MOMENT}:7`],
    ['who said it', 'author', 'Ann Low', `${MOMENT}:4`],
  ] as const)('%s on launch day', async (_, key, words, place) => {
    const launch = checked.book.launch as NonNullable<typeof checked.book.launch>
    expect(JSON.stringify(launch.moments.map((one) => one[key]))).toContain(words)
    const moments = launch.moments.map((one) => ({ ...one, [key]: without(one[key], words) }))
    const book = { ...checked.book, launch: { ...launch, moments } }
    const lost = lostIn(await account(book, checked.settings, []))
    expect(lost.map((one) => one.split(' ')[0])).toEqual([place])
  })

  it('a session of the launch', async () => {
    const launch = without(checked.book.launch, 'A speech on locks') as NonNullable<
      typeof checked.book.launch
    >
    const lost = lostIn(await account({ ...checked.book, launch }, checked.settings, []))
    expect(lost).toEqual(['launch/event.yaml:6 A speech on locks'])
  })

  it('tells of a series that nothing uses', () =>
    expect(
      checked.findings.filter(({ rule }) => rule === 'data-is-used').map(({ message }) => message),
    ).toEqual(['Nothing uses `often`: no chart, no page and no sentence.']))

  it.each(['images/hill.png', './images/hill.png', '../case-studies/images/hill.png'])(
    'no picture that is named from its own file, %s',
    async (file) => {
      const text = `---\ntitle: Snow\npicture:\n  file: ${file}\n  alt: A hill\n---\n\nIt snowed.\n`
      const files = { 'publication.yaml': 'title: A\nlanguage: en-GB\n', 'case-studies/01-snow.md': text }
      const small = await checkedFiles(files)
      await removed(small)
      expect(lostIn(small.findings)).toEqual([])
    },
  )
})
