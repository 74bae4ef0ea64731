import { describe, expect, it } from 'vitest'
import { found, html, parse } from '../parse.ts'

const messages = (body: string): string[] => parse(body).findings.map(({ message }) => message)

describe('signs that are no markup are kept, and told', () => {
  it.each([
    ['2*3*4 m', '2*3*4 m'],
    ['of 3*4 and 4*5', 'of 3*4 and 4*5'],
    ['5*x*7', '5*x*7'],
    ['2**3**4', '2**3**4'],
    ['a *.txt or a *.md', 'a *.txt or a *.md'],
    ['in C:\\_old\\plan and', 'in C:\\_old\\plan and'],
    ['C:\\*new\\*old', 'C:\\*new\\*old'],
    ['it&#146;s &#x96; a', 'it’s – a'],
    ['at \\\\server\\share\\_x', 'at \\\\server\\share\\_x'],
    ['The __init__ of', 'The __init__ of'],
    ['run __main__.py now', 'run __main__.py now'],
    ['its obj.__class__ and __call__()', 'its obj.__class__ and __call__()'],
  ])('%s', (written, kept) => {
    expect(html(written)).toBe(`<p>${kept}</p>`)
    expect(found(parse(written)).every((one) => one === 'markup-is-exact@4')).toBe(true)
  })

  it.each([
    ['un*frigging*able', '<em>frigging</em>'],
    ['of __all__ that. __New__', '<strong>all</strong> that. <strong>New</strong>'],
    ['a *.NET* b', '<em>.NET</em>'],
    ['**2** of 3', '<strong>2</strong>'],
    ['C:\\\\_old', 'C:\\_old'],
    ['`C:\\_old`', 'C:\\_old'],
    ['a \\_b', 'a _b'],
    ['\\{#quay}', '<p>{#quay}</p>'],
    ['a\n\\{: .wide}', 'a\n{: .wide}'],
    ['\\[x]\\{.wide}', '[x]{.wide}'],
    ['\\\\n\\_x\\_', '\\n_x_'],
    ['**x**\\{.wide}', '</strong>{.wide}'],
    ['## A \\{#quay}\n\nb', 'A {#quay}</h3>'],
    ['\\\\begin\\{x}', '\\begin{x}'],
    ['`&#146;`', '&#x26;#146;'],
  ])('but %s is as it was', (written, kept) => {
    expect(html(written)).toContain(kept)
    expect(found(parse(written))).toEqual([])
  })
})

describe('numbers that a list does not print', () => {
  it.each([
    ['1. a\n2. b\n2. c', '`2.` is printed as `3.`'],
    ['3. a\n2. b\n1. c', '`2.` is printed as `4.`'],
    ['1) a\n3) b', '`3)` is printed as `2)`'],
    ['7. a\n\n0. b', '`0.` is printed as `8.`'],
    ['- x\n  1. a\n  4. b', '`4.` is printed as `2.`'],
  ])('%j', (body, message) => {
    expect(messages(body)).toEqual([expect.stringContaining(message)])
  })

  it.each(['1. a\n2. b', '1. a\n1. b', '0. a\n0. b', '9. a\n10. b', '1.a\n2.b', '1. a\n\nb\n\n3. c'])(
    'but not %j',
    (body) => expect(messages(body).filter((one) => one.includes('is printed as'))).toEqual([]),
  )
})

it.each([
  ['Ein CafÃ© hier', '`CafÃ©` is `Café`'],
  ['itâ€™s', '`itâ€™s` is `it’s`'],
  ['of Â£5', '`Â£5` is `£5`'],
  ['PoznaÅ„', '`PoznaÅ„` is `Poznań`'],
])('letters that were read wrongly are told: %s', (body, message) => {
  expect(messages(body)).toEqual([expect.stringContaining(message)])
})

it.each(['`CafÃ©`', 'Ångström Ämter', 'Ö«x» Â « Ä »', 'São Âmbito', 'Ãéo'])('but not %s', (body) =>
  expect(messages(body).filter((one) => one.includes('read wrongly'))).toEqual([]),
)

it.each([
  '<p hidden>a</p>',
  '<div style="color:red; display: none">a</div>',
  'a <span style="visibility:hidden">b</span>',
  '<template>a</template>',
])('words that HTML hides are printed, and told: %s', (body) => {
  expect(messages(body)).toEqual([expect.stringContaining('hides its words')])
})

it('a line right below a table is told to be a row of it', () => {
  expect(messages('| a | b |\n|---|---|\n| 1 | 2 |\nSource: us')).toEqual([
    '`Source: us` stands right below a table, and is printed as a row of it.',
  ])
  expect(messages('| a |\n|---|\n1\n2')).toEqual(['This table has one column.'])
  expect(messages('a | b\n--|--\n1 | 2\n\nSource: us')).toEqual([])
})

it('boxes that no one here ticks are told', () => {
  for (const box of ['[-]', '[>]', '[]'])
    expect(messages(`- ${box} a`)).toEqual([expect.stringContaining('is a box of a task')])
  expect(messages('- [ ]a')).toEqual([expect.stringContaining('`[ ]` is a box of a task')])
  for (const text of ['- [ ] a', '- [x] a', '[x](#y) a\n\n## Y\n\nb', 'a [] b'])
    expect(messages(text).filter((one) => one.includes('a box'))).toEqual([])
})

it('a call of a note that has blanks is quoted alone', () => {
  expect(messages('a[^b c] d[^e]\n\n[^e]: f')).toEqual(['`[^b c]` is printed as it stands.'])
})

describe('marks, references and front matter that are printed as signs', () => {
  it.each([
    ['a :index{as="x"} b', '`:index{as="x"}` is printed as it stands.'],
    ['They say :lang{fr}.', '`:lang{fr}` is printed as it stands.'],
    ['a&nsbp;b', '`&nsbp;` is printed as it stands.'],
    ['caf&eacut; a', '`&eacut;` is printed as it stands.'],
    ['&copy 2020', '`&copy` is printed as it stands.'],
    ['it&#8217 s', '`&#8217` is printed as it stands.'],
    ['Some text\n\n---\ntitle: Hello\ntags:\n  - a\n---\n\nb', '`title: Hello` and its lines of hyphens'],
    [
      '[a][x]\n\n[x]: https://a.org\n[X]: https://b.org',
      '`[X]: https://b.org` is left out: links with this label',
    ],
  ])('%j', (body, message) => {
    expect(messages(body)).toEqual([expect.stringContaining(message)])
  })

  it.each([
    '`:lang{fr}` and :lang[a]{fr}',
    'R&D; AT&T, Q&A; fish&chips, rock&roll; B&NES; &c.',
    'https://example.org/?a=b&copy=3&reg',
    '`&copy 1` and &copy; 2',
    '---\n\ntitle: Hello\n\n---\n\nb',
    'a\n\n---\n\nb: c',
    '```\n---\ntitle: a\n---\n```',
    '[a][x]\n\n[x]: https://a.org\n[x]: https://a.org',
  ])('but not %j', (body) => expect(messages(body)).toEqual([]))
})
