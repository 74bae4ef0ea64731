import { describe, expect, it } from 'vitest'
import { fileKey, nameOfMark, readMark, textKey } from '../../scripts/ground/review-marks.ts'

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
