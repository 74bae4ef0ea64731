import { describe, expect, it } from 'vitest'
import { found, html, parse } from '../parse.ts'

const plain = (markdown: string): string => html(markdown).replace(/\s+/g, ' ').replaceAll('> <', '><').trim()

describe('HTML is the Markdown for it', () => {
  it.each([
    ['<b>a</b> <STRONG>b</STRONG>', '**a** **b**'],
    ['<i>a</i> <em class="x">b</em>', '*a* *b*'],
    ['<s>a</s> <del>b</del> <strike>c</strike>', '~~a~~ ~~b~~ ~~c~~'],
    ['<code>a &lt; b</code>', '`a < b`'],
    ['a<br/>b', 'a\\\nb'],
    ['<h2>Cost</h2>', '## Cost'],
    ['<h3 id="money">Cost <b>and</b> time</h3>', '### Cost **and** time {#money}'],
    ['<hr>', '***'],
    ['<p>a</p><p>b', 'a\n\nb'],
    ['<div align="center">\n\n**a**\n\n</div>', '**a**'],
    ['<center>a</center>', 'a'],
    ['<ul><li>a<li>b<ul><li>c</ul></ul>', '- a\n- b\n  - c'],
    ['<ol start="3"><li>a</li><li>b</li></ol>', '3. a\n4. b'],
    ['<ul><li><input type="checkbox" checked> a</li><li><input type=checkbox>b</ul>', '- [x] a\n- [ ] b'],
    ['<blockquote><p>a</p><p>— Ann</p></blockquote>', '> a\n>\n> — Ann'],
    ['<pre><code class="language-js">a &lt; b\n  c</code></pre>', '```js\na < b\n  c\n```'],
    ['<a href="https://iewm.net">x y</a>', '[x y](https://iewm.net)'],
    ['<a href="#cost">the cost</a>\n\n## Cost', '[the cost](#cost)\n\n## Cost'],
    ['<img src="a.jpg" alt="An anchor">', '![An anchor](a.jpg)'],
    ['<img src="a.jpg" alt="An anchor" title="The anchor">', '![An anchor](a.jpg "The anchor")'],
    ['<img src="a.jpg" alt="">', '![decorative](a.jpg)'],
    ['<p align="center">\n  <img src="a.jpg" alt="An anchor">\n</p>', '![An anchor](a.jpg)'],
    [
      '<figure><img src="a.jpg" alt="An anchor"><figcaption>The <b>anchor</b></figcaption></figure>',
      '![An anchor](a.jpg "The anchor")',
    ],
    ['<picture><source srcset="b.webp"><img src="a.jpg" alt="An anchor"></picture>', '![An anchor](a.jpg)'],
    [
      '<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>',
      '| a | b |\n|---|---|\n| c | d |',
    ],
    [
      '<table><tr><td><b>a</b></td><td><b>b</b></td></tr><tr><td>c<td>d</table>',
      '| **a** | **b** |\n|---|---|\n| c | d |',
    ],
    [
      '<table><thead><tr><td>a</td><td>b</td></tr></thead><tr><td>c</td><td>1</td></tr></table>',
      '| a | b |\n|---|---|\n| c | 1 |',
    ],
    ['<details><summary>Why?</summary>\n\nSo.\n\n</details>', '**Why?**\n\nSo.'],
    ['> <div>\n> a\n> </div>\n>\n> — Ann', '> a\n>\n> — Ann'],
    ['- <b>a</b>\n- <p>b</p>', '- **a**\n- b'],
    ['<div markdown="1">\n**a**\n</div>', '**a**'],
    ['a <!-- b --> c', 'a  c'],
    ['<span lang="fr">mot juste</span>', ':lang[mot juste]{fr}'],
    ['<b>a *b* c', '**a *b* c**'],
    ['</p></div>a</i>', 'a'],
    ['| a | b |\n|---|---|\n| <b>c</b> | x<br>y |', '| a | b |\n|---|---|\n| **c** | x<br/>y |'],
    [
      '<a href="https://iewm.net"><div>a</div><div>b</div></a>',
      '[a](https://iewm.net)\n\n[b](https://iewm.net)',
    ],
    ['<b><p>a</p><ul><li>b</li></ul></b>', '**a**\n\n- **b**'],
    ['<table><tr><td>only **one** cell</td></tr></table>', 'only \\*\\*one\\*\\* cell'],
  ])('%s', (written, markdown) => {
    expect(plain(written)).toBe(plain(markdown))
  })

  it.each([
    'kbd',
    'sub',
    'sup',
    'mark',
    'small',
    'cite',
    'var',
    'samp',
    'abbr',
    'q',
    'ins',
    'u',
    'dfn',
    'bdi',
  ])('but for %s, which it has not', (name) => {
    expect(html(`a <${name}>b *c*</${name}> d`)).toBe(`<p>a <${name}>b <em>c</em></${name}> d</p>`)
    expect(parse(`a <${name}>b *c*</${name}> d`).text).toMatchObject([{ text: 'a b c d' }])
  })
})

describe('a blank line within HTML ends no element', () => {
  it.each([
    [
      '<table>\n<tr><th>a</th><th>b</th><th>c</th></tr>\n<tr><td>d</td>\n<td>e\n\nf **g**</td>\n    <td>h `i`</td>\n</tr>\n</table>',
      '<td>d</td><td><p>e</p><p>f <strong>g</strong></p></td><td>h <code>i</code></td></tr></tbody></table>',
    ],
    [
      '<ul>\n<li>a\n\nb</li>\n<li>c</li>\n</ul>\n\nd',
      '<li><p>a</p><p>b</p></li><li><p>c</p></li></ul><p>d</p>',
    ],
    ['<div>\n\na <span>b</span>\n\n</div>\n\nc', '<p>a b</p><p>c</p>'],
  ])('%s', (markdown, expected) => {
    expect(plain(markdown)).toContain(expected)
    expect(found(parse(markdown))).toEqual([])
  })
})

describe('every place is that of the file', () => {
  it.each([
    ['a picture', '<div>\n\n<p>\n<img src="a.jpg">\n</p>\n\n</div>', ['image-has-alt@7']],
    ['a picture in a quotation', '> <div>\n> <img src="a.jpg">\n> </div>\n>\n> — Ann', ['image-has-alt@5']],
    ['a link', '<ul>\n<li>\n<a href="https://iewm.net">here</a>\n</ul>', ['link-says-where@6']],
    ['a percentage', '<p>\nOf all\n12%\nstay.', ['percentage-has-source@6']],
    ['a percentage in a list', '- a\n\n  <p>\n  Of all\n  12%', ['percentage-has-source@8']],
    ['a name that is none of HTML', '<p>\na\n<VNode>\nb</VNode>\n</p>\n\n<Other>', ['tag-is-html@6']],
    ['an end that has no beginning', 'a </b> b <i>c</i></i>', ['markup-is-exact@4']],
    ['no end that HTML may leave out', '<ul><li>a<li>b</li></ul>\n\n<div><p>x<div>y</div></p></div>', []],
    ['the first of several', 'a <T> b\n\n<!-- open\n\nb', ['tag-is-html@4']],
  ])('%s', (_, markdown, findings) => {
    expect(found(parse(markdown))).toEqual(findings)
  })

  it('of words in a list and in a quotation', () => {
    const { outline } = parse('> > <div>\n> > one\n> > </div>\n\n1. a\n\n   <p>two</p>\n   <p>three</p>')
    expect(outline.map(({ text, line }) => `${text} ${line}`)).toEqual(['one 5', 'a 8', 'two 10', 'three 11'])
  })
})

describe('what is no HTML, or has no end, loses no word', () => {
  it.each([
    ['List<String> and Map<K>', 'List<String> and Map<K>'],
    ['ssh <address> and say <title>', 'ssh <address> and say <title>'],
    ['<your-name>', '<your-name>'],
    ['<VNode>\n**a**\n</VNode>', '<VNode> a </VNode>'],
    ['<script>\na\n\nb', '<script> a b'],
    ['a <script src="x"> b', 'a b'],
    ['<!-- a\n\nb', '<!-- a b'],
    ['<?php a ?> b', '<?php a ?> b'],
    ['<p>3 < 4 and a <b', '3 < 4 and a <b'],
    ['<![CDATA[a < b]]>', 'a < b'],
    ['<select><option>a<option>b</select>', 'a b'],
    ['<textarea>a *b*</textarea>', 'a *b*'],
    ['<svg><title>a</title><text>b</text></svg>', 'a b'],
    ['<video src="c.mp4"><p>a</p></video>', 'c.mp4 a'],
    ['<noscript>a</noscript> <template>b</template>', 'a b'],
    ['<plaintext>a *b*', 'a b'],
    ['<table><tr><td>a<td>b<tr><td>c<td>d</tr>stray</table>', 'stray a b c d'],
    ['<ul>a<li>b</li>c</ul>', 'a b c'],
    ['<ruby>a<rt>b</rt></ruby>', 'a (b)'],
    ['<dl>a<dt>b</dt><dd>c</dd></dl>', 'a b c'],
  ])('%s', (markdown, words) => {
    const text = parse(markdown).text.map((block) => block.text)
    expect(text.join(' ').replace(/\s+/g, ' ')).toBe(words)
  })
})

describe('a place that has a name', () => {
  it('is found by links, and gives way to a heading of that name', () => {
    const { html: made, anchors } = parse('<a name="cost"></a>\n## Cost\n\n<a id="fees"></a>\n\nText.')
    expect(anchors).toEqual(['barriers--fees'])
    expect(made).toContain('<p data-src="9"><span id="barriers--fees"></span>Text.</p>')
  })
})

describe('a place before a picture', () => {
  it('is the name of one with a caption, and stands behind one without', () => {
    const { html: made, anchors } = parse(
      '# A\n\n<a id="fig1"></a>\n\n![A wall](a.svg "Two")\n\n<a id="fig2"></a>\n\n![A quay](a.svg)\n\nText.',
    )
    expect(anchors).toEqual(['barriers--fig2'])
    expect(made).toMatch(/<figure[^>]* id="barriers--fig1"/)
    expect(made).toContain('Two</span>')
    expect(made).toContain('<span id="barriers--fig2"></span>Text.')
  })
})

describe('tables keep their spans', () => {
  it('with headers of columns and rows, every place filled', () => {
    const { outline } = parse(
      '<table><tr><th rowspan=2>a<th colspan=2>b<tr><th>c<th>d<tr><th>e<td rowspan=3>f<td>g<tr><td>h</table>',
    )
    expect(outline.map(({ kind, level, text }) => `${kind} ${level} ${text}`.trim())).toEqual([
      'header 1 a',
      'header 2 b',
      'header 2 c',
      'header 3 d',
      'header 1 e',
      'cell 2 f',
      'cell 3 g',
      'cell 1 h',
      'cell 3',
    ])
  })
})

describe('notes and Markdown between tags', () => {
  it.each([
    ['<div>\nText[^1].\n</div>\n\n[^1]: b', '<p>Text<sup class="call"'],
    [
      '<table><tr><th>a[^1]</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>\n\n[^1]: b',
      'a<sup class="call"',
    ],
    [
      '<div markdown="1">\nText[^1] and [c][d].\n</div>\n\n[^1]: b\n\n[d]: https://example.org',
      '<p>Text<sup class="call"',
    ],
  ])('%s calls its note', (written, expected) => {
    expect(html(written)).toContain(expected)
    expect(found(parse(written)).filter((one) => one.startsWith('note'))).toEqual([])
  })

  it.each([
    ['<div>\nText **bold**\n</div>', '5'],
    ['<td>[a](https://example.org)</td>', '4'],
    ['<details>\n<summary>a</summary>\n- b\n- c\n</details>', '6'],
    ['<p>a *b* and `c`</p>', '4'],
  ])('%s is told', (written, line) => {
    expect(found(parse(written))).toEqual([`markup-is-understood@${line}`])
  })

  it.each([
    '<code>a *b* [^1]</code>',
    '<p>2 * 3 * 4</p>',
    '<pre>**a**\n- b</pre>',
    '<div>\n\n**a** b\n\n</div>',
  ])('%s is as it should be', (written) => expect(found(parse(`${written}\n\nx[^1]\n\n[^1]: y`))).toEqual([]))
})

describe('a tag that sets words apart and is not closed', () => {
  it.each([
    ['<p>a <b>b</p>\n\nc', '<p>c</p>'],
    ['<div>\n\n<i>a\n\n</div>\n\nc', '<p>c</p>'],
    ['a <i>b\n\nc', '<p>c</p>'],
  ])('%s ends with the text around it, and is told', (written, after) => {
    expect(html(written)).toContain(after)
    expect(found(parse(written))).toEqual([expect.stringMatching(/^markup-is-understood@/)])
  })

  it.each(['<b>\n\na [b](#c)\n\n</b>\n\n## c\n\nd', '<a name="x">\n\nc', '<p>a <b>b</b></p>\n\nc'])(
    '%s says nothing',
    (written) => expect(found(parse(written))).toEqual([]),
  )
})
