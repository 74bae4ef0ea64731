// Values of front matter that cannot be what they are written for.
import { meant } from './phrases.ts'
import { problem, ruleOfProblems, type WordsOfSchema } from './rule.ts'

const IN_THE_HANDBOOK = 'Every key, and what it holds, stands in “Front matter” of the handbook.'

const printedAsWords = (f: { readonly key: string; readonly words: string; readonly written: string }) =>
  `\`${f.key}\` is printed as “${f.words}”, for its page has words alone here: ${f.written}.`

export const frontMatterValueFits = ruleOfProblems({
  kind: 'truth',
  severity: 'error',
  why: 'The panel, the index and the contents are made from these values.',
  mend: IN_THE_HANDBOOK,
  page: '31-front-matter.md',
  problems: {
    'does-not-fit': problem<{ key: string } & WordsOfSchema>({
      says: (f) => `\`${f.key}\` ${f.schemaSays}.`,
      mend: (f) => f.schemaAsks ?? IN_THE_HANDBOOK,
      example: { key: 'numbered', schemaSays: 'must be true or false' },
    }),
    'no-word-of-consent': problem<{ suggestion?: string }>({
      says: () =>
        '`consent` must begin with `public-post`, `given`, `asked`, `unknown`, `refused` or `withdrawn`.',
      mend: (f) => meant(f).trim() || IN_THE_HANDBOOK,
      example: {},
    }),
    'no-such-figure': problem<{ key: string; figure: string; suggestion?: string }>({
      says: (f) => `\`${f.key}\` names \`${f.figure}\`, which no file in data/ has.`,
      mend: (f) => meant(f).trim() || 'Add the figure to a file in data/.',
      example: { key: 'figures', figure: 'reach' },
    }),
    'no-such-token': problem<{ token: string; suggestion?: string }>({
      says: (f) => `\`contrast\` names \`${f.token}\`, which is none of the tokens.`,
      mend: (f) => meant(f).trim() || 'Name colours that stand under `tokens:`.',
      example: { token: 'inkk' },
    }),
    'no-one-day': problem<{ date: string }>({
      says: (f) => `\`date\` \`${f.date}\` does not name one day, so no date is printed.`,
      mend: () => 'Write the day of the edition as year, month and day: `date: 2013-07-26`.',
      example: { date: 'summer 2013' },
    }),
    'link-is-left-out': problem<{ key: string; words: string; address: string }>({
      says: (f) => `\`${f.key}\` prints “${f.words}” as words: its link to ${f.address} is left out.`,
      mend: () => 'Put the link into the text.',
      example: { key: 'standfirst', words: 'the survey', address: '03-survey.md' },
    }),
    'reference-is-left-out': problem<{ key: string; address: string }>({
      says: (f) =>
        `\`${f.key}\` has a link to ${f.address} without words, for which nothing can be printed there.`,
      mend: () => 'Write in words what is meant, or put the link into the text.',
      example: { key: 'standfirst', address: '#bridge' },
    }),
    'marks-are-left-out': problem<{ key: string; words: string; written: string }>({
      says: (f) => printedAsWords(f),
      mend: () => 'Leave the marks out. A link or an emphasis belongs into the text.',
      example: { key: 'title', words: 'A plan', written: 'A *plan*' },
    }),
    'marks-are-left-out-of-all': problem<{ key: string; words: string; written: string }>({
      says: (f) => printedAsWords(f),
      mend: () => 'Leave the marks out, here and where the same key stands again.',
      example: { key: 'term', words: 'A plan', written: 'A *plan*' },
    }),
  },
})
