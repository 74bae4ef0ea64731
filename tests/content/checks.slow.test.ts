import { describe, expect, it } from 'vitest'
import { parse } from './parse.ts'

describe('what is long is read in time, and not repeated', () => {
  const long = 500_000
  it.each([
    ['blanks', `a${' '.repeat(long)}b\nc`],
    ['blanks in a heading', `## a${' '.repeat(long)}b`],
    ['an address', `[a](${'x'.repeat(long)}.md)`],
    ['digits', `${'1'.repeat(long)} %`],
    ['a word', 'a'.repeat(long)],
    ['colons', ':'.repeat(long)],
    ['one cell', `| a |\n|---|\n| ${'1 '.repeat(long / 2)}x |`],
  ])('%s', (_name, markdown) => {
    // Of the processor: a machine that has other work to do takes longer.
    const before = process.cpuUsage()
    const { findings } = parse(markdown)
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10)
    for (const one of findings) expect(one.message.length).toBeLessThan(500)
  })
})
