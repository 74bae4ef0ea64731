// The rules of the accessible PDF.

import { ourFault, times } from './phrases.ts'
import { group, rule, ruleOfProblems, within } from './rule.ts'
import { verapdfAnswers } from './verapdf-answers.ts'

const loose = within(
  (words) => `Something on the page is neither tagged nor marked as decoration: ${words}.`,
  ourFault,
)
const apart = within(
  (words) => `The tags and what the pages draw do not belong together: ${words}.`,
  ourFault,
)
const strange = within<{ tag: string }>((words, f) => `The tag \`${f.tag}\` ${words}.`, ourFault)
const misplaced = within<{ heading: string; level: number }>(
  (words, f) => `The heading “${f.heading}” is tagged H${f.level}${words}.`,
  () => 'Use the next level down, without leaving one out.',
)
const picture = within(
  (words) => `A picture in the PDF ${words}.`,
  () => 'Say what it shows, or write ![decorative](…) if it shows nothing that a reader needs.',
)
const table = within(
  (words) => `A table in the PDF ${words}.`,
  () => 'Give every row as many cells as there are headers, and every column a header.',
)
const list = within((words) => `A list in the PDF ${words}.`, ourFault)
const link = within((words) => `A link in the PDF ${words}.`, ourFault)
const note = within((words) => `A note in the PDF ${words}.`, ourFault)
const mute = within(
  (words) => `The PDF draws characters that cannot be read out: ${words}.`,
  () => 'Replace them in the text, or add a font that has them to `fonts:` in publication.yaml.',
)
const unverified = within(
  (words) => `This cannot be verified: ${words}.`,
  () => 'Name a PDF that `whitepaper build` wrote, whole and not encrypted.',
)
const claim = within((words) => `What the PDF says of itself does not hold: ${words}.`, ourFault)

/** What a page draws, by its words where it has some. */
const drawn = (text: string): string => (text.trim() ? `“${text.trim().slice(0, 40)}”` : 'something drawn')

const PART_OF_LIST = {
  L: 'a list',
  LI: 'an item',
  LBody: 'a body of an item',
  TOC: 'a table of contents',
  TOCI: 'an entry of the contents',
}
export type PartOfList = keyof typeof PART_OF_LIST

/** What a PDF claims less for. */
const LESS = {
  archival: 'its accessibility was reported and not proven',
  none: 'it is a draft',
}

export const TAG_RULES = group({
  heading: 'The accessible PDF',
  rules: {
    'structure-equals-source': rule<{ wanted: string; found: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) =>
        `The structure of the PDF says something else than the text here: expected ${f.wanted}, found ${f.found}.`,
      mend: ourFault,
      why: 'What a page looks like and what a screen reader says of it must be the same.',
      example: { wanted: 'a heading “Cost”', found: 'a paragraph “Cost”' },
    }),
    'content-is-tagged': ruleOfProblems({
      kind: 'accessibility',
      severity: 'error',
      why: 'A screen reader leaves out what has no tag, and reads out what is only decoration. PDF/UA-1, 7.1.',
      problems: {
        untagged: loose<{ drawn: string }>(
          ({ drawn }) => (drawn.length > 60 ? `${drawn.slice(0, 59)}…` : drawn),
          { drawn: 'a path on page 4' },
        ),
        tangled: loose('decoration stands inside of tagged content, or tagged content inside of decoration'),
      },
    }),
    'tags-lead-to-content': ruleOfProblems({
      kind: 'truth',
      severity: 'error',
      why: 'Readers go from the page to its tags and back. ISO 32000-1, 14.7.4.',
      problems: {
        'no-tags': apart('the file has no tags at all'),
        'mark-of-two-tags': apart('one mark belongs to two tags'),
        'mark-without-tag': apart<{ text: string }>((f) => `${drawn(f.text)} is marked, and no tag has it`, {
          text: 'Cost',
        }),
        'mark-leads-elsewhere': apart<{ text: string }>(
          (f) => `the way back from ${drawn(f.text)} leads to another tag`,
          { text: 'Cost' },
        ),
        'link-without-tag': apart('a link has no tag'),
        'link-leads-elsewhere': apart('the way back from a link leads to another tag'),
        'another-around-it': apart<{ tag: string }>(
          (f) => `a tag ${f.tag} names another as the one around it`,
          {
            tag: 'P',
          },
        ),
      },
    }),
    'tags-are-standard': ruleOfProblems({
      kind: 'accessibility',
      severity: 'error',
      why: 'Readers know the types of the standard and no others. PDF/UA-1, 7.1.',
      problems: {
        unknown: strange('is not of the standard, and nothing says which it stands for', { tag: 'Box' }),
        'not-one-document': strange('stands at the top, where one Document belongs', { tag: 'Part' }),
        'of-another-meaning': strange('is made to mean something else than in the standard', { tag: 'P' }),
      },
    }),
    'tagged-headings-in-order': ruleOfProblems({
      kind: 'accessibility',
      severity: 'error',
      why: 'People who listen go from heading to heading. PDF/UA-1, 7.4.',
      problems: {
        leap: misplaced<{ before: number }>((f) => `, right after an H${f.before}`, {
          heading: 'Cost',
          level: 4,
          before: 2,
        }),
        first: misplaced(', though it is the first', { heading: 'Cost', level: 3 }),
        empty: misplaced(' and is empty', { heading: '', level: 2 }),
      },
    }),
    'tagged-pictures-have-alternatives': ruleOfProblems({
      kind: 'accessibility',
      severity: 'error',
      why: 'Readers who cannot see the picture would miss what it says. PDF/UA-1, 7.3.',
      problems: {
        'no-alternative': picture('has no text alternative'),
        'no-place': picture('does not say where it stands on its page'),
      },
    }),
    'tagged-tables-are-regular': ruleOfProblems({
      kind: 'accessibility',
      severity: 'error',
      why: 'A cell is read with the headers of its row and column. PDF/UA-1, 7.5.',
      problems: {
        uneven: table<{ cells: number; row: number; first: number }>(
          (f) => `has ${f.cells} cells in row ${f.row} and ${f.first} in the first`,
          { cells: 2, row: 4, first: 3 },
        ),
        stray: table<{ tag: string }>((f) => `holds a ${f.tag} where a row or a cell belongs`, { tag: 'P' }),
        'cell-goes-on': table('has a cell that goes on below the last row'),
        'no-headers': table('has no headers'),
        'unclear-header': table('has a header that does not say whether it is that of a row or a column'),
        'lost-header': table<{ id: string }>(
          (f) => `has a cell that names a header which is not there (${f.id})`,
          { id: 'h4' },
        ),
      },
    }),
    'tagged-lists-are-sound': ruleOfProblems({
      kind: 'accessibility',
      severity: 'error',
      why: 'Readers are told how many items there are, and where each begins. PDF/UA-1, 7.6.',
      problems: {
        outside: list<{ part: PartOfList }>((f) => `has ${PART_OF_LIST[f.part]} outside of it`, {
          part: 'LI',
        }),
        'loose-text': list('has text outside of its items'),
        stray: list<{ tag: string }>((f) => `has a ${f.tag} among its items`, { tag: 'P' }),
        empty: list<{ part: PartOfList }>((f) => `has ${PART_OF_LIST[f.part]} with nothing in it`, {
          part: 'LI',
        }),
      },
    }),
    'tagged-links-are-described': ruleOfProblems({
      kind: 'accessibility',
      severity: 'error',
      why: 'A link is announced by its words. PDF/UA-1, 7.18.5.',
      problems: {
        'no-words': link<{ to: string }>((f) => `to ${f.to} has no words of its own`, { to: '#cost' }),
        'no-tag': link<{ to: string }>((f) => `to ${f.to} is not tagged as a link`, { to: '#cost' }),
        'cannot-be-followed': link('cannot be followed'),
      },
    }),
    'tagged-notes-have-ids': ruleOfProblems({
      kind: 'accessibility',
      severity: 'error',
      why: 'The way from the call to the note and back goes by its id. PDF/UA-1, 7.9.',
      problems: {
        'no-id': note('has no id'),
        shared: note<{ id: string }>((f) => `shares its id ${f.id} with another tag`, { id: 'note-4' }),
        elsewhere: note<{ id: string }>((f) => `has the id ${f.id}, which leads elsewhere`, { id: 'note-4' }),
      },
    }),
    'language-is-told': rule<{ code?: string }>({
      kind: 'accessibility',
      severity: 'error',
      says: (f) => (f.code ? `\`${f.code}\` is no language code.` : 'The PDF does not say its language.'),
      mend: () => 'Check `language:` in publication.yaml and the codes of `:lang[…]{…}`.',
      why: 'A screen reader chooses its voice by it. PDF/UA-1, 7.2.',
      example: { code: 'english' },
    }),
    'characters-can-be-read-out': ruleOfProblems({
      kind: 'truth',
      severity: 'error',
      why: 'They can be neither read out, searched for nor copied. PDF/UA-1, 7.21.',
      problems: {
        'empty-box': mute<{ for: string }>((f) => `an empty box${f.for.trim() ? ` for “${f.for}”` : ''}`, {
          for: 'א',
        }),
        'mute-sign': mute<{ code: string }>((f) => `a sign of ${f.code}`, { code: 'Symbols 4' }),
        'lost-font': mute<{ font: string }>((f) => `those of ${f.font}, which is not in the file`, {
          font: 'Symbols',
        }),
        'mute-in-font': mute<{ font: string; code: number }>((f) => `sign ${f.code} of ${f.font}`, {
          font: 'Symbols',
          code: 4,
        }),
      },
    }),
    'claims-agree': ruleOfProblems({
      kind: 'truth',
      severity: 'error',
      why: 'A label that nothing stands behind is worse than none.',
      problems: {
        'no-title': claim('it has no title'),
        'two-titles': claim<{ one: string; other: string }>(
          (f) => `it has two titles, “${f.one}” and “${f.other}”`,
          { one: 'Best by 2013', other: 'Best by 2014' },
        ),
        'not-marked': claim('it is not marked as tagged'),
        'name-for-title': claim('viewers show the name of the file instead of the title'),
        'other-way-of-keys': claim<{ page: number }>(
          (f) => `on page ${f.page} the keyboard goes another way than the text`,
          { page: 4 },
        ),
        'no-colours': claim('it claims to be archival, and does not say what its colours mean'),
        'no-id': claim('it claims to be archival, and has no id'),
        half: claim('it claims to be PDF/A-2a, but not PDF/UA-1'),
        'too-much': claim<{ of: keyof typeof LESS; claim: string }>(
          (f) => `${LESS[f.of]}, and it claims to be ${f.claim}`,
          { of: 'none', claim: 'PDF/UA-1' },
        ),
      },
    }),
    'claims-are-made': rule<{ claims: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `The PDF does not claim to be ${f.claims}.`,
      mend: () => 'Build it again without --draft.',
      why: 'Readers and archives look for the claim before they look at the file.',
      example: { claims: 'PDF/UA-1' },
    }),
    'pdf-meets-its-claims': rule<{
      claim: string
      says: string
      standard: string
      test: string
      count: number
    }>({
      kind: 'truth',
      severity: 'error',
      says: (f) =>
        `veraPDF finds that the PDF is not ${f.claim}: ${f.says} (${f.standard}, ${f.test}; ${times(f.count)}).`,
      mend: () => `Change it in the text, if this comes of the text. If not: ${ourFault()}`,
      why: 'Who claims a standard must meet it.',
      example: {
        claim: 'PDF/UA-1',
        says: 'a figure has no alternative',
        standard: 'ISO 14289-1:2014',
        test: '7.3-1',
        count: 2,
      },
    }),
    'verapdf-answers': verapdfAnswers,
    'file-can-be-verified': ruleOfProblems({
      kind: 'making',
      severity: 'error',
      why: 'A file that cannot be read cannot be called accessible.',
      problems: {
        unread: unverified<{ reason: string }>((f) => f.reason, { reason: 'it is encrypted' }),
        'none-there': unverified('there is no PDF in dist/'),
      },
    }),
  },
})
