// The rules of the booklet.

import { ourFault } from './phrases.ts'
import { group, problem, rule, ruleOfProblems, within } from './rule.ts'

const STANDS = {
  nothing: () => 'nothing',
  'another-page': (page: number) => `page ${page}`,
  turned: (page: number) => `page ${page} turned the wrong way`,
  'over-each-other': (count: number) => `${count} pages over each other`,
  'no-page': () => 'something that is no page of the file',
}
/** What stands where another page should. */
export type Standing = keyof typeof STANDS

const refused = within(
  (words) => `This cannot be put on sheets: ${words}.`,
  () => 'Name a PDF of two pages or more that opens without a password and has no fields to fill in.',
)

export const BOOKLET_RULES = group({
  heading: 'The booklet',
  rules: {
    'file-can-be-imposed': ruleOfProblems({
      kind: 'print',
      severity: 'error',
      why: 'A booklet with pages missing is paper wasted.',
      problems: {
        'one-page': refused('it has one page, and there is nothing to put beside it'),
        'no-pages': refused('it has no pages'),
        missing: refused('there is no such file, or it may not be read'),
        'no-file': refused('it is no file'),
        'too-large': refused<{ mostMb: number }>((f) => `it has more than ${f.mostMb} MB`, { mostMb: 512 }),
        'not-whole': refused<{ reason: string }>((f) => f.reason, { reason: 'its end is missing' }),
        'not-read-to-its-end': refused('it could not be read to its end'),
        encrypted: refused('it is encrypted'),
        damaged: refused('it is damaged, or no PDF at all'),
        form: refused('it is a form, and what is filled in would be lost'),
        'page-without-size': refused<{ page: number }>(
          (f) => `page ${f.page} has no size that could be printed`,
          { page: 4 },
        ),
        'draws-too-much': refused<{ mostMb: number }>(
          (f) => `what its pages draw has more than ${f.mostMb} MB`,
          { mostMb: 256 },
        ),
      },
    }),
    'booklet-opens': rule<{ reason: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `The sheets that were made cannot be read back: ${f.reason}.`,
      mend: ourFault,
      why: 'Nobody could print it.',
      example: { reason: 'its end is missing' },
    }),
    'booklet-is-in-order': ruleOfProblems({
      kind: 'print',
      severity: 'error',
      why: 'Once it is folded, the pages would be out of order.',
      problems: {
        'stands-elsewhere': problem<{ where: string; stands: Standing; number: number; page: number }>({
          says: (f) =>
            `${f.where} ${STANDS[f.stands](f.number)}, where ${f.page ? `page ${f.page}` : 'nothing'} should be.`,
          mend: ourFault,
          example: { where: 'On the front of sheet 2 stands', stands: 'another-page', number: 5, page: 3 },
        }),
        'other-count': problem<{ sides: number; wanted: number; pages: number }>({
          says: (f) => `There are ${f.sides} sides, where ${f.wanted} for ${f.pages} pages should be.`,
          mend: ourFault,
          example: { sides: 4, wanted: 6, pages: 12 },
        }),
      },
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
