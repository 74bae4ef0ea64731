// What is missing in a publication, or cannot be as it is written.
import { meant, type WaysIn, waysInWords } from './phrases.ts'
import { problem, ruleOfProblems, type WordsOfSchema } from './rule.ts'

/** What stands in chapters/ where no text does. */
const INSTEAD_OF_TEXT = {
  folders: 'Put the texts into `chapters` itself, not into folders within it.',
  'other-files': 'Save the texts as Markdown or plain text, with names that end in `.md`.',
  nothing: 'Write a first chapter, such as chapters/01-beginning.md.',
}

export const publicationIsComplete = ruleOfProblems({
  kind: 'making',
  severity: 'error',
  why: 'Title and language are what every reader, and every screen reader, meets first.',
  mend: 'A publication needs publication.yaml with at least title and language.',
  problems: {
    'key-is-missing': problem<{ key: string }>({
      says: (f) => `\`${f.key}\` is missing.`,
      mend: (f) =>
        f.key === 'language'
          ? 'Add a line `language: en-GB`, or with the code of another language: `fr`, `de`, `cy`.'
          : `Add \`${f.key.split('.').at(-1)}:\`.`,
      example: { key: 'title' },
    }),
    'value-does-not-fit': problem<{ key: string } & WordsOfSchema>({
      says: (f) => `${f.key ? `\`${f.key}\`` : 'This file'} ${f.schemaSays}.`,
      mend: (f) => f.schemaAsks ?? 'Correct the value.',
      example: { key: 'parts', schemaSays: 'must be a list' },
    }),
    'no-publication': problem<{ root: string }>({
      says: (f) => `There is no publication.yaml in \`${f.root}\`.`,
      mend: () =>
        'Name the folder of the publication with `--root`, or write a publication.yaml into it with at least `title: …` and `language: en-GB`.',
      example: { root: '.' },
    }),
    'no-text': problem<{ markdownAtRoot?: string; found: keyof typeof INSTEAD_OF_TEXT } & WaysIn>({
      says: () => 'There is no text to print.',
      mend: (f) =>
        f.markdownAtRoot === undefined
          ? waysInWords(f) || INSTEAD_OF_TEXT[f.found]
          : `Put the Markdown files, such as \`${f.markdownAtRoot}\`, into a folder \`chapters\`.`,
      example: { found: 'nothing' },
    }),
    'text-cannot-be-opened': problem({
      says: () => 'This file cannot be opened.',
      mend: () => 'Check where it is, and who may read it.',
    }),
    'file-cannot-be-opened': problem({
      says: () => 'This file cannot be opened.',
      mend: () => 'Check who may read it.',
    }),
    'no-file-of-text': problem({
      says: () => 'This is not a file that holds text.',
      mend: () => 'Put a text file in its place.',
    }),
    'no-folder': problem<{ folder: string }>({
      says: (f) => `\`${f.folder}\` is not a folder that can be read.`,
      mend: () => 'Put a folder in its place.',
      example: { folder: 'data' },
    }),
    'data-named-twice': problem<{ name: string }>({
      says: (f) => `\`${f.name}\` stands in two files of data/.`,
      mend: () => 'Keep one of them.',
      example: { name: 'question-7' },
    }),
    'count-over-all': problem<{ name: string; count: number; of: number }>({
      says: (f) => `\`${f.name}\` counts ${f.count} of ${f.of}.`,
      mend: () => 'Correct one of the two numbers.',
      example: { name: 'question-7', count: 45, of: 40 },
    }),
    'row-says-one-number': problem<{ row: string }>({
      says: (f) => `The row “${f.row}” has no number, or more than one.`,
      mend: () =>
        'Give it a `count:`, a `value:`, `values:` or a `percent:`; a count may have a percentage beside it.',
      example: { row: 'Flickr' },
    }),
    'row-is-no-number': problem<{ row: string; written: string }>({
      says: (f) => `The row “${f.row}” has “${f.written}”, which is no number.`,
      mend: () =>
        'Write digits, as `4.50`, `-3`, `1,200`, `£20` or `37.5%`; and what is counted into `unit:`.',
      example: { row: 'Flickr', written: 'many' },
    }),
    'row-fits-series': problem<{ row: string; values: number; series: number }>({
      says: (f) => `The row “${f.row}” has ${f.values} values, and \`series:\` has ${f.series} names.`,
      mend: () =>
        'Give each value a name, in the same order: `series: [2011, 2012]`. A hyphen stands for none.',
      example: { row: 'Flickr', values: 3, series: 2 },
    }),
    'tiles-in-one-place': problem<{ row: string; other: string; at: string }>({
      says: (f) => `“${f.row}” stands at ${f.at}, where “${f.other}” stands already.`,
      mend: () => 'Give each tile a place of its own: column, then row.',
      example: { row: 'Dudley', other: 'Walsall', at: '3, 2' },
    }),
    'list-names-nothing': problem<{ list: string; name: string; suggestion?: string }>({
      says: (f) => `The list \`${f.list}\` names \`${f.name}\`, which no file in data/ has.`,
      mend: (f) => `Correct the name.${meant(f)}`,
      example: { list: 'channels', name: 'twiter' },
    }),
    'cover-list-is-not-there': problem<{ list: string; suggestion?: string }>({
      says: (f) => `The cover asks for the list \`${f.list}\`, which no file in data/ has.`,
      mend: (f) => `Add the list, or take \`rings:\` out.${meant(f)}`,
      example: { list: 'rings' },
    }),
    'term-explained-twice': problem<{ term: string }>({
      says: (f) => `\`${f.term}\` is explained twice.`,
      mend: () => 'Keep one of the two.',
      example: { term: 'RSS' },
    }),
    'font-is-not-there': problem<{ file: string; family: string }>({
      says: (f) => `The file \`${f.file}\` of the font ${f.family} is not there.`,
      mend: () => 'Correct the name, or put the file there.',
      example: { file: 'fonts/a.woff2', family: 'Source Sans 3' },
    }),
    'listed-twice': problem<{ file: string }>({
      says: (f) => `\`${f.file}\` is listed twice.`,
      mend: () => 'Keep one of the two lines.',
      example: { file: 'chapters/03-survey.md' },
    }),
    'token-is-of-another-kind': problem<{ token: string; value: string; kind: string; like: string }>({
      says: (f) => `\`tokens.${f.token}\` is \`${f.value}\`, which is no ${f.kind}.`,
      mend: (f) => `Write it like ${f.like}.`,
      example: { token: 'ink', value: 'dark', kind: 'colour', like: '`"#14202b"`' },
    }),
    'no-room-for-text': problem({
      says: () => 'The margins leave no room for text on the page.',
      mend: () => 'Make them smaller, or the page larger: `page:` sets both, in millimetres.',
    }),
    'sessions-of-one-id': problem<{ id: string }>({
      says: (f) => `Two sessions have the id \`${f.id}\`.`,
      mend: () => 'Give one of them another.',
      example: { id: 'welcome' },
    }),
    'session-about-nothing': problem<{ about: string; suggestion?: string }>({
      says: (f) => `\`about: ${f.about}\` names no file of the book.`,
      mend: (f) => `Correct the name.${meant(f)}`,
      example: { about: '03-survey.md' },
    }),
    'launch-without-event': problem({
      says: () => 'The folder launch/ has no event.yaml.',
      mend: () => 'Say in it what was launched, and when.',
    }),
    'launch-file-unread': problem<{ readonly meant: string }>({
      says: () => 'No file of launch/ is read under this name, and nothing of what it says is done.',
      mend: ({ meant }) => `Call it \`${meant}\`.`,
      example: { meant: 'people.yaml' },
    }),
  },
})
