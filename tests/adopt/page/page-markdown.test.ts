import { describe, expect, it } from 'vitest'
import { markdownOf, pageOf } from './page-of.ts'

const CASES: Readonly<Record<string, readonly [string, string]>> = {
  'marks around words, not around blanks': [
    '<p>Some <b>bold </b>and<i> slanted</i>, <b>one</b><b> mark</b>, <s>gone</s>.</p>',
    'Some **bold** and *slanted*, **one mark**, ~~gone~~.',
  ],
  'what is raised, lowered and marked': [
    '<p>H<sub>2</sub>O, x<sup>n+1</sup>, <mark>two words</mark>, 1<sup>a, b</sup></p>',
    'H~2~O, x^n+1^, ==two words==, 1<sup>a, b</sup>',
  ],
  'signs that would not be read beside each other': [
    '<p>x<sup>2</sup><sub>i</sub>, <i><sub>j</sub></i>, <mark>high</mark>light</p>',
    'x^2^<sub>i</sub>, *<sub>j</sub>*, <mark>high</mark>light',
  ],
  'signs that a text has, too': ['<p>5~6<sub>7</sub></p>', '5~6<sub>7</sub>'],
  'elements for which Markdown has no sign': [
    '<p><abbr title="World Health Organization">WHO</abbr>, <kbd>Ctrl</kbd>, <q>so</q>, <cite>The Times</cite>.</p>',
    '<abbr title="World Health Organization">WHO</abbr>, <kbd>Ctrl</kbd>, “so”, *The Times*.',
  ],
  'signs as they stand there, and no more backslashes than that takes': [
    '<p>5 * 3, *this*, snake_case, AT&amp;T, [sic], {#id}, :lang[x], $5, 1. x, a&lt;b, &amp;copy; ==x== x^2 https://example.org/a_b</p><p>1. no list</p><p># none</p>',
    '5 * 3, \\*this\\*, snake_case, AT&T, [sic], \\{#id}, \\:lang\\[x], $5, 1. x, a\\<b, \\&copy; \\==x== x\\^2 https://example.org/a_b\n\n1\\. no list\n\n\\# none',
  ],
  'lists with levels, starts and boxes': [
    '<ul><li>One<ul><li>Deep</li></ul></li><li><p>Two</p></li></ul><ol start="3"><li>c</li></ol><ul><li><input type="checkbox" checked> done</li></ul>',
    '- One\n  - Deep\n- Two\n\n3. c\n\n- [x] done',
  ],
  'lists that count with letters or Roman numbers, as HTML has them': [
    '<ol type="a"><li>One<ol style="list-style-type: lower-roman"><li>Deep</li></ol></li><li>Two *</li></ol><ol type="1"><li>c</li></ol>',
    '<ol type="a">\n\n<li>\n\nOne\n\n<ol type="i">\n\n<li>Deep</li>\n\n</ol>\n\n</li>\n\n<li>\n\nTwo \\*\n\n</li>\n\n</ol>\n\n1. c',
  ],
  'lists of Word, one by one, that count with letters, i behind h, and Roman numbers': [
    [...'ghi']
      .map(
        (sign) =>
          `<p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">${sign})<span style="font:7.0pt Times">&nbsp; </span></span>${sign.toUpperCase()}</p>`,
      )
      .join('') +
      ['i.', 'ii.', 'iii.']
        .map(
          (sign) =>
            `<p class=MsoListParagraph style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">${sign}<span style="font:7.0pt Times">&nbsp; </span></span>${sign}</p>`,
        )
        .join(''),
    '<ol type="a" start="7">\n\n<li>G</li>\n\n<li>H</li>\n\n<li>\n\nI\n\n<ol type="i">\n\n<li>i.</li>\n\n<li>ii.</li>\n\n<li>iii.</li>\n\n</ol>\n\n</li>\n\n</ol>',
  ],
  'a table with names of columns and of rows, and its caption': [
    '<table><caption>What it cost</caption><thead><tr><th>Year<th>Pounds<tbody><tr><th scope=row>2011<td align=right>4|5</table>',
    ':::table{caption="What it cost" rows}\n| Year | Pounds |\n| - | -: |\n| 2011 | 4\\|5 |\n:::',
  ],
  'a table whose cells span, as HTML': [
    '<table><tr><th colspan=2>Both</th></tr><tr><td style="x">a</td><td><ul><li>b</li></ul></td></tr></table>',
    '<table>\n<thead>\n<tr><th colspan="2">Both</th></tr>\n</thead>\n<tbody>\n<tr><td>a</td><td><ul><li>b</li></ul></td></tr>\n</tbody>\n</table>',
  ],
  'a table that only puts things side by side, opened': [
    '<table role=presentation><tr><td><p>Left</p></td><td><p>Right</p></td></tr></table>',
    'Left\n\nRight',
  ],
  'a figure with its caption; a picture that says nothing, and one that is silent': [
    '<figure><img src="a.png" alt="A wall"><figcaption>The <i>wall</i></figcaption></figure><p><img src="b.png"></p><p><img src="c.png" alt=""></p>',
    '![A wall](a.png "The wall")\n\n![](b.png)\n\n![decorative](c.png)',
  ],
  'terms, code, quotations and what can be folded away': [
    '<dl><dt>Feed<dd>Posts.</dl><pre><code class="language-js">a\n\n# b</code></pre><blockquote><p>So.</p></blockquote><details><summary>More</summary><p>Here.</p></details>',
    'Feed\n:   Posts.\n\n```js\na\n\n# b\n```\n\n> So.\n\n:::callout[More]\nHere.\n:::',
  ],
  'words of another language, in a line and as a paragraph': [
    '<p>The <span lang="fr">mot juste</span>.</p><p lang="cy">Bore da</p><p lang="en-GB">Day</p>',
    'The :lang[mot juste]{fr}.\n\n:lang[Bore da]{cy}\n\nDay',
  ],
  'places that are linked to': [
    '<h2 id="h.cost">Cost</h2><p id="note">See <a href="#h.cost">there</a> and <a href="#note">here</a>.</p><p id="x">Not linked.</p>',
    '## Cost {#h-cost}\n\n<a id="note"></a>See [there](#h-cost) and [here](#note).\n\nNot linked.',
  ],
  'two line breaks, which end a paragraph': ['<p>One<br><br>Two<br>Three<br></p>', 'One\n\nTwo\\\nThree'],
  'a callout with its title': [
    '<div class="admonition note"><p class="admonition-title">Note</p><p>Careful.</p></div>',
    ':::callout[Note]\nCareful.\n:::',
  ],
  'a heading without its link to itself, and not bold as a whole': [
    '<h2><b>Costs</b><a class="headerlink" href="#c" title="Permalink">¶</a></h2>',
    '## Costs',
  ],
  'a formula by its TeX': [
    '<p><math><semantics><mi>a</mi><annotation encoding="application/x-tex">a^2</annotation></semantics></math></p>',
    '$a^2$',
  ],
}

describe('pageMarkdown writes', () => {
  it.each(Object.entries(CASES))('%s', (_, [html, markdown]) => {
    expect(markdownOf(html)).toBe(markdown)
  })
})

describe('a page', () => {
  it.each([
    ['UTF-8', Buffer.from('<meta charset="utf-8"><p>Caffè – 5 €')],
    [
      'Windows-1252 that says so',
      Buffer.from(
        '<meta http-equiv=Content-Type content="text/html; charset=windows-1252"><p>Caff\xe8 \x96 5 \x80',
        'latin1',
      ),
    ],
    ['Windows-1252 that says nothing', Buffer.from('<p>Caff\xe8 \x96 5 \x80', 'latin1')],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<p>Caffè – 5 €', 'utf16le')])],
  ])('is read in %s', (_, bytes) => {
    expect(pageOf(bytes).markdown).toBe('Caffè – 5 €')
  })

  it('gives its main part; what stands around it is told with its words', () => {
    const { markdown, says } = pageOf(
      '<header>Council</header><nav>Home</nav><div id="cookie-banner">We use cookies</div><main><h1>Walls</h1><p>Text</p></main><footer>2013</footer>',
    )
    expect(markdown).toBe('# Walls\n\nText')
    expect(says).toEqual([
      'What stands beside the text of the page is not brought along: “Home”.',
      'A notice that lies over the page is not brought along: “We use cookies”.',
      'What stands beside the text of the page is not brought along: “Council”.',
      'What stands beside the text of the page is not brought along: “2013”.',
    ])
  })

  it('gives all of its body where it has no main part', () => {
    expect(markdownOf('<nav>Home</nav><div><h1>Walls</h1><div>Text</div></div>')).toBe('# Walls\n\nText')
  })

  it('counts as the style sheet of Google Docs has it', () => {
    const sheet =
      'ol.lst-kix_a-0{list-style-type:none}.lst-kix_a-0>li:before{content:"(" counter(lst-ctn-kix_a-0,lower-latin) ") "}' +
      '.lst-kix_b-0 > li:before{content:"" counter(lst-ctn-kix_b-0,decimal) ". "}'
    const list = (name: string) => `<ol class="lst-kix_${name}-0 start" start="3"><li>One</li></ol>`
    const made = markdownOf(`<style>${sheet}</style><p>A</p>${list('a')}<p>B</p>${list('b')}`)
    expect(made).toBe('A\n\n<ol type="a" start="3">\n\n<li>One</li>\n\n</ol>\n\nB\n\n3. One')
  })

  it.each([
    ['<p id="n">1. By hand. <a href="#r">↩</a></p>', 'By hand.'],
    ['<p id="n"><sup>1</sup> By hand. <a href="#r">↩</a></p>', 'By hand.'],
    ['<p id="n">[1] By hand. <a href="#r">↩</a></p>', 'By hand.'],
    ['<p id="n">10 people did. <a href="#r">↩</a></p>', '10 people did.'],
    ['<p id="n">1.5 metres. <a href="#r">↩</a></p>', '1.5 metres.'],
  ])('the number that begins a note is its mark, and no other: %s', (note, words) => {
    const made = markdownOf(`<p>Walls<sup><a id="r" href="#n">1</a></sup> grow.</p>${note}`)
    expect(made).toBe(`Walls[^1] grow.\n\n[^1]: ${words}`)
  })

  it('counts every word but marks of notes, with its line', () => {
    const html =
      '<p>One <b>two</b></p>\n<p>three<a href="#n" id="r">[1]</a> <img alt="a wall" src="x"></p>\n<p><a id="n" href="#r">[1]</a> A note</p>'
    expect(pageOf(html).text?.words).toEqual([
      { text: 'One two', line: 1 },
      { text: 'three a wall', line: 2 },
      { text: 'A note', line: 3 },
    ])
  })

  it('tells of words that are set off in a caption, which is plain', () => {
    const { says } = pageOf(
      '<table><caption>The <a href="https://example.org">walls</a></caption><tr><th>A<th>B<tr><td>1<td>2</table><figure><img src=a.png alt=A><figcaption>Plain</figcaption></figure>',
    )
    expect(says).toEqual(['Words of this caption were set off or linked, and are plain here: “The walls”.'])
  })

  it('makes files of the pictures that it holds', () => {
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGO4CwAA3wDei0DiCAAAAABJRU5ErkJggg=='
    const { markdown, made } = pageOf(`<p><img alt="Grey" src="data:image/png;base64,${png}"></p>`)
    expect(markdown).toBe('![Grey](page-picture-1.png)')
    expect([...made.keys()]).toEqual(['page-picture-1.png'])
  })
})
