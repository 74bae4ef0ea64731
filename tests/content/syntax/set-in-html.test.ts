import { expect, it } from 'vitest'
import { found, html, parse } from '../parse.ts'

const exact = (text: string) => found(parse(text)).filter((one) => one.includes('markup-is-exact'))

it.each<[written: string, made: string]>([
  ['<div>\n    <p>a</p>\n\n    <p>b <b>c</b></p>\n</div>', '<p>b <strong>c</strong></p>'],
  ['<ul>\n  <li>\n    <p>a</p>\n\n    <p>b</p>\n  </li>\n</ul>', '<p>b</p>'],
  ['> <div>\n>     <p>a</p>\n>\n>     <p>b</p>\n> </div>', '<p>b</p>'],
  ['- a\n\n  <div>\n\n      <p>b</p>\n\n  </div>', '<p>b</p>'],
  ['<section>\n\n\t<p>a</p>\n\n\t\tb\n\n</section>', '<p>a</p>'],
])(
  'set in behind a blank line, HTML is HTML while an element is open, and told once: %s',
  (written, made) => {
    expect(html(written)).toContain(made)
    expect(html(written)).not.toContain('&#x3C;p')
    expect(exact(written)).toHaveLength(1)
  },
)

it.each([
  ['of no open element', 'a\n\n    <p>b</p>'],
  ['behind one that is closed', '<div>\n<p>a</p>\n</div>\n\n    <p>b</p>'],
  ['that names no element of HTML', '<div>\n\n    <your-name>\n\n</div>'],
  ['of a lone opening tag', '<div>\n\n    <div>'],
  ['between backticks', '<div>\n\n```\n<p>b</p>\n```\n\n</div>'],
  ['of a program', '<div>\n\n    def code():\n\n</div>'],
])('but code stays code %s', (_, written) => {
  expect(html(written)).toContain('<pre>')
  expect(exact(written)).toEqual([])
})

it('as often as it comes in a file, and what else is spelt there is read too', () => {
  const rows = Array.from({ length: 40 }, (_, index) => `<div>\n\n    <p>a${index}</p>\n\n</div>\n\nb`)
  const made = html(`${rows.join('\n\n')}\n\n!!! note\n    c`)
  expect(made).not.toContain('<pre>')
  expect(made).toContain('callout')
})
