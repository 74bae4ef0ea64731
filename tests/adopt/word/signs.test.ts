// Whatever signs a draft holds, the text that is printed is the text that was typed.
import type { Nodes } from 'hast'
import { describe, expect, it } from 'vitest'
import { checkedPublication } from '../../support/build-publication.ts'
import { publicationFolder } from '../../support/publication-folder.ts'
import { docxOf, p, r, tbl } from './docx-of.ts'
import { readBytes } from './read.ts'

const SIGNS =
  '* ** _ __ ` `` [ ] ( ) ![ ]( [^1] [x] < > <b> </b> & &amp; &lt; # ## - + 1. 2) > | \\ \\n ~ ~~ ^ == = $ $$ { } {#a} {{ }} : :: ::: :value[a] :tada: ! @ % --- *** ___ ``` http://a.b <!-- --> \\( \\) \\ref{a} [[a]] [a]: 9:30 a_b a*b $5 © … “q”'.split(
    ' ',
  )
const WORDS = 'bridge harbour council x 7 of'.split(' ')

/** The same each time. */
function* typed(count: number): Generator<string> {
  let seed = 42
  const next = (most: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * most)
  }
  for (let line = 0; line < count; line++) {
    const parts = Array.from({ length: 2 + next(6) }, () => {
      const from = next(3) === 0 ? WORDS : SIGNS
      return `${from[next(from.length)]}${next(2) === 0 ? ' ' : ''}`
    })
    const text = parts.join('').replace(/\s+/g, ' ').trim()
    if (text !== '') yield `${text} end`
  }
}

/** What only means something alone, at the end, or at the head. */
const AT_ENDS = ['{#quay}', '{: .wide}', 'end {#quay}', '[x]{.wide}', '\\begin{x} 1', 'Table: x', 'export x']

function paragraphsIn(node: Nodes): string[] {
  if (node.type === 'element' && node.tagName === 'p') return [textIn(node)]
  return 'children' in node ? node.children.flatMap(paragraphsIn) : []
}
const captionsIn = (node: Nodes): string[] =>
  node.type === 'element' && node.properties.className?.toString() === 'caption'
    ? [textIn(node)]
    : 'children' in node
      ? node.children.flatMap(captionsIn)
      : []
const textIn = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textIn).join('') : ''

describe('the text of a Word file', () => {
  it('is printed as it was typed, sign by sign', async () => {
    const lines = [...typed(400), ...AT_ENDS]
    const { markdown } = await readBytes(docxOf({ body: lines.map((line) => p(r(line))).join('') }))
    const root = await publicationFolder({
      'publication.yaml': 'title: Signs\nlanguage: en-GB\n',
      'chapters/01-a.md': `# Signs\n\n${markdown}`,
    })
    const checked = await checkedPublication(root)
    if (!('book' in checked)) throw new Error(JSON.stringify(checked.findings))
    const [chapter] = checked.book.chapters
    const printed = new Set(chapter ? paragraphsIn(chapter.body) : [])
    expect(lines.filter((line) => !printed.has(line))).toEqual([])
  })

  it('is printed so in captions, too', async () => {
    const lines = [...typed(60)]
    const table = tbl([
      ['A', 'B'],
      ['1', '2'],
    ])
    const { markdown } = await readBytes(
      docxOf({ body: lines.map((line) => table + p(r(line), 'Caption')).join('') }),
    )
    const root = await publicationFolder({
      'publication.yaml': 'title: Signs\nlanguage: en-GB\n',
      'chapters/01-a.md': `# Signs\n\n${markdown}`,
    })
    const checked = await checkedPublication(root)
    if (!('book' in checked)) throw new Error(JSON.stringify(checked.findings))
    const [chapter] = checked.book.chapters
    const printed = new Set(chapter ? captionsIn(chapter.body) : [])
    expect(lines.filter((line) => !printed.has(line))).toEqual([])
  })
})
