// The rules of files and folders.

import { inLines, meant, type Others, type WaysIn, waysInWords } from './phrases.ts'
import { group, problem, rule, ruleOfProblems, within } from './rule.ts'

const noText = within(
  (words) => `This file is not plain text in UTF-8: ${words}.`,
  () => 'Save it as UTF-8 from your editor.',
)

export const FILE_RULES = group({
  heading: 'Files',
  rules: {
    'file-number-is-unique': rule<{ file: string; sameAs: string }>({
      kind: 'making',
      severity: 'warning',
      says: (f) => `\`${f.file}\` has the same number as \`${f.sameAs}\`, so it follows by its name.`,
      mend: () => 'Give one of them another number: the numbers are the order of the book.',
      about: (f) => f.file,
      why: 'The order may not be the one that was meant.',
      example: { file: '03-survey.md', sameAs: '03-barriers.md' },
    }),
    'begun-file-is-fit': rule<{ file: string; missing: string }>({
      kind: 'making',
      severity: 'warning',
      says: (f) => `\`${f.file}\` was there before, and was left as it is. It lacks ${f.missing}.`,
      mend: (f) =>
        f.file === 'package.json'
          ? 'Add that to its `devDependencies`, and run `npm install`: GitHub finds the program by it.'
          : 'Add these lines: what the program makes is no part of the texts.',
      about: (f) => f.file,
      why: 'What `init` writes builds on it.',
      example: { file: 'package.json', missing: '`"whitepaper": "file:whitepaper-0.1.0.tgz"`' },
    }),
    'file-name-has-number': rule<{ file: string; count?: number }>({
      kind: 'making',
      severity: 'warning',
      says: (f) =>
        f.count
          ? `The name \`${f.file}\` does not begin with a number, nor ${f.count === 1 ? 'does one other' : `do ${f.count} others`} of its folder: they are printed in the order of their names.`
          : `The name \`${f.file}\` does not begin with a number, so the file is printed behind those that have one.`,
      mend: () => 'Name it like `03-barriers.md`, or list the files under `parts:` in publication.yaml.',
      about: (f) => f.file,
      why: 'The numbers are the order of the book.',
      example: { file: 'barriers.md' },
    }),
    'file-has-text': rule({
      kind: 'truth',
      severity: 'warning',
      says: () => 'This file has no text, so it is left out; links to it print as words.',
      mend: () => 'Write its text, or take the file away.',
      why: 'It would print as an empty page.',
    }),
    'title-has-text': rule({
      kind: 'truth',
      severity: 'info',
      says: () => 'This file has a title and no text below it.',
      mend: () => 'Write its text, or leave it as it is when the title alone is meant.',
      why: 'A page with nothing but a title may be one that was forgotten.',
    }),
    'file-has-title': rule<{ title: string; source: string }>({
      kind: 'making',
      severity: 'warning',
      says: (f) => `This file has no title, so “${f.title}” is printed as one, from ${f.source}.`,
      mend: () => 'Write a line `# …` above the text, or `title: …` between two lines of hyphens at its top.',
      about: (f) => f.title,
      why: 'Contents, bookmarks and the top of the page need one.',
      example: { title: 'Getting started', source: 'the name of the file' },
    }),
    'file-is-text': rule<{ files: string; count: number; where?: 'deeper' } & WaysIn>({
      kind: 'truth',
      severity: 'info',
      says: (f) =>
        f.where === 'deeper'
          ? `Not printed, for ${f.count === 1 ? 'it lies' : 'they lie'} in a folder within that of the texts: ${f.files}.`
          : `Not printed, for ${f.count === 1 ? 'it is' : 'they are'} no Markdown: ${f.files}.`,
      mend: (f) =>
        f.where === 'deeper'
          ? 'Put each beside the other texts, under a name that begins with its number in the order of print.'
          : waysInWords(f) ||
            'Save a text as Markdown or plain text, under a name that ends in `.md`. Numbers for charts go into data/.',
      about: (f) => f.files,
      why: 'Whoever put it there may wait for it in the paper.',
      example: {
        files: '`chapters/04-notes.docx` (a Word file)',
        count: 1,
        adopt: 'chapters/04-notes.docx',
      },
    }),
    'template-shows-field': rule<{ field: string; words: string; count: number }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) =>
        `The templates of this publication do not show \`${f.field}\`: “${f.words}” is on no page${Number(f.count ?? 1) > 1 ? `, and ${Number(f.count) - 1} more` : ''}.`,
      mend: (f) => `Print it in a template of templates/, or take \`${f.field}:\` out of the files.`,
      about: (f) => f.words,
      why: 'Who writes a value does not see that a template passes it over.',
      example: { field: 'standfirst', words: 'What was built', count: 1 },
    }),
    'words-are-printed': rule<{ words: string; field?: string; cell?: string; other?: 'moved' }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => {
        if (f.field) return `\`${f.words}\`, the value of \`${f.field}\`, is in no edition.`
        if (f.cell) return `\`${f.words}\` of the table (${f.cell}) is in no edition.`
        if (f.other === 'moved') return `\`${f.words}\` of this line is printed, but not in its place.`
        return `\`${f.words}\` of this line is in no edition.`
      },
      mend: (f) =>
        f.cell
          ? 'Save the table as CSV in UTF-8 with one row of names above its numbers, or write the number in the text.'
          : f.field
            ? 'Put the value in quotation marks, or write it in another way.'
            : 'Put a blank line before and after it, and a backslash before each sign such as < [ | * { that is meant as it stands.',
      why: 'A word that is lost on the way is missed by nobody but its author.',
      example: { words: 'three' },
    }),
    'section-is-written': rule<{ hint: string; heading?: string }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) =>
        f.heading ? `“${f.heading}” has no text yet.` : 'The beginning of this file has no text yet.',
      mend: (f) =>
        `The hint says: ${f.hint} Write below it, or take the ${f.heading ? 'section' : 'hint'} out.`,
      about: (f) => f.hint,
      why: 'A heading with nothing below it would be printed.',
      example: { heading: 'What was done', hint: 'Say how the work was done, step by step.' },
    }),
    'file-is-small': rule<{ megabytes: string } | { seconds: number }>({
      kind: 'making',
      severity: 'error',
      says: (f) =>
        'seconds' in f
          ? `This text takes longer than ${f.seconds} seconds to read, and was given up.`
          : `This file is ${f.megabytes} MB; a text of over 2 MB cannot be read.`,
      mend: (f) =>
        'seconds' in f
          ? 'Split it into several files. Paragraphs, lists and tables of thousands of lines take the longest.'
          : 'Put pictures in files of their own, and split long texts.',
      why: 'A file of this size is usually something else that was given the name of a text.',
      example: { megabytes: 'over 2' },
    }),
    'include-is-found': ruleOfProblems({
      kind: 'truth',
      severity: 'error',
      why: 'A text would be missing on the page.',
      problems: {
        missing: problem<{ file: string; suggestion?: string }>({
          says: (f) => `There is no file \`${f.file}\` to include.`,
          mend: (f) => meant(f).trim() || 'Name the file as seen from the one that this stands in.',
          example: { file: 'chapters/parts/metod.md', suggestion: 'method.md' },
        }),
        'no-file': problem<{ typed: string }>({
          says: (f) => `\`${f.typed}\` names no file to include.`,
          mend: () => 'Write `:::include{file=parts/method.md}`.',
          example: { typed: ':::include' },
        }),
        outside: problem<{ typed: string }>({
          says: (f) => `\`${f.typed}\` asks for a file beyond this publication.`,
          mend: () => 'Copy the file into the publication: nothing else is read.',
          example: { typed: ':::include{file=../../method.md}' },
        }),
        'of-launch-day': problem<{ typed: string }>({
          says: (f) =>
            `\`${f.typed}\` asks for a file of launch day, of which only what may be shown can stand in a text.`,
          mend: () => 'Write `:::quote{moment=NAME}`, `:::moments{names=NAME}` or `:::moments{story}`.',
          example: { typed: ':::include{file=../launch/moments/2013-07-26-1032-ann.md}' },
        }),
        circle: problem<{ files: string }>({
          says: (f) => `These files include each other, without an end: ${f.files}.`,
          mend: () => 'Take one of the includes out.',
          example: { files: 'chapters/01-a.md → parts/b.md → chapters/01-a.md' },
        }),
        'too-deep': problem<{ most: number }>({
          says: (f) => `This include stands in more than ${f.most} files that include each other.`,
          mend: () => 'Include the file in the text itself.',
          example: { most: 10 },
        }),
        'too-much': problem<{ typed: string }>({
          says: (f) => `With \`${f.typed}\` the text is longer than 2 MB.`,
          mend: () => 'Make two texts of it.',
          example: { typed: ':::include{file=all.md}' },
        }),
        'within-a-quotation': problem<{ typed: string }>({
          says: (f) =>
            `\`${f.typed}\` stands in a quotation or in a code block, where no file can be put in.`,
          mend: () => 'Give it a line of its own, with no more than three blanks before it.',
          example: { typed: ':::include{file=method.md}' },
        }),
        'front-matter': problem({
          says: () => 'This file is included in another, so what stands at its top is not used.',
          mend: () => 'Take the lines between the two `---` out, if nothing else reads them.',
        }),
      },
    }),
    'file-is-utf8': ruleOfProblems({
      kind: 'making',
      severity: 'error',
      why: 'Letters would print as something else.',
      problems: {
        'broken-utf16': noText('it is UTF-16 with broken letters'),
        'binary-data': noText('it holds binary data'),
        'broken-line': noText<{ line: number }>((f) => `the bytes on line ${f.line} are no UTF-8`, {
          line: 4,
        }),
        'no-letters': noText('it holds bytes that are no letters'),
        'no-file': noText('it is no file but something else of that name'),
      },
    }),
    'file-is-in-utf8': rule<{ coding: string; sample?: string }>({
      kind: 'making',
      severity: 'warning',
      says: (f) =>
        `This file is not in UTF-8; it was read as ${f.coding}${f.sample ? `, so that here stands “${f.sample}”` : ''}.`,
      mend: () =>
        'Save it as UTF-8 from your editor, and look at letters with accents and at quotation marks.',
      about: (f) => f.coding,
      why: 'Other programs, and other people’s computers, may read other letters.',
      example: { coding: 'Windows-1252', sample: 'café' },
    }),
    'nesting-is-shallow': rule<{ depth: string | number; other?: 'crowded' | 'lines' }>({
      kind: 'making',
      severity: 'error',
      says: (f) =>
        f.other === 'crowded'
          ? `This paragraph holds ${f.depth} brackets, stars and the like; at most 5,000 can be read.`
          : f.other === 'lines'
            ? `This paragraph has ${f.depth} lines; at most 10,000 can be read.`
            : `Lists, quotations, brackets, emphasis, columns or HTML here go ${f.depth} deep; at most 100 can be read.`,
      mend: (f) =>
        f.other === 'lines'
          ? 'Put blank lines between its parts.'
          : 'Take levels out, and close what was opened.',
      why: 'Nobody can follow such a text, and no page can hold it.',
      example: { depth: 140 },
    }),
    'path-stays-inside': rule<Others & { path: string; isLink?: boolean }>({
      kind: 'safety',
      severity: 'error',
      says: (f) => {
        const others = f.more === 1 ? 'one more link' : `${f.more} more links`
        const more = f.more ? `, as are those of ${others} in this file${inLines(f)}` : ''
        return `\`${f.path}\` leads out of the publication${f.isLink ? `; its words are printed${more}` : ''}.`
      },
      mend: () => 'Put the file into the publication folder and name it from there.',
      why: 'A publication is complete in its own folder, and reads nothing else of your computer.',
      example: { path: '../elsewhere.md' },
    }),
    'control-characters-are-gone': rule<{ character: string }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) => `A control character (${f.character}) stands here; it was left out.`,
      mend: () => 'Delete it. It often comes with text that was pasted from elsewhere.',
      about: (f) => f.character,
      why: 'No font can draw it, and it breaks search and screen readers.',
      example: { character: 'U+0007' },
    }),
  },
})
