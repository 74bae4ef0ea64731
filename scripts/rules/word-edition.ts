// The rules of the Word file for review.

import { ourFault } from './phrases.ts'
import { group, problem, ruleOfProblems, within } from './rule.ts'

const otherwise = (words: (words: string) => string, mend: string, example = 'A wall in profile') =>
  problem<{ words: string }>({ says: (f) => words(f.words), mend: () => mend, example: { words: example } })

const untrue = within((words) => `The Word file ${words}.`, ourFault)
const barred = within(
  (words) => `The Word file ${words}.`,
  () => 'Mend it in the text, or in the templates of this publication.',
)

export const WORD_EDITION_RULES = group({
  heading: 'The Word file for review',
  rules: {
    'word-file-shows-it-otherwise': ruleOfProblems({
      kind: 'truth',
      severity: 'info',
      why: 'A reviewer of the Word file should know where the PDF shows something else.',
      problems: {
        picture: otherwise(
          (words) => `The Word file shows no picture here, for it could not be drawn: “${words}”.`,
          'Look at it in the PDF.',
        ),
        'words-of-drawing': otherwise(
          (words) =>
            `The Word file sets the words of this drawing in typefaces of the machine that makes it: “${words}”.`,
          'Look at it in the PDF, which sets them in the paper’s own.',
          'images/flow.svg',
        ),
        formula: problem<{ words: string; part: string }>({
          says: (f) =>
            `The Word file sets a formula more simply, for \`${f.part}\` has no like in Word: “${f.words}”.`,
          mend: () => 'Look at it in the PDF.',
          example: { words: 'x over y', part: 'mlongdiv' },
        }),
        link: otherwise(
          (words) =>
            `The Word file has words without a link here, for Word does not take its address: ${words}`,
          'Give it a shorter address, if there is one.',
          'https://example.org/search?q=…',
        ),
        list: problem<{ words: string; becomes: number }>({
          says: (f) => `The Word file begins a list with ${f.becomes}, for Word has no list from ${f.words}.`,
          mend: () => 'Look at it in the PDF.',
          example: { words: '40000', becomes: 32_767 },
        }),
        table: problem<{ columns: number; parts: number }>({
          says: (f) =>
            `The Word file sets a table of ${f.columns} columns as ${f.parts}, one below the other: Word has no more than 63.`,
          mend: () => 'Nothing need be done.',
          example: { columns: 70, parts: 2 },
        }),
        'joined-cells': otherwise(
          (words) =>
            `The Word file cannot say which headings the joined cells of a table have, as the PDF does; Word’s accessibility check names the table: “${words}”.`,
          'Nothing need be done for the PDF. Give each cell its own words where reviewers read with a screen reader.',
          'Floods by season',
        ),
        'note-in-note': otherwise(
          (words) =>
            `A note calls another one, ${words}, which stands below it in the Word file: Word has no notes in notes.`,
          'Nothing need be done; the notes behind it have other numbers in Word.',
          '5',
        ),
      },
    }),
    'word-file-is-whole': ruleOfProblems({
      kind: 'truth',
      severity: 'error',
      why: 'A reviewer can only judge what the file says.',
      problems: {
        'words-are-missing': untrue<{ words: string }>((f) => `does not say “${f.words}”`, {
          words: 'Who pays',
        }),
        'numbers-are-missing': untrue<{ words: string; chart: string }>(
          (f) => `does not say “${f.words}” of the chart “${f.chart}”`,
          { words: 'Winter, 14', chart: 'Most floods are in winter' },
        ),
        'order-differs': untrue<{ words: string }>((f) => `does not say “${f.words}” in its place`, {
          words: 'Who pays',
        }),
        'heading-differs': untrue<{ words: string; found: string }>(
          (f) => `has “${f.found}” where the heading “${f.words}” has to be`,
          { words: 'Who pays', found: 'Who gains' },
        ),
        'link-leads-nowhere': untrue<{ words: string }>(
          (f) => `has a link that leads nowhere: “${f.words}”`,
          {
            words: 'the next chapter',
          },
        ),
        'cannot-be-read': untrue<{ part: string }>((f) => `cannot be read back: ${f.part}`, {
          part: 'word/document.xml',
        }),
      },
    }),
    'word-file-is-accessible': ruleOfProblems({
      kind: 'accessibility',
      severity: 'error',
      why: 'Reviewers read with screen readers too, and Word’s own check looks for these.',
      problems: {
        'no-alternative': barred('shows a picture without a text alternative'),
        'no-header-row': barred<{ words: string }>(
          (f) => `has a table without a row of headings: “${f.words}”`,
          {
            words: 'Costs by year',
          },
        ),
        'leap-of-headings': barred<{ words: string }>(
          (f) => `leaves a level of heading out before “${f.words}”`,
          { words: 'Who pays' },
        ),
        'no-title': barred('does not say its title'),
        'no-language': barred('does not say its language'),
        'link-without-words': barred('has a link without words'),
      },
    }),
  },
})
