// The rules of the PDF, read back.

import { ourFault } from './phrases.ts'
import { group, problem, rule, ruleOfProblems, within } from './rule.ts'

const unopened = within((words) => `The PDF that was made cannot be opened: ${words}.`, ourFault)

export const PDF_RULES = group({
  heading: 'The PDF, read back',
  rules: {
    'pdf-opens': ruleOfProblems({
      kind: 'making',
      severity: 'error',
      why: 'Nobody could read it.',
      problems: {
        'no-pdf': unopened<{ reason: string }>((f) => f.reason, { reason: 'its end is missing' }),
        'not-all-pages': unopened<{ count: number; of: number }>(
          (f) => `it has ${f.count} of ${f.of} pages`,
          {
            count: 30,
            of: 32,
          },
        ),
      },
    }),
    'text-is-complete': rule<{ found: string; wanted: string; hint?: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) =>
        `The PDF differs from the text here${f.hint ? ` (${f.hint})` : ''}: expected “${f.wanted}”, found “${f.found}”.`,
      mend: ourFault,
      why: 'What was written must be what is read.',
      example: { wanted: 'four homes in five', found: 'four homes in' },
    }),
    'alternatives-are-complete': rule<{ wanted: string; found: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `A text alternative is missing from the PDF: expected “${f.wanted}”, found “${f.found}”.`,
      mend: ourFault,
      why: 'Readers who cannot see the picture would miss what it says.',
      example: { wanted: 'An anchor on a lorry', found: 'nothing' },
    }),
    'heads-and-folios-are-true': rule<{ found: string; wanted: string; other?: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `The margin says “${f.found}” where “${f.wanted}” belongs.`,
      mend: (f) =>
        f.other
          ? 'Check the page rules in templates/.'
          : 'Give the file a shorter or plainer `short:` title, and build again.',
      why: 'Heads and folios are how a reader finds the way.',
      example: { found: 'Barriers', wanted: 'The survey' },
    }),
    'page-numbers-are-true': rule<{ said: string; page: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `The text says page ${f.said}, but the place is on page ${f.page}.`,
      mend: ourFault,
      why: 'The reader would turn to the wrong page.',
      example: { said: '31', page: '32' },
    }),
    'note-is-on-its-page': ruleOfProblems({
      kind: 'truth',
      severity: 'error',
      why: 'Whoever follows the number looks at the foot of the page, and what stands below the notes’ line is taken for a note.',
      problems: {
        'on-another-page': problem<{ note: string; begins: string; called: string }>({
          says: (f) =>
            `Note ${f.note} is called on page ${f.called} and begins on page ${f.begins}: the page has no room for it.`,
          mend: () =>
            'Shorten the note or those beside it, or call fewer of them in one row or line; `notes: section` in publication.yaml prints all at the end of their text.',
          example: { note: '3', begins: '12', called: '11' },
        }),
        'among-text': problem<{ words: string }>({
          says: (f) => `Text stands beside or below the notes at the foot of the page: “${f.words}”.`,
          mend: () => 'Move the notes of what cannot be parted there elsewhere, or make it shorter.',
          example: { words: 'The council' },
        }),
      },
    }),
    'links-land': rule<{ target: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `The link to \`${f.target}\` does not land on the page of its target.`,
      mend: ourFault,
      why: 'A reader who follows it is lost.',
      example: { target: 'barriers--cost' },
    }),
    'outline-equals-headings': rule<{ found: string; wanted: string; other?: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `The bookmarks differ from the headings: expected “${f.wanted}”, found “${f.found}”.`,
      mend: (f) =>
        f.other
          ? 'Check that the templates print each heading once.'
          : 'Write this heading in plain words, without markup or signs, and build again.',
      why: 'Bookmarks are the table of contents of whoever reads on a screen.',
      example: { wanted: 'Cost', found: 'Costs' },
    }),
    'page-labels-equal-folios': rule<{ label: string; folio: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `The page label is “${f.label}” where the folio “${f.folio}” is printed.`,
      mend: ourFault,
      why: '“Go to page 31” must lead to page 31.',
      example: { label: '32', folio: '31' },
    }),
    'page-is-not-empty': rule({
      kind: 'print',
      severity: 'error',
      says: () => 'This page is empty, and should not be.',
      mend: () => 'Look at what ends before it: a box of fixed height may be too tall.',
      why: 'Readers take an empty page for a fault, and it is one.',
    }),
    'page-size-is-right': rule<{ found: string; wanted: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `This page measures ${f.found} mm instead of ${f.wanted} mm.`,
      mend: () => 'Check `page:` in templates/theme.yaml.',
      why: 'A printer refuses a file of mixed sizes.',
      example: { found: '216 × 279', wanted: '210 × 297' },
    }),
    'scale-is-one': rule<{ percent: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `The browser shrank the pages to ${f.percent}%.`,
      mend: () => 'Find what is wider than the text area; see the findings above.',
      why: 'All type would be smaller than it was designed.',
      example: { percent: '92' },
    }),
  },
})
