import { describe, expect, it } from 'vitest'
import { reportGithub } from '../../scripts/report/report-github.ts'
import { withoutCommands } from '../../scripts/report/workflow-commands.ts'
import { located } from './located.ts'
import { commandsIn } from './runner.ts'

const some = (count: number, given: Parameters<typeof located>[0]) =>
  Array.from({ length: count }, () => located(given))

describe('annotations', () => {
  it('name file, line, columns and rule, and say how to mend it', () => {
    const range = { line: 3, column: 5, endLine: 3, endColumn: 9 }
    expect(reportGithub([located({ range, message: 'This is wrong.', mend: 'Mend it.' })])).toBe(
      '::error file=chapters/01-one.md,line=3,endLine=3,col=5,endColumn=9,title=image-has-alt::This is wrong.%0AMend it.',
    )
  })

  it('leave columns out where lines differ, and what is not known', () => {
    expect(reportGithub([located({ range: { line: 3, column: 5, endLine: 4, endColumn: 9 } })])).toMatch(
      /^::error file=chapters\/01-one\.md,line=3,endLine=4,title=image-has-alt::/,
    )
    expect(reportGithub([located({ path: '', range: undefined, place: { page: 7 } })])).toMatch(
      /^::error title=image-has-alt::.*\(page 7 of the PDF\)%0A/,
    )
  })

  it.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['info', 'notice'],
  ] as const)('of severity %s are of level %s', (severity, level) =>
    expect(commandsIn(reportGithub([located({ severity })]))).toEqual([level]),
  )
})

describe('GitHub shows ten of each level', () => {
  it('so those on changed lines come first, and what is left is counted and listed', () => {
    const text = reportGithub([
      ...some(12, { isOnChangedLine: false, path: 'old.md' }),
      ...some(2, { isOnChangedLine: true, path: 'new.md' }),
    ])
    expect(commandsIn(text)).toEqual([...Array(10).fill('error'), 'notice'])
    expect(text.split('\n')[0]).toContain('file=new.md')
    expect(text.split('\n')[1]).toContain('file=new.md')
    expect(text).toContain('::notice::4 errors more, on lines that are not marked here')
    expect(text.match(/^chapters|^old\.md:3 {2}error/gm)).toHaveLength(4)
  })

  it('warnings elsewhere are one line, errors elsewhere are still marked', () => {
    const text = reportGithub([
      located({ isOnChangedLine: false }),
      ...some(3, { isOnChangedLine: false, severity: 'warning' }),
      located({ isOnChangedLine: true, severity: 'info' }),
    ])
    expect(commandsIn(text)).toEqual(['error', 'notice', 'notice'])
    expect(text).toContain('::notice::3 warnings more,')
  })

  it('all are marked when nobody knows what was changed', () =>
    expect(commandsIn(reportGithub(some(3, { severity: 'warning' })))).toEqual(Array(3).fill('warning')))

  it('of eleven of severity info nine are marked, for the count is a notice too', () =>
    expect(commandsIn(reportGithub(some(11, { severity: 'info' })))).toHaveLength(10))
})

describe('no text of a publication is a command', () => {
  const HOSTILE = [
    '\r::add-mask::the\n::set-env name=PATH::/tmp\u2028::error::x',
    '##[add-path]/tmp',
    '%0A::stop-commands::x',
    ',title=other::forged',
    '\u0085::warning::x',
  ]

  it.each(HOSTILE)('in words, names and mends: %j', (text) => {
    const lines = reportGithub([
      located({ message: text, mend: text, path: text, place: { file: text } }),
      located({
        message: text,
        mend: text,
        path: text,
        place: { file: text },
        severity: 'warning',
        isOnChangedLine: false,
      }),
    ])
    expect(commandsIn(lines)).toEqual(['error', 'notice'])
    expect(lines).toMatch(/^::error file=[^:\n]*,line=3,col=1,title=image-has-alt::/)
  })

  it.each(HOSTILE)('in what is printed beside: %j', (text) =>
    expect(commandsIn(withoutCommands(text))).toEqual([]),
  )

  it('colons in plain words stay as they are', () =>
    expect(withoutCommands('a: b::c\nchapters/01.md:3:1  error')).toBe('a: b::c\nchapters/01.md:3:1  error'))
})
