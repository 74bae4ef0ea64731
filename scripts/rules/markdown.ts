// The rules of Markdown: what an author wrote is read as it is meant.

import { asTyped } from './phrases.ts'
import { group, problem, rule, ruleOfProblems, within } from './rule.ts'

const unusable = within(
  (words) => `This template cannot be used: ${words}.`,
  () => 'Put back the last version that worked and change it a step at a time.',
)

export const MARKDOWN_RULES = group({
  heading: 'Markdown',
  rules: {
    'heading-levels-in-order': rule<{ level: number; next: number }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) =>
        f.level === 1
          ? 'One hash sign makes a title, and this file has its title already: this heading is printed one level lower, and what stands below it too.'
          : f.next === 1
            ? 'This file has no other title, so its first heading is printed as the title.'
            : `This heading has ${f.level} hash signs where ${f.next} can follow; it is printed as if it had ${f.next}.`,
      mend: () =>
        'Begin sections with `##` and go down one level at a time: a screen reader announces the levels.',
      why: 'Readers who listen move through the paper by its headings.',
      example: { level: 4, next: 3 },
    }),
    'heading-has-words': rule<{ actual?: string; other?: string }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) =>
        f.other === 'picture'
          ? `This heading is a picture; “${f.actual}”, its text alternative, is printed as the heading, and the picture below it.`
          : 'This heading has no words, so it is no heading in print.',
      mend: () => 'Write the words of the heading behind the hash signs, or take the line out.',
      about: (f) => f.actual,
      why: 'Contents, bookmarks and screen readers list headings by their words.',
      example: {},
    }),
    'table-has-header': rule<{ other?: 'none' }>({
      kind: 'accessibility',
      severity: 'error',
      says: (f) =>
        f.other === 'none' ? 'This table has no headers.' : 'The header row of this table is empty.',
      mend: (f) =>
        f.other === 'none'
          ? 'Name each column in its first row; where the first cell of each row names it, let the table stand between `:::table{rows}` and `:::`.'
          : 'Name each column in the first row.',
      why: 'A screen reader reads the header with each cell.',
    }),
    'quotation-has-source': rule({
      kind: 'style',
      severity: 'info',
      says: () => 'This quotation does not say whose words it is.',
      mend: () => 'Use `:::quote{by="Name" role="Post"}`.',
      why: 'Words without a speaker carry no weight.',
    }),
    'percentage-has-source': rule<{ percent: string }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) => `${f.percent}% stands nowhere in data/.`,
      mend: () => 'Check the number, or add it to a file in data/ with its source.',
      about: (f) => f.percent,
      why: 'Every figure of the paper stands once, with its source, so that a slip is found.',
      example: { percent: '37' },
    }),
    'listing-is-coloured': ruleOfProblems({
      kind: 'truth',
      severity: 'info',
      why: 'Colours help readers to find their way in a listing; without them it says the same.',
      about: ({ language }) => String(language),
      problems: {
        'unknown-language': problem<{ language: string; suggestion?: string }>({
          says: (f) =>
            `${asTyped(f.language)} is no language that is known here: this listing is printed in one colour.`,
          mend: (f) =>
            f.suggestion === undefined
              ? 'Write the name of its language, or `text` if it is in none.'
              : `Did you mean \`${f.suggestion}\`? Write \`text\` if it is in none.`,
          example: { language: 'javascrpt', suggestion: 'javascript' },
        }),
        'takes-too-long': problem<{ language: string }>({
          says: (f) =>
            `Reading this listing as ${asTyped(f.language)} takes too long: it is printed in one colour.`,
          mend: () => 'Cut it into shorter listings, or write `text` behind its fence.',
          example: { language: 'regex' },
        }),
        'cannot-be-read': problem<{ language: string }>({
          says: (f) => `This listing cannot be read as ${asTyped(f.language)}: it is printed in one colour.`,
          mend: () => 'Write `text` behind its fence, or the name of the language that it is in.',
          example: { language: 'regex' },
        }),
      },
    }),
    'formula-is-read': ruleOfProblems({
      kind: 'truth',
      severity: 'error',
      why: 'A formula that cannot be read is printed as it was typed, and is not read aloud.',
      about: ({ typed }) => String(typed ?? ''),
      problems: {
        'unknown-command': problem<{ typed: string; suggestion?: string }>({
          says: (f) => `${asTyped(f.typed)} is no command of formulas.`,
          mend: (f) =>
            f.suggestion === undefined
              ? 'Write a command of LaTeX’s mathematics, or `\\text{…}` around words.'
              : `Did you mean \`${f.suggestion}\`?`,
          example: { typed: '\\frca', suggestion: '\\frac' },
        }),
        refused: problem<{ typed: string }>({
          says: (f) =>
            `${asTyped(f.typed)} is not taken within a formula: it links, fetches, names or styles.`,
          mend: () => 'Take it out. A number comes from `{#eq-name}` behind the closing signs.',
          example: { typed: '\\href' },
        }),
        coloured: problem<{ typed: string }>({
          says: (f) =>
            `${asTyped(f.typed)} colours a part of this formula, and formulas are printed in black.`,
          mend: () => 'Take it out, and say in the text what is meant.',
          example: { typed: '\\textcolor' },
        }),
        'cannot-be-read': problem<{ typed: string; fault: string }>({
          says: (f) => `${asTyped(f.typed)} cannot be read as a formula: ${f.fault}.`,
          mend: () => 'Look for a bracket or a command that lacks its other half; `\\$` is a dollar.',
          example: { typed: '\\frac{1', fault: 'it ends too early' },
        }),
        'says-nothing': problem<{ typed: string }>({
          says: (f) => `${asTyped(f.typed)} is a formula of nothing.`,
          mend: () => 'Take its signs out.',
          example: { typed: '{}' },
        }),
        'expands-too-far': problem<{ typed: string }>({
          says: (f) => `The commands that ${asTyped(f.typed)} defines never come to an end.`,
          mend: () => 'Write out what they stand for.',
          example: { typed: '\\def\\a{\\a}\\a' },
        }),
        'too-long': problem<{ signs: number; most: number }>({
          says: (f) => `This formula has ${f.signs} signs; ${f.most} are read at most.`,
          mend: () => 'Write it as several.',
          example: { signs: 5000, most: 4000 },
        }),
        'too-deep': problem<{ most: number }>({
          says: (f) => `This formula has brackets within more than ${f.most} others.`,
          mend: () => 'Give a part of it a name, and write that part as a formula of its own.',
          example: { most: 60 },
        }),
      },
    }),
    'figure-reference-is-true': rule<{ said: string; is: string; exhibit?: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `The text says “${f.said}”, but this is ${f.is}.`,
      mend: (f) =>
        f.exhibit === undefined
          ? 'Link to the id of the figure or table.'
          : `Write \`[${f.exhibit}](#id)\`, and the number is put in.`,
      why: 'The reader would look at another picture.',
      example: { said: 'figure 3', is: 'figure 4', exhibit: 'figure' },
    }),
    'template-renders': ruleOfProblems({
      kind: 'making',
      severity: 'error',
      why: 'A page of the book is made from it.',
      problems: {
        broken: unusable<{ fault: string }>((f) => f.fault, { fault: 'the tag `if` is not closed' }),
        outside: unusable('it leads out of its folder'),
        'too-large': unusable('it is larger than 1 MB'),
        'not-a-file': unusable('it is not a file'),
      },
    }),
    'style-stays-inside': rule<{ address: string }>({
      kind: 'safety',
      severity: 'error',
      says: (f) => `The style sheet asks for \`${f.address}\`, which is not part of the publication.`,
      mend: () => 'Copy what it needs into templates/.',
      why: 'A build reads nothing from the network.',
      example: { address: 'https://example.org/font.woff2' },
    }),
  },
})
