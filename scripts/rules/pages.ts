// The rules of pages, found in the browser.

import { group, rule, ruleOfProblems, within } from './rule.ts'

const restless = within(
  (words) => `The page numbers did not come to rest: ${words}.`,
  () => 'Change a line near the page that is named, or take a reference to a page out there.',
)

const WIDE = {
  table: 'This table',
  formula: 'This formula',
  picture: 'This drawing',
  listing: 'This listing',
  word: 'This word',
  block: 'This',
}
/** What can be wider than a page. */
export type WideThing = keyof typeof WIDE

const DONE = {
  full: 'goes over the whole width of the page',
  breaks: 'breaks its longest addresses',
  tight: 'is set closer',
  '11pt': 'is set in 11 pt',
  '10pt': 'is set in 10 pt',
  '9pt': 'is set in 9 pt',
  letters: 'breaks its longest words',
  anywhere: 'breaks words that are wider than their columns',
}

/** `steps`: names of what was done, a space between. Of the sizes that were tried only the last one shows. */
function done({ steps, turned }: { steps: string; turned?: boolean }): string {
  const names = steps.split(' ').filter((step): step is keyof typeof DONE => Object.hasOwn(DONE, step))
  const size = names.findLast((name) => name.endsWith('pt'))
  const parts = [
    ...(turned ? ['stands on a page of its own, turned'] : []),
    ...names.filter((name) => !name.endsWith('pt') || name === size).map((name) => DONE[name]),
  ]
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

export const PAGE_RULES = group({
  heading: 'Pages, in the browser',
  rules: {
    'box-fits-the-page': rule<{ what: WideThing; widthMm: string; roomMm: string; words?: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) =>
        `${WIDE[f.what]} is ${f.widthMm} mm wide, and there is room for ${f.roomMm} mm${f.words ? `: “${f.words}”` : ''}.`,
      mend: (f) =>
        f.what === 'table'
          ? 'It is set in 9 pt already, on a page of its own: use fewer columns, or two tables.'
          : f.what === 'formula'
            ? 'Break it where it may go on in a new line: `\\\\` within `\\begin{aligned}` and `\\end{aligned}`.'
            : 'Shorten it, or break it in two.',
      why: 'The browser would shrink every page of the book to make it fit.',
      example: { what: 'table', widthMm: '290', roomMm: '257', words: 'Council' },
    }),
    'table-fits-its-page': rule<{ steps: string; turned?: boolean; words?: string }>({
      kind: 'print',
      severity: 'info',
      says: (f) =>
        `This table is too wide as tables are usually set: it ${done(f)}${f.words ? ` (“${f.words}”)` : ''}.`,
      mend: () =>
        'Look at its page. Fewer columns, or shorter words in them, would let it be set as the others are.',
      about: done,
      why: 'What a reader cannot read at a glance could perhaps be said in two tables.',
      example: { steps: 'tight 10pt', words: 'Council' },
    }),
    'text-fits-its-page': rule<{ words: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `The text does not fit on its page and is cut off: “${f.words}”.`,
      mend: () => 'Shorten it.',
      why: 'Covers, openers and panels have a fixed size; what is too long is lost.',
      example: { words: 'the last line of the cover' },
    }),
    'last-page-is-filled': rule<{ percent: number }>({
      kind: 'print',
      severity: 'info',
      says: (f) => `The last page of this text is nearly empty: ${f.percent} % of it is filled.`,
      mend: () =>
        'A few lines less would save the page, and a few more would fill it: less or more space between its blocks does not.',
      about: () => '',
      why: 'A page for three lines is paper wasted, and looks like a mistake.',
      example: { percent: 8 },
    }),
    'running-head-fits': rule<{ head: string; shown?: string }>({
      kind: 'print',
      severity: 'warning',
      says: (f) =>
        `The running head “${f.head}” does not fit on one line${f.shown ? `, and is printed as “${f.shown}”` : ''}.`,
      mend: () => 'Give it a shorter title for this place: `short:`.',
      about: (f) => f.head,
      why: 'A head of two lines runs into the text.',
      example: { head: 'A title that goes on and on' },
    }),
    'request-stays-inside': rule<{ address: string }>({
      kind: 'safety',
      severity: 'error',
      says: (f) => `The page asked for \`${f.address}\`, which was refused.`,
      mend: () => 'Take the reference out, or copy the file into the publication.',
      why: 'A build reads nothing from the network.',
      example: { address: 'https://example.org/' },
    }),
    'fonts-are-ours': rule<{ font: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `The font ${f.font} is in the PDF, but the publication does not ship it.`,
      mend: () => 'Name the font in templates/theme.yaml, in every weight and style that is used.',
      why: 'The pages would look different on each computer.',
      example: { font: 'Times New Roman' },
    }),
    'characters-can-be-drawn': rule<{ characters: string; script?: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `No font of the publication can draw ${f.characters}.`,
      mend: (f) =>
        f.script
          ? `Put a font for ${f.script} into the publication, and name it under \`fonts:\` in publication.yaml: { family: …, file: … }.`
          : 'Use another character, or add a font that has it under `fonts:` in publication.yaml.',
      why: 'An empty box would be printed, and nothing read aloud.',
      example: { characters: '“א” (U+05D0)' },
    }),
    'page-numbers-settle': ruleOfProblems({
      kind: 'truth',
      severity: 'error',
      why: 'The contents would send readers to the wrong page.',
      problems: {
        moved: restless<{ names: string; prints: number }>(
          (f) => `${f.names} moved in ${f.prints === 1 ? 'print' : `each of ${f.prints} prints`}`,
          { names: 'barriers--cost', prints: 3 },
        ),
        'on-no-page': restless<{ anchor: string }>((f) => `“${f.anchor}” is on no page`, {
          anchor: 'barriers--cost',
        }),
      },
    }),
    'browser-finishes': rule<{ reason: string }>({
      kind: 'making',
      severity: 'error',
      says: (f) => `The browser stopped before the book was printed: ${f.reason}.`,
      mend: () => 'Build again. If it happens twice, look for memory or disk that has run out.',
      why: 'There is no PDF without it.',
      example: { reason: 'its page crashed' },
    }),
  },
})
