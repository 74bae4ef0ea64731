import { describe, expect, it } from 'vitest'
import { inWords, reviewThese } from './review-these.ts'
import { untracked } from './word-files.ts'

const FILE = 'chapters/01-a.md'

/** The source, words of the Word file, what became of them there, and the source that shall come out. */
const EDITS: Readonly<Record<string, readonly [string, string, string, string]>> = {
  'a word': ['One old wall.', 'old', '{-old-}{+new+}', 'One new wall.'],
  'a stop': ['One wall', 'wall', 'wall{+.+}', 'One wall.'],
  'words at the start': ['walls hold.', 'walls', '{+Old +}walls', 'Old walls hold.'],
  'words at the end': ['Walls hold.', 'hold.', 'hold.{+ Some do not.+}', 'Walls hold. Some do not.'],
  'a sentence taken out': ['One. Two. Three.', 'Two. ', '{-Two. -}', 'One. Three.'],
  'a word before emphasis': ['A **bold** word.', 'A bold', 'A{+ very+} bold', 'A very **bold** word.'],
  'an emphasised word': ['A **bold** word.', 'bold', '{-bold-}{+strong+}', 'A **strong** word.'],
  'a word behind emphasis': [
    'A **bold** word.',
    'bold word',
    'bold{+ and new+} word',
    'A **bold** and new word.',
  ],
  'emphasis taken out': ['A **bold** word.', 'bold ', '{-bold -}', 'A word.'],
  'half of what is emphasised': ['A **bold old** word.', ' old', '{- old-}', 'A **bold** word.'],
  'the words of a link': [
    'See [the plan](plan.md).',
    'the plan',
    'the {-plan-}{+map+}',
    'See [the map](plan.md).',
  ],
  'a word before a note': [
    'It failed.[^1] Twice.\n\n[^1]: Seen.',
    'failed.',
    '{-failed-}{+held+}.',
    'It held.[^1] Twice.\n\n[^1]: Seen.',
  ],
  'words behind a note': [
    'It failed.[^1] Twice.\n\n[^1]: Seen.',
    ' Twice',
    ' {+Not +}{-T-}{+t+}wice',
    'It failed.[^1] Not twice.\n\n[^1]: Seen.',
  ],
  'a note': [
    'It failed.[^1]\n\n[^1]: Seen once.',
    'once',
    '{-once-}{+twice+}',
    'It failed.[^1]\n\n[^1]: Seen twice.',
  ],
  'a heading': ['# A\n\n## The wals\n\nText.', 'wals', '{-wals-}{+walls+}', '# A\n\n## The walls\n\nText.'],
  'a heading with a name': [
    '## The wals {#walls}\n\nText.',
    'wals',
    '{-wals-}{+walls+}',
    '## The walls {#walls}\n\nText.',
  ],
  'an item': ['- one\n- two\n- three', 'two', '{-two-}{+2+}', '- one\n- 2\n- three'],
  'a cell': ['| A | B |\n|---|---|\n| 1 | 2 |', '2', '{-2-}{+3+}', '| A | B |\n|---|---|\n| 1 | 3 |'],
  'a bar in a cell': [
    '| A | B |\n|---|---|\n| 1 | 2 |',
    '2',
    '2{+|3+}',
    '| A | B |\n|---|---|\n| 1 | 2\\|3 |',
  ],
  'a quotation': ['> The sea\n> gives notice.', 'notice', '{+no +}notice', '> The sea\n> gives no notice.'],
  'words over a line end': [
    'A wall of\nstone stands.',
    'of stone',
    'of {-stone-}{+clay+}',
    'A wall of\nclay stands.',
  ],
  'words at a line end': [
    'A wall of\nstone stands.',
    'wall of',
    'wall {-of-}{+made of+}',
    'A wall made of\nstone stands.',
  ],
  'the last word of a line': ['A wall indeed\nstands.', 'indeed ', '{-indeed -}', 'A wall\nstands.'],
  'words beside an entity': ['Fish &amp; chips.', '& chips', '& {-chips-}{+peas+}', 'Fish &amp; peas.'],
  'an entity': ['Fish &amp; chips.', '&', '{-&-}{+and+}', 'Fish and chips.'],
  'straight quotation marks': ['She said "no" twice.', 'twice', '{-twice-}{+once+}', 'She said "no" once.'],
  'quoted words': ['She said “no” twice.', 'no', '{-no-}{+yes+}', 'She said “yes” twice.'],
  'signs of markup': ['A wall.', 'wall', 'wall{+ *2*+}', 'A wall \\*2\\*.'],
  'an address of markup': ['A wall.', 'wall', 'wall{+ [x](y)+}', 'A wall \\[x](y).'],
  'what looks like a list': ['A wall.', 'A wall', '{-A wall-}{+- so+}', '\\- so.'],
  Welsh: ['Yr hen ŵr a’i gŵn.', 'gŵn', '{-gŵn-}{+gath+}', 'Yr hen ŵr a’i gath.'],
  Hebrew: ['שלום לך ים.', 'לך', '{-לך-}{+לכם+}', 'שלום לכם ים.'],
  'an emoji': ['A wall 🧱 holds.', '🧱', '{-🧱-}{+👩‍👩‍👧+}', 'A wall 👩‍👩‍👧 holds.'],
  'code in a sentence': ['Run `make all` now.', 'all', '{-all-}{+some+}', 'Run `make some` now.'],
  'a space that does not break': [
    'It is 5\u00a0km long.',
    'long',
    '{-long-}{+wide+}',
    'It is 5\u00a0km wide.',
  ],
  'a standfirst': [
    '---\ntitle: A\nstandfirst: Old walls\n---\n\nText.',
    'Old',
    '{-Old-}{+New+}',
    '---\ntitle: A\nstandfirst: New walls\n---\n\nText.',
  ],
  'a value that wants quotation marks': [
    '---\ntitle: Roads\n---\n\nText.',
    'Roads',
    'Roads{+: a plan+}',
    "---\ntitle: 'Roads: a plan'\n---\n\nText.",
  ],
  'a quoted value': [
    '---\ntitle: "Roads: a plan"\n---\n\nText.',
    'plan',
    '{-plan-}{+"map"+}',
    '---\ntitle: "Roads: a \\"map\\""\n---\n\nText.',
  ],
  'a folded value': [
    '---\ntitle: A\nstandfirst: >-\n  One line\n  and another.\n---\n\nText.',
    'another',
    '{-another-}{+one more+}',
    '---\ntitle: A\nstandfirst: >-\n  One line\n  and one more.\n---\n\nText.',
  ],
  'a caption': ['![A wall](w.svg "The wal")', 'wal', '{-wal-}{+wall+}', '![A wall](w.svg "The wall")'],
  'an attribute': [
    '::: quote{by="A keeper"}\nHigher.\n:::'.replace('::: ', ':::'),
    'keeper',
    '{-keeper-}{+"builder"+}',
    ':::quote{by="A &quot;builder&quot;"}\nHigher.\n:::',
  ],
  'a label': [
    ':::callout[What it costs]\nA lot.\n:::',
    'costs',
    '{-costs-}{+takes+}',
    ':::callout[What it takes]\nA lot.\n:::',
  ],
  'a link taken out': ['See [the plan](plan.md) now.', 'the plan ', '{-the plan -}', 'See now.'],
  'a hard break kept': ['One\\\nTwo.', 'Two', '{-Two-}{+2+}', 'One\\\n2.'],
  'a line break put in': ['One two.', 'One two', 'One{-\u0020-}{+\n+}two', 'One\\\ntwo.'],
  underscores: ['A_b and c.', 'and', '{-and-}{+_or_+}', 'A_b \\_or\\_ c.'],
  'a value of another syntax': ['A wall.', 'wall', 'wall{+ {{x}}+}', 'A wall \\{{x}}.'],
  'signs of other tools': [
    'A wall.',
    'wall',
    'wall{+ :smile: ==x== ^y^ {#z} \\newpage+}',
    'A wall \\:smile: \\==x\\== \\^y^ \\{#z} \\\\newpage.',
  ],
  'what looks like a callout': ['A wall.', 'A wall', '{-A wall-}{+!!! note+}', '\\!!! note.'],
}

describe('an edit of words', () => {
  for (const [name, [source, was, becomes, expected]] of Object.entries(EDITS)) {
    it(`comes back when it is tracked: ${name}`, async () => {
      const { texts, told } = await reviewThese({ [FILE]: `${source}\n` }, inWords(was, becomes))
      expect(told).toEqual([])
      expect(texts[FILE]).toBe(`${expected}\n`)
    })
    it(`comes back when it is not: ${name}`, async () => {
      const { texts, told } = await reviewThese({ [FILE]: `${source}\n` }, (all) =>
        untracked(inWords(was, becomes)(all)),
      )
      expect(told).toEqual([])
      expect(texts[FILE]).toBe(`${expected}\n`)
    })
  }
})
