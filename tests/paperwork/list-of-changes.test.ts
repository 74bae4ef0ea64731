import { describe, expect, it } from 'vitest'
import type { Redline, RedlineChange } from '../../scripts/model/redline.ts'
import { listOfChanges } from '../../scripts/paperwork/list-of-changes.ts'
import { readTheme } from '../../scripts/settings/theme.ts'
import { ENGLISH } from '../support/english-words.ts'
import { settingsOf } from '../support/made-by-hand.ts'

const { value: theme } = await readTheme(['templates'])
const SETTINGS = settingsOf({}, { theme: { ...theme!, words: ENGLISH, foreignWords: [] } })

const box = { left: 0, top: 0, right: 1, bottom: 1 }
const change = (number: number, page: number, given: Partial<RedlineChange>): RedlineChange => ({
  number,
  kind: 'text',
  label: `p${page}`,
  mark: -1,
  lines: [],
  carets: [],
  pieces: [],
  otherLabel: '9',
  place: { page, box },
  ...given,
})

const REDLINE: Redline = {
  title: 'A {title} $& *paper*',
  old: { file: 'a_b.pdf', pages: 3 },
  new: { file: 'c.pdf', pages: 4 },
  changes: [
    change(1, 2, {
      pieces: [
        { text: 'some', state: 'same' },
        { text: '<b>10</b> [of](it)', state: 'removed' },
        { text: 'ten', state: 'added' },
      ],
    }),
    change(2, 2, { pieces: [{ text: 'gone', state: 'removed' }] }),
    change(3, 3, { kind: 'moved-here', pieces: [{ text: 'moved words', state: 'same' }] }),
  ],
  numbers: [
    { number: 1, place: { page: 1, box }, label: 'i', lines: [], says: 'See page', was: '4', now: '' },
    { number: 2, place: { page: 1, box }, label: 'i', lines: [], says: 'Walsall', was: '7', now: '8' },
  ],
}
const LIST = listOfChanges(REDLINE, SETTINGS)

describe('the list of changes', () => {
  it('has a heading for each page, and numbers its entries as the margins do', () => {
    expect(LIST.match(/^(?:## .*|\d+\.|- )/gm)).toEqual([
      '## Page p2',
      '1.',
      '2.',
      '## Page p3',
      '3.',
      '## Page numbers that are others now',
      '- ',
    ])
  })

  it('says both versions whole, each with its own words marked, and nothing of the paper as markup', () => {
    expect(LIST).toContain(
      '1. [Page p2](https://redline.example/1). **Was:** … some ~~\\<b\\>10\\<\\/b\\> \\[of\\]\\(it\\)~~ … ' +
        '**Now:** … some **ten** …',
    )
    expect(LIST).toContain('2. [Page p2](https://redline.example/2). **Taken out:** … ~~gone~~ …')
    expect(LIST).toContain('**Moved here from page 9 of the old paper:** “moved words”')
    expect(LIST).toContain(
      '- [Page i](https://redline.example/n1). See page\\: 4\\, now none; Walsall\\: 7\\, now 8',
    )
  })

  it('names the papers and counts words', () => {
    expect(LIST.replaceAll('\\', '')).toContain('What was done to “A {title} $& *paper*”.')
    expect(LIST.replaceAll('\\', '')).toContain('Old: a_b.pdf, 3 pages. New: c.pdf, 4 pages.')
    expect(LIST.replaceAll('\\', '')).toContain('Changes: 3. Words put in: 1. Words taken out: 3.')
  })
})
