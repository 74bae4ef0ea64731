import { describe, expect, it } from 'vitest'
import { type Edit, inWords, reviewThese } from './review-these.ts'
import { type Paragraph, untracked } from './word-files.ts'

const FILE = 'chapters/01-a.md'
const at = (all: readonly Paragraph[], words: string): number =>
  all.findIndex(({ text }) => text.includes(words))
const without =
  (words: string): Edit =>
  (all) =>
    all.filter((_, index) => index !== at(all, words))
const behind =
  (words: string, ...fresh: readonly Paragraph[]): Edit =>
  (all) =>
    all.toSpliced(at(all, words) + 1, 0, ...fresh)
/** One takes the place of the other, and goes behind these words. */
const moved =
  (words: string, target: string): Edit =>
  (all) => {
    const one = all[at(all, words)]!
    const rest = all.filter((other) => other !== one)
    return rest.toSpliced(at(rest, target) + 1, 0, one)
  }
const PLAIN = { style: 'paragraph' }

const EDITS: Readonly<Record<string, readonly [string, Edit, string]>> = {
  'a new paragraph': ['One.\n\nTwo.', behind('One', { ...PLAIN, text: 'New.' }), 'One.\n\nNew.\n\nTwo.'],
  'two new paragraphs': [
    'One.\n\nTwo.',
    behind('One', { ...PLAIN, text: 'New.' }, { ...PLAIN, text: 'Newer.' }),
    'One.\n\nNew.\n\nNewer.\n\nTwo.',
  ],
  'a new paragraph at the end': [
    'One.\n\nTwo.',
    behind('Two', { ...PLAIN, text: '{+New.+}' }),
    'One.\n\nTwo.\n\nNew.',
  ],
  'a new paragraph that looks like a list': [
    'One.',
    behind('One', { ...PLAIN, text: '- so' }),
    'One.\n\n\\- so',
  ],
  'a new heading': [
    '# A\n\n## B\n\nOne.',
    behind('One', { style: 'Heading2', text: 'New' }, { ...PLAIN, text: 'Text.' }),
    '# A\n\n## B\n\nOne.\n\n## New\n\nText.',
  ],
  'a new item': [
    '- one\n- two',
    behind('one', { style: 'paragraph', isItem: true, text: 'new' }),
    '- one\n- new\n- two',
  ],
  'a new numbered item': [
    '1. one\n2. two',
    behind('two', { style: 'paragraph', isItem: true, text: 'new' }),
    '1. one\n2. two\n3. new',
  ],
  'a new paragraph in a quotation': [
    '> One.\n\nTwo.',
    behind('One', { ...PLAIN, text: 'New.' }),
    '> One.\n>\n> New.\n\nTwo.',
  ],
  'a new paragraph behind a quotation': [
    '> One.\n\nTwo.',
    behind('One', { style: 'other', text: 'New.' }),
    '> One.\n\nNew.\n\nTwo.',
  ],
  'a new paragraph behind a list': [
    '- one\n\nTwo.',
    behind('one', { ...PLAIN, text: 'New.' }),
    '- one\n\nNew.\n\nTwo.',
  ],
  'a new paragraph behind a table': [
    '| A |\n|---|\n| 1 |\n\nTwo.',
    behind('1', { ...PLAIN, text: 'New.' }),
    '| A |\n|---|\n| 1 |\n\nNew.\n\nTwo.',
  ],
  'a paragraph taken out': ['One.\n\nTwo.\n\nThree.', without('Two'), 'One.\n\nThree.'],
  'the last paragraph taken out': ['One.\n\nTwo.', without('Two'), 'One.'],
  'a paragraph struck out': ['One.\n\nTwo.\n\nThree.', inWords('Two.', '{-Two.-}'), 'One.\n\nThree.'],
  'an item taken out': ['- one\n- two\n- three', without('two'), '- one\n- three'],
  'all items taken out': [
    'One.\n\n- a\n- b\n\nTwo.',
    (all) => without('b')(without('a')(all)),
    'One.\n\nTwo.',
  ],
  'a heading and its text taken out': [
    '# A\n\n## B\n\nOne.\n\n## C\n\nTwo.',
    (all) => without('One')(without('B')(all)),
    '# A\n\n## C\n\nTwo.',
  ],
  'a row taken out': [
    '| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |',
    (all) => without('2')(without('1')(all)),
    '| A | B |\n|---|---|\n| 3 | 4 |',
  ],
  'a new row': [
    '| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |',
    (all) => {
      const { table } = all[0]!.cell!
      const row = [1, 2].map((column) => ({ text: `n${column}`, cell: { table, row: 9, column } }))
      return all.toSpliced(4, 0, ...row)
    },
    '| A | B |\n|---|---|\n| 1 | 2 |\n| n1 | n2 |\n| 3 | 4 |',
  ],
  'a paragraph cut in two': [
    'One **bold** wall. Two walls.',
    (all) => [
      { ...all[0]!, text: 'One bold wall.', end: 'inserted' },
      { ...PLAIN, text: 'Two walls.' },
    ],
    'One **bold** wall.\n\nTwo walls.',
  ],
  'an item cut in two': [
    '- one and two\n- three',
    (all) => [
      { ...all[0]!, text: 'one{- and-}', end: 'inserted' },
      { ...all[0]!, name: '', text: 'two' },
      all[1]!,
    ],
    '- one\n- two\n- three',
  ],
  'two paragraphs made one': [
    'One *wall*.\n\nTwo walls.',
    (all) => [{ ...all[0]!, text: `${all[0]!.text}{+ +}`, end: 'deleted' }, all[1]!],
    'One *wall*. Two walls.',
  ],
  'a paragraph moved down': [
    'One is here.\n\nTwo is **here**.\n\nThree is here.',
    moved('Two', 'Three'),
    'One is here.\n\nThree is here.\n\nTwo is **here**.',
  ],
  'a paragraph moved up': [
    'One is here.\n\nTwo is here.\n\nThree is *here*.',
    moved('Three', 'One'),
    'One is here.\n\nThree is *here*.\n\nTwo is here.',
  ],
  'an item moved': [
    '- one thing\n- two things\n- three things',
    moved('one', 'three'),
    '- two things\n- three things\n- one thing',
  ],
  'a paragraph moved and tracked': [
    'One is here.\n\nTwo is **here**.\n\nThree is here.',
    (all) =>
      behind('Three', { ...PLAIN, text: '{+Two is here.+}' })(
        inWords('Two is here.', '{-Two is here.-}')(all),
      ),
    'One is here.\n\nThree is here.\n\nTwo is **here**.',
  ],
}

describe('an edit of paragraphs', () => {
  for (const [name, [source, edit, expected]] of Object.entries(EDITS)) {
    it(`comes back: ${name}`, async () => {
      const { texts, told } = await reviewThese({ [FILE]: `${source}\n` }, edit)
      expect(told).toEqual([])
      expect(texts[FILE]).toBe(`${expected}\n`)
    })
    it(`changes nothing the second time: ${name}`, async () => {
      const { texts } = await reviewThese({ [FILE]: `${source}\n` }, edit)
      const again = await reviewThese({ [FILE]: `${source}\n` }, edit, texts)
      expect(again.told).toEqual([])
      expect(again.texts).toEqual(texts)
    })
  }
  it('moves a paragraph into another text', async () => {
    const files = {
      'chapters/01-a.md': 'One is here.\n\nTwo is **here**.\n',
      'chapters/02-b.md': '# B\n\nThree is here.\n',
    }
    const { texts, told } = await reviewThese(files, moved('Two', 'Three'))
    expect(told).toEqual([])
    expect(texts).toEqual({
      'chapters/01-a.md': 'One is here.\n',
      'chapters/02-b.md': '# B\n\nThree is here.\n\nTwo is **here**.\n',
    })
  })
  it.each([
    ['a cell below', inWords('Bank', '{-Bank-}{+Bankside+}'), '| Spit | 4.5 |\n| Bankside | 9.0 |'],
    [
      'a cell like others',
      (all: Paragraph[]) =>
        all.map((one, index) => (index === at(all, 'Spit') + 1 ? { ...one, text: '{-4.5-}{+4.6+}' } : one)),
      '| Spit | 4.6 |\n| Bank | 9.0 |',
    ],
    [
      'a row of the reviewer’s own',
      (all: Paragraph[]) => {
        const { table } = all[0]!.cell!
        const row = [1, 2].map((column) => ({ text: `{+n${column}+}`, cell: { table, row: 9, column } }))
        return all.toSpliced(at(all, 'Bank'), 0, ...row)
      },
      '| Spit | 4.5 |\n| n1 | n2 |\n| Bank | 9.0 |',
    ],
  ])('leaves the row that the author has added since: %s', async (_, edit, expected) => {
    const rows = '| Spit | 4.5 |\n| Bank | 9.0 |'
    const was = `| Wall | Miles |\n|---|---|\n| Quay | 4.5 |\n${rows}\n`
    const now = was.replace('| Spit', '| Ness | 4.5 |\n| Spit')
    const { texts, told } = await reviewThese({ [FILE]: was }, edit, { [FILE]: now })
    expect(told).toEqual([])
    expect(texts[FILE]).toBe(now.replace(rows, expected))
  })
  it('is found again where lines have moved since', async () => {
    const { texts, told } = await reviewThese(
      { [FILE]: 'One old wall.\n' },
      inWords('old', '{-old-}{+new+}'),
      {
        [FILE]: '# A\n\nSome more.\n\nOne old wall.\n',
      },
    )
    expect(told).toEqual([])
    expect(texts[FILE]).toBe('# A\n\nSome more.\n\nOne new wall.\n')
  })
  it('is made of nothing but format', async () => {
    const { reviewed } = await reviewThese({ [FILE]: 'One old wall.\n' }, untracked)
    expect(reviewed).toEqual({ texts: [], told: [], findings: [] })
  })
})
