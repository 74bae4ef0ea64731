// The rules of the press edition, found while it is made.

import { type CutOff, cutOff, DAMAGED_PROFILE, meant, NO_PROFILE } from './phrases.ts'
import { group, problem, rule, ruleOfProblems, within } from './rule.ts'

const differs = within(
  (words) => `The press edition differs from the screen edition: ${words}.`,
  () => 'Look at what your styles do with `data-edition="press"`; it may not move any text.',
)
const profile = within<{ file: string }>(
  (words, f) => `The colour profile \`${f.file}\` ${words}.`,
  () =>
    'Ask the printer for the ICC profile of the press and paper, put it into the publication, and name it there.',
)

const INK = { percent: 330, limit: 300 }
const inky = within<typeof INK>(
  (words, f) =>
    `${words} needs ${f.percent}% of ink in its darkest places; this press can lay down ${f.limit}%.`,
  () =>
    'Lighten its shadows, or use a profile that is made for less ink, as the printer advises: see `press:`.',
)

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
    'editions-are-one-paper': ruleOfProblems({
      kind: 'print',
      severity: 'error',
      why: 'Whoever quotes page 31 must find it on page 31 of every copy.',
      problems: {
        'page-reads-otherwise': differs<{
          page: number
          first: string
          last: string
          firstOnScreen: string
          lastOnScreen: string
        }>(
          (f) =>
            `page ${f.page} goes from “${f.first}” to “${f.last}”, on the screen from “${f.firstOnScreen}” to “${f.lastOnScreen}”`,
          { page: 31, first: 'Cost', last: 'in all.', firstOnScreen: 'Costs', lastOnScreen: 'in all.' },
        ),
        'page-is-missing': differs<{ page: number }>((f) => `page ${f.page} is missing`, { page: 31 }),
        'page-is-there-twice': differs<{ page: number }>((f) => `page ${f.page} is there twice`, {
          page: 31,
        }),
        'page-too-many': differs<{ page: number; pages: number }>(
          (f) => `it has a page ${f.page}, and the screen edition has ${f.pages} pages`,
          { page: 33, pages: 32 },
        ),
        'blank-says-something': differs<{ words: string }>((f) => `a page that was added says “${f.words}”`, {
          words: 'Cost',
        }),
        'other-count': differs('it has another number of pages'),
        'moved-to-another-page': differs<{ place: string }>(
          (f) => `“${f.place}” has something on another page`,
          {
            place: 'cost',
          },
        ),
        'cannot-be-read': differs('one of them cannot be read'),
      },
    }),
    'profile-is-for-print': ruleOfProblems({
      kind: 'print',
      severity: 'error',
      why: 'The colours of the whole paper are mixed by it.',
      problems: {
        'no-profile': profile(NO_PROFILE, { file: 'ours.icc' }),
        damaged: profile(DAMAGED_PROFILE, { file: 'ours.icc' }),
        'cut-off': profile<CutOff>(cutOff, { file: 'ours.icc', bytes: 4, of: 8 }),
        unnamed: profile('does not say what it describes; name it with `condition:`', { file: 'ours.icc' }),
        'of-other-colours': profile<{ space: string }>((f) => `is for ${f.space}, and a press prints CMYK`, {
          file: 'ours.icc',
          space: 'RGB',
        }),
        'of-no-printer': profile('describes no printing: its class is not printer', { file: 'ours.icc' }),
        outside: profile('leads out of the publication', { file: '../ours.icc' }),
        missing: profile('is not there', { file: 'ours.icc' }),
        unopened: profile('cannot be opened', { file: 'ours.icc' }),
        'no-file': profile('is not a file', { file: 'ours.icc' }),
        'too-large': profile('is larger than 16 MB', { file: 'ours.icc' }),
      },
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
    'ink-is-of-a-colour': rule<{ token: string; value?: string; suggestion?: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) =>
        `The theme prints \`${f.token}\` in black ink, but ${f.value === undefined ? 'it is not among its tokens' : `among its tokens it is \`${f.value}\``}.`,
      mend: (f) => `${meant(f).trim() || 'Give the token a colour like #14202b, or take it out of `inks:`.'}`,
      why: 'The colour is looked for on the pages by its exact value.',
      example: { token: 'inkk', suggestion: 'ink' },
    }),
    'total-ink-is-limited': ruleOfProblems({
      kind: 'print',
      severity: 'error',
      why: 'Too much ink does not dry: it comes off on the next sheet.',
      problems: {
        picture: inky<{ pictures: string }>((f) => f.pictures, {
          ...INK,
          pictures: '`images/anchor.jpg`',
        }),
        'unknown-picture': inky<{ widthPx: number; heightPx: number }>(
          (f) => `A picture of ${f.widthPx} × ${f.heightPx} pixels`,
          { ...INK, widthPx: 30, heightPx: 20 },
        ),
        words: inky<{ words: string }>((f) => `“${f.words}”`, { ...INK, words: 'Cost' }),
        inks: inky<{ inks: string }>((f) => `The colour ${f.inks}`, { ...INK, inks: 'C 100 M 90 Y 80 K 70' }),
        overprint: inky<{ inks: string }>((f) => `${f.inks}, printed over what lies beneath it,`, {
          ...INK,
          inks: 'C 0 M 0 Y 0 K 100',
        }),
        'other-colour': inky<{ colour: string }>((f) => `A colour (${f.colour})`, {
          ...INK,
          colour: 'DeviceRGB',
        }),
      },
    }),
  },
})
