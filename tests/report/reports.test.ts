import { describe, expect, it } from 'vitest'
import type { Finding } from '../../scripts/model/finding.ts'
import type { Place, Severity } from '../../scripts/model/place.ts'
import { showProgress } from '../../scripts/report/progress.ts'
import { countText, placeText, reportText } from '../../scripts/report/report-text.ts'

const found = (place: Place, given: Partial<Finding> = {}): Finding => ({
  rule: 'image-has-alt',
  severity: 'error',
  place,
  message: 'This is wrong.',
  mend: 'Mend it.',
  ...given,
})

describe('a report for people', () => {
  it('says place, severity, what is wrong and the rule on one line, the mend on the next', () => {
    expect(
      reportText([found({ file: 'a.md', line: 3, column: 1 }, { cause: 'E1\n  at stack' })], false),
    ).toBe('a.md:3:1  error  This is wrong.  image-has-alt\n    Mend it.\n    (E1)')
  })

  it('goes through each file from top to bottom, and through the PDF by page', () => {
    const places = [
      { file: 'b.md', line: 2 },
      { page: 12 },
      { file: 'a.md', line: 10 },
      { file: 'a.md', line: 9 },
      { page: 3 },
    ]
    const lines = reportText(
      places.map((place) => found(place)),
      false,
    )
      .split('\n')
      .filter((line) => !line.startsWith(' '))
    expect(lines.map((line) => line.split('  ')[0])).toEqual([
      'page 3 of the PDF',
      'page 12 of the PDF',
      'a.md:9',
      'a.md:10',
      'b.md:2',
    ])
  })

  it('has colours only where they are asked for', () => {
    expect(reportText([found({})], false)).not.toContain('\u001B')
    expect(reportText([found({})], true)).toContain('\u001B[31merror')
  })

  it('lets no quoted text steer the terminal or forge a line', () => {
    const text = reportText([found({ file: 'a\nb.md' }, { message: '\u001B[2Jgone\nb.md:1  error' })], false)
    expect(text).toBe('a b.md  error   [2Jgone b.md:1  error  image-has-alt\n    Mend it.')
  })

  it.each([
    [{}, 'the publication'],
    [{ file: 'a.md' }, 'a.md'],
    [{ file: 'a.md', line: 3, page: 14 }, 'a.md:3, page 14 of the PDF'],
  ])('%j is %s', (place, text) => expect(placeText(place)).toBe(text))

  it('counts', () => {
    const some = (...severities: Severity[]) =>
      countText(severities.map((severity) => found({}, { severity })))
    expect([some(), some('error'), some('warning', 'error', 'error', 'info')]).toEqual([
      'no findings',
      '1 error',
      '2 errors, 1 warning, 1 info',
    ])
  })
})

describe('progress', () => {
  const shown = (isTTY: boolean, quiet = false): string => {
    const written: string[] = []
    const stream = { isTTY, write: (text: string) => written.push(text) > 0 } as unknown as NodeJS.WriteStream
    const progress = showProgress(stream, quiet)
    progress.begin('Reading')
    progress.end('Reading', 1.25)
    progress.done()
    return written.join('')
  }

  it('is plain lines in CI, one line that goes on a terminal, and nothing where quiet is wished', () => {
    expect(shown(false)).toMatch(/^Reading: 1\.[23] s\n$/)
    expect(shown(true)).toBe('\r\u001B[KReading …\r\u001B[K')
    expect(shown(false, true)).toBe('')
  })
})
