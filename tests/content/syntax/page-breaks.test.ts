// What asks for a new page, blocks whose attributes mean nothing in print, and brackets that reach into an address.
import { describe, expect, it } from 'vitest'
import { html, parse } from '../parse.ts'

const told = (body: string): string[] =>
  parse(body)
    .findings.filter(({ rule }) => rule !== 'quotation-has-source')
    .map(({ rule, message }) => `${rule} ${/`(.*?)`(?= )/.exec(message)?.[1]}`)

describe('a new page', () => {
  it.each([
    '\\newpage',
    '{{< pagebreak >}}',
    '{{% pagebreak %}}',
    '<!-- pagebreak -->',
    ':::page',
    '::page',
    '::: page',
    ':::page\n:::',
    ':::page\n\n:::',
    '::: {.pagebreak}',
    '::pagebreak{}',
    '<div style="page-break-after: always"></div>',
    '<div style="break-before: page;">&nbsp;</div>',
  ])('%s', (written) => {
    expect(html(`One\n\n${written}\n\nTwo`)).toBe('<p>One</p>\n<div class="page-break"></div>\n<p>Two</p>')
    expect(told(`One\n\n${written}\n\nTwo`)).toEqual([])
  })

  it('has no end, so that it takes nothing of what follows', () => {
    expect(html('One\n:::page\nTwo\n\n:::note\nThree\n:::\n\nFour')).toBe(
      '<p>One</p>\n<div class="page-break"></div>\n<p>Two</p>\n' +
        '<aside class="callout" data-means="callout"><p class="callout-title" data-made>Note</p><p>Three</p></aside>\n<p>Four</p>',
    )
  })

  it('takes the end that another writes, whatever stood above', () => {
    const twice = 'One\n\n:::page\n\nTwo\n\n:::page\n:::\n\nThree'
    expect(html(twice)).not.toContain(':::')
    expect(told(twice)).toEqual([])
  })

  it('is none in code', () => expect(html('```\n:::page\n```')).toContain(':::page'))

  it.each(['- a\n\n  X', '> a\n>\n> X', '- X', ':::note\na\n\nX\n:::'])(
    'is left out and told where it would tear something: %j',
    (around) => {
      for (const written of ['\\newpage', '{{< pagebreak >}}', ':::page']) {
        const text = `One\n\n${around.replace('X', written)}\n\nTwo`
        expect(html(text)).not.toMatch(/page/)
        expect(told(text)).toEqual([`markup-is-understood ${written}`])
      }
    },
  )
})

describe('blocks of other tools', () => {
  it.each(['::: {.id}\nWords.\n:::', ':::: {.columns}\n::: {.column}\nWords.\n:::\n::::'])(
    'classes without a meaning are dropped: %j',
    (written) => {
      expect(html(written)).toBe('<p>Words.</p>')
      expect(told(written)).toEqual([])
    },
  )

  it.each([':::foo{a=b}', ':::  foo Title', ':::{foo}', ':::foo'])('is named as it is written: %s', (line) =>
    expect(told(`${line}\nWords.\n:::`)[0]).toBe(`directive-is-known ${line}`),
  )
})

it.each([
  ['[foo<https://example.com/?search=][ref]>', '?search=][ref]</a>'],
  ['[foo`code][ref]`', '<code>code][ref]</code>'],
  ['**(**foo)', '<p>**(**foo)</p>'],
])('nothing of %s is lost', (written, printed) => expect(html(written)).toContain(printed))

it('bold signs around no word are told', () =>
  expect(told('**(**foo)')).toEqual(['markup-is-understood **(**foo)']))

it('breaks in a row are one, and none stands at an end', () => {
  expect(html('\\newpage\n\na\n\n\\newpage\n\n\\pagebreak\n\nb\n\n\\newpage\n\n[x]: y.md')).toBe(
    '<p>a</p>\n<div class="page-break"></div>\n<p>b</p>',
  )
})
