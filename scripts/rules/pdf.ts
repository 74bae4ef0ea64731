// The rules of the PDF, read back.

import { ourFault } from './phrases.ts'
import { group, rule } from './rule.ts'

export const PDF_RULES = group({
  heading: 'The PDF, read back',
  rules: {
    'pdf-opens': rule<{ actual: string }>({
      kind: 'making',
      severity: 'error',
      says: (f) => `The PDF that was made cannot be opened: ${f.actual}.`,
      mend: ourFault,
      why: 'Nobody could read it.',
      example: { actual: 'its end is missing' },
    }),
    'text-is-complete': rule<{ actual: string; expected: string; other?: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) =>
        `The PDF differs from the text here${f.other ? ` (${f.other})` : ''}: expected “${f.expected}”, found “${f.actual}”.`,
      mend: ourFault,
      why: 'What was written must be what is read.',
      example: { expected: 'four homes in five', actual: 'four homes in' },
    }),
    'alternatives-are-complete': rule<{ expected: string; actual: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) =>
        `A text alternative is missing from the PDF: expected “${f.expected}”, found “${f.actual}”.`,
      mend: ourFault,
      why: 'Readers who cannot see the picture would miss what it says.',
      example: { expected: 'An anchor on a lorry', actual: 'nothing' },
    }),
    'heads-and-folios-are-true': rule<{ actual: string; expected: string; other?: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `The margin says “${f.actual}” where “${f.expected}” belongs.`,
      mend: (f) =>
        f.other
          ? 'Check the page rules in templates/.'
          : 'Give the file a shorter or plainer `short:` title, and build again.',
      why: 'Heads and folios are how a reader finds the way.',
      example: { actual: 'Barriers', expected: 'The survey' },
    }),
    'page-numbers-are-true': rule<{ actual: string; expected: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `The text says page ${f.actual}, but the place is on page ${f.expected}.`,
      mend: ourFault,
      why: 'The reader would turn to the wrong page.',
      example: { actual: '31', expected: '32' },
    }),
    'links-land': rule<{ actual: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `The link to \`${f.actual}\` does not land on the page of its target.`,
      mend: ourFault,
      why: 'A reader who follows it is lost.',
      example: { actual: 'barriers--cost' },
    }),
    'outline-equals-headings': rule<{ actual: string; expected: string; other?: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `The bookmarks differ from the headings: expected “${f.expected}”, found “${f.actual}”.`,
      mend: (f) =>
        f.other
          ? 'Check that the templates print each heading once.'
          : 'Write this heading in plain words, without markup or signs, and build again.',
      why: 'Bookmarks are the table of contents of whoever reads on a screen.',
      example: { expected: 'Cost', actual: 'Costs' },
    }),
    'page-labels-equal-folios': rule<{ actual: string; expected: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `The page label is “${f.actual}” where the folio “${f.expected}” is printed.`,
      mend: ourFault,
      why: '“Go to page 31” must lead to page 31.',
      example: { actual: '32', expected: '31' },
    }),
    'page-is-not-empty': rule({
      kind: 'print',
      severity: 'error',
      says: () => 'This page is empty, and should not be.',
      mend: () => 'Look at what ends before it: a box of fixed height may be too tall.',
      why: 'Readers take an empty page for a fault, and it is one.',
    }),
    'page-size-is-right': rule<{ actual: string; expected: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `This page measures ${f.actual} mm instead of ${f.expected} mm.`,
      mend: () => 'Check `page:` in templates/theme.yaml.',
      why: 'A printer refuses a file of mixed sizes.',
      example: { actual: '216 × 279', expected: '210 × 297' },
    }),
    'scale-is-one': rule<{ actual: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `The browser shrank the pages to ${f.actual}%.`,
      mend: () => 'Find what is wider than the text area; see the findings above.',
      why: 'All type would be smaller than it was designed.',
      example: { actual: '92' },
    }),
  },
})
