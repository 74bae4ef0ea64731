import { describe, expect, it } from 'vitest'
import { html, parse } from '../parse.ts'

const fr = (words: string): string => `<span lang="fr" role="generic">${words}</span>`
const note = (body: string, label = 'Note', made = ' data-made'): string =>
  `<p class="callout-title"${made}>${label}</p><p>${body}</p></aside>`
const CALLOUT = 'class="callout" data-means="callout">'

describe('the language, the direction and the name that another tool has for words', () => {
  it.each([
    ['::: {.note lang=fr}\nMot.\n:::', `<aside ${CALLOUT}${note(fr('Mot.'))}`],
    ['::: note {lang=fr}\nMot.\n:::', `<aside ${CALLOUT}${note(fr('Mot.'))}`],
    [':::note{lang=fr}\nMot.\n:::', `<aside ${CALLOUT}${note(fr('Mot.'))}`],
    ['::: {.note dir=rtl}\nMot.\n:::', `<aside ${CALLOUT}${note('<span dir="rtl">Mot.</span>')}`],
    [
      '::: {.note #y lang="fr" title="Un mot"}\nMot.\n:::',
      `<aside id="barriers--y" ${CALLOUT}${note(fr('Mot.'), fr('Un mot'), '')}`,
    ],
    ['::: note {#y}\nMot.\n:::', `<aside id="barriers--y" ${CALLOUT}${note('Mot.')}`],
    [
      '```{note} Un mot\n:lang: fr\n:name: y\nMot.\n```',
      `<aside id="barriers--y" ${CALLOUT}${note(fr('Mot.'), fr('Un mot'), '')}`,
    ],
    [':::callout[Un mot]{lang=fr}\nMot.\n:::', `<aside ${CALLOUT}${note(fr('Mot.'), fr('Un mot'), '')}`],
    ['::: {.fancy lang=fr}\nMot.\n:::', `<p>${fr('Mot.')}</p>`],
    [':::div{#y lang=fr}\nMot.\n:::', `<p><span id="barriers--y"></span>${fr('Mot.')}</p>`],
    ['*mot*{lang=fr} and `mot`{lang=fr}', `<p>${fr('<em>mot</em>')} and ${fr('<code>mot</code>')}</p>`],
    ['Mot.\n{: lang="fr" #y}', `<p><span id="barriers--y"></span>${fr('Mot.')}</p>`],
    ['* {: .stage-live .stage-beta}Mot', '<ul>\n<li>Mot</li>\n</ul>'],
    ['* {: lang="fr"} Mot', `<ul>\n<li>${fr('Mot')}</li>\n</ul>`],
    ['* {: .stage-live}*Mot* {x}', '<ul>\n<li><em>Mot</em> {x}</li>\n</ul>'],
    ['* \\{: .stage-live}Mot', '<ul>\n<li>{: .stage-live}Mot</li>\n</ul>'],
  ])('%j', (written, wanted) => {
    expect(html(written)).toBe(wanted)
    expect(parse(written).findings).toEqual([])
  })

  it('keeps a picture in its block what it is', () => {
    const figure = html('::: {.note lang=fr}\nMot.\n\n![Mot](a.svg){width=50%}\n:::')
    expect(figure).toContain('<figure')
    expect(figure).not.toContain('{width')
    expect(parse('::: {.note lang=fr}\n![Mot](a.svg)\n:::').findings[0]?.message).toContain('`lang=fr` says')
  })

  it('is said of a heading too, beside its own name', () => {
    expect(html('## Mot {#y lang=fr}\n\nText.')).toContain(`id="barriers--y" class="s1">${fr('Mot')}</h3>`)
  })
})

describe('any other attribute of another tool', () => {
  it.each([
    ['::: {.note origin="A b"}\nText.\n:::', '`origin="A b"` says something to another tool'],
    ['![A](a.svg){place=middle}', '`place=middle` says'],
    [':::note[One]{title="Two"}\nText.\n:::', '`title=Two` says'],
    ['::: {.note lang=french}\nText.\n:::', '`lang=french` says'],
    ['```{note}\n:open: yes\nText.\n```', '`open=yes` says'],
    ['A [mot]{lang=fr origin="A b"}.', '`origin="A b"` says'],
  ])('is told where it stands: %j', (written, words) => {
    const [first, ...others] = parse(written).findings
    expect(others).toEqual([])
    expect(first).toMatchObject({ rule: 'markup-is-exact', severity: 'info', place: { line: 4 } })
    expect(first?.message).toContain(words)
  })

  it.each([
    '::: {custom-style="Quote"}\nText.\n:::',
    '::: {.columns width=40%}\nText.\n:::',
    '::: {.callout appearance=simple}\nText.\n:::',
    'A [word]{data-a=b}.',
  ])('is no loss where it only says how a screen of theirs looks: %j', (written) => {
    expect(parse(written).findings).toEqual([])
  })

  it('is told once for a file', () => {
    expect(parse('::: {.note a=1}\nT.\n:::\n\n::: {.note b=2 c=3}\nT.\n:::').findings[0]?.message).toContain(
      'so are 2 more in this file',
    )
  })

  it('of a block of ours that nobody else knows is an error, as it was', () => {
    expect(parse(':::callout{lung=fr}\nText.\n:::').findings[0]?.rule).toBe('directive-is-complete')
  })
})

it('a bracket behind a backslash begins no words that something is said of', () => {
  expect(html('\\[a]{.b}')).toBe('<p>[a]{.b}</p>')
})
