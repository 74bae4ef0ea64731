import { describe, expect, it } from 'vitest'
import { comparePapers } from '../../scripts/compare/compare-papers.ts'
import type { Comparison } from '../../scripts/compare/comparison.ts'
import { comparisonText, shifts, summaryText } from '../../scripts/compare/comparison-text.ts'
import type { Paper } from '../../scripts/compare/paper.ts'
import { filler, heading, paperOf } from './made-paper.ts'

const compare = (old: Paper, now: Paper) => comparePapers(old, now).comparison
const side = (paper: Paper) => ({
  file: 'paper.pdf',
  title: paper.title,
  bytes: 1000,
  pages: paper.pages.length,
  words: paper.pages.reduce((sum, { words }) => sum + words.length, 0),
})
const whole = (old: Paper, now: Paper, given: Partial<Comparison> = {}): Comparison => ({
  same: false,
  old: side(old),
  new: side(now),
  undrawn: '',
  ...compare(old, now),
  ...given,
})
const states = ({ pages }: Pick<Comparison, 'pages'>): string[] =>
  pages.map(({ oldPage, newPage, state }) => `${oldPage?.label ?? '–'}→${newPage?.label ?? '–'} ${state}`)

describe('a paper and itself', () => {
  it('have nothing to tell', () => {
    const paper = paperOf([filler(50), '', filler(50, 50)], { outline: [heading('One', 1)] })
    expect(compare(paper, paper)).toMatchObject({
      text: [],
      moved: [],
      breaks: [],
      references: [],
      headings: [],
      fonts: { added: [], removed: [] },
    })
    expect(states(compare(paper, paper))).toEqual(['1→1 same', '2→2 same', '3→3 same'])
    expect(summaryText(whole(paper, paper, { same: true }))).toBe('3 pages. Nothing changed.')
  })
})

describe('words that changed', () => {
  it('stand in their context, on their page', () => {
    const [text] = compare(
      paperOf([filler(20), 'one two three four five six seven eight']),
      paperOf([filler(20), 'one two three FOUR five six seven eight']),
    ).text
    expect(text).toEqual({
      oldPage: { number: 2, label: '2' },
      newPage: { number: 2, label: '2' },
      pieces: [
        { text: 'w17 w18 w19 one two three', state: 'same' },
        { text: 'four', state: 'removed' },
        { text: 'FOUR', state: 'added' },
        { text: 'five six seven eight', state: 'same' },
      ],
    })
  })

  it('close together are one change, and far apart two', () => {
    const old = paperOf([filler(60)])
    const edit = (...places: number[]) =>
      paperOf([places.reduce((text, place) => text.replace(`w${place} `, `x${place} `), filler(60))])
    expect(compare(old, edit(10, 14)).text).toHaveLength(1)
    expect(compare(old, edit(10, 40)).text).toHaveLength(2)
  })

  it.each([
    ['inside of a word', 'a https://exam| ple.org/x b', 'a https://example.org/x b'],
    ['behind a hyphen', 'a well-| known b', 'a well-known b'],
    ['with a hyphen that came with the line', 'a exam-| ple b', 'a example b'],
  ])('do not count when only a line broke elsewhere: %s', (_, before, after) => {
    expect(compare(paperOf([before]), paperOf([after])).text).toEqual([])
    expect(compare(paperOf([after]), paperOf([before])).text).toEqual([])
  })

  it('that only went elsewhere are told as moved', () => {
    const { text, moved } = compare(
      paperOf([`alpha beta gamma ${filler(40)}`, filler(40, 40)]),
      paperOf([filler(40), `${filler(40, 40)} alpha beta gamma`]),
    )
    expect(text).toEqual([])
    expect(moved).toMatchObject([
      { oldPage: { label: '1' }, newPage: { label: '2' }, text: 'alpha beta gamma' },
    ])
  })
})

describe('numbers of pages', () => {
  const contents = (number: string) => paperOf([`Contents Barriers ${number}`, filler(9), filler(9, 9)])

  it('of links to that page are told apart, and are no text that changed', () => {
    const { text, references, pages } = compare(contents('2→2'), contents('3→3'))
    expect(text).toEqual([])
    expect(references).toEqual([
      {
        oldPage: { number: 1, label: '1' },
        newPage: { number: 1, label: '1' },
        says: 'Contents Barriers',
        was: '2',
        now: '3',
      },
    ])
    expect(states({ pages })[0]).toBe('1→1 references')
  })

  it('are read as they are printed: in Roman letters, in brackets, before a note', () => {
    const labels = ['i', 'ii', 'iii']
    const paper = (text: string) => paperOf([text, filler(9), filler(9, 9)], { labels })
    expect(compare(paper('See (page ii).4 now'), paper('See (page iii).4 now')).references).toMatchObject([
      { says: 'See', was: 'ii).4', now: 'iii).4' },
    ])
    expect(compare(paper('Foreword ii→2'), paper('Foreword iii→3')).text).toEqual([])
  })

  it('of an entry of an index are one change, also when it has one more', () => {
    const { references, text } = compare(
      paperOf(['Dudley, 2,→2 4–→4 5→4 Flickr, 2→2', '', '', '', '', '', '']),
      paperOf(['Dudley, 3,→3 5–→5 6,→5 7→7 Flickr, 3→3', '', '', '', '', '', '']),
    )
    expect(text).toEqual([])
    expect(references).toMatchObject([
      { says: 'Dudley', was: '2, 4– 5', now: '3, 5– 6, 7' },
      { says: 'Flickr', was: '2', now: '3' },
    ])
  })

  it('are numbers of figures, tables and chapters too', () => {
    const { text, references } = compare(
      paperOf(['As figure 3.1a and Table C2.4: show']),
      paperOf(['As figure 3.2a and Table C2.5: show']),
    )
    expect(text).toEqual([])
    expect(references).toMatchObject([
      { was: '3.1a', now: '3.2a' },
      { was: 'C2.4', now: 'C2.5' },
    ])
  })

  it('are no years and no counts', () => {
    const paper = (year: string) => paperOf([`In ${year} there were`, filler(9)])
    const { text, references } = compare(paper('2012'), paper('2013'))
    expect({ text: text.length, references }).toEqual({ text: 1, references: [] })
    const linked = (year: string) => paperOf([`In ${year}→2 there were`, filler(9)])
    expect(compare(linked('2012'), linked('2013')).text).toHaveLength(1)
  })
})

describe('page breaks', () => {
  it('that moved are told by the words with which the page begins', () => {
    const { breaks, pages, text } = compare(
      paperOf([filler(30), filler(30, 30), filler(30, 60)]),
      paperOf([`${filler(25)}`, `${filler(28, 25)}`, `${filler(37, 53)}`]),
    )
    expect(text).toEqual([])
    expect(breaks).toEqual([
      {
        page: { number: 2, label: '2' },
        begins: 'w25 w26 w27 w28 w29 w30 w31 w32',
        stoodOn: { number: 1, label: '1' },
      },
      {
        page: { number: 3, label: '3' },
        begins: 'w53 w54 w55 w56 w57 w58 w59 w60',
        stoodOn: { number: 2, label: '2' },
      },
    ])
    expect(states({ pages })).toEqual(['1→1 same', '2→2 break', '3→3 break'])
  })

  it('have not moved where a page came before them, or where its first word is another', () => {
    const old = paperOf([filler(30), filler(30, 30), filler(30, 60)])
    const now = paperOf([filler(30), 'one two three', `X${filler(30, 30)}`, filler(30, 60)])
    const { breaks, pages } = compare(old, now)
    expect(breaks).toEqual([])
    expect(states({ pages })).toEqual(['1→1 same', '–→2 added', '2→3 text', '3→4 same'])
    expect(shifts(pages)).toEqual(['pages 3 to 4 were 2 to 3'])
  })
})

describe('pages', () => {
  it('without words are paired by their place', () => {
    const { pages } = compare(
      paperOf([filler(9), '', filler(9, 9)]),
      paperOf([filler(9), '', filler(9, 9), filler(9, 30)]),
    )
    expect(states({ pages })).toEqual(['1→1 same', '2→2 same', '3→3 same', '–→4 added'])
  })

  it('that were written anew stay the same page, and pages can go', () => {
    const old = paperOf([filler(9), filler(9, 9), filler(9, 20), filler(9, 30)])
    expect(states(compare(old, paperOf([filler(9), filler(9, 90), filler(9, 20), filler(9, 30)])))[1]).toBe(
      '2→2 text',
    )
    expect(states(compare(old, paperOf([filler(9), filler(9, 20), filler(9, 30)])))).toEqual([
      '1→1 same',
      '2→– removed',
      '3→2 same',
      '4→3 same',
    ])
  })
})

describe('headings', () => {
  const pages = [filler(9), filler(9, 9), filler(9, 20)]
  const paper = (...outline: Paper['outline']) => paperOf(pages, { outline })

  it.each([
    ['added', paper(heading('One', 1)), paper(heading('One', 1), heading('Two', 2))],
    ['removed', paper(heading('One', 1), heading('Two', 2)), paper(heading('Two', 2))],
    ['renamed', paper(heading('One', 1), heading('Two', 2)), paper(heading('One', 1), heading('2', 2))],
    ['moved', paper(heading('One', 1)), paper(heading('One', 2))],
  ])('were %s', (kind, old, now) => expect(compare(old, now).headings).toMatchObject([{ kind }]))

  it('that only stand on a page of another number are counted', () => {
    const old = paperOf([filler(9, 9)], { outline: [heading('One', 1)] })
    const now = paperOf([filler(9, 50), filler(9, 9)], { outline: [heading('One', 2)] })
    expect(compare(old, now).headings).toMatchObject([{ kind: 'moved', withItsPage: true }])
    expect(comparisonText(whole(old, now))).toContain(
      '1 heading stands where they stood, on pages that have another number now',
    )
  })
})

describe('as text', () => {
  const old = paperOf(['one two three', 'Barriers 3→3', filler(9)], { fonts: ['Old'] })
  const now = paperOf(['one 2 three', 'Barriers 4→4', 'A new page', filler(9)], { fonts: ['New'] })

  it('is a summary and a list of each kind', () => {
    const text = comparisonText(whole(old, now))
    expect(text).toContain(
      '3 pages, now 4. The text of 1 page changed, 1 page came, 1 reference says another number.',
    )
    expect(text).toContain('Text\n  page 1\n    − one two three')
    expect(text).toContain('    + one 2 three')
    expect(text).toContain('References\n  page 2: “Barriers” 3, now 4')
    expect(text).toContain('Pages\n  page 3 is new\n  page 4 was 3')
    expect(text).toContain('Fonts\n  New is new\n  Old is gone')
  })

  it('is no longer than asked for, and says so', () =>
    expect(comparisonText(whole(old, now), 1)).toContain('  and 1 more; --report json has them all'))

  it('lets no word of a PDF steer the terminal', () =>
    expect(comparisonText(whole(paperOf(['a b']), paperOf(['a \u001B[2Jgone\u202E b'])))).toContain(
      'a  [2Jgone  b',
    ))
})
