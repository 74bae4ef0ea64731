import { describe, expect, it } from 'vitest'
import { blocksIn, fileKey, nameOfMark, readMark, textKey } from '../../scripts/ground/review-marks.ts'

const mark = { file: fileKey('chapters/01-one.md'), line: 12, text: textKey('One line\nand another') }

describe('the hidden mark of a paragraph', () => {
  it('says the file, the line and the text, and is hidden in Word’s dialogue', () => {
    expect(nameOfMark(mark)).toBe('_wp_4003362b_12_96c595')
  })

  it('is read back as it was written, also for one of several parts', () => {
    for (const one of [mark, { ...mark, part: 3 }]) expect(readMark(nameOfMark(one))).toEqual(one)
  })

  it('is shorter than the 40 characters that Word keeps', () => {
    expect(nameOfMark({ ...mark, line: 9_999_999, part: 99_999 }).length).toBeLessThanOrEqual(40)
  })

  it('is not taken from another bookmark', () => {
    for (const name of [
      '_Toc123',
      '_wp_',
      '_wp_f7a7377b_12',
      '_wp_F7A7377B_12_d74279',
      'x_wp_f7a7377b_12_d74279',
    ])
      expect(readMark(name)).toBeUndefined()
  })

  it('does not change with the ends of lines', () => {
    expect(textKey('One line  \r\nand another\r\n\r\n')).toBe(mark.text)
    expect(textKey('One line\nand one more')).not.toBe(mark.text)
  })
})

const FILE = `---
title: One
people:
- name: Ann
  role: Clerk
summary: >-
  Two
  lines.
---

A paragraph
of two lines.

- an item
  and more of it
- another

> A quotation
> of two lines.
>
> And another.

| a | b |
| - | - |
| 1 | 2 |

\`\`\`sh
one

two
\`\`\`
After it.
`

describe('the lines of a block', () => {
  const lines = FILE.split('\n')
  const at = (begins: string): string => blocksIn(FILE)(lines.findIndex((one) => one.startsWith(begins)) + 1)

  it.each([
    ['title', 'title: One'],
    ['people', 'people:\n- name: Ann\n  role: Clerk'],
    ['summary', 'summary: >-\n  Two\n  lines.'],
    ['A para', 'A paragraph\nof two lines.'],
    ['- an', '- an item\n  and more of it'],
    ['- another', '- another'],
    ['> A', '> A quotation\n> of two lines.'],
    ['| 1', '| 1 | 2 |'],
    ['```', '```sh\none\n\ntwo\n```'],
    ['After', 'After it.'],
  ])('are found from the first: %s', (begins, block) => {
    expect(at(begins)).toBe(block)
  })

  it('are none where the file has no such line', () => {
    expect(blocksIn(FILE)(900)).toBe('')
  })
})
