// The rules of pages, found in the browser.

import { group, rule } from './rule.ts'

export const PAGE_RULES = group({
  heading: 'Pages, in the browser',
  rules: {
    'box-fits-the-page': rule<{ what: string; actual: string; expected: string; other?: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) =>
        `${f.what ?? 'This'} is ${f.actual} mm wide, and there is room for ${f.expected} mm${f.other ? `: “${f.other}”` : ''}.`,
      mend: (f) =>
        f.what === 'This table'
          ? 'It is set in 9 pt already, on a page of its own: use fewer columns, or two tables.'
          : 'Shorten it, or break it in two.',
      why: 'The browser would shrink every page of the book to make it fit.',
      example: { what: 'This table', actual: '290', expected: '257', other: 'Council' },
    }),
    'table-fits-its-page': rule<{ actual: string; other?: string }>({
      kind: 'print',
      severity: 'info',
      says: (f) =>
        `This table is too wide as tables are usually set: it ${f.actual}${f.other ? ` (“${f.other}”)` : ''}.`,
      mend: () =>
        'Look at its page. Fewer columns, or shorter words in them, would let it be set as the others are.',
      why: 'What a reader cannot read at a glance could perhaps be said in two tables.',
      example: { actual: 'is set closer and is set in 10 pt', other: 'Council' },
    }),
    'text-fits-its-page': rule<{ actual: string; mend?: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `The text does not fit on its page and is cut off: “${f.actual}”.`,
      mend: (f) => `${f.mend ?? 'Shorten it.'}`,
      why: 'Covers, openers and panels have a fixed size; what is too long is lost.',
      example: { actual: 'the last line of the cover' },
    }),
    'running-head-fits': rule<{ actual: string; other?: string }>({
      kind: 'print',
      severity: 'warning',
      says: (f) =>
        `The running head “${f.actual}” does not fit on one line${f.other ? `, and is printed as “${f.other}”` : ''}.`,
      mend: () => 'Give it a shorter title for this place: `short:`.',
      why: 'A head of two lines runs into the text.',
      example: { actual: 'A title that goes on and on' },
    }),
    'request-stays-inside': rule<{ actual: string }>({
      kind: 'safety',
      severity: 'error',
      says: (f) => `The page asked for \`${f.actual}\`, which was refused.`,
      mend: () => 'Take the reference out, or copy the file into the publication.',
      why: 'A build reads nothing from the network.',
      example: { actual: 'https://example.org/' },
    }),
    'fonts-are-ours': rule<{ actual: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `The font ${f.actual} is in the PDF, but the publication does not ship it.`,
      mend: () => 'Name the font in templates/theme.yaml, in every weight and style that is used.',
      why: 'The pages would look different on each computer.',
      example: { actual: 'Times New Roman' },
    }),
    'characters-can-be-drawn': rule<{ actual: string; other?: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `No font of the publication can draw ${f.actual}.`,
      mend: (f) =>
        f.other
          ? `Put a font for ${f.other} into the publication, and name it under \`fonts:\` in publication.yaml: { family: …, file: … }.`
          : 'Use another character, or add a font that has it under `fonts:` in publication.yaml.',
      why: 'An empty box would be printed, and nothing read aloud.',
      example: { actual: '“א” (U+05D0)' },
    }),
    'page-numbers-settle': rule<{ actual: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `The page numbers did not come to rest: ${f.actual}.`,
      mend: () => 'Change a line near the page that is named, or take a reference to a page out there.',
      why: 'The contents would send readers to the wrong page.',
      example: { actual: 'they still changed after three prints' },
    }),
    'browser-finishes': rule<{ actual: string }>({
      kind: 'making',
      severity: 'error',
      says: (f) => `The browser stopped before the book was printed: ${f.actual}.`,
      mend: () => 'Build again. If it happens twice, look for memory or disk that has run out.',
      why: 'There is no PDF without it.',
      example: { actual: 'its page crashed' },
    }),
  },
})
