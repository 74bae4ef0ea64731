import { describe, expect, it } from 'vitest'
import { comparePapers } from '../../scripts/compare/compare-papers.ts'
import type { Paper } from '../../scripts/compare/paper.ts'
import { redlineOf } from '../../scripts/compare/redline-of.ts'
import type { Redline } from '../../scripts/model/redline.ts'
import { filler, paperOf } from './made-paper.ts'

function redline(old: Paper, now: Paper, files = ['old/a.pdf', 'new/a.pdf']): Redline {
  const compared = comparePapers(old, now)
  const [before = '', after = ''] = files
  const side = { title: 'A paper', pages: 1, words: 1, bytes: 1 }
  const sides = { old: { ...side, file: before }, new: { ...side, file: after } }
  return redlineOf({ ...compared.comparison, ...sides, same: false, undrawn: '' }, compared)
}

const shown = ({ changes }: Redline): string[] =>
  changes.map(({ number, kind, place, lines, carets, otherLabel }) =>
    [
      number,
      kind,
      `page ${place.page}`,
      ...lines.map(({ words }) => words),
      `${carets.length}↑`,
      otherLabel,
    ].join(' | '),
  )

describe('what is marked', () => {
  it('of words in the place of others: the new ones as a line, and where the old ones stood', () => {
    const made = redline(
      paperOf(['one ten councils answered']),
      paperOf(['one twelve more councils answered']),
    )
    expect(shown(made)).toEqual(['1 | text | page 1 | twelve more | 1↑ | 1'])
    expect(made.changes[0]!.carets[0]!.box.left).toBe(made.changes[0]!.lines[0]!.box.left)
  })

  it('of words that are gone: the place behind the word before them', () => {
    const made = redline(
      paperOf([`${filler(3)} gone for ever ${filler(9, 20)}`]),
      paperOf([`${filler(3)} ${filler(9, 20)}`]),
    )
    const [change] = made.changes
    expect(shown(made)).toEqual(['1 | text | page 1 | 1↑ | 1'])
    expect(change!.carets[0]!.box).toEqual({ left: 43, top: 40, right: 43, bottom: 50 })
  })

  it('of a page that is gone: its place between the others, at the head of the page behind it', () => {
    const made = redline(
      paperOf([filler(9), filler(9, 50), filler(9, 20)]),
      paperOf([filler(9), filler(9, 20)]),
    )
    expect(shown(made)).toEqual(['1 | text | page 2 | 1↑ | 2'])
    expect(made.changes[0]!.pieces.find(({ state }) => state === 'removed')?.text).toBe(filler(9, 50))
  })

  it('and so of words that stood at the head of a page', () => {
    const made = redline(
      paperOf([filler(9), `gone now ${filler(9, 20)}`]),
      paperOf([filler(9), filler(9, 20)]),
    )
    expect(shown(made)).toEqual(['1 | text | page 2 | 1↑ | 2'])
  })

  it('of what moved both places, each with the name of the other page', () => {
    const moved = 'these few words moved'
    const made = redline(
      paperOf([`${filler(9)} ${moved} ${filler(9, 20)}`, `${filler(9, 40)} ${filler(9, 60)}`], {
        labels: ['i', 'ii'],
      }),
      paperOf([`${filler(9)} ${filler(9, 20)}`, `${filler(9, 40)} ${moved} ${filler(9, 60)}`], {
        labels: ['i', 'ii'],
      }),
    )
    expect(shown(made)).toEqual([
      '1 | moved-away | page 1 | 1↑ | ii',
      '2 | moved-here | page 2 | these few words moved | 0↑ | i',
    ])
  })

  it('of pages without words that they came or went; numbered in the order of the pages', () => {
    const made = redline(
      paperOf([filler(9), '', filler(9, 20)]),
      paperOf([filler(9), `${filler(9, 20)} last`, '']),
    )
    expect(shown(made)).toEqual([
      '1 | page-removed | page 1 | 0↑ | 2',
      '2 | text | page 2 | last | 0↑ | ',
      '3 | page-added | page 3 | 0↑ | ',
    ])
  })

  it('numbers of pages apart from words', () => {
    const made = redline(paperOf(['see page 12 for more of it']), paperOf(['see page 14 for more of it']))
    expect(made.changes).toEqual([])
    expect(made.numbers).toMatchObject([
      { number: 1, label: '1', was: '12', now: '14', lines: [{ words: '14' }] },
    ])
  })

  it.each([
    [
      ['/home/me/old/a.pdf', '/home/me/new/a.pdf'],
      ['old/a.pdf', 'new/a.pdf'],
    ],
    [
      ['/home/me/a.pdf', '/home/you/b.pdf'],
      ['a.pdf', 'b.pdf'],
    ],
  ])('names files by no more of their paths than tells them apart: %s', (files, names) => {
    const made = redline(paperOf(['one']), paperOf(['two']), files)
    expect([made.old.file, made.new.file]).toEqual(names)
  })
})
