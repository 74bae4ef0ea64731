import { describe, expect, it } from 'vitest'
import { type Edit, inWords, reviewThese } from './review-these.ts'
import { paragraphsOf, untracked, wordFile } from './word-files.ts'

const FILE = 'chapters/01-a.md'
const NO_EDIT: Edit = (all) => all

describe('what cannot be carried over is told and left', () => {
  it('a text that was changed since', async () => {
    const now = { [FILE]: '# A\n\nOne very old wall.\n' }
    const { texts, told } = await reviewThese(
      { [FILE]: '# A\n\nOne old wall.\n' },
      inWords('old', '{-old-}{+new+}'),
      now,
    )
    expect(texts).toEqual(now)
    expect(told).toEqual([
      'review-text-is-unchanged at chapters/01-a.md:3: This text was changed after the file went out. Here it says “One very old wall.”; it came back as “One new wall.”.',
    ])
  })
  it('nothing of a text that was changed since and that a reviewer left alone', async () => {
    const now = { [FILE]: '# A\n\nOne very old wall.\n\nTwo doors.\n' }
    const was = { [FILE]: '# A\n\nOne old wall.\n\nTwo gates.\n' }
    const { texts, told } = await reviewThese(was, NO_EDIT, now)
    expect(texts).toEqual(now)
    expect(told).toEqual([])
  })
  it('a comma alone, in a text that was changed since', async () => {
    const { told } = await reviewThese({ [FILE]: 'One old wall.\n' }, inWords('One old', 'One, old'), {
      [FILE]: 'One very old wall.\n',
    })
    expect(told).toHaveLength(1)
  })
  it('a formula or a note that a program has left out', async () => {
    const source = { [FILE]: 'The surge $h$ grows with $u$.[^a]\n\n$$\nh = 1\n$$\n\n[^a]: A note.\n' }
    const { texts, told } = await reviewThese(source, (all) =>
      all.map((one) => ({ ...one, text: one.text.replaceAll('\uFFFC', '').replace('grows', 'rises') })),
    )
    expect(texts[FILE]).toBe(source[FILE]!.replace('grows', 'rises'))
    expect(told.join('\n')).toMatch(/did not come back at “The surge ▯ /)
  })
  it('no formula that a reviewer took out, as the file says', async () => {
    const source = { [FILE]: 'The surge $h$ grows.\n' }
    const { texts, told } = await reviewThese(source, inWords('\uFFFC ', '{-\uFFFC -}'))
    expect(texts[FILE]).toBe('The surge grows.\n')
    expect(told).toEqual([])
  })
  it('a mark that LibreOffice named anew is the same mark', async () => {
    const { texts, told } = await reviewThese({ [FILE]: 'One old wall.\n' }, (all) =>
      inWords('old', 'new')(all).map((one) => ({ ...one, name: `${one.name}_Copy_1` })),
    )
    expect(texts[FILE]).toBe('One new wall.\n')
    expect(told).toEqual([])
  })
  it('a text that is gone', async () => {
    const { told } = await reviewThese({ [FILE]: 'One wall.\n\nTwo.\n' }, inWords('One', '{-One-}{+1+}'), {
      [FILE]: 'Two.\n',
    })
    expect(told).toEqual([
      'review-text-is-unchanged at chapters/01-a.md:1: This text is not there any more. It came back as “1 wall.”.',
    ])
  })
  it('a file that is gone', async () => {
    const { told } = await reviewThese({ [FILE]: 'One wall.\n', 'chapters/02-b.md': 'Two.\n' }, NO_EDIT, {
      [FILE]: 'One wall.\n',
    })
    expect(told).toEqual([
      'review-mark-is-known at :: “Two.” came from a text that this publication does not have.',
    ])
  })
  it('a text that was written since is no text that was taken out', async () => {
    const now = { [FILE]: 'One wall.\n\nNew.\n\nTwo.\n' }
    const after = await reviewThese({ [FILE]: 'One wall.\n\nTwo.\n' }, inWords('One', '{-One-}{+1+}'), now)
    expect(after.told).toEqual([])
    expect(after.texts[FILE]).toBe('1 wall.\n\nNew.\n\nTwo.\n')
  })
  it('what did not come back, where the file does not know what went out', async () => {
    const now = { [FILE]: 'One wall.\n\nNew.\n\nTwo.\n' }
    const { told, texts } = await reviewThese({ [FILE]: 'One wall.\n\nTwo.\n' }, NO_EDIT, now, {
      wentOut: [],
    })
    expect(texts).toEqual(now)
    expect(told).toEqual([])
    const { told: unsure } = await reviewThese({ [FILE]: 'One wall.\n\nTwo.\n' }, NO_EDIT, now, {
      wentOut: undefined as never,
    })
    expect(unsure).toEqual([
      'review-change-is-carried at chapters/01-a.md:3: “New.” did not come back. It was taken out, or it was written after the file went out.',
    ])
  })
  it('words that stand for something else', async () => {
    const source = { [FILE]: 'See [](#x) now. Then :value[walls] walls.\n\n## X {#x}\n' }
    const sent = (words: string): Edit => inWords('\uFFFC', words)
    const { told } = await reviewThese(source, sent('{+the +}\uFFFC'))
    expect(told).toEqual([])
  })
  it('a picture or a note that is new', async () => {
    const { told, texts } = await reviewThese(
      { [FILE]: 'One old wall.\n' },
      inWords('old wall', '{-old-}{+new+} wall{+\uFFFC+}'),
    )
    expect(told).toEqual([
      'review-change-is-carried at chapters/01-a.md:1: Not carried over: “▯”, with a picture, a formula or a note in it.',
    ])
    expect(texts[FILE]).toBe('One new wall.\n')
  })
  it('a cell that is taken out alone', async () => {
    const source = { [FILE]: '| A | B |\n|---|---|\n| one | two |\n' }
    const { told, texts } = await reviewThese(source, (all) => all.filter(({ text }) => text !== 'two'))
    expect(texts).toEqual(source)
    expect(told).toEqual([
      'review-change-is-carried at chapters/01-a.md:3: Not carried over: “two” was taken out, and other text depends on it.',
    ])
  })
  it('a row that is longer than its table', async () => {
    const source = { [FILE]: '| A | B |\n|---|---|\n| one | two |\n' }
    const { told, texts } = await reviewThese(source, (all) => {
      const { table } = all[0]!.cell!
      return [...all, ...[1, 2, 3].map((column) => ({ text: `n${column}`, cell: { table, row: 9, column } }))]
    })
    expect(texts).toEqual(source)
    expect(told).toEqual([
      'review-change-is-carried at chapters/01-a.md:3: Not carried over: “n1 | n2 | n3”, a row that does not fit the table.',
    ])
  })
  it('a paragraph that stands there twice', async () => {
    const { told } = await reviewThese({ [FILE]: 'One wall.\n\nTwo.\n' }, (all) => [...all, all[0]!])
    expect(told).toEqual([
      'review-mark-is-known at chapters/01-a.md:1: “One wall.” has the mark of another paragraph, so it counts as new.',
    ])
  })
})

describe('marks that were lost', () => {
  const source = {
    [FILE]:
      '# A\n\nThe first wall is old.\n\nThe second wall is new.\n\nThe third wall leans.\n\nThe fourth wall fell.\n\nThe fifth was never built.\n',
  }
  it('are found by their words, and that is told', async () => {
    const { texts, told } = await reviewThese(
      source,
      (all) => untracked(inWords('leans', '{-leans-}{+holds+}')(all)).map(({ name: _, ...one }) => one),
      source,
    )
    expect(texts[FILE]).toBe(source[FILE]!.replace('leans', 'holds'))
    expect(told).toEqual([
      'review-places-are-marked at :: 6 of 6 paragraphs came back without their marks, so they were found by their words.',
    ])
  })
})

describe('comments', () => {
  const comment = (id: number, text: string, paraId: string) =>
    `<w:comment w:id="${id}" w:author="A. Reviewer" w:initials="AR"><w:p w14:paraId="${paraId}"><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`
  const withRanges = (body: string): string =>
    body
      .replace(
        '<w:bookmarkEnd w:id="1"/>',
        '<w:commentRangeEnd w:id="0"/><w:commentRangeEnd w:id="2"/><w:bookmarkEnd w:id="1"/>',
      )
      .replace(
        /(<w:bookmarkStart w:id="1"[^>]*>)/,
        '$1<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="2"/>',
      )
  it('are told at their line, with who said them and the words they stand at', async () => {
    const { reviewed, told } = await reviewThese({ [FILE]: 'One wall.\n\nTwo.\n' }, NO_EDIT, undefined, {
      comments:
        comment(0, 'Were there not two?', '00000001') +
        comment(1, 'No.', '00000002') +
        comment(2, 'Done.', '00000003'),
      commentsExtended:
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/><w15:commentEx w15:paraId="00000003" w15:done="1"/>',
      document: withRanges,
    })
    expect(told).toEqual([
      'review-comment-is-answered at chapters/01-a.md:1: A. Reviewer (AR) on “One wall.”: “Were there not two? — A. Reviewer: No.”',
      'review-comment-is-answered at chapters/01-a.md:1: A. Reviewer (AR) on “One wall.”: “Done.” (settled)',
    ])
    expect(reviewed.findings.map(({ severity }) => severity)).toEqual(['warning', 'info'])
  })
})

it('makes the same file of the same paragraphs', () =>
  expect(wordFile(paragraphsOf({ [FILE]: 'One.\n' }))).toEqual(wordFile(paragraphsOf({ [FILE]: 'One.\n' }))))
