// What is taken for what it must mean, though it is written as other tools have it, or in passing.
import { andMore, asTyped, type Others } from './phrases.ts'
import { problem, ruleOfProblems } from './rule.ts'

interface Typed {
  readonly typed: string
  readonly [more: string]: string | number | boolean
}

const says =
  <Known extends Typed>(words: (facts: Known) => string) =>
  (f: Known): string =>
    `${asTyped(f.typed)} ${words(f)}.`

const BESIDE = 'Write beside it what a reader needs of this.'
const BETWEEN_BARS =
  'Write its rows between bars, with `|---|---|` below the first, so that other tools read it too.'

export const markupIsExact = ruleOfProblems({
  kind: 'truth',
  severity: 'info',
  why: 'Other tools may print the signs as they stand.',
  about: ({ typed }) => String(typed),
  problems: {
    'read-as': problem<{ typed: string; expected: string }>({
      says: says((f) => `is taken for ${asTyped(f.expected)}`),
      mend: () => 'Write it so, if that is what is meant, or put a backslash before its first sign.',
      example: { typed: '(my pictures/quay.jpg)', expected: '(<my pictures/quay.jpg>)' },
    }),
    address: problem<{ typed: string; expected: string }>({
      says: says((f) => `is taken for ${asTyped(f.expected)}`),
      mend: () => 'Write it so: it means the same everywhere.',
      example: { typed: 'www.example.org', expected: 'https://www.example.org' },
    }),
    'shown-on-the-website': problem<Others & { typed: string; of: 'link' | 'picture' }>({
      says: says((f) => `is shown on the website only, where a mouse rests on the ${f.of}${andMore(f)}`),
      mend: () => BESIDE,
      example: { typed: 'Opens the survey', of: 'link', more: 2 },
    }),
    'shown-where-a-mouse-rests': problem<Others & { typed: string }>({
      says: says((f) => `is shown only where a mouse rests, or read out, and is not printed${andMore(f)}`),
      mend: () => BESIDE,
      example: { typed: 'In all of the region', more: 0 },
    }),
    'heading-in-a-table': problem<Others & { typed: string }>({
      says: says(
        (f) => `is no heading in print: one stands above text, not within a table or a caption${andMore(f)}`,
      ),
      mend: () => 'Make it bold, or put what stands in the table under headings.',
      example: { typed: 'Costs', more: 0 },
    }),
    'closes-nothing': problem<Others & { typed: string }>({
      says: says((f) => `closes nothing, and is left out${andMore(f)}`),
      mend: () => 'Take it out. If it is meant to be read, put it between backticks.',
      example: { typed: '</div>', more: 1 },
    }),
    'abbreviation-is-not-used': problem<{ typed: string }>({
      says: says(() => 'is left out: no sentence of this file uses the abbreviation'),
      mend: () => 'Take the line out.',
      example: { typed: '*[HTML]: Hypertext Markup Language' },
    }),
    'line-is-not-there': problem<{ typed: string; line: number; lines: number }>({
      says: says((f) => `names line ${f.line} of a listing that has ${f.lines}; it marks nothing`),
      mend: () => 'Count the lines from the first below the fence, whatever numbers stand beside them.',
      example: { typed: '{1,30}', line: 30, lines: 5 },
    }),
    'second-caption': problem<{ typed: string; caption: string }>({
      says: says((f) => `is not printed: the caption of this picture is \`${f.caption}\``),
      mend: () => 'Write one caption that says both, or put the words into the text.',
      example: { typed: 'The quay in May', caption: 'The quay' },
    }),
    'attribute-of-others': problem<Others & { typed: string }>({
      says: says((f) => `says something to another tool, and is left out${andMore(f)}`),
      mend: () => 'Look at its page: what a reader has to know must stand in words.',
      example: { typed: 'custom-style="Letter"', more: 1 },
    }),
    'no-width': problem<{ typed: string }>({
      says: says(() => 'is no width that paper can have, and is left out'),
      mend: () => 'Write `{width=50%}`, or a number of `mm`, `cm` or `px`.',
      example: { typed: '20em' },
    }),
    'no-word-of-consent': problem<{ typed: string }>({
      says: says(() => 'does not say whether whoever is shown agrees, and is left out'),
      mend: () => 'Write `consent=` with `given`, `public-post`, `asked` or `unknown`; words may follow.',
      example: { typed: 'consent=yes' },
    }),
    'remark-for-editors': problem<{ typed: string }>({
      says: says(() => 'is a remark for the editors, and is not printed'),
      mend: () => 'Take it out when it is dealt with.',
      example: { typed: '{>>Is this so?<<}' },
    }),
    'tracked-change': problem<{ typed: string; count: number }>({
      says: says(
        (f) =>
          `is a tracked change, and is printed as one${f.count > 1 ? `, like the ${f.count - 1} behind it in this file` : ''}`,
      ),
      mend: () => 'Accept it or reject it before this is published.',
      example: { typed: '{++new++}', count: 3 },
    }),
    verse: problem<{ typed: string }>({
      says: says(() => 'is taken for a line of verse, like those below it'),
      mend: () => 'Write the lines without a bar, and end each but the last with a backslash.',
      example: { typed: '| The sea was calm' },
    }),
    'block-below-a-tag': problem<{ typed: string }>({
      says: says(() => 'stands right below a tag of HTML; other tools print its signs as they stand'),
      mend: () => 'Leave a blank line above it.',
      example: { typed: '## Costs' },
    }),
    'set-in-html': problem<Others & { typed: string }>({
      says: says(
        (f) => `is set in behind a blank line; it is taken for HTML, like what stands around it${andMore(f)}`,
      ),
      mend: () =>
        'Begin such lines without blanks. If it is to be read as code, put it between two lines of three backticks.',
      example: { typed: '    <p>Costs</p>', more: 1 },
    }),
    'breaks-nothing': problem<Others & { typed: string }>({
      says: (f) =>
        `The backslash behind \`${f.typed.replace(/\\$/, '').trim()}\` breaks no line, and is left out${andMore(f)}.`,
      mend: () => 'Take it out: only lines that another line of the paragraph follows end with one.',
      example: { typed: 'Council House\\', more: 1 },
    }),
    'end-of-a-block': problem<Others & { typed: string }>({
      says: says((f) => `ends the block above, and is not printed${andMore(f)}`),
      mend: () => 'Write `<!-- -->` between two lists or listings that are to stay apart.',
      example: { typed: '^', more: 0 },
    }),
    'label-of-a-line': problem<{ typed: string }>({
      says: says(() => 'begins a line of its own, like those below it; other tools may run them together'),
      mend: () => 'Write a list with `-` or `1.`, or end each line with a backslash.',
      example: { typed: 'a) Start small' },
    }),
    'aligned-table': problem<{ typed: string }>({
      says: says(() => 'is taken for a table whose columns stand below each other'),
      mend: () => BETWEEN_BARS,
      example: { typed: 'Channel Readers' },
    }),
    'drawn-table': problem<{ typed: string }>({
      says: says(() => 'begins a table drawn with signs, which is printed as one'),
      mend: () => BETWEEN_BARS,
      example: { typed: '+---+---+' },
    }),
    'caption-of-a-table': problem<{ typed: string }>({
      says: says(() => 'is taken for the caption of the table beside it'),
      mend: () => 'Write it so, if that is what is meant: `:::table{caption="…"}`, the table, and `:::`.',
      example: { typed: ': Fees by season' },
    }),
    'title-of-the-file': problem<{ typed: string; goesOn: boolean }>({
      says: says(
        (f) => `is taken for the title of this file${f.goesOn ? '; the lines below it are printed' : ''}`,
      ),
      mend: () => 'Write `title:` and what else is to be known of the file between two lines of `---`.',
      example: { typed: '% The quay', goesOn: true },
    }),
    contents: problem<{ typed: string }>({
      says: says(() => 'is left out: the contents stand at the front'),
      mend: () => 'Take the line out.',
      example: { typed: '[TOC]' },
    }),
  },
})
