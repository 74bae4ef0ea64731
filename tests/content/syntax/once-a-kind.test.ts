import { describe, expect, it } from 'vitest'
import { parse } from '../parse.ts'

const told = (body: string): string[] =>
  parse(body).findings.map(({ place, message }) => `${(place.line ?? 0) - 3}: ${message}`)

describe('what is told once a file says where the others are', () => {
  it.each([
    ['A [@a1].\n\nB [@b2] and [@c3].\n\nC {{ c }}.\n\nD [@d4].', '1', '3 more in this file, lines 6 and 10'],
    ['A **b\n\nC **d\n\nE ~~f\n\nG **h', '1', 'stands; so are 2 more in this file, lines 6 and 10'],
    [':::x\na\n:::\n\n:::x\nb\n:::', '1', 'text; so is one more in this file, line 8'],
    ['```mermaid\na\n```\n\n```mermaid\nb\n```', '1', 'so is one more in this file, line 8'],
    ['```{r}\na\n```\n\n```{r b}\nb\n```', '1', 'so is one more in this file, line 8'],
    ['A <b>b\n\nC <i>d\n\nE <b>f', '1', '2 more in this file, lines 6 and 8'],
    ['A <x-y> b\n\nC <z-y> d', '1', 'so is one more in this file, line 6'],
    ['<script>a</script>\n\nB\n\n<script>a</script>', '1', '(2 times in this file, line 8)'],
    ['[a](../../../b.md) c\n\n[d](../../../e.md)', '1', 'one more link in this file, line 6'],
    [
      '[a](https://b.org "Opens a survey") d\n\n[e](https://f.org "In the gate")',
      '1',
      'so is one more in this file, line 6',
    ],
    ['![a](https://b.org/1.png)\n\n'.repeat(4), '1', 'the others in lines 6, 8 and 10. Their'],
    [
      '::: {.note origin=A}\nText.\n:::\n\n::: {.note origin=B}\nText.\n:::',
      '1',
      'one more in this file, line 8',
    ],
  ])('%j', (body, line, words) => {
    expect(told(body).filter((one) => one.startsWith(`${line}: `) && one.includes(words))).toHaveLength(1)
  })

  it('names lines once, and not its own', () => {
    expect(told('A [@a1] and [@b2].')[0]).toMatch(/so is one more in this file\.$/)
  })

  it('does not fill the screen with lines', () => {
    const body = Array.from({ length: 40 }, (_, index) => `A [@a${index}].`).join('\n\n')
    expect(told(body)[0]).toMatch(/so are 39 more in this file, lines 6, .*, 44 and further down\.$/)
  })
})
