// What is said in attributes, titles and info strings: printed, kept for the website, or told.
import { describe, expect, it } from 'vitest'
import { html, parse } from '../parse.ts'

const told = (text: string): string[] =>
  parse(text).findings.map(({ rule, place, message }) => `${rule}@${(place.line ?? 0) - 3} ${message}`)

const shown = (text: string): [alt: string, caption: string] => {
  const page = html(text)
  return [/alt="([^"]*)"/.exec(page)?.[1] ?? '', /"caption">([^<]*)</.exec(page)?.[1] ?? '']
}

describe('pictures with attributes', () => {
  it.each<[written: string, alt: string, caption: string, also?: string]>([
    ['![a](b.png){fig-alt="c d"}', 'c d', 'a'],
    ['![a](b.png){.x alt="c d" width=50%}', 'c d', 'a'],
    ["![a](b.png){fig-alt='c *d* e'}", 'c d e', 'a'],
    ['![a](b.png){fig-cap="c\nd"}', 'a', 'c d'],
    ['![](b.png){fig-alt="c" fig-cap="d"}', 'c', 'd'],
    [`![a](b.png){fig-cap="${'long '.repeat(80)}"}`, 'a', 'long '.repeat(80).trim()],
    ['![a](b.png){title="c"}', 'a', 'c'],
    ['![a](b.png){#fig-x}', 'a', ''],
    ['![a](b.png){fig-alt="c" fig-cap="d"}', 'c', 'd', '`a`'],
    ['![a](b.png "c"){fig-cap="d"}', 'a', 'c', '`d`'],
    ['![a](b.png){alt="c" title="d"}', 'c', 'a', '`d`'],
    ['<figure><img src="b.png" alt="a" title="t"><figcaption>c</figcaption></figure>', 'a', 'c', '`t`'],
    [
      '<figure><img src="b.png" alt="a" title="c"><figcaption><h3>c</h3></figcaption></figure>',
      'a',
      'c',
      '`c`',
    ],
  ])('%s', (written, alt, caption, also) => {
    expect(shown(written)).toEqual([alt, caption])
    expect(told(written)).toEqual(
      also === undefined ? [] : [expect.stringContaining(`markup-is-exact@1 ${also}`)],
    )
  })
})

describe('listings have the names that their authors gave them', () => {
  it.each<[opening: string, title: string, language: string, look?: string]>([
    ['python title="x.py"', '<code>x.py</code>', 'python'],
    ['python title="the main part" linenums="1"', 'the main part', 'python', ' data-first="1"'],
    ['js {filename="a.js"}', '<code>a.js</code>', 'js'],
    ['js:src/app.js', '<code>src/app.js</code>', 'js'],
    ['ts [app.ts]', '<code>app.ts</code>', 'ts'],
    ['{.python filename="a.py"}', '<code>a.py</code>', 'python'],
    ['{#lst-a .python lst-cap="The loop"}', 'The loop', 'python', ' id="barriers--lst-a"'],
    ['{r rain, fig.cap="Rain by month"}', 'Rain by month', 'r'],
    ['rust,ignore', '', 'rust,ignore'],
    ['c++:', '', 'c++:'],
  ])('%s', (opening, title, language, look = '') => {
    const page = html(`\`\`\`${opening}\na()\n\`\`\``)
    expect(page).toContain(
      `${title && `<p class="listing-title"><strong>${title}</strong></p>\n`}<pre${look}><code class="language-${language}">a()`,
    )
    // What another tool would run is told to be a listing here.
    const isRun = opening.startsWith('{r ')
    expect(told(`\`\`\`${opening}\na()\n\`\`\``)).toEqual(
      isRun ? [expect.stringContaining('is a program that another tool would run')] : [],
    )
  })
})

describe('what shows where a mouse rests is kept for the website, and told once', () => {
  it.each<[written: string, words: string]>([
    ['[a](https://example.org "tip") and [b](https://example.org "more")', 'so is one more in this file'],
    ['<a href="https://example.org" title="tip">a</a>', '`tip` is shown on the website only'],
    ['[a][b]\n\n[b]: https://example.org "tip"', '`tip` is shown on the website only'],
    ['a ![b](c.png "tip") d', 'rests on the picture'],
    ['<span title="tip">a</span> and <p title="other">b</p>', 'is not printed; so is one more in this file'],
    ['<dfn title="tip">a</dfn>', '`tip` is shown only where'],
    ['<table summary="tip"><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>', '`tip`'],
    ['<pre>see <a href="https://example.org">a</a></pre>', '`<pre><a>` cannot be shown here; its words'],
  ])('%s', (written, words) => {
    expect(told(written)).toEqual([expect.stringContaining(words)])
  })

  it('unless its words say the same', () => {
    expect(told('[The plan](https://example.org "the plan")\n\n![a](b.png "c")')).toEqual([])
    expect(html('[a](https://example.org "tip")')).toContain('title="tip"')
  })
})

it.each<[written: string, begins: string]>([
  ['<ol type="a"><li>b</li></ol>', '<ol type="a" data-counts="a">'],
  ['<ol type="I" start="4"><li>b</li></ol>', '<ol start="4" type="I" data-counts="I">'],
  ['<ol reversed><li>b</li></ol>', '<ol reversed>'],
  ['<ol type="disc"><li>b</li></ol>', '<ol>'],
  ['<ol><li value="7">b</li></ol>', '<ol>\n<li value="7">'],
])('a list counts as its author has it: %s', (written, begins) => {
  expect(html(written)).toContain(begins)
})

describe('a heading in a cell is bold, and told', () => {
  it.each<[written: string, cell: string]>([
    ['| a | b |\n| - | - |\n| ## c | d |', '<td><strong>c</strong></td>'],
    ['| a | b |\n| - | - |\n| <h3>c</h3> | d |', '<td><p><strong>c</strong></p></td>'],
    [
      '<table><tr><th>a</th><th>b</th></tr><tr><td><h4>c</h4></td><td>d</td></tr></table>',
      '<strong>c</strong>',
    ],
  ])('%s', (written, cell) => {
    expect(html(written)).toContain(cell)
    expect(told(written)).toEqual([expect.stringMatching(/^markup-is-exact@/)])
  })

  it('but one sign may stand for a number', () => {
    expect(html('| # of people | b |\n| - | - |\n| c | d |')).toContain('# of people')
    expect(told('| # of people | b |\n| - | - |\n| c | d |')).toEqual([])
  })
})
