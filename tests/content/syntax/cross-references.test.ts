import { describe, expect, it } from 'vitest'
import { parse, readable } from '../parse.ts'

const page = (body: string) => {
  const { html, links, findings } = parse(body)
  const text = readable(html)
    .replace(/ on page&nbsp;<span class="pg"[^>]*>000<\/span>/g, '')
    .replace(/<[^>]*>/g, '')
  return {
    text,
    targets: links.map(({ target }) => target),
    said: findings.map(({ rule, severity }) => `${rule} ${severity}`),
  }
}
const name = (place: string) => `⟨reference:barriers--${place}⟩`
const number = (place: string) => `⟨number:barriers--${place}⟩`

describe('a reference of another tool is one of ours', () => {
  it.each([
    ['See @fig-rain.', `See ${name('fig-rain')}.`],
    ['See @Fig-rain.', `See ${name('Fig-rain')}.`],
    ['(see @tbl:cost-2024)', `(see ${name('tbl:cost-2024')})`],
    ['As [@fig:rain] shows', `As ${name('fig:rain')} shows`],
    ['As [@fig-a; @tbl-b] show', `As ${name('fig-a')}, ${name('tbl-b')} show`],
    ['As [see @fig-a] shows', `As see ${name('fig-a')} shows`],
    ['As [Fig. @fig-a] shows', `As Fig.&nbsp;${number('fig-a')} shows`],
    ['As Figure [-@fig-a] shows', `As Figure ${number('fig-a')} shows`],
    [
      'Figure \\ref{fig:rain} and Fig.~\\ref{fig:snow}',
      `Figure ${number('fig:rain')} and Fig.&nbsp;${number('fig:snow')}`,
    ],
    ['Figure \\@ref(fig:rain)', `Figure ${number('fig:rain')}`],
    [
      'see \\autoref{sec:cost} and \\cref{fig:a,fig:b}',
      `see ${name('sec:cost')} and ${name('fig:a')}, ${name('fig:b')}`,
    ],
    ['as in \\eqref{eq:one}', `as in (${number('eq:one')})`],
    ['see {numref}`fig-rain`', `see ${name('fig-rain')}`],
    ['see {numref}`Figure %s <fig-rain>`', `see Figure ${number('fig-rain')}`],
    ['see {ref}`the costs <costs>`', 'see the costs'],
    ['see :ref:`costs`', `see ${name('costs')}`],
    ['see [Figure %s](#fig-rain)', `see Figure ${number('fig-rain')}`],
    ['see [fig. {number}](#fig-rain)', `see fig. ${number('fig-rain')}`],
  ])('%s', (body, text) => {
    const found = page(body)
    expect(found.text).toBe(text)
    expect(new Set(found.said)).toEqual(new Set(['markup-is-exact info']))
  })

  it.each([
    'A mail to a@fig-tree.com and @figtree',
    'See [@smith2013; @fig-a].',
    'The code `@fig-rain` and `\\ref{a}`',
    'https://example.org/@fig-rain',
  ])('and this is none: %s', (body) => {
    expect(page(body).text.replace(/<[^>]*>/g, '')).not.toContain('⟨')
  })
})

it('`[table](#table)` is a link to what is called so, and asks for no number', () => {
  expect(parse('## Table\n\nEach [table](#table)').html).toContain('>table</a></p>')
})
