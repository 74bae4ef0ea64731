import { describe, expect, it } from 'vitest'
import { found, html, parse } from './parse.ts'

/** Colons that are not ours stay what CommonMark makes of them. */
const KEPT: readonly (readonly [written: string, html: string])[] = [
  ['at 9:30am', 'at 9:30am'],
  ['Note:this', 'Note:this'],
  ['a:b, c:d_e and :x', 'a:b, c:d_e and :x'],
  ['::x and ::x{a=b}', '::x and ::x{a=b}'],
  ['a ::: b', 'a ::: b'],
  [':x[**b** c]{d="e" .f #g}', ':x[<strong>b</strong> c]{d="e" .f #g}'],
  ['x:y[z](https://a.org)', 'x:y<a href="https://a.org" class="external">z</a>'],
  ['17:30[^1]', '17:30[^1]'],
  [':lang', ':lang'],
  [':language[a]{fr}', ':language[a]{fr}'],
  [':lang[never closed', ':lang[never closed'],
  [':Index[a]', ':Index[a]'],
  ['\\:index[a]', ':index[a]'],
  ['::index[a]', '::index[a]'],
  ['`:index[a]`', '<code>:index[a]</code>'],
  [':smiles: and 1:2:3', ':smiles: and 1:2:3'],
  ['mailto:x', 'mailto:x'],
  ['{{ title }} {% include "x" %}', '{{ title }} {% include "x" %}'],
  ['&copy; &lt;b>', '© &#x3C;b>'],
]

describe('text with colons is put back as it was written', () => {
  it.each(KEPT)('%s', (written, expected) => {
    expect(html(`.${written}`)).toBe(`<p>.${expected}</p>`)
    expect(html(`a ${written} b`)).toBe(`<p>a ${expected} b</p>`)
  })

  it('also in headings, lists, quotations and tables', () => {
    expect(html('## 9:30am')).toContain('>9:30am</h3>')
    expect(html('- Note:this')).toContain('<li>Note:this</li>')
    expect(html('> Note:this[x]\n\n')).toContain('<p>Note:this[x]</p>')
    expect(html('| a:b |\n|---|\n| c:d[e]{f} |')).toContain('<td>c:d[e]{f}</td>')
  })

  it('also when nothing else is on the line', () => {
    expect(html('::x[a]{b=c}')).toBe('<p>::x[a]{b=c}</p>')
    expect(html(':x')).toBe('<p>:x</p>')
    expect(html('::')).toBe('<p>::</p>')
  })
})

describe('a block that was meant but not written as one is named', () => {
  it.each([
    [':::calout[x]\na\n:::', 'directive-is-known@4', 'Did you mean `:::callout`?'],
    [':::whatever\na\n:::', 'directive-is-known@4', '“Blocks and marks of the dialect”'],
    ['::chart{data=q8}', 'directive-is-known@4', 'Did you mean `:::chart`?'],
    [':::brief Title\na\n:::', 'directive-is-complete@4', 'Write `:::brief`, a label in square brackets'],
    ['::: callout\na\n:::', 'markup-is-exact@4', 'Write it so'],
    ['a\n\n:::\n', 'directive-is-complete@6', 'Take the line out'],
    [':::callout[x]\na', 'directive-is-complete@4', 'End it with a line of three colons'],
    [':::callout{color=red}\na\n:::', 'directive-is-complete@4', 'It has none.'],
    [':::quote{bye="x"}\na\n:::', 'directive-is-complete@4', 'Did you mean `by`?'],
    [':::brief[x]\n- a\n:::', 'directive-is-complete@4', 'Take the label out.'],
    [':::brief\n- a\n- b\n- c\n- d\n:::', 'directive-is-complete@4', 'Keep the 3 that matter most.'],
    [':::callout\n:::', 'directive-is-complete@4', 'Write its text'],
    [':::steps\na\n:::', 'directive-is-complete@4', 'begins with `1.`'],
    [':::terms\n- a: b\n:::', 'directive-is-complete@4', 'Write each as `- **Term**: meaning`'],
    [':::table{caption="a"}\nb\n:::', 'directive-is-complete@4', 'Put a table'],
    [':::plate\nb\n:::', 'directive-is-complete@4', 'Put a picture on a line of its own'],
    ['::::callout\n:::landscape\na\n:::\n::::', 'directive-is-complete@5', 'Move it out of the block.'],
    [':lang[x]', 'directive-is-complete@4', 'Write the code of the language'],
    [':index[]', 'directive-is-complete@4', 'Write `:index[term]`'],
  ])('%s', (markdown, expected, mend) => {
    const chapter = parse(markdown)
    expect(found(chapter)).toContain(expected)
    expect(chapter.findings.map((one) => one.mend).join('\n')).toContain(mend)
  })
})

describe('the data of a chart fits', () => {
  const table = (row: string): string => `| L | P |\n|---|---|\n${row}\n`
  it.each([
    [':::chart{kind=pie data=q8 title="T"}\n:::', 'has an unknown kind, “pie”'],
    [':::chart{kind=share data=q8}\n:::', 'has no title'],
    [':::chart{kind=counts title="T"}\n:::', 'has no numbers'],
    [':::chart{kind=counts data=q9 title="T"}\n:::', 'asks for “q9”, which is not in data/'],
    [':::chart{kind=counts data=q8 title="T" accent="Cost"}\n:::', 'has no row “Cost” to set off'],
    [`:::chart{kind=counts title="T"}\n${table('| a | many |')}:::`, 'has “many” where a number is to be'],
    [`:::chart{kind=share title="T"}\n${table('| a | 3 |')}:::`, 'does not say of how many'],
    [`:::chart{kind=share of=4 title="T"}\n${table('| a | 5 |')}:::`, 'says 5 of 4 for “a”'],
    [
      `:::chart{kind=levels of=4 title="T"}\n${table('| a | 3 |\n| b | 2 |')}:::`,
      'has levels that add up to 5 of 4',
    ],
    [
      `:::chart{kind=share of=forty title="T"}\n${table('| a | 3 |')}:::`,
      'has a base that is no whole number, “forty”',
    ],
    [
      `:::chart{kind=counts title="T"}\n${table('| a | 3 |')}\nmore\n:::`,
      'holds text that a chart has no place for',
    ],
    [`:::chart{kind=counts title="T"}\n${table('| a | NaN |')}:::`, 'has “NaN” where a number is to be'],
    [`:::chart{kind=bars title="T"}\n${table('| a | .nan |')}:::`, 'has “.nan” where a number is to be'],
    [`:::chart{kind=counts title="T"}\n${table('| a | -3 |')}:::`, 'has a number below nought for “a”'],
    [
      ':::chart{kind=bars stacked title="T"}\n| L | P | Q |\n|---|---|---|\n| a | 3 | -4 |\n:::',
      'has a number below nought for “a”',
    ],
    [
      `:::chart{kind=bars stacked title="T"}\n${table('| a | 3 |')}:::`,
      'stacks what has one column of numbers',
    ],
    [
      `:::chart{kind=lines title="T"}\n${table('| 2013 | 3 |')}:::`,
      'has one row, and a line needs two points',
    ],
    [
      `:::chart{kind=bars title="T"}\n${table('| a | £3 |\n| b | 4% |')}:::`,
      'has numbers of more than one kind: £, %',
    ],
    [
      `:::chart{kind=bars title="T"}\n${table(Array.from({ length: 200 }, (_, row) => `| ${row} | 1 |`).join('\n'))}:::`,
      'has 200 rows, more than the 24 that can be read in one drawing',
    ],
    [
      ':::chart{kind=lines title="T"}\n| L | a | b | c | d | e | f |\n|---|---|---|---|---|---|---|\n| 1 | 1 | 1 | 1 | 1 | 1 | 1 |\n| 2 | 1 | 1 | 1 | 1 | 1 | 1 |\n:::',
      'has 6 columns of numbers, more than the 5 that can be told apart',
    ],
    [`:::chart{kind=tiles title="T"}\n${table('| a | 3 |')}:::`, 'has no place for “a”'],
  ])('%s', (markdown, message) => {
    const { findings } = parse(markdown)
    expect(findings.map((one) => one.rule)).toContain('directive-is-complete')
    expect(findings.map((one) => one.message).join('\n')).toContain(message)
  })
})
