import { describe, expect, it } from 'vitest'
import { found, parse, parseFile, readable } from './parse.ts'

const told = (body: string) =>
  parse(body).findings.map(({ severity, place, message }) => [severity, place.line, message])

describe('notes that are not told apart, not called or not there', () => {
  it('two texts for one label are an error at the second, with both', () => {
    expect(told('a[^x]\n\n[^x]: The *first* one.\n\nb[^X]\n\n[^X]: The second one.')).toEqual([
      ['error', 10, expect.stringMatching(/in line 6 as “The first one.”, and here as “The second one.”/)],
    ])
  })

  it('wherever they stand', () => {
    expect(found(parse('a[^x]\n\n> [^x]: One.\n\n- b\n\n  [^x]: Two.'))).toContain('note-resolves@10')
  })

  it('the same text twice loses nothing', () => {
    expect(told('a[^x]\n\n[^x]: One.\n\n[^x]: One.')).toEqual([
      ['warning', 8, expect.stringContaining('same words')],
    ])
  })

  it('one that nothing calls is quoted, with all its paragraphs', () => {
    expect(told('a\n\n[^x]: One.\n\n    Two `three`.')).toEqual([
      ['warning', 6, expect.stringContaining('not printed: “One. Two three.”')],
    ])
  })

  it.each([
    ['a[^x] b[^x]', [4]],
    ['a[^x]\nb[^y]', [4, 5]],
    ['a `[^x]` b\n\n    c[^y]', []],
    ['a \\[^x] [\\^y] &#91;^z]', []],
  ])('a call without a note: %s', (body, lines) => {
    expect(parse(body).findings.map(({ rule, severity, place }) => [rule, severity, place.line])).toEqual(
      lines.map((line) => ['note-resolves', 'warning', line]),
    )
    expect(
      parse(body)
        .text.map(({ text }) => text)
        .join(),
    ).toContain('a')
  })
})

describe('notes in title and standfirst', () => {
  const head = (text: string, kind: 'chapter' | 'case-study' = 'chapter') => {
    const { matter, titleHtml, standfirstHtml } = parseFile(text, { kind })
    return [matter.title, matter.short, matter.standfirst || matter.summary, titleHtml, standfirstHtml].map(
      (one) => one && readable(one).replace(/<sup.*?>(\d)<\/a><\/sup>/g, '[$1]'),
    )
  }
  const NOTE = '\n\n[^t]: A note.'

  it.each([
    ['# Years[^t]', ['Years', 'Years', '', 'Years[1]', undefined]],
    [
      '# Years[^t] *long* `x` <br>![a](a.png)',
      ['Years long x', 'Years long x', '', 'Years[1] <em>long</em> <code>x</code> ', undefined],
    ],
    ['---\ntitle: Years[^t]\n---\na', ['Years', 'Years', '', 'Years[1]', undefined]],
    [
      '---\ntitle: Years\nshort: Y[^t]\nstandfirst: Long[^t] ones.\n---\na',
      ['Years', 'Y', 'Long ones.', undefined, 'Long[1] ones.'],
    ],
    ['---\ntitle: Years!\n---\n# Years[^t]', ['Years!', 'Years!', '', 'Years![1]', undefined]],
    ['# Years', ['Years', 'Years', '', undefined, undefined]],
  ])('%s', (text, expected) => expect(head(text + NOTE)).toEqual(expected))

  it('in the summary of a case study', () => {
    expect(head(`---\ntitle: A\nsummary: Short.[^t]\n---\na${NOTE}`, 'case-study').at(-1)).toBe('Short.[1]')
  })

  it('are told where they have no text', () => {
    expect(found(parseFile('---\ntitle: Years[^x]\n---\na'))).toEqual(['note-resolves@2'])
  })
})

it('a caption explains no term, as long as no text does', () => {
  const { html, indexMarks } = parse('![The quay](a.png "What IEWM paid[^1]")\n\nIEWM paid.\n\n[^1]: A note.')
  expect(html).toMatch(/<span class="caption">What IEWM paid<sup/)
  expect(indexMarks.filter(({ term }) => term === 'IEWM')).toHaveLength(1)
})

it('a note may be called in the caption that several pictures share, wherever that stands', () => {
  const pictures = '![Low](a.jpg)\n\n![High](b.jpg)'
  const { html, findings } = parse(`:::figures\n${pictures}\n\nTwo\ntides.[^1]\n:::\n\n[^1]: In May.`)
  expect(findings).toEqual([])
  expect(html).toMatch(/<span class="caption">Two tides\.<sup class="call"/)
})
