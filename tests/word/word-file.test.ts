import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Element } from 'xast'
import { blocksIn, fileKey, readMark, textKey } from '../../scripts/ground/review-marks.ts'
import { publicationFolder, removeFolders } from '../support/publication-folder.ts'
import { all, beginning, type MadeWord, treeOf, value, wordOf, words } from './make-word-of.ts'
import { everything } from './publication.ts'

let root: string
let made: MadeWord
let document: ReturnType<typeof treeOf>
const files = await everything()

beforeAll(async () => {
  root = await publicationFolder(files)
  made = await wordOf(root)
  document = treeOf(made)
}, 180_000)
afterAll(removeFolders)

const styleOf = (paragraph: Element): string => value(paragraph, 'w:pStyle') ?? ''
const headings = (): string[] =>
  all(document, 'w:p')
    .filter((one) => /^(?:Title|Heading\d)$/.test(styleOf(one)))
    .map((one) => `${styleOf(one)} ${words(one)}`)

describe('a Word file for review', () => {
  it('says what the book says, and nothing is found wrong with it', () => {
    // The one table with joined cells.
    expect(made.findings.map(({ place }) => place)).toEqual([{ file: 'chapters/02-water.md', line: 10 }])
  })

  it('has the same bytes from the same texts', async () => {
    expect(Buffer.compare(Buffer.from((await wordOf(root)).bytes), Buffer.from(made.bytes))).toBe(0)
  })

  it('has headings in Word’s own styles, as deep as in the book', () => {
    expect(headings()).toEqual([
      'Title Walls and water',
      'Heading1 Part one: The paper',
      'Heading2 Walls that stand',
      'Heading3 What it costs',
      'Heading2 Water that comes',
      'Heading1 Part two: Studies',
      'Heading2 The bank at Gull Sands',
    ])
  })

  it('begins with its title, whatever the covers show', () => {
    expect(
      all(document, 'w:p')
        .map(words)
        .find((one) => one !== ''),
    ).toBe('Walls and water')
  })

  it('lets Word number the chapters', () => {
    const numbers = ['Walls that stand', 'Water that comes'].map((title) => startOf(headingOf(title)))
    expect(numbers).toEqual(['1', '2'])
    expect(words(document)).not.toMatch(/1Walls that stand/)
  })

  it('tells title, author and language of the whole', () => {
    const core = treeOf(made, 'docProps/core.xml')
    expect(['dc:title', 'dc:creator', 'dc:language'].map((name) => words(all(core, name)[0]))).toEqual([
      'Walls and water',
      'Ada Example',
      'en-GB',
    ])
    expect(value(all(treeOf(made, 'word/styles.xml'), 'w:docDefaults')[0], 'w:lang')).toBe('en-GB')
  })

  it('tracks what a reviewer changes', () => {
    expect(all(treeOf(made, 'word/settings.xml'), 'w:trackRevisions')).toHaveLength(1)
  })

  it('has the size of the pages', () => {
    for (const { attributes } of all(document, 'w:pgSz'))
      expect(attributes).toEqual({ 'w:w': '11906', 'w:h': '16838' })
  })
})

describe('its words', () => {
  it('are bold, italic, code and of other languages as they are in the text', () => {
    const runs = all(beginning(document, 'The first paragraph'), 'w:r')
    const run = (text: string) => runs.find((one) => words(one) === text)
    expect(all(run('bold'), 'w:b')).toHaveLength(1)
    expect(all(run('italic'), 'w:i')).toHaveLength(1)
    expect(value(run('code'), 'w:rStyle')).toBe('InlineCode')
    expect(value(run('bonjour'), 'w:lang')).toBe('fr')
  })

  it('keep every space and line of a listing', () => {
    const listing = beginning(document, 'one  two')
    expect(styleOf(listing)).toBe('Code')
    expect(words(listing)).toBe('one  two  three')
    expect(all(listing, 'w:br')).toHaveLength(1)
  })

  it('say which tasks are done', () => {
    expect([words(beginning(document, '☑')), words(beginning(document, '☐'))]).toEqual([
      '☑ done',
      '☐ not done',
    ])
  })
})

describe('its lists', () => {
  it('have levels', () => {
    expect(['First', 'Below it', 'Second'].map((text) => value(beginning(document, text), 'w:ilvl'))).toEqual(
      ['0', '1', '0'],
    )
  })

  it('begin with the number that the text begins with', () => {
    expect(startOf(beginning(document, 'Three'))).toBe('3')
    expect(value(beginning(document, 'Four'), 'w:numId')).toBe(value(beginning(document, 'Three'), 'w:numId'))
  })

  it('number an item once, however many paragraphs it has', () => {
    const more = beginning(document, 'More of four')
    expect(all(more, 'w:numPr')).toHaveLength(0)
    expect(all(more, 'w:ind')[0]?.attributes['w:left']).toBe('400')
  })
})

describe('its tables', () => {
  const table = (text: string): Element => all(document, 'w:tbl').find((one) => words(one).includes(text))!

  it('repeat their rows of headings', () => {
    for (const one of all(document, 'w:tbl')) expect(all(all(one, 'w:tr')[0], 'w:tblHeader')).toHaveLength(1)
    expect(all(all(table('Quay'), 'w:tr')[1], 'w:tblHeader')).toHaveLength(0)
  })

  it('keep the spelling of numbers', () => {
    expect(all(table('Quay'), 'w:tc').map(words)).toEqual(['Wall', 'Miles', 'Quay', '4.50', 'Spit', '007'])
  })

  it('have their captions in Word’s own style, before them', () => {
    expect(styleOf(beginning(document, 'Table 1 Walls by length'))).toBe('Caption')
  })

  it('join cells as the text does', () => {
    const winter = table('Season')
    expect(value(winter, 'w:gridSpan')).toBe('2')
    expect(all(winter, 'w:vMerge').map(({ attributes }) => attributes['w:val'])).toEqual([
      'restart',
      'continue',
    ])
    expect(all(winter, 'w:gridCol')).toHaveLength(3)
  })

  it('say in numbers what a chart shows', () => {
    expect(all(table('Summer'), 'w:tc').map(words)).toEqual([
      'Answer',
      'Floods',
      'Winter',
      '14',
      'Summer',
      '3',
    ])
  })

  it('hold a case study at a glance, headed by its title', () => {
    expect(all(table('At a glance'), 'w:tc').map(words)).toEqual([
      'At a glance',
      'The bank at Gull Sands',
      'Outcome',
      'It held.',
      'Began',
      '2013',
    ])
  })
})

describe('its pictures', () => {
  it('say what they show, or that they decorate', () => {
    const [shown, decorative] = all(document, 'wp:docPr')
    expect(shown?.attributes.descr).toBe('A wall with a path on its crest')
    expect(all(decorative, 'adec:decorative')[0]?.attributes.val).toBe('1')
    expect(decorative?.attributes.descr).toBeUndefined()
  })

  it('stand in the line and in the file', () => {
    expect(all(document, 'wp:anchor')).toHaveLength(0)
    expect([...made.parts.keys()].filter((name) => name.startsWith('word/media/'))).toEqual([
      'word/media/picture-1.png',
    ])
  })
})

describe('its notes', () => {
  it('are Word’s own, with the lines over them', () => {
    const notes = all(treeOf(made, 'word/footnotes.xml'), 'w:footnote')
    expect(notes.map(({ attributes }) => attributes['w:type'] ?? attributes['w:id'])).toEqual([
      'separator',
      'continuationSeparator',
      '1',
      '2',
    ])
    expect(words(notes[2])).toBe(' The words of the note.')
  })

  it('are numbered anew in each text', () => {
    expect(value(treeOf(made, 'word/settings.xml'), 'w:numRestart')).toBe('eachSect')
  })

  it('stand once, where they are called first', () => {
    expect(all(document, 'w:footnoteReference')).toHaveLength(2)
    const again = all(beginning(document, 'Again the note'), 'w:hyperlink')[0]
    expect([again?.attributes['w:anchor'], words(again)]).toEqual(['_note_1', '1'])
  })
})

describe('its links', () => {
  it('lead to places in the file and to addresses outside', () => {
    const places = new Set(all(document, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']))
    const relations = all(treeOf(made, 'word/_rels/document.xml.rels'), 'Relationship')
    const links = all(document, 'w:hyperlink')
    expect(links.length).toBeGreaterThan(4)
    for (const { attributes } of links) {
      if (attributes['w:anchor']) expect(places).toContain(attributes['w:anchor'])
      else {
        const relation = relations.find((one) => one.attributes.Id === attributes['r:id'])
        expect(relation?.attributes).toMatchObject({
          Target: 'https://example.org/walls?a=1&b=2',
          TargetMode: 'External',
        })
      }
    }
  })

  it('stand in the contents, which are a field that is filled', () => {
    const [contents] = all(document, 'w:sdtContent')
    expect(words(all(contents, 'w:instrText')[0]?.children[0])).toContain('TOC')
    expect(all(contents, 'w:hyperlink').map(words)).toEqual([
      '1 Walls that stand',
      'What it costs',
      '2 Water that comes',
      'Case study 1 The bank at Gull Sands',
    ])
  })
})

describe('its hidden marks', () => {
  const marksIn = (paragraph: Element) =>
    all(paragraph, 'w:bookmarkStart').flatMap(({ attributes }) => readMark(attributes['w:name'] ?? '') ?? [])
  const source = String(files['chapters/01-walls.md'])

  it.each([
    ['Walls that stand', 'title: Walls'],
    ['A wall is looked at', 'standfirst:'],
    ['The first paragraph', 'The first paragraph'],
    ['What it costs', '## What it costs'],
    ['Below it', '  - Below it'],
    ['The sea gives notice', '> The sea'],
    ['It is wet', 'It is wet'],
    ['Table 1', ':::table'],
    ['Figure 1', '![A wall'],
    ['one  two', '```text'],
  ])('say where “%s” comes from', (text, begins) => {
    const line = source.split('\n').findIndex((one) => one.startsWith(begins)) + 1
    const found =
      text === 'Walls that stand' || text === 'What it costs' ? headingOf(text) : beginning(document, text)
    const key = { file: fileKey('chapters/01-walls.md'), line, text: textKey(blocksIn(source)(line)) }
    expect(marksIn(found)).toEqual([expect.objectContaining(key)])
  })

  it('tell the columns of a table', () => {
    const cells = all(
      all(document, 'w:tbl').find((one) => words(one).includes('Quay')),
      'w:tc',
    )
    expect(cells.flatMap(marksIn).map(({ part }) => part)).toEqual([1, 2, 1, 2, 1, 2])
  })

  it('have names and numbers of their own', () => {
    const marks = [document, treeOf(made, 'word/footnotes.xml')].flatMap((tree) =>
      all(tree, 'w:bookmarkStart'),
    )
    for (const key of ['w:id', 'w:name']) {
      const values = marks.map(({ attributes }) => attributes[key])
      expect(new Set(values).size).toBe(values.length)
    }
    for (const { attributes } of marks) expect(attributes['w:name']).toMatch(/^[A-Za-z_]\w{0,39}$/)
  })
})

/** In the order that Word asks for; see ISO/IEC 29500-1, 17.3.1.26, 17.3.2.28, 17.4.60, 17.6.17. */
const ORDERS = {
  'w:pPr':
    'pStyle keepNext keepLines numPr pBdr shd tabs bidi spacing ind contextualSpacing jc outlineLvl rPr sectPr',
  'w:rPr': 'rStyle rFonts b bCs i iCs strike noProof color sz szCs highlight u vertAlign rtl lang',
  'w:tblPr': 'tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption',
  'w:tcPr': 'tcW gridSpan vMerge tcBorders shd',
  'w:sectPr': 'headerReference footerReference footnotePr type pgSz pgMar cols',
  'w:lvl': 'start numFmt suff lvlText lvlJc pPr rPr',
} as const

describe('its parts', () => {
  it.each(Object.entries(ORDERS))('have what stands in %s in the order that Word asks for', (name, order) => {
    const ranks = order.split(' ').map((one) => `w:${one}`)
    const trees = [...made.parts.keys()].filter((one) => one.endsWith('.xml')).map((one) => treeOf(made, one))
    for (const element of trees.flatMap((tree) => all(tree, name))) {
      const found = element.children.map((child) => ranks.indexOf('name' in child ? child.name : ''))
      expect(found).not.toContain(-1)
      expect(found).toEqual([...found].sort((one, other) => one - other))
    }
  })

  it('end each cell with a paragraph', () => {
    for (const cell of all(document, 'w:tc')) expect(cell.children.at(-1)).toMatchObject({ name: 'w:p' })
  })

  it('are told in the list of what the file holds', () => {
    const types = treeOf(made, '[Content_Types].xml')
    const named = all(types, 'Override').map(({ attributes }) => attributes.PartName?.slice(1))
    expect(named.filter((name) => !made.parts.has(name ?? ''))).toEqual([])
  })
})

function headingOf(title: string): Element {
  return all(document, 'w:p').find((one) => /^Heading/.test(styleOf(one)) && words(one) === title)!
}

/** The number that the list of a paragraph begins with, at its level. */
function startOf(paragraph: Element): string | null | undefined {
  const id = value(paragraph, 'w:numId')
  const list = all(treeOf(made, 'word/numbering.xml'), 'w:num').find(
    (one) => one.attributes['w:numId'] === id,
  )
  return value(list, 'w:startOverride')
}
