// The rules of the booklet.

import { ourFault } from './phrases.ts'
import { group, rule } from './rule.ts'

export const BOOKLET_RULES = group({
  heading: 'The booklet',
  rules: {
    'file-can-be-imposed': rule<{ actual: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `This cannot be put on sheets: ${f.actual}.`,
      mend: () =>
        'Name a PDF of two pages or more that opens without a password and has no fields to fill in.',
      why: 'A booklet with pages missing is paper wasted.',
      example: { actual: 'it has one page' },
    }),
    'booklet-opens': rule<{ actual: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `The sheets that were made cannot be read back: ${f.actual}.`,
      mend: ourFault,
      why: 'Nobody could print it.',
      example: { actual: 'its end is missing' },
    }),
    'booklet-is-in-order': rule<{ other: string; actual: string; expected: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `${f.other} ${f.actual}, where ${f.expected} should be.`,
      mend: ourFault,
      why: 'Once it is folded, the pages would be out of order.',
      example: { other: 'On the front of sheet 2 stands', actual: 'page 5', expected: 'page 3' },
    }),
    'sheet-size-is-right': rule<{ other: string; actual: string; expected: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `${f.other} is ${f.actual} mm, where the sheet is ${f.expected} mm.`,
      mend: ourFault,
      why: 'The printer would scale it, and the fold would not be in the middle.',
      example: { other: 'The front of sheet 2', actual: '297 × 210', expected: '420 × 297' },
    }),
    'pages-are-whole': rule<{ other: string; key: number; actual: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `${f.other} page ${f.key} is cut off by ${f.actual} mm.`,
      mend: ourFault,
      why: 'What is cut off is not printed.',
      example: { other: 'On the front of sheet 2', key: 3, actual: '4' },
    }),
    'creep-grows-inwards': rule<{ other: string; actual: string; expected: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `${f.other} the page is moved by ${f.actual} mm, where it should be ${f.expected}.`,
      mend: ourFault,
      why: 'Sheets inside stand out at the edge and are cut shorter; without creep their outer margins would shrink.',
      example: { other: 'On sheet 2', actual: '0', expected: '0.16' },
    }),
  },
})
