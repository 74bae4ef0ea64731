import { describe, expect, it } from 'vitest'
import { markedWords } from '../../../scripts/ground/language/foreign-words.ts'
import { ENGLISH } from '../../support/english-words.ts'
import { found, html, parse } from '../parse.ts'

const callout = (label: string, body: string): string =>
  `<aside class="callout" data-means="callout"><p class="callout-title" data-made>${label}</p>${body}</aside>`
const titled = (title: string, body: string): string =>
  `<aside class="callout" data-means="callout"><p class="callout-title">${title}</p>${body}</aside>`

const MADE: readonly (readonly [written: string, html: string])[] = [
  ['> [!NOTE]\n> Ships', callout('Note', '<p>Ships</p>')],
  ['> [!Tip]\n> Ships', callout('Tip', '<p>Ships</p>')],
  ['> [!IMPORTANT]\n>\n> Ships', callout('Important', '<p>Ships</p>')],
  ['> [!WARNING]\n> - Ships', callout('Warning', '<ul>\n<li>Ships</li>\n</ul>')],
  ['> [!CAUTION]\n> a\n>\n> b', callout('Caution', '<p>a</p><p>b</p>')],
  ['> [!faq]- Why *so*?\n> Ships', titled('Why <em>so</em>?', '<p>Ships</p>')],
  ['> [!IMPORTANT] Ships *leave*', callout('Important', '<p>Ships <em>leave</em></p>')],
  ['> [!FAQ]\n> Ships', titled('FAQ', '<p>Ships</p>')],
  ['> [!BUG]\n> Ships', titled('Bug', '<p>Ships</p>')],
  ['> [!abstract]\n> Ships', titled('Abstract', '<p>Ships</p>')],
  ['> [!seealso]\n> Ships', titled('See also', '<p>Ships</p>')],
  ['> [!INFO]\n> Ships', titled('Info', '<p>Ships</p>')],
  ['> [!EXAMPLE]\n> Ships', titled('Example', '<p>Ships</p>')],
  ['> [!madeup]\n> Ships', titled('Madeup', '<p>Ships</p>')],
  ['> [!info] Title\n> **Ships**', titled('Title', '<p><strong>Ships</strong></p>')],
  [':::note\nx\n:::', callout('Note', '<p>x</p>')],
  [':::info\nx\n:::', callout('Note', '<p>x</p>')],
  [':::danger\nx\n:::', titled('Danger', '<p>x</p>')],
  [':::tip My Title\nx\n:::', titled('My Title', '<p>x</p>')],
  [':::warning[Mind *it*]\nx\n:::', titled('Mind <em>it</em>', '<p>x</p>')],
  [':::details{title="More"}\nx\n:::', titled('More', '<p>x</p>')],
  ['::: warning\nx\n:::', callout('Warning', '<p>x</p>')],
  ['::: {.callout-note}\ny\n:::', callout('Note', '<p>y</p>')],
  ['::: {.callout-tip title="x"}\ny\n:::', titled('x', '<p>y</p>')],
  [':::{note} T [x]\ny\n:::', titled('T [x]', '<p>y</p>')],
  ['```{note} T\n:class: x\n\nhi `c`\n```', titled('T', '<p>hi <code>c</code></p>')],
  ['````{admonition} T\n```js\na\n```\n````', titled('T', '<pre><code class="language-js">a\n</code></pre>')],
  [
    '!!! note "Title"\n    a **b**\n\n        c\n',
    titled('Title', '<p>a <strong>b</strong></p><pre><code>c\n</code></pre>'),
  ],
  ['!!! note inline end\n    a', callout('Note', '<p>a</p>')],
  ['!!!note\n   a', callout('Note', '<p>a</p>')],
  ['!!! note "Title"\n  a\n\n  b', titled('Title', '<p>a</p><p>b</p>')],
  ['!!! note\n    !!! tip\n        a\n\n    b', callout('Note', `${callout('Tip', '<p>a</p>')}<p>b</p>`)],
  ['??? question "Q"\n\ta\n\n\t- b', titled('Q', '<p>a</p><ul>\n<li>b</li>\n</ul>')],
  ['.. note::\n   a\n   b', callout('Note', '<p>a\nb</p>')],
  ['{{% notice tip %}}\nHello *x*\n{{% /notice %}}', callout('Tip', '<p>Hello <em>x</em></p>')],
  ['{{< hint info >}}b{{< /hint >}}', callout('Note', '<p>b</p>')],
  ['{{% alert title="T" color="warning" %}}\nb\n{{% /alert %}}', titled('T', '<p>b</p>')],
  ['{% hint style="danger" %}\nhi\n{% endhint %}', titled('Danger', '<p>hi</p>')],
  ['{% note %}\nhi\n{% endnote %}', callout('Note', '<p>hi</p>')],
]

describe('callouts of other tools are ours', () => {
  it.each(MADE)('%s', (written, expected) => {
    expect(html(written)).toBe(expected)
    expect(parse(written).findings).toEqual([])
  })

  it.each(MADE)('in a list, between others: %s', (written, expected) => {
    const inList = `a\n\n- one\n\n${written.replace(/^(?=.)/gm, '  ')}\n\n- two\n\nb`
    expect(html(inList).replaceAll('\n', '')).toContain(
      `<p>one</p>${expected.replaceAll('\n', '')}</li><li><p>two</p>`,
    )
    expect(parse(inList).findings).toEqual([])
  })

  it('leave out what another tool says of their looks, and nothing else', () => {
    expect(html(':::callout{collapse="true" icon=false}\ny\n:::')).toContain('<p>y</p>')
    expect(found(parse(':::callout{collapse="true" icon=false}\ny\n:::'))).toEqual([])
    expect(found(parse(':::callout{colapse="true"}\ny\n:::'))).toEqual(['directive-is-complete@4'])
  })

  it('say nothing where they are shown as code, escaped, or no callouts', () => {
    const shown = '```\n::: note\n!!! x\n    y\n{{% notice %}}\n> [!NOTE]\n```'
    expect(html(shown)).toContain('::: note\n!!! x\n    y\n{{% notice %}}\n> [!NOTE]')
    expect(html('> \\[!NOTE] x\n> — A')).not.toContain('callout')
    expect(html('Wow!!! note this\n\n!!! not\n\n...!!! note')).not.toContain('callout')
  })

  it('take words behind the kind for a title without quotation marks, and tell it', () => {
    expect(html("!!! note Don't stop\n    a")).toBe(titled("Don't stop", '<p>a</p>'))
    expect(found(parse("!!! note Don't stop\n    a"))).toEqual(['markup-is-exact@4'])
  })

  it('take a title from the words of the theme', () => {
    expect(parse('> [!TIP]\n> a', { words: { ...ENGLISH, tip: 'Rada' } }).html).toContain('>Rada</p>')
  })
})

describe('what stands inside keeps its place', () => {
  it.each([
    ['!!! note\n    a\n\n    [b](c.md)', 'link-resolves@7'],
    ['{{% notice tip %}}a\n[b](c.md){{% /notice %}}', 'link-resolves@5'],
    ['> x\n>\n> !!! tip\n>     a\n>     [b](c.md)', 'link-resolves@8'],
    ['::: {.note}\n[b](c.md)\n:::', 'link-resolves@5'],
  ])('%s', (written, finding) => {
    expect(found(parse(written))).toContain(finding)
  })

  it('to the column', () => {
    const { findings } = parse('!!! note\n    ab [b](c.md)')
    expect(findings.map(({ place }) => `${place.line}:${place.column}`)).toEqual(['5:8'])
    const titled = parse(':::note The [b](c.md)\na\n:::')
    expect(titled.findings.map(({ place }) => `${place.line}:${place.column}`)).toEqual(['4:13'])
  })
})

describe('blocks in blocks', () => {
  it('a block that is not closed is the one that is named', () => {
    const chapter = parse(':::callout\na\n:::pullquote\nq\n:::\n')
    expect(found(chapter)).toEqual(['directive-is-complete@4'])
    expect(chapter.findings[0]?.message).toContain('`:::callout` is not closed')
  })

  it('need no more colons outside than inside where each is closed', () => {
    expect(html(':::callout\na\n:::side\nq\n:::\nb\n:::')).toBe(
      '<aside class="callout" data-means="callout"><p>a</p><aside class="side"><p>q</p></aside><p>b</p></aside>',
    )
  })

  it('of classes without a meaning in print print what they hold', () => {
    const text = ':::: {.columns}\n::: {.column width=50%}\na\n:::\n::: {.column}\nb\n:::\n::::'
    expect(html(text)).toBe('<p>a</p>\n<p>b</p>')
    expect(found(parse(text))).toEqual([])
  })

  it('with a blank or words behind the name are taken, and told', () => {
    expect(found(parse('::: callout\nx\n:::'))).toEqual(['markup-is-exact@4'])
    expect(html(':::callout A title\nx\n:::')).toContain('<p class="callout-title">A title</p>')
  })
})

describe('in a book of another language', () => {
  it('have labels that are told to be English', () => {
    const words = markedWords({ words: ENGLISH, foreignWords: ['tip'] })
    expect(parse('> [!TIP]\n> a', { words }).html).toContain('lang="en">Tip</p>')
  })
})

describe('what is not complete is told in its author’s words', () => {
  it.each([
    [':::note\na', '`:::note` is not closed'],
    ['::: warning Title\na', '`:::warning` is not closed'],
    ['::: {.callout-tip}\na', '`:::callout-tip` is not closed'],
    ['> [!NOTE]\n\na', '`[!NOTE]` has no text'],
    ['> [!tip]-\n\na', '`[!tip]-` has no text'],
  ])('%s', (written, words) => {
    expect(
      parse(written)
        .findings.map(({ message }) => message)
        .join('\n'),
    ).toContain(words)
  })
})

it.each(['fig-harbour', 'tbl-rain', 'sec-harbour'])(
  'the id of a block of another tool is a place: #%s',
  (id) => {
    const { anchors, findings } = parse(`::: {#${id}}\nWords.\n:::\n`)
    expect(anchors).toContain(`barriers--${id}`)
    expect(findings).toEqual([])
  },
)

it('a callout by the name of another tool keeps the name of its place', () => {
  const { anchors, findings } = parse(':::warning{#dogs}\nMind them.\n:::\n')
  expect(anchors).toEqual(['barriers--dogs'])
  expect(findings).toEqual([])
})
