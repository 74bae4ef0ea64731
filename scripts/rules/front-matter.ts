// The rules of publication.yaml, data/ and front matter.

import { frontMatterValueFits } from './front-matter-value-fits.ts'
import { LIST_RULES } from './lists.ts'
import { meant, type WaysIn, waysInWords } from './phrases.ts'
import { publicationIsComplete } from './publication-is-complete.ts'
import { group, problem, rule, ruleOfProblems } from './rule.ts'
import { yamlIsSound } from './yaml-is-sound.ts'

const NOTHING_TO_DO = 'Nothing has to be done. What the text needs of it, write into the text.'

/** `channels: print, Facebook` is one value to YAML. */
function severalInOne(value: string): string | undefined {
  const parts = value.split(/(?<!\s)\s*[,;]\s*/).filter((part) => part !== '')
  if (parts.length < 2) return undefined
  const many = parts.length === 2 ? 'Two values' : 'Several values'
  return `${many} need square brackets: \`[${parts.join(', ')}]\`.`
}

const READ_OUT_AS_ENGLISH = 'Until then they are told to be English, so that they are read out as such.'

export const FRONT_MATTER_RULES = group({
  heading: 'Publication.yaml, data and front matter',
  rules: {
    'publication-is-complete': publicationIsComplete,
    'statement-has-contact': rule({
      kind: 'truth',
      severity: 'warning',
      says: () => '`contact:` is empty, so the accessibility statement says nothing of whom to ask.',
      mend: () => 'Write an address or a telephone number behind it: `contact: papers@example.org`.',
      why: 'Whoever cannot use the file has to know where another form of it can be had.',
    }),
    'yaml-is-sound': yamlIsSound,
    'value-is-quoted': rule<{ value: string; other?: 'printed' }>({
      kind: 'truth',
      severity: 'info',
      says: (f) =>
        f.other
          ? `${f.value} is printed with its quotation marks: only straight ones belong to YAML.`
          : `\`${f.value}\` is no YAML as it stands; it was read as text.`,
      mend: (f) =>
        f.other
          ? 'Nothing has to be done for a quotation. Else take the marks out, or type straight ones.'
          : 'Put the value in quotation marks, so that other tools read it too.',
      about: (f) => f.value,
      why: 'A colon, an @ or a backtick in a plain value means something else to most tools.',
      example: { value: 'title: Roads: a plan' },
    }),
    'hash-sign-is-quoted': rule<{ token: string }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) =>
        `Everything from \`${f.token}\` to the end of this line is left out: # begins a remark here.`,
      mend: () => 'Put the whole value in quotation marks. For a remark, leave a space after the #.',
      about: (f) => f.token,
      why: 'Half of a sentence would be missing on the page.',
      example: { token: '#wmgrit' },
    }),
    'merge-is-settled': rule<{ lines: string }>({
      kind: 'making',
      severity: 'error',
      says: (f) => `This file holds an unsettled merge, lines ${f.lines}.`,
      mend: () =>
        'Keep one of the two texts, or both, and take out the lines of `<<<<<<<`, `=======` and `>>>>>>>`.',
      why: 'Two versions of one passage stand in it, and nobody has said which is right.',
      example: { lines: '12 to 20' },
    }),
    'part-has-files': ruleOfProblems({
      kind: 'truth',
      severity: 'warning',
      why: 'A title was written that no reader meets, or an order that no reader sees.',
      mend: 'List the files of each part below `files:`.',
      problems: {
        'no-file': problem<{ title: string }>({
          says: (f) => `The part “${f.title}” lists no file yet, so it is not printed.`,
          mend: () =>
            'Write its files below `files:`, each on a line such as `- chapters/01-beginning.md`, or take the part out.',
          example: { title: 'Case studies' },
        }),
        order: problem<{ key: string }>({
          says: (f) =>
            `\`${f.key}\` is passed over: files are printed in the order of their names, or of the parts.`,
          mend: () =>
            'Number the names of the files, `01-beginning.md`, or list them below `parts:`, each part with `title:` and `files:`.',
          example: { key: 'chapters' },
        }),
      },
    }),
    ...LIST_RULES,
    'front-matter-is-yaml': rule<{ opening: string }>({
      kind: 'safety',
      severity: 'error',
      says: (f) => `The front matter opens with \`${f.opening}\`, which names another language than YAML.`,
      mend: () => 'Begin the file with a line of three hyphens and nothing else.',
      why: 'A publication is data: no program in it is ever run.',
      example: { opening: '---js' },
    }),
    'front-matter-is-complete': rule<{ key: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `The front matter has no \`${f.key}\`.`,
      mend: (f) => `Add a line \`${f.key}: …\` between the two lines of hyphens at the top.`,
      why: 'The page is built from it.',
      example: { key: 'title' },
    }),
    'front-matter-is-filled-in': rule<{ key: string; value?: string }>({
      kind: 'truth',
      severity: 'info',
      says: (f) =>
        f.value
          ? `\`${f.value}\` after \`${f.key}\` is no value, so nothing is printed for it.`
          : `\`${f.key}\` has nothing after it yet.`,
      mend: (f) =>
        f.value
          ? `Put it in quotation marks if it is meant: \`'${f.value}'\`.`
          : `Fill it in, or take the line \`${f.key}:\` out when there is nothing to say.`,
      about: (f) => f.value,
      why: 'The panel would have a gap, and readers who look under that name would not find the text.',
      example: { key: 'place' },
    }),
    'front-matter-key-is-known': rule<{ key: string; suggestion?: string; pageSizeMm?: string }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) => `\`${f.key}\` is not a key that this file can have, so it is passed over.`,
      mend: (f) =>
        f.pageSizeMm === undefined
          ? meant(f).trim() || 'Take the line out.'
          : `The size of the page is set in templates/theme.yaml: \`page: ${f.pageSizeMm}\`.`,
      about: (f) => f.key,
      why: 'A misspelt key is silently ignored by everything that follows.',
      example: { key: 'chanels', suggestion: 'channels' },
    }),
    'front-matter-is-for-us': ruleOfProblems({
      kind: 'truth',
      severity: 'info',
      why: 'What other tools make of it is not in this publication.',
      mend: NOTHING_TO_DO,
      problems: {
        'means-nothing': problem<{ key: string }>({
          says: (f) => `\`${f.key}\` means nothing to this system, so it is passed over.`,
          mend: () => NOTHING_TO_DO,
          example: { key: 'reading_mood' },
        }),
        'keys-of-other-tools': problem<{ keys: string; count: number; files: number }>({
          says: (f) =>
            `${f.count === 1 ? '1 key of other tools is' : `${f.count} keys of other tools are`} passed over in ${f.files === 1 ? 'this file' : `${f.files} files`}: ${f.keys}.`,
          mend: () => NOTHING_TO_DO,
          example: { keys: '`date`, `tags`', count: 2, files: 1 },
        }),
        'read-as': problem<{ written: string; readAs: string; leftOut?: string }>({
          says: (f) =>
            `\`${f.written}\` was read as \`${f.readAs}\`${f.leftOut ? `; ${f.leftOut} of it is not printed` : ''}.`,
          mend: (f) => (f.leftOut ? NOTHING_TO_DO : 'Nothing has to be done.'),
          example: { written: 'Title', readAs: 'title' },
        }),
        'authors-are-no-makers': problem<{ people: string; count: number }>({
          says: (f) =>
            `${f.people}: named as ${f.count === 1 ? 'an author' : 'authors'} here and not by \`makers:\`, so printed nowhere.`,
          mend: () => NOTHING_TO_DO,
          example: { people: 'Jane Doe', count: 1 },
        }),
      },
    }),
    'one-text-below-title': rule<{ key: string; printed: string; words: string }>({
      kind: 'truth',
      severity: 'info',
      says: (f) => `\`${f.key}\` is not printed, as \`${f.printed}\` stands below the title: ${f.words}`,
      mend: () => 'Write what readers need of it into the text, or into the other.',
      about: (f) => f.words,
      why: 'Whoever wrote two of them may expect both in print.',
      example: { key: 'description', printed: 'standfirst', words: 'What it is about.' },
    }),
    'text-runs-its-way': rule<{ language: string }>({
      kind: 'print',
      severity: 'warning',
      says: (f) =>
        `\`${f.language}\` is written from right to left, and pages are set from left to right: lines begin at the left, and the stop of a sentence may stand on the wrong side.`,
      mend: () => 'Set the book with another program; the Word edition has its lines from the right.',
      about: (f) => f.language,
      why: 'Whoever reads from the right looks for the beginning of a line there.',
      example: { language: 'ar' },
    }),
    'text-is-in-its-language': rule<{ code: string; language: string; publication: string }>({
      kind: 'accessibility',
      severity: 'warning',
      says: (f) =>
        `The words of this file look ${f.language}, and nothing says so: they are divided at the ends of lines and read out as \`language: ${f.publication}\` of publication.yaml has it.`,
      mend: (f) =>
        `Write \`language: ${f.code}\` in publication.yaml if it is all in ${f.language}; else let the text stand between \`:::div{lang=${f.code}}\` and \`:::\`.`,
      about: (f) => f.language,
      why: 'A screen reader speaks the words of one language with the sounds of another.',
      example: { code: 'cy', language: 'Welsh', publication: 'en-GB' },
    }),
    'words-are-translated': ruleOfProblems({
      kind: 'truth',
      severity: 'info',
      why: 'A page in two languages looks half done.',
      about: ({ words }) => String(words),
      problems: {
        some: problem<{ words: string; count: number }>({
          says: (f) =>
            f.count === 1
              ? `This file has no word for ${f.words}, which is printed in English.`
              : `This file has no words for ${f.words}; they are printed in English.`,
          mend: () => `Add them from templates/words/en.yaml. ${READ_OUT_AS_ENGLISH}`,
          example: { words: '`contents`', count: 1 },
        }),
        'no-file': problem<{ words: string; count: number; language: string }>({
          says: (f) =>
            `No file has words of the language \`${f.language}\` for what pages say by themselves: ${f.words} are printed in English.`,
          mend: (f) =>
            `Write them into templates/words/${f.language}.yaml, as templates/words/en.yaml has them. ${READ_OUT_AS_ENGLISH}`,
          example: { words: '`contents`, `figure` and 80 more', count: 82, language: 'fr' },
        }),
      },
    }),
    'front-matter-comes-first': ruleOfProblems({
      kind: 'truth',
      severity: 'info',
      why: 'Other tools would print it as text.',
      mend: 'Let the first line of the file be `---`.',
      problems: {
        'begins-late': problem<{ behind: string }>({
          says: (f) => `The front matter begins behind ${f.behind}; it was read all the same.`,
          mend: () => 'Let the first line of the file be `---`.',
          example: { behind: 'an empty line' },
        }),
        'other-fences': problem<{ fences: string }>({
          says: (f) => `The front matter ${f.fences}; it was read all the same.`,
          mend: () => 'Let it stand between two lines of `---`, with nothing else on them.',
          example: { fences: 'stands between `----` and `----`' },
        }),
      },
    }),
    'file-is-published': rule<{ line: string }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) => `\`${f.line}\` leaves this file out; links to it print as words.`,
      mend: () => 'Take the line out when the file is to be printed.',
      about: (f) => f.line,
      why: 'Readers do not get what is left out.',
      example: { line: 'draft: true' },
    }),
    'front-matter-value-fits': frontMatterValueFits,
    'share-is-true': rule<{ share: string; count: number; of: number; trueShare: string }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) => `${f.share} is not what ${f.count} of ${f.of} comes to, which is ${f.trueShare}.`,
      mend: () => 'Correct the percentage, the count or `of`.',
      about: (f) => f.share,
      why: 'A chart would show a figure that its own numbers contradict.',
      example: { share: '37.5%', count: 14, of: 40, trueShare: '35.0%' },
    }),
    'value-is-on-the-list': rule<{ value: string; list: string; suggestion?: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `\`${f.value}\` is not among the ${f.list} of publication.yaml.`,
      mend: (f) =>
        severalInOne(f.value) ??
        (meant(f).trim() || `Add it to \`${f.list}:\` in publication.yaml if it belongs there.`),
      why: 'Two spellings of one council would become two entries in the index.',
      example: { value: 'Dudly', list: 'councils', suggestion: 'Dudley' },
    }),
    'listed-file-exists': rule<
      {
        file: string
        form?: string
        found?: string
        suggestion?: string
      } & WaysIn
    >({
      kind: 'truth',
      severity: 'error',
      says: (f) =>
        f.form === undefined
          ? `publication.yaml lists \`${f.file}\`, which is not there.`
          : f.found === f.file
            ? `publication.yaml lists \`${f.file}\`, which is ${f.form}.`
            : `publication.yaml lists \`${f.file}\`, and \`${f.found}\` is ${f.form}.`,
      mend: (f) =>
        f.form === undefined
          ? meant(f).trim() || 'Correct the name, or take the line out.'
          : `${waysInWords(f) || 'Save its text as Markdown or plain text in UTF-8, under a name that ends in `.md`.'} List the Markdown.`,
      why: 'A chapter would be missing from the paper.',
      example: { file: 'chapters/03-bariers.md', suggestion: 'chapters/03-barriers.md' },
    }),
    'file-has-a-place': rule({
      kind: 'truth',
      severity: 'warning',
      says: () => 'This file is in no part of publication.yaml, so it is not printed.',
      mend: () => 'Add it to `front:`, `parts:` or `back:`.',
      why: 'Work that is not listed is lost to the reader.',
    }),
    'exclusion-is-needed': rule<{ rule: string; entry: string }>({
      kind: 'making',
      severity: 'info',
      says: (f) => `\`${f.rule}\` finds nothing at “${f.entry}” any more.`,
      mend: () => 'Take it out of `except:`.',
      about: (f) => f.entry,
      why: 'What is left alone for no reason would hide the next fault.',
      example: { rule: 'words-are-plain', entry: 'robust' },
    }),
  },
})
