// The rules of the press edition, found while it is made.

import { meant } from './phrases.ts'
import { group, problem, rule, ruleOfProblems } from './rule.ts'

const cannotBeBound = (reason: string): string => `This cannot be bound as it is: ${reason}.`

export const PRESS_MADE_RULES = group({
  heading: 'The press edition, made',
  rules: {
    'page-count-fits-the-binding': ruleOfProblems({
      kind: 'print',
      severity: 'warning',
      why: 'A folded sheet has four pages, staples hold only so many, and glue needs a spine.',
      problems: {
        'no-cover': problem({
          says: () =>
            cannotBeBound(
              '`cover: wrap` asks for a cover, and this paper has none, or no pages between its covers',
            ),
          mend: () => 'Write `covers: true` under `options:`, or `cover: self` under `press:`.',
        }),
        'thin-spine': problem<{ pages: number; spineMm: string }>({
          says: (f) =>
            cannotBeBound(
              `${f.pages} pages of this paper make a spine of ${f.spineMm} mm, which holds no glue`,
            ),
          mend: () => 'Write `cover: self` under `press:`, and the paper is folded and stapled.',
          example: { pages: 40, spineMm: '1.6' },
        }),
        'uneven-pages': problem<{ pages: number }>({
          says: (f) => cannotBeBound(`${f.pages} pages are no multiple of four`),
          mend: () => 'Write `blanks: true` under `press:`, and blank pages are added before the back cover.',
          example: { pages: 102 },
        }),
        'thick-fold': problem<{ pages: number; thicknessMm: string }>({
          says: (f) =>
            cannotBeBound(
              `${f.pages} pages of this paper are ${f.thicknessMm} mm thick when they are folded`,
            ),
          mend: () => 'Write `cover: wrap` under `press:`, and the paper is bound with a spine.',
          example: { pages: 120, thicknessMm: '6.2' },
        }),
      },
    }),
    'editions-are-of-one-text': rule<{ file: string }>({
      kind: 'print',
      severity: 'warning',
      says: (f) => `\`${f.file}\` is still there, and was made from an earlier text.`,
      mend: () => 'Build that edition again, or take the file away.',
      about: (f) => f.file,
      why: 'A file of last week’s text would be sent to the printer.',
      example: { file: 'best-by-west-midlands-2013-press.pdf' },
    }),
    'editions-are-one-paper': rule<{ difference: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `The press edition differs from the screen edition: ${f.difference}.`,
      mend: () => 'Look at what your styles do with `data-edition="press"`; it may not move any text.',
      why: 'Whoever quotes page 31 must find it on page 31 of every copy.',
      example: { difference: 'page 31 begins with another line' },
    }),
    'profile-is-for-print': rule<{ file: string; fault: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `The colour profile \`${f.file}\` ${f.fault}.`,
      mend: () =>
        'Ask the printer for the ICC profile of the press and paper, put it into the publication, and name it there.',
      why: 'The colours of the whole paper are mixed by it.',
      example: { file: 'ours.icc', fault: 'is one for screens' },
    }),
    'bleed-fits-the-margin': rule<{ bleedMm: number }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `The bleed of ${f.bleedMm} mm is not smaller than the margins of the page.`,
      mend: () =>
        'Use a smaller `bleedMm:` (most printers ask for 3), or larger margins in templates/theme.yaml.',
      why: 'What stands so near to the edge is cut off with it.',
      example: { bleedMm: 20 },
    }),
    'ink-is-of-a-colour': rule<{ token: string; fault: string; suggestion?: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) =>
        `The theme prints \`${f.token}\` in black ink, but among its tokens \`${f.token}\` ${f.fault}.`,
      mend: (f) => `${meant(f).trim() || 'Give the token a colour like #14202b, or take it out of `inks:`.'}`,
      why: 'The colour is looked for on the pages by its exact value.',
      example: { token: 'inkk', fault: 'is not there', suggestion: 'ink' },
    }),
    'total-ink-is-limited': rule<{ what: string; percent: string | number; limit: number }>({
      kind: 'print',
      severity: 'error',
      says: (f) =>
        `${f.what} needs ${f.percent}% of ink in its darkest places; this press can lay down ${f.limit}%.`,
      mend: () =>
        'Lighten its shadows, or use a profile that is made for less ink, as the printer advises: see `press:`.',
      why: 'Too much ink does not dry: it comes off on the next sheet.',
      example: { what: '`images/anchor.jpg`', percent: 330, limit: 300 },
    }),
  },
})
