import { describe, expect, it } from 'vitest'
import { plainWords } from '../../../scripts/ground/yaml/plain-words.ts'

describe('words of a value that is printed as words alone', () => {
  it.each([
    ['Roads **and** rails', 'Roads and rails'],
    ['*All* of `it`, ~~not~~ ***some***', 'All of it, not some'],
    ['_This_ and __that__', 'This and that'],
    ['R&amp;D &eacute;t&eacute; &#8211; 5', 'R&D été – 5'],
    ['[Ann](https://example.org/ "A title") said', 'Ann said'],
    ['H<sub>2</sub>O and <em class="x">so</em><br>on', 'H2O and so on'],
  ])('%s', (typed, words) => expect(plainWords(typed)).toBe(words))

  it.each([
    '2 * 3 * 4',
    '5*, 3* and 2*',
    'snake_case_name',
    'https://example.org/_a_/*b*',
    'a < b and c > d',
    '<T> of <your-name>',
    'AT&T',
    '[Draft] (2013)',
    'five~six',
  ])('%s is what it is', (typed) => expect(plainWords(typed)).toBe(typed))
})
