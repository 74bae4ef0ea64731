import type { Heading, ListItem, Root } from 'mdast'
import { describe, expect, it } from 'vitest'
import { newDraft } from '../../scripts/content/markdown/draft.ts'
import { nameHeadings } from '../../scripts/content/markdown/name-headings.ts'
import { renderTree } from '../../scripts/content/markdown/processor.ts'
import { termFinder } from '../../scripts/content/markdown/term-finder.ts'
import { tangleIn } from '../../scripts/ground/tangle-in.ts'
import { processorMs } from '../support/processor-ms.ts'
import { CONTEXT, parse, source } from './parse.ts'

function cost(run: () => void): number {
  const begin = processorMs()
  run()
  return processorMs() - begin
}

/**
 * Twice as much of a thing takes about twice the time; three times it and a half a second are no fault of a clock’s.
 */
function growsWithIts(length: number, run: (length: number) => void): void {
  const small = cost(() => run(length))
  const large = cost(() => run(2 * length))
  expect(large, `${small} ms, then ${large} ms`).toBeLessThan(3 * small + 500)
}

describe('the time that a text takes grows with its length', () => {
  it.each(['~', '`', '‘', '“', 'A', 'a', '.', '-', ':', '#', '(', '{', '&', ' '])('of %s alone', (sign) => {
    growsWithIts(20_000, (length) => parse(`a${sign.repeat(length)}a`))
    growsWithIts(20_000, (length) => parse(`# ${sign.repeat(length)}`))
  })

  const draft = () => newDraft(source(''), CONTEXT, termFinder([]))
  const tree = (count: number, one: () => Heading | ListItem): Root['children'] =>
    Array.from({ length: count }, one) as Root['children']

  it('of headings of one name', () => {
    const heading = (): Heading => ({ type: 'heading', depth: 2, children: [{ type: 'text', value: 'a' }] })
    growsWithIts(10_000, (length) =>
      nameHeadings({ type: 'root', children: tree(length, heading) }, undefined, draft()),
    )
  })

  it('of items of a list', () => {
    const item = (): ListItem => ({ type: 'listItem', spread: false, children: [] })
    growsWithIts(20_000, (length) => {
      const children = tree(length, item) as ListItem[]
      renderTree({ type: 'root', children: [{ type: 'list', children }] }, draft())
    })
  })
})

describe('a text is refused before it is read where', () => {
  it('a paragraph has more lines than a parser can bear', () => {
    expect(tangleIn(`a\n\n${'a:\n'.repeat(10_001)}`)).toEqual({ depth: 10_001, other: 'lines', line: 10_003 })
  })

  it.each([
    ['blocks', '<div>\n\n'.repeat(101)],
    ['marks', `a ${'<span>'.repeat(101)}`],
  ])('HTML leaves a hundred %s open', (_name, text) => {
    expect(tangleIn(text)?.depth).toBe(101)
  })

  it.each([
    ['a list of links', '1. [a](b.md) and [c](d.md)\n'],
    ['a row of addresses', '[a]: https://example.org/\n'],
    ['a row of abbreviations', '*[AB]: A body\n'],
    ['a table of links', '| [a](b.md) | [c](d.md) |\n', '| a | b |\n|---|---|\n'],
    ['a table of HTML', '<tr><td>a</td><td>b</td></tr>\n', '<table>\n'],
    ['a listing by its indentation', '    a[i] = b[j]\n'],
    ['a list of words', '- a\n'],
    ['names of tags in code', 'The tag `<div>` begins a block.\n\n'],
  ])('but not for %s', (_name, row, head = '') => {
    expect(tangleIn(`a\n\n${head}${row.repeat(12_000)}`)).toBeUndefined()
  })
})
