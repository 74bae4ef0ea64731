import { expect, it } from 'vitest'
import { parse } from '../parse.ts'

/** What counts each item in the outline of the text. */
const labels = (markdown: string) => parse(markdown).outline.map(({ label }) => label)

const items = (...texts: readonly string[]): string => texts.map((text) => `<li>${text}</li>`).join('')

it.each<[markdown: string, labels: readonly (string | undefined)[]]>([
  ['- a\n- b', [undefined, undefined]],
  ['1. a\n2. b\n\n   more\n3. c', ['1', '2', undefined, '3']],
  ['7) a\n7) b', ['7', '8']],
  ['0. a\n1. b', ['0', '1']],
  ['1. - a\n2. b', [undefined, '2']],
  [`<ol type="a" start="26">${items('a', 'b')}</ol>`, ['z', 'aa']],
  [`<ol type="A" start="52">${items('a', 'b')}</ol>`, ['AZ', 'BA']],
  [`<ol type="i" start="48">${items('a', 'b')}</ol>`, ['xlviii', 'xlix']],
  [`<ol type="I" start="3999">${items('a', 'b')}</ol>`, ['MMMCMXCIX', '4000']],
  [`<ol type="a" start="0">${items('a', 'b')}</ol>`, ['0', 'a']],
  [`<ol reversed>${items('a', 'b', 'c')}</ol>`, ['3', '2', '1']],
  [`<ol reversed start="9">${items('a', 'b')}</ol>`, ['9', '8']],
  ['<ol type="a"><li>a</li><li value="5">b</li><li>c</li></ol>', ['a', 'e', 'f']],
])('%s is counted as browsers do', (markdown, expected) => {
  expect(labels(markdown)).toEqual(expected)
})
