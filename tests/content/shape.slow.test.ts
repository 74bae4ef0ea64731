import { expect, it } from 'vitest'
import { processorMs } from '../support/processor-ms.ts'
import { parse } from './parse.ts'

it('what is long is looked at in time', () => {
  const long = 20_000
  const texts = [
    `’ ${'"a '.repeat(long)}`,
    `’ ${"'a ".repeat(long)}`,
    '_'.repeat(long),
    `## ${'. '.repeat(long)}x.`,
    `![${'1'.repeat(long)}x](a.jpg)`,
    `## ${'A '.repeat(long)}`,
    `’ ${'1" '.repeat(long)}`,
  ]
  for (const text of texts) {
    const before = processorMs()
    parse(text)
    expect(processorMs() - before, text.slice(0, 20)).toBeLessThan(10_000)
  }
})
