// What counts as use, and what does not: a text, what is printed of it, and what is missed.
import { describe, expect, it } from 'vitest'
import { accountForText } from '../../scripts/account/account-for-text.ts'
import { accountForValues } from '../../scripts/account/account-for-values.ts'
import { letters } from '../../scripts/account/letters.ts'
import { matterOf } from '../../scripts/account/matter-of.ts'
import { readPrinted } from '../../scripts/account/printed.ts'
import { DIALECT } from '../../scripts/content/dialect.ts'
import { treeOf } from '../support/html.ts'

const lost = (text: string, html: string, told: readonly number[] = []): string[] =>
  accountForText(
    {
      text: text.normalize('NFD'),
      firstLine: 1,
      title: '',
      told: (first, last) => told.some((line) => line >= first && line <= last),
    },
    readPrinted(treeOf(html)),
    DIALECT,
  ).map(({ line, words }) => `${line} ${words.normalize('NFC')}`)

const p = (line: number, words: string): string => `<p data-src="${line}">${words}</p>`

describe('used, and not read', () => {
  it.each<[what: string, text: string, html: string]>([
    ['an address and its title', '[a](b.md "c") d', p(1, '<a href="x">a</a> d')],
    ['an address with brackets', '[a](https://en.example.org/b_(c)) d', p(1, 'a d')],
    ['an address in angle brackets', '[a](<b c.md>) d', p(1, 'a d')],
    ['a defined label', '[a][b] c\n\n[b]: https://d.example.org "e"', p(1, 'a c')],
    ['a definition over two lines', '[a]\n\n[a]:\n  https://d.example.org\n  "the title"', p(1, 'a')],
    ['a number and a box', '1. [x] a\n2. [ ] b', `<ul><li data-src="1">a</li><li data-src="2">b</li></ul>`],
    [
      'the head and the options of a picture of MyST',
      '(wheel)=\n\n``` {figure} ./_static/b.svg\n:name: c\n\nd\n```',
      '<figure data-src="3"><figcaption>d</figcaption></figure>',
    ],
    [
      'options of a listing of MyST',
      '```{code-block} js\n:emphasize-lines: 1\nb\n```',
      '<pre data-src="1"><code>b</code></pre>',
    ],
    ['an info string', '```js {1,3} x="a"\nb\n```', '<pre data-src="1"><code>b</code></pre>'],
    ['a comment with blank lines', 'a\n\n<!-- b\n\n# c\n\nd -->\n\ne', p(1, 'a') + p(9, 'e')],
    ['a known tag and its attributes', '<div class="a" style="b: 1">\n\nc\n\n</div>', p(3, 'c')],
    ['letters of quotations', 'A> b\nA> 1. c\nA>\nA> A d', p(1, 'b') + p(2, 'c') + p(4, 'A d')],
    ['a comment right below words', 'a\n<!--\nb [c] {.d}{ e=1 }\n\nf\n-->\ng', p(1, 'a') + p(7, 'g')],
    ['braces right behind a heading', '### a{.b .c_d}', '<h3 data-src="1">a</h3>'],
    ['braces behind a heading', '## a {#b .c}', '<h2 data-src="1">a</h2>'],
    ['tracked changes', 'a {++b++} {~~c~>d~~}', p(1, 'a <ins>b</ins> <del>c</del><ins>d</ins>')],
    ['the name of a value', 'a :value[want-training]{as=count} b', p(1, 'a 25 b')],
    [
      'values within a caption',
      ':::table{caption="The :value[all.of] walls of :value[all]{as=words} in May"}\n| a |\n|--|\n:::',
      `<table data-src="1"><caption data-src="1">The 40 walls of four in May</caption></table>${p(2, 'a')}`,
    ],
    ['an emoji code that is a sign', 'a :tada:', p(1, 'a 🎉')],
    [
      'a note and its number',
      'a[^1]\n\n[^1]: b',
      `${p(1, 'a')}<ol><li data-means="note" data-src="3">${p(3, 'b')}</li></ol>`,
    ],
    [
      'line ends of another system, tabs',
      '-\ta\n\n\tb',
      `<ul><li data-src="1">${p(1, 'a')}${p(3, 'b')}</li></ul>`,
    ],
    ['a soft hyphen', 'Bürger\u00ADmeister', p(1, 'Bürgermeister')],
    ['decomposed letters', 'A\u030Cja ku\u030An\u030C', p(1, 'Ǎja kůň')],
    ['letters of other cases', 'STRASSE Σίσυφος İ', p(1, 'straße ΣΊΣΥΦΟΣ i\u0307')],
    ['compatible forms', '™ № ﬁ ½ ²', p(1, 'TM No fi 1/2 2')],
    ['a word in Hebrew', 'the word שלום here', p(1, 'the word <bdi>שלום</bdi> here')],
    [
      'text behind a list in an item',
      '- a\n  - b\n\n  c',
      `<ul><li data-src="1">${p(1, 'a')}<ul><li data-src="2">b</li></ul>c</li></ul>`,
    ],
    ['a reference in code as it stands', '`&amp;` &amp; &eacute;', p(1, '<code>&#x26;amp;</code> &#x26; é')],
    [
      'the word for a picture that shows nothing',
      '![decorative](a.png)',
      '<img alt="" aria-hidden="true" data-src="1">',
    ],
    [
      'dollars of formulas in an alternative',
      '![of $W_1$ and $b_1$](c.png)',
      '<img alt="of W_1 and b_1" data-src="1">',
    ],
    [
      'a printed extra',
      '![a](https://b.example.org/c.png)',
      p(1, '<img alt="a"> https://b.example.org/c.png'),
    ],
  ])('%s', (_, text, html) => expect(lost(text, html)).toEqual([]))
})

describe('text, and missed', () => {
  it.each<[what: string, text: string, html: string, missed: string[]]>([
    ['a name that HTML does not have', 'a <T> b', p(1, 'a b'), ['1 T']],
    ['a label that nothing defines', '[a][b] c', p(1, 'a c'), ['1 b']],
    ['what a script holds', '<script>a()</script>\n\nb', p(3, 'b'), ['1 a']],
    ['a code that no sign stands for', 'a :b: c', p(1, 'a c'), ['1 b']],
    ['braces that hold no attributes', 'a {b} c', p(1, 'a c'), ['1 b']],
    [
      'what stands for an abbreviation',
      '<abbr title="Hyper Text">HT</abbr>',
      p(1, '<abbr>HT</abbr>'),
      ['1 Hyper Text'],
    ],
    ['an alternative in HTML', 'a <img src="b" alt="c d">', p(1, 'a'), ['1 c d']],
    ['a number within a paragraph', 'It was in\n1984. So it was', p(1, 'It was in So it was'), ['2 1984']],
    ['a note in the line', 'a ^[b c] d', p(1, 'a d'), ['1 b c']],
    ['the second of two equal words', 'the cat the dog', p(1, 'the cat dog'), ['1 the']],
    [
      'a sign between',
      '£5 to $6, −7 %, ±8 °, 9 × 10',
      p(1, '5 to 6, 7, 8, 9 10'),
      ['1 £5 … $6 … −7 % … ±8 ° … ×'],
    ],
    ['the words of a listing', '```\na b\n```', '<pre data-src="1"><code>a</code></pre>', ['2 b']],
    [
      'words behind a value in a caption',
      '![b](c.jpg "Of :value[all.of] walls, none fell")',
      '<figure data-src="1"><img alt="b"><figcaption data-src="1">Of 40 walls</figcaption></figure>',
      ['1 walls, none fell'],
    ],
    ['a remark for editors', 'a {>>b<<} c', p(1, 'a c'), ['1 b']],
    ['words of a tracked change', 'a {~~b~>c~~}', p(1, 'a <del>b</del>'), ['1 c']],
    ['an alternative behind a picture', 'a ![](b.png){fig-alt="c d"}', p(1, 'a'), ['1 c d']],
    ['a caption behind a picture', '![a](b.png){.x fig-cap="c d"}', p(1, '<img alt="a">'), ['1 c d']],
    [
      'the name of a listing',
      '```js title="c d"\nb\n```',
      '<pre data-src="2"><code>b</code></pre>',
      ['1 c d'],
    ],
    [
      'a file behind a language',
      '```js:src/c.js\nb\n```',
      '<pre data-src="2"><code>b</code></pre>',
      ['1 src/c.js'],
    ],
    ['an address between brackets that are code', '`[a](b)`', p(1, '<code>[a]()</code>'), ['1 b']],
  ])('%s', (_, text, html, missed) => {
    const found = lost(text, html)
    expect([...new Set(found.map((one) => one.split(' ')[0]))]).toEqual([missed[0]?.split(' ')[0]])
    if (!missed[0]?.includes('…')) expect(found).toEqual(missed)
  })

  it('but not where a finding stands', () => {
    expect(lost('a <T> b', p(1, 'a b'), [1])).toEqual([])
    expect(lost('[a][b] c', p(1, 'a c'), [1])).toEqual([])
    expect(lost('<script>a()</script>\n\nb', p(3, 'b'), [1])).toEqual([])
  })

  it('in every order: items and rows that changed places', () => {
    const item = (line: number, words: string) => `<li data-src="${line}">${words}</li>`
    expect(lost('- a\n- b', `<ul>${item(2, 'b')}${item(1, 'a')}</ul>`)).toEqual(['1 - a'])
    const row = (line: number, words: string) => `<tr><td data-src="${line}">${words}</td></tr>`
    const table = '| h |\n| - |\n| a |\n| b |'
    expect(lost(table, `<table>${row(1, 'h')}${row(4, 'b')}${row(3, 'a')}</table>`)).toEqual(['3 | a |'])
  })
})

describe('values', () => {
  const missed = (yaml: string, ...leaves: string[]) =>
    accountForValues(yaml.split('\n'), 1, ([key]) => (key === 'x' ? leaves : undefined)).map(
      ({ line, words }) => `${line} ${words}`,
    )

  it.each<[what: string, yaml: string, leaves: string[]]>([
    ['plain, quoted, with a remark', "x:\n  - a b\n  - \"c d\"\n  - 'e''s' # f", ['a b', 'c d', "e's"]],
    ['folded and literal', 'x:\n  - >-\n    a\n    b\n  - |\n    c\n    d', ['a b', 'c\nd\n']],
    ['in brackets and braces', 'x: [{ a: "1,5", b: two }, three]', ['1,5', 'two', 'three']],
    ['over several lines', 'x: a\n  b\n  c', ['a b c']],
    ['in brackets over lines', 'x: [\n  a,\n  b\n]', ['a', 'b']],
    ['a day in words', 'x: 2013-07-06', ['6 July 2013']],
    ['nothing at all', 'x: ~', []],
    ['a key of another tool', 'y: lost', []],
    ['a title that calls a note', 'x: A *title*[^1]', ['A title']],
  ])('%s', (_, yaml, leaves) => expect(missed(yaml, ...leaves)).toEqual([]))

  it.each<[yaml: string, leaf: string, words: string]>([
    ['x: 1.10', '1.1', '1 1.10'],
    ['x: 007', '7', '1 007'],
    ['x: 10:32', '632', '1 10:32'],
    ['x: 2013-07-26', '25 July 2013', '1 2013-07-26'],
    ['x:\n  - a\n  - −5 %', 'a', '3 −5 %'],
  ])('%s is not %s', (yaml, leaf, words) => expect(missed(yaml, leaf)).toEqual([words]))

  it('are found below blank lines only where something was read from them', () => {
    const text = '\n\n---\ntitle: a\n---\nb'
    expect(matterOf(text, { title: 4 })).toMatchObject({ firstLine: 4, lastLine: 5 })
    expect(matterOf(text, {})).toBeUndefined()
  })
})

it('compares what a text says, not how it is set', () => {
  expect(letters('1.5 is not 15')).not.toBe(letters('15 is not 15'))
  expect(letters('−5')).toBe(letters('-5'))
  expect(letters('5 %')).toBe(letters('5%'))
  expect(letters('- a_b*c*')).toBe(letters('abc'))
})
