// The rules of the booklet.

import { ourFault } from './phrases.ts'
import { group, rule } from './rule.ts'

export const BOOKLET_RULES = group({
  heading: 'The booklet',
  rules: {
    'file-can-be-imposed': rule<{ reason: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `This cannot be put on sheets: ${f.reason}.`,
      mend: () =>
        'Name a PDF of two pages or more that opens without a password and has no fields to fill in.',
      why: 'A booklet with pages missing is paper wasted.',
      example: { reason: 'it has one page' },
    }),
    'booklet-opens': rule<{ reason: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `The sheets that were made cannot be read back: ${f.reason}.`,
      mend: ourFault,
      why: 'Nobody could print it.',
      example: { reason: 'its end is missing' },
    }),
    'booklet-is-in-order': rule<{ where: string; found: string; wanted: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `${f.where} ${f.found}, where ${f.wanted} should be.`,
      mend: ourFault,
      why: 'Once it is folded, the pages would be out of order.',
      example: { where: 'On the front of sheet 2 stands', found: 'page 5', wanted: 'page 3' },
    }),
    'sheet-size-is-right': rule<{ side: string; found: string; wanted: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `${f.side} is ${f.found} mm, where the sheet is ${f.wanted} mm.`,
      mend: ourFault,
      why: 'The printer would scale it, and the fold would not be in the middle.',
      example: { side: 'The front of sheet 2', found: '297 × 210', wanted: '420 × 297' },
    }),
    'pages-are-whole': rule<{ where: string; page: number; cutMm: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `${f.where} page ${f.page} is cut off by ${f.cutMm} mm.`,
      mend: ourFault,
      why: 'What is cut off is not printed.',
      example: { where: 'On the front of sheet 2', page: 3, cutMm: '4' },
    }),
    'creep-grows-inwards': rule<{ where: string; movedMm: string; wantedMm: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `${f.where} the page is moved by ${f.movedMm} mm, where it should be ${f.wantedMm}.`,
      mend: ourFault,
      why: 'Sheets inside stand out at the edge and are cut shorter; without creep their outer margins would shrink.',
      example: { where: 'On sheet 2', movedMm: '0', wantedMm: '0.16' },
    }),
  },
})
