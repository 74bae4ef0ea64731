// Blocks and marks of ours that lack something, or hold what they have no place for.
import { problem, ruleOfProblems, type WordsOfSchema } from './rule.ts'

interface Named {
  /** As its author wrote it: `:::chart`, `:index`. */
  readonly directive: string
}

const lacks = (words: string, mend: string, directive: string) =>
  problem<{ directive: string }>({
    says: (f) => `\`${f.directive}\` ${words}.`,
    mend: () => mend,
    example: { directive },
  })

const says =
  <Known extends Named>(words: (facts: Known) => string) =>
  (f: Known): string =>
    `\`${f.directive}\` ${words(f)}.`

const meantOr = (suggestion: string | undefined, otherwise: string): string =>
  suggestion ? `Did you mean \`${suggestion}\`?` : otherwise

export const directiveIsComplete = ruleOfProblems({
  kind: 'truth',
  severity: 'error',
  why: 'Half of the block would be missing on the page.',
  problems: {
    'unknown-attribute': problem<{
      directive: string
      attribute: string
      known: string
      suggestion?: string
    }>({
      says: says((f) => `has no attribute \`${f.attribute}\``),
      mend: (f) => meantOr(f.suggestion, f.known ? `It can have ${f.known}.` : 'It has none.'),
      example: { directive: ':::quote', attribute: 'bye', known: 'by, role', suggestion: 'by' },
    }),
    attribute: problem<{ directive: string } & Required<WordsOfSchema>>({
      says: says((f) => f.schemaSays),
      mend: (f) => f.schemaAsks,
      example: {
        directive: ':::chart',
        schemaSays: 'has no kind',
        schemaAsks: 'Write kind=share or kind=levels.',
      },
    }),
    label: lacks('has no place for a label in square brackets', 'Take the label out.', ':::brief'),
    'page-within-a-block': lacks(
      'takes a page of its own, so it cannot stand inside another block',
      'Move it out of the block.',
      ':::landscape',
    ),
    'not-closed': lacks(
      'is not closed',
      'End it with a line of three colons. A block around another needs more colons than the one inside.',
      ':::callout',
    ),
    'not-begun': lacks(
      'ends a block that was not begun',
      'Take the line out, or give the block around another more colons than the one inside.',
      ':::',
    ),
    'no-block': problem<{ directive: string; meant: string }>({
      says: says(() => 'is not written as a block'),
      mend: (f) =>
        `Write \`:::${f.meant}\`, a label in square brackets, attributes in braces, and nothing else on the line.`,
      example: { directive: ':::brief Title', meant: 'brief' },
    }),
    'no-text': lacks('is empty', 'Write its text between the two lines of colons.', ':::callout'),
    'nothing-to-turn': lacks(
      'is empty',
      'Put a table or a picture between the two lines of colons.',
      ':::landscape',
    ),
    'no-picture': lacks(
      'holds no picture',
      'Put a picture on a line of its own: `![what it shows](name.jpg "caption")`.',
      ':::plate',
    ),
    'too-few-or-many': problem<{ directive: string; count: number }>({
      says: says((f) => (f.count === 1 ? 'holds one picture' : `holds ${f.count} pictures`)),
      mend: (f) =>
        f.count === 1
          ? 'Write `:::figure` for one, or put a second below it.'
          : 'Keep nine at most, and put the others into a block of their own.',
      example: { directive: ':::figures', count: 1 },
    }),
    'other-than-pictures': lacks(
      'holds something else than pictures',
      'Put it before or after the block, or into caption="…".',
      ':::figures',
    ),
    'pictures-of-a-gallery': problem<{ directive: string; count: number; least: number; most: number }>({
      says: says((f) => `holds ${f.count} ${f.count === 1 ? 'picture' : 'pictures'}`),
      mend: (f) =>
        f.count < f.least
          ? 'Put each picture on a line of its own; one alone is a figure.'
          : `Keep ${f.most} at most, or make two of it.`,
      example: { directive: ':::gallery', count: 1, least: 2, most: 12 },
    }),
    'no-text-beside': lacks(
      'has no text to stand beside its picture',
      'Write the text before or behind the picture, with a blank line between.',
      ':::beside',
    ),
    'no-table': lacks('holds no table', 'Put a table between the two lines of colons.', ':::table'),
    'no-steps': lacks('has no numbered list', 'Write each step as a line that begins with `1.`', ':::steps'),
    'no-language': lacks(
      'names no language',
      'Write the code of the language behind the words: `:lang[mot juste]{fr}`.',
      ':lang',
    ),
    'no-term': lacks(
      'names no term',
      'Write `:index[term]`, or `:index[shown]{as="barriers > cost"}`.',
      ':index',
    ),
    'no-terms': lacks(
      'has no terms to show',
      'Add terms to glossary.yaml, or list them in the block.',
      ':::terms',
    ),
    'other-than-terms': lacks(
      'holds something else than terms',
      'Write each as `- **Term**: meaning`, or leave the block empty for the whole glossary.',
      ':::terms',
    ),
    'too-many-points': problem<{ directive: string; points: number; most: number }>({
      says: says((f) => `has ${f.points} points`),
      mend: (f) => `Keep the ${f.most} that matter most.`,
      example: { directive: ':::brief', points: 5, most: 3 },
    }),
    'own-text': lacks(
      'holds text of its own',
      'Leave it empty: it is filled from the folder launch/.',
      ':::event',
    ),
    'no-launch': lacks(
      'has nothing to show',
      'Add launch/event.yaml, which says what was launched, when and where.',
      ':::programme',
    ),
    'no-such-moment': problem<{ directive: string; moment: string; suggestion?: string }>({
      says: says((f) => `names the moment “${f.moment}”, which is not in launch/moments/`),
      mend: (f) => meantOr(f.suggestion, 'Write the name of its file, without `.md`.'),
      example: { directive: ':::quote', moment: '1032-an', suggestion: '1032-ann' },
    }),
    'no-such-session': problem<{ directive: string; session: string; suggestion?: string }>({
      says: says((f) => `names the session “${f.session}”, which is not in the programme`),
      mend: (f) => meantOr(f.suggestion, 'Name the `id` of a session in launch/event.yaml.'),
      example: { directive: ':::moments', session: 'welcom', suggestion: 'welcome' },
    }),
    'no-moments': lacks(
      'asks for moments of which there are none',
      'Choose some (`chosen: true`), or change what the block asks for.',
      ':::moments',
    ),
    'no-story': lacks(
      'asks for the story of the day, which nobody has told',
      'Write launch/story.yaml, or take `story` out.',
      ':::moments',
    ),
    'no-words-to-quote': lacks(
      'quotes a moment that has no words',
      'Show it with `:::wall` or `:::moments`.',
      ':::quote',
    ),
    'other-than-numbers': lacks(
      'holds text that a chart has no place for',
      'Put it before or after the block, or into caption="…".',
      ':::chart',
    ),
    'no-numbers': lacks('has no numbers', 'Name them (data=q8), or put a table into the block.', ':::chart'),
    'no-such-data': problem<{ directive: string; data: string; suggestion?: string; unread?: string }>({
      says: says((f) =>
        f.unread
          ? `asks for “${f.data}”, and nothing could be read of data/${f.unread}`
          : `asks for “${f.data}”, which is not in data/`,
      ),
      mend: (f) =>
        f.unread
          ? 'See what is told of that file.'
          : meantOr(
              f.suggestion,
              'Name a table (use.csv, use.xlsx#2012), or a question, a list or a figure of a YAML file in data/.',
            ),
      example: { directive: ':::chart', data: 'q9', suggestion: 'q8' },
    }),
    'no-such-column': problem<{ directive: string; column: string; suggestion?: string }>({
      says: says((f) => `asks for the column “${f.column}”, which its data have not`),
      mend: (f) => meantOr(f.suggestion, 'Write the name as it stands in the first row of the table.'),
      example: { directive: ':::chart', column: '2013', suggestion: '2012' },
    }),
    'no-edition': lacks(
      'names no edition',
      'Write `:::only{edition=press}`, with screen, press, booklet, site or word, or several with commas between.',
      ':::only',
    ),
    'no-such-edition': problem<{ directive: string; edition: string; suggestion?: string }>({
      says: says((f) => `names “${f.edition}”, which is no edition`),
      mend: (f) => meantOr(f.suggestion, 'There are screen, press, booklet, site and word.'),
      example: { directive: ':::only', edition: 'pres', suggestion: 'press' },
    }),
    'no-such-value': problem<{ directive: string; name: string; suggestion?: string }>({
      says: (f) => `There is no value “${f.name}”.`,
      mend: (f) =>
        meantOr(
          f.suggestion,
          'Name a figure of data/, a row of a question there (`q8.Daily`), or a key of publication.yaml (`publication.date`).',
        ),
      example: { directive: ':value', name: 'want-trainings', suggestion: 'want-training' },
    }),
    'no-such-form': problem<{ directive: string; name: string; form: string }>({
      says: (f) => `“${f.name}” cannot be printed as ${f.form}.`,
      mend: () =>
        'Give it `count:` and `of:` in data/, or leave `as` out: then it is printed as it stands there.',
      example: { directive: ':value', name: 'want-training', form: 'count' },
    }),
    'no-such-row': problem<{ directive: string; row: string; suggestion?: string }>({
      says: says((f) => `has no row “${f.row}” to set off`),
      mend: (f) => meantOr(f.suggestion, 'Name the label of a row.'),
      example: { directive: ':::chart', row: 'Flikr', suggestion: 'Flickr' },
    }),
    'row-without-number': problem<{ directive: string; written: string }>({
      says: says((f) => `has “${f.written}” where a number is to be`),
      mend: () =>
        'Write the number alone, as 4.50, -3, 1,200, £20 or 37.5%, and what is counted into `unit`.',
      example: { directive: ':::chart', written: 'many' },
    }),
    'no-whole': lacks('does not say of how many', 'Add of=40: how many there are in all.', ':::chart'),
    'nothing-to-stack': lacks(
      'stacks what has one column of numbers, or is no bar',
      'Take `stacked` out, or write kind=bars and a table with a column for each part.',
      ':::chart',
    ),
    'more-than-all': problem<{ directive: string; count: number; of: number; row: string }>({
      says: says((f) => `says ${f.count} of ${f.of} for “${f.row}”`),
      mend: () => 'Check the number, and `of`.',
      example: { directive: ':::chart', count: 41, of: 40, row: 'Flickr' },
    }),
    'levels-beyond-all': problem<{ directive: string; total: number; of: number }>({
      says: says((f) => `has levels that add up to ${f.total} of ${f.of}`),
      mend: () => 'Check the numbers: each one stands in one level.',
      example: { directive: ':::chart', total: 44, of: 40 },
    }),
  },
})
