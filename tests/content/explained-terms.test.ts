import { expect, it } from 'vitest'
import { parse, readable } from './parse.ts'

const shown = (body: string, explainsTerms = true) =>
  readable(parse(body, { explainsTerms }).html)
    .replace(/<div class="notes">[\s\S]*<ol>/, '\nNotes: ')
    .replace(/<[^>]*>/g, '')
    .trim()
const SAID = ' (Improvement and Efficiency West Midlands)'

it.each([
  ['IEWM and IEWM', `IEWM${SAID} and IEWM`],
  ['## IEWM\n\nAs IEWM says', `IEWM\nAs IEWM${SAID} says`],
  ['Improvement and Efficiency West Midlands (IEWM) and IEWM', `${SAID.slice(2, -1)} (IEWM) and IEWM`],
  [`IEWM${SAID} pays`, `IEWM${SAID} pays`],
  ['IEWM, the Improvement and Efficiency West Midlands', `IEWM, the ${SAID.slice(2, -1)}`],
  ['> IEWM is here.\n\nSo is IEWM.', `IEWM is here.\nSo is IEWM${SAID}.`],
  ['A hashtag, two hashtags', 'A hashtag1, two hashtags\n\nNotes: A word that gathers posts. ↑'],
  [
    'One[^a] and a hashtag.\n\n[^a]: Mine.',
    'One1 and a hashtag2.\n\nNotes: Mine. ↑A word that gathers posts. ↑',
  ],
  [
    ':::terms\n- **hashtag**: a word.\n:::\n\nA hashtag',
    'hashtaga word.\nA hashtag1\n\nNotes: A word that gathers posts. ↑',
  ],
])('%s', (body, expected) => expect(shown(body)).toBe(expected))

it('is not done unless asked for', () =>
  expect(shown('IEWM and a hashtag', false)).toBe('IEWM and a hashtag'))

it('is no text of the author’s', () => {
  const { html, outline } = parse('A hashtag of IEWM', { explainsTerms: true })
  expect(outline.map(({ kind, text }) => [kind, text])).toEqual([['paragraph', 'A hashtag of IEWM']])
  expect(html).toContain('data-means="note" data-made')
})
