// What Word asks of a file before it opens it, without the schemas of ECMA-376: order of elements, values, ids, parts.

import { posix } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Element, Nodes } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { publicationFolder, removeFolders } from '../support/publication-folder.ts'
import { all, type MadeWord, treeOf, value, wordOf } from './make-word-of.ts'
import { everything } from './publication.ts'

const wide = (cell: (column: number) => string): string =>
  `| ${Array.from({ length: 70 }, (_, column) => cell(column + 1)).join(' | ')} |`

const HARD = `---
title: Things that are "hard" & <rare>
---

${wide((column) => `H${column}`)}
${wide(() => '-')}
${wide((column) => `v${column}`)}

1. one
   - two
     | a | b |
     |---|---|
     | 1 | 2 |

   > said in it

A [long](https://example.org/?q=${'a'.repeat(3000)}) link, [bars](https://example.org/a|b{c}), [a
blank](<https://example.org/a b>), [per cent](https://example.org/%zz), [letters](https://example.org/ü?ö=%20#ß).

40000. forty thousand

Said[^a] and again[^a] and[^b] and last.

$$ \\sum_{i=0}^n \\frac{a}{b} \\sqrt[3]{x} \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} \\underbrace{a+b}_{c} {}^a_b C $$

[^a]: A note.

    | a | b |
    |---|---|
    | 1 | 2 |

[^b]: Calls[^a] and

    - a list

<table><tr><td rowspan="2">a<table><tr><td>b</td></tr></table></td><td>c</td></tr><tr><td>d</td></tr></table>

- 1
  - 2
    - 3
      - 4
        - 5
          - 6
            - 7
              - 8
                - 9
                  - 10

:lang[عربي]{ar} and :lang[中文]{zh}
`

/** As in the sequences of wml.xsd, as far as they are used. */
const ORDERS: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi spacing ind contextualSpacing jc outlineLvl rPr sectPr',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike noProof vanish color spacing kern position sz szCs highlight u shd vertAlign rtl cs lang',
  'w:tblPr': 'tblStyle tblW jc tblCellSpacing tblInd tblBorders tblLayout tblCellMar tblLook tblCaption',
  'w:tcPr': 'tcW gridSpan vMerge tcBorders shd vAlign',
  'w:sectPr': 'headerReference footerReference footnotePr type pgSz pgMar titlePg',
  'w:settings':
    'zoom trackRevisions defaultTabStop characterSpacingControl footnotePr compat themeFontLang decimalSymbol listSeparator',
  'w:style':
    'name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr trPr tcPr tblStylePr',
  'w:lvl': 'start numFmt suff lvlText lvlJc pPr rPr',
  'w:numbering': 'abstractNum num',
  'w:tbl': 'tblPr tblGrid tr',
}

const books: MadeWord[] = []

beforeAll(async () => {
  const hard = {
    'publication.yaml': 'title: Hard\npublisher: X\nlanguage: en-GB\ndate: 2025-09-01\n',
    'chapters/01-a.md': HARD,
  }
  for (const files of [await everything(), hard]) books.push(await wordOf(await publicationFolder(files)))
}, 180_000)
afterAll(removeFolders)

const partsOf = ({ parts }: MadeWord): { name: string; tree: Nodes }[] =>
  [...parts]
    .filter(([name]) => /\.(?:xml|rels)$/.test(name))
    .map(([name, content]) => ({ name, tree: fromXml(content.toString('utf8')) }))

const childrenOf = (node: Element): Element[] => node.children.filter((one) => one.type === 'element')

const texts = (book: MadeWord): Nodes[] => [treeOf(book), treeOf(book, 'word/footnotes.xml')]
const inTexts = (book: MadeWord, name: string): Element[] => texts(book).flatMap((tree) => all(tree, name))

describe.each([
  ['a usual file', 0],
  ['a file of rare things', 1],
])('%s', (_, which) => {
  const book = (): MadeWord => books[which]!

  it('has all properties in the order of the standard, and none that it does not know', () => {
    const wrong = partsOf(book()).flatMap(({ name: part, tree }) =>
      Object.entries(ORDERS).flatMap(([name, order]) =>
        all(tree, name).flatMap((element) => {
          const places = childrenOf(element).map((one) => order.split(' ').indexOf(one.name.slice(2)))
          const isSound = places.every((place, index) => place >= Math.max(0, places[index - 1] ?? 0))
          return isSound ? [] : [`${part}: ${name}: ${childrenOf(element).map((one) => one.name)}`]
        }),
      ),
    )
    expect([...new Set(wrong)]).toEqual([])
  })

  it('gives no id and no name twice, and closes each bookmark once', () => {
    const starts = inTexts(book(), 'w:bookmarkStart')
    const ids = starts.map(({ attributes }) => attributes['w:id'])
    const names = starts.map(({ attributes }) => attributes['w:name'] ?? '')
    const ends = inTexts(book(), 'w:bookmarkEnd').map(({ attributes }) => attributes['w:id'])
    const pictures = inTexts(book(), 'wp:docPr').map(({ attributes }) => attributes.id)
    for (const list of [ids, names, ends, pictures]) expect(new Set(list).size).toBe(list.length)
    expect(new Set(ends)).toEqual(new Set(ids))
    expect(names.filter((name) => !/^[A-Za-z_]\w{0,39}$/.test(name))).toEqual([])
  })

  it('names only relations, styles and lists that it has', () => {
    for (const part of ['document', 'footnotes']) {
      const relations = all(treeOf(book(), `word/_rels/${part}.xml.rels`), 'Relationship')
      const known = relations.map(({ attributes }) => attributes.Id ?? '')
      const text = book().parts.get(`word/${part}.xml`)?.toString('utf8') ?? ''
      const used = [...text.matchAll(/ r:(?:id|embed)="([^"]*)"/g)].map(([, id]) => id)
      expect(used.filter((id) => !known.includes(id!))).toEqual([])
      for (const { attributes } of relations)
        if (attributes.TargetMode !== 'External')
          expect([...book().parts.keys()]).toContain(posix.join('word', attributes.Target ?? ''))
    }
    const has = (part: string, name: string, key: string) =>
      new Set(all(treeOf(book(), part), name).map(({ attributes }) => attributes[key]))
    const styles = has('word/styles.xml', 'w:style', 'w:styleId')
    const lists = has('word/numbering.xml', 'w:num', 'w:numId')
    for (const name of ['w:pStyle', 'w:rStyle', 'w:tblStyle'])
      expect(inTexts(book(), name).filter((one) => !styles.has(value(one, name)))).toEqual([])
    expect(inTexts(book(), 'w:numId').filter((one) => !lists.has(value(one, 'w:numId')))).toEqual([])
  })

  it('says the kind of each part', () => {
    const types = treeOf(book(), '[Content_Types].xml')
    const endings = new Set(all(types, 'Default').map(({ attributes }) => attributes.Extension))
    const own = all(types, 'Override').map(({ attributes }) => attributes.PartName)
    expect(own.filter((name) => !book().parts.has(name!.slice(1)))).toEqual([])
    for (const name of book().parts.keys()) expect(endings).toContain(name.replace(/^.*\./, ''))
  })

  it('leads to addresses alone that are written as addresses', () => {
    const targets = all(treeOf(book(), 'word/_rels/document.xml.rels'), 'Relationship')
      .filter(({ attributes }) => attributes.TargetMode === 'External')
      .map(({ attributes }) => attributes.Target ?? '')
    expect(targets.length).toBeGreaterThan(0)
    expect(targets.filter((one) => one.length > 2083 || /[\s"<>\\^`{|}]|%(?![\da-f]{2})/i.test(one))).toEqual(
      [],
    )
  })

  it('ends each cell and each note with a paragraph, and has no table wider than Word takes', () => {
    for (const name of ['w:tc', 'w:footnote'])
      expect(inTexts(book(), name).filter((one) => childrenOf(one).at(-1)?.name !== 'w:p')).toEqual([])
    for (const table of inTexts(book(), 'w:tbl')) {
      const grid = childrenOf(table).find((one) => one.name === 'w:tblGrid')!
      const columns = childrenOf(grid).length
      expect(columns).toBeLessThanOrEqual(63)
      for (const row of childrenOf(table).filter((one) => one.name === 'w:tr')) {
        const cells = childrenOf(row).filter((one) => one.name === 'w:tc')
        const across = cells.map((cell) => Number(spanOf(cell)))
        expect(across.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(columns)
      }
    }
  })

  it('has the two lines over notes before all notes', () => {
    const [first, second, ...notes] = all(treeOf(book(), 'word/footnotes.xml'), 'w:footnote')
    expect([first, second].map((one) => one?.attributes['w:type'])).toEqual([
      'separator',
      'continuationSeparator',
    ])
    expect(notes.map(({ attributes }) => Number(attributes['w:id']))).toEqual(notes.map((__, at) => at + 1))
  })
})

const spanOf = (cell: Element): string => {
  const properties = childrenOf(cell).find((one) => one.name === 'w:tcPr')
  const span = properties && childrenOf(properties).find((one) => one.name === 'w:gridSpan')
  return span?.attributes['w:val'] ?? '1'
}

describe('what Word does not take is set otherwise, and told', () => {
  const told = (problem: RegExp): string[] =>
    books[1]!.findings.map(({ message }) => message).filter((one) => problem.test(one))

  it('a table of 70 columns stands as two', () => {
    expect(told(/columns/)).toEqual([
      'The Word file sets a table of 70 columns as 2, one below the other: Word has no more than 63.',
    ])
  })

  it('a list begins with no more than Word can count to', () => {
    expect(told(/list/)).toEqual(['The Word file begins a list with 32767, for Word has no list from 40000.'])
  })

  it('an address that is too long leaves its words', () => {
    expect(told(/link/)).toEqual([
      `The Word file has words without a link here, for Word does not take its address: https://example.org/?q=${'a'.repeat(37)}…`,
    ])
  })

  it('and nothing else is found', () => {
    // The one table with joined cells.
    expect(books[0]!.findings.map(({ place }) => place)).toEqual([{ file: 'chapters/02-water.md', line: 10 }])
    expect(books[1]!.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})
