// Terms and meanings between colons, and abbreviations that a file explains, as other tools write them.
import { describe, expect, it } from 'vitest'
import { found, html, parse } from '../parse.ts'

const told = (body: string): string[] => found(parse(body)).filter((one) => one.startsWith('markup-'))
const list = (body: string): string => html(body).replace(/<\/?p>|\n/g, '')

describe('terms with their meanings below them', () => {
  it.each<[written: string, printed: string]>([
    ['Apple\n:   A fruit', '<dt>Apple</dt><dd>A fruit</dd>'],
    ['{:.dl-horizontal}\nApple\n: A fruit', '<dl class="terms"><dt>Apple</dt><dd>A fruit</dd>'],
    ['Apple\n: A *fruit*', '<dt>Apple</dt><dd>A <em>fruit</em></dd>'],
    ['Apple\n:\tA fruit', '<dt>Apple</dt><dd>A fruit</dd>'],
    ['Apple\n\n:   A fruit', '<dt>Apple</dt><dd>A fruit</dd>'],
    ['Apple\n:   A fruit\n:   A company', '<dd>A fruit</dd><dd>A company</dd></dl>'],
    ['Apple\n:   A fruit\n\n:   A company', '<dd>A fruit</dd><dd>A company</dd></dl>'],
    ['A\n:   B\n\nC\n:   D', '<dt>A</dt><dd>B</dd><dt>C</dt><dd>D</dd></dl>'],
    ['A\n:   B\nC\n:   D', '<dt>A</dt><dd>B</dd><dt>C</dt><dd>D</dd></dl>'],
    ['A\n:   B\n\nC\n\n:   D', '<dt>A</dt><dd>B</dd><dt>C</dt><dd>D</dd></dl>'],
    ['A\nB\n:   C\n\nD\nE\n:   F', '<dt>A</dt><dt>B</dt><dd>C</dd><dt>D</dt><dt>E</dt><dd>F</dd></dl>'],
    ['A\n:   B\n    goes on\nand on', '<dd>Bgoes onand on</dd></dl>'],
    ['A\n:   B\n\n    second', '<dd>Bsecond</dd></dl>'],
    ['A\n:   B\n\n    - c\n    - d\n\nE', '<dd>B<ul><li>c</li><li>d</li></ul></dd></dl>E'],
    ['A\n:   B\n\n        code', '<dd>B<pre><code>code</code></pre></dd></dl>'],
    ['A `x`\n: B', '<dt>A <code>x</code></dt><dd>B</dd>'],
    ['> A\n> : B', '<blockquote><dl class="terms"><dt>A</dt><dd>B</dd></dl></blockquote>'],
    ['- A\n  : B\n- C', '<li><dl class="terms"><dt>A</dt><dd>B</dd></dl></li><li>C</li>'],
    ['A\n: B\n## Next', '<dd>B</dd></dl><h3'],
    ['A\r\n: B\r\n\r\nC\r\n: D\r\n', '<dt>A</dt><dd>B</dd><dt>C</dt><dd>D</dd></dl>'],
  ])('%j', (written, printed) => {
    expect(list(written)).toContain(printed)
    expect(told(written)).toEqual([])
  })

  it('finds what is wrong in them at its line', () =>
    expect(found(parse('A\n:   B\n\n    [c](none.md)'))).toEqual(['link-resolves@7']))

  it.each(['It is:\n: this', 'A text that goes\nover two lines.\n: it', '## Head\n: of it', ': alone'])(
    'what is no term is told: %j',
    (written) => {
      expect(html(written)).not.toContain('<dl')
      expect(told(written)).toHaveLength(1)
    },
  )

  it.each(['`A\n: B`', '```\nA\n: B\n```', 'A\n\\: B', 'At 10\n:30 it was'])('%j stays', (written) => {
    expect(html(written)).not.toContain('<dl')
    expect(told(written)).toEqual([])
  })
})

describe('abbreviations that a file explains', () => {
  const LINES = '*[W3C]: World Wide Web Consortium\n*[XSLT]: Transformations'

  it('are explained at their first use', () => {
    const text = `The W3C met.\n\nThe W3C made XSLT.\n\n${LINES}`
    expect(html(text)).toBe(
      '<p>The <abbr title="World Wide Web Consortium">W3C</abbr> met.</p>\n<p>The W3C made <abbr title="Transformations">XSLT</abbr>.</p>',
    )
    expect(told(text)).toEqual([])
    expect(parse(text).indexMarks).toEqual([])
  })

  it('go before those of the glossary', () =>
    expect(html('The IEWM met.\n\n*[IEWM]: Another one')).toContain('<abbr title="Another one">IEWM</abbr>'))

  it('are told where the file does not use them', () =>
    expect(told(`The W3C met.\n\n${LINES}`)).toEqual(['markup-is-exact@7']))

  it.each(['*[W3C]: Words*', '`*[W3C]: Words`', '\\*[W3C]: Words'])('%s stays', (written) =>
    expect(html(written)).toContain('Words'),
  )
})
