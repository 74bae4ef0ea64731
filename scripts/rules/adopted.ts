// The rules of what is brought in from elsewhere.

import { asTyped } from './phrases.ts'
import { group, problem, rule, ruleOfProblems, within } from './rule.ts'

const notRead = within(
  (words) => `This cannot be adopted: ${words}.`,
  () => 'Name a folder or a file of texts that can be opened. Nothing was written.',
)
const notBrought = within<{ picture: string }>(
  (words, f) =>
    `The picture \`${f.picture}\` ${words}: its words stand in its place, and the line as it was in a remark.`,
  () => 'Put the picture beside the text, and take the remark off.',
)
const unlinked = within<{ address: string }>(
  (words, f) => `The link to \`${f.address}\` ${words}: its words stand without it.`,
  () => 'Link to a text of this publication or to an address of the web, if readers need it.',
)

const SAVE_AS = {
  sheet: 'save it as .xlsx, or as CSV in UTF-8, in its program',
  adopt: 'give it to `adopt` by itself',
  word: 'save it as .docx in its program',
  works: 'put it beside `publication.yaml`, and name it there behind `bibliography:`',
  terms: 'put its terms into the `glossary.yaml` of the publication',
  plain: 'save it as Markdown, under a name that ends in `.md`',
  none: 'export its text as .docx in its program, or copy it into a file of Markdown',
} as const

/** What a file of another program is to be saved as, or where its words go. */
export type SaveAs = keyof typeof SAVE_AS

const asSentence = (words: string): string => `${words[0]?.toUpperCase()}${words.slice(1)}.`

export const ADOPTED_RULES = group({
  heading: 'Texts from elsewhere',
  rules: {
    'adopted-words-are-carried': rule<{ words: string; from: string; line?: number }>({
      kind: 'truth',
      severity: 'error',
      says: (f) =>
        `“${f.words}” stands in \`${f.from}\`${f.line ? `, line ${f.line},` : ''} and in nothing that was written.`,
      mend: () => 'Look for them in the original, and write them into the file that was made of it.',
      why: 'Nobody looks for a word that vanished when a text was moved.',
      example: { words: 'the other half', from: 'draft.md', line: 12 },
    }),
    'adopted-original-is-read': ruleOfProblems({
      kind: 'making',
      severity: 'error',
      why: 'What is not understood is not guessed at.',
      problems: {
        'no-text': notRead<{ original: string }>(
          (f) => `there is no text in \`${f.original}\` that is known`,
          {
            original: 'photos',
          },
        ),
        'other-kind': problem<{ original: string; saveAs: SaveAs }>({
          says: (f) => `This cannot be adopted as it is: \`${f.original}\` is a file of another program.`,
          mend: (f) => `${asSentence(SAVE_AS[f.saveAs])} Nothing was written.`,
          example: { original: 'homes.ods', saveAs: 'sheet' },
        }),
        'file-is-missing': notRead<{ file: string }>((f) => `\`${f.file}\` is missing or no file`, {
          file: 'a.md',
        }),
        damaged: notRead<{ original: string }>(
          (f) => `\`${f.original}\` ends early or does not hold together`,
          {
            original: 'a.zip',
          },
        ),
        locked: notRead<{ file: string }>((f) => `\`${f.file}\` is locked by a password`, { file: 'a.docx' }),
        'leads-out': notRead<{ file: string }>((f) => `\`${f.file}\` leads out of its folder`, {
          file: '../a.md',
        }),
        'unpacks-to-much': notRead<{ file: string; times: number }>(
          (f) => `\`${f.file}\` unpacks to more than ${f.times} times its size`,
          { file: 'word/document.xml', times: 200 },
        ),
        'too-many-files': notRead<{ most: number }>((f) => `it has more than ${f.most} files`, {
          most: 50_000,
        }),
        'file-too-large': notRead<{ file: string; mostMb: number }>(
          (f) => `\`${f.file}\` is over ${f.mostMb} MB`,
          {
            file: 'a.md',
            mostMb: 2,
          },
        ),
      },
    }),
    'adopted-title-is-known': ruleOfProblems({
      kind: 'truth',
      severity: 'info',
      why: 'What the original does not tell is guessed, and somebody knows it better.',
      problems: {
        title: problem<{ title: string }>({
          says: (f) =>
            `The original does not say what the whole is called: “${f.title}” is taken from its name.`,
          mend: () => 'Write the title behind `title:`.',
          example: { title: 'Our plans' },
        }),
        opening: problem<{ title: string }>({
          says: (f) =>
            `What stands before the first heading has none of its own: it goes to the front as “${f.title}”.`,
          mend: () => 'Write another title behind `title:` if it has one.',
          example: { title: 'Introduction' },
        }),
        whole: problem<{ title: string }>({
          says: (f) => `“${f.title}” is the title of the original as a whole: the publication keeps its own.`,
          mend: () => 'Write it into a text or into the title of a part if readers need it.',
          example: { title: 'Our plans' },
        }),
        language: problem<{ language: string; isRead: boolean }>({
          says: (f) =>
            f.isRead
              ? `The original does not say in which language it is: its words are ${f.language}.`
              : `The original does not say in which language it is: ${f.language} is taken for it.`,
          mend: () =>
            'Write the code of the language behind `language:`, such as cy or de, if it is another.',
          example: { language: 'English', isRead: false },
        }),
      },
    }),
    'adopted-list-is-followed': ruleOfProblems({
      kind: 'truth',
      severity: 'warning',
      why: 'Which chapters a book has, and in which order, is its author’s to say.',
      problems: {
        missing: problem<{ entry: string }>({
          says: (f) => `\`${f.entry}\` stands in this list and is not there.`,
          mend: () => 'Write the chapter if the publication needs it.',
          example: { entry: 'guide/setup.md' },
        }),
        outside: problem<{ entry: string }>({
          says: (f) => `\`${f.entry}\` stands in this list and leads out of the folder: it is not read.`,
          mend: () => 'Name the folder in which all of it lies, or adopt that file by itself.',
          example: { entry: '../other/a.md' },
        }),
        elsewhere: problem<{ entry: string }>({
          says: (f) => `“${f.entry}” of this list is on the web, and no chapter.`,
          mend: () => 'Link to it from a text if readers need it.',
          example: { entry: 'The forum' },
        }),
        'not-written': problem<{ entry: string }>({
          says: (f) => `“${f.entry}” of this list has no text yet.`,
          mend: () => 'Write the chapter if the publication needs it.',
          example: { entry: 'What comes next' },
        }),
        unlisted: problem<{ files: string; count: number }>({
          says: (f) =>
            f.count === 1
              ? `${f.files} is in no list of chapters, and was left out.`
              : `${f.count} texts are in no list of chapters, and were left out: ${f.files}.`,
          mend: () =>
            'Adopt what belongs to the publication by its name: `whitepaper adopt FILE --root FOLDER`.',
          example: { files: '`draft.md`', count: 1 },
        }),
        languages: problem<{ taken: string; others: string; count: number }>({
          says: (f) =>
            `The texts are there in several languages: ${f.taken ? `\`${f.taken}\` was taken` : 'those without a code were taken'}, and what is in others was left out (${[f.others, f.count === 1 ? '1 text' : `${f.count} texts`].filter(Boolean).join(': ')}).`,
          mend: () => 'Name another with `--language CODE`, in a publication of its own.',
          example: { taken: 'en', others: 'de, fr', count: 84 },
        }),
        'is-program': problem<{ what: string }>({
          says: (f) =>
            `The order of the texts is made by a program, which is not run: ${f.what} is taken instead.`,
          mend: () => 'Look at the order of the texts, and set it in `publication.yaml`.',
          example: { what: 'that of the files' },
        }),
      },
    }),
    'adopted-front-matter-is-used': rule<{ key: string; values: string; count: number }>({
      kind: 'truth',
      severity: 'info',
      says: (f) =>
        `Nothing here reads \`${f.key}\`${f.count > 1 ? `, which ${f.count} texts have` : ''}: it was left out (${f.values}).`,
      mend: () => 'Write into the text what readers need of it.',
      why: 'What another tool made of a value is not made here.',
      example: { key: 'category', values: 'News', count: 3 },
    }),
    'adopted-program-is-left': ruleOfProblems({
      kind: 'truth',
      severity: 'warning',
      why: 'What a program would have shown is not in the text, and its readers may miss it.',
      problems: {
        lines: problem<{ lines: string }>({
          says: (f) =>
            `Lines of a program were left out, and not run: ${asTyped(f.lines.replace(/\s+/g, ' '))}`,
          mend: () => 'Write into the text what they would have shown.',
          example: { lines: "import Tabs from '@theme/Tabs'" },
        }),
        components: problem<{ components: string; words: string }>({
          says: (f) =>
            `Components of a program were left out; what stands between their tags was kept: ${f.components}${f.words ? `. They also say: ${f.words}` : ''}.`,
          mend: () => 'Write into the text what they would have shown.',
          example: { components: '`<Tabs>`', words: 'npm' },
        }),
        snippet: problem<{ snippet: string }>({
          says: (f) =>
            `${asTyped(f.snippet)} asks for what is not there, or for what only a program makes: it stands there as it was typed.`,
          mend: () => 'Write what it stands for in words.',
          example: { snippet: '{{#include a.rs}}' },
        }),
      },
    }),
    'adopted-file-is-text': ruleOfProblems({
      kind: 'truth',
      severity: 'warning',
      why: 'A text that nobody can read is missed by its readers.',
      problems: {
        'no-text': problem({
          says: () => 'This file is no text, and was left out.',
          mend: () => 'Save it as UTF-8 if it belongs to the publication.',
        }),
        'too-large': problem<{ mostMb: number }>({
          says: (f) => `This file is over ${f.mostMb} MB, and was left out.`,
          mend: () => 'Cut it into several files, and adopt them.',
          example: { mostMb: 2 },
        }),
        unread: problem<{ isFolder?: boolean }>({
          says: (f) =>
            f.isFolder
              ? 'This folder cannot be opened, or lies too deep: nothing in it was read.'
              : 'This file cannot be opened, and was left out.',
          mend: () => 'See whose it is and who may read it, and adopt it by its name.',
          example: { isFolder: true },
        }),
        links: problem<{ links: string }>({
          says: (f) => `What is only a link to somewhere else on the disk was not followed: ${f.links}.`,
          mend: () => 'Copy into the folder what belongs to the publication, and adopt it by its name.',
          example: { links: '`shared`, `plan.md`' },
        }),
        twin: problem<{ taken: string }>({
          says: (f) =>
            `This file has the name of \`${f.taken}\` beside it, which was taken: it was left out.`,
          mend: () => 'If it says something else, give it another name and adopt it.',
          example: { taken: 'guide/setup.md' },
        }),
        namesake: problem<{ taken: string; written: string }>({
          says: (f) =>
            `\`${f.taken}\` has the same name and says something else: both are there, this text as \`${f.written}\`.`,
          mend: () => 'Compare the two, and keep the one that is right.',
          example: { taken: 'chapters/03-setup.md', written: 'chapters/12-setup-2.md' },
        }),
        'named-twice': problem({
          says: () => 'This file was named twice, and was taken once.',
          mend: () => 'Nothing has to be done.',
        }),
        again: problem<{ taken: string }>({
          says: (f) => `This text is here as \`${f.taken}\` already, and was not written again.`,
          mend: () => 'If a second one is needed, copy the file under another name.',
          example: { taken: 'chapters/03-setup.md' },
        }),
        tangled: problem<{ depth: number; other?: 'crowded' | 'lines' }>({
          says: (f) =>
            f.other === 'lines'
              ? `A paragraph of this file has ${f.depth} lines, and at most 10,000 can be read: all of it was left out.`
              : f.other
                ? `A paragraph of this file holds ${f.depth} brackets, stars and the like, and at most 5,000 can be read: all of it was left out.`
                : `Lists, quotations, brackets, emphasis or HTML of this file go ${f.depth} deep, and at most 100 can be read: all of it was left out.`,
          mend: () => 'Take levels out, close what was opened, and adopt it again.',
          example: { depth: 140 },
        }),
        'other-kind': problem<{ saveAs: SaveAs }>({
          says: (f) =>
            f.saveAs === 'works' || f.saveAs === 'terms'
              ? `This file of ${f.saveAs} was left out.`
              : f.saveAs === 'plain'
                ? 'This text is not Markdown, and was left out.'
                : 'This is a file of another program, and was left out.',
          mend: (f) => `If readers need it: ${SAVE_AS[f.saveAs]}.`,
          example: { saveAs: 'word' },
        }),
        'many-tables': problem<{ most: number }>({
          says: (f) => `${f.most} tables were brought along, and this one was left out.`,
          mend: () => 'If the publication shows it, adopt it by its name.',
          example: { most: 40 },
        }),
        'large-table': problem({
          says: () => 'This table is too large for a paper, or cannot be opened, and was left out.',
          mend: () => 'Keep what the paper shows, in a file of its own, and adopt that.',
        }),
        coding: problem<{ coding: string }>({
          says: (f) => `This file is in ${f.coding}, and was written in UTF-8.`,
          mend: () => 'Look at its letters with accents.',
          example: { coding: 'Windows-1252' },
        }),
      },
    }),
    'adopted-picture-is-there': ruleOfProblems({
      kind: 'truth',
      severity: 'warning',
      why: 'A reader is shown what the author saw.',
      problems: {
        missing: notBrought('is not there', { picture: 'images/bridge.jpg' }),
        template: notBrought('is filled in by a program, which is not run', {
          picture: '{{ author.picture }}',
        }),
        outside: notBrought('lies outside of what was adopted', { picture: '../../bridge.jpg' }),
        symlink: notBrought('is a link to elsewhere, and is not followed', { picture: 'images/bridge.jpg' }),
        'too-large': notBrought('is too large to be brought along', { picture: 'images/bridge.tif' }),
        unread: notBrought('cannot be read', { picture: 'images/bridge.jpg' }),
      },
    }),
    'adopted-link-leads-somewhere': ruleOfProblems({
      kind: 'truth',
      severity: 'warning',
      why: 'A reader who follows it is lost.',
      problems: {
        missing: unlinked('leads nowhere', { address: 'old.md' }),
        outside: unlinked('leads out of what was adopted', { address: '../other/a.md' }),
        'no-place': problem<{ address: string }>({
          says: (f) =>
            `The place of \`${f.address}\` is not there: the link leads to the text as a whole, or is words.`,
          mend: () => 'Name a heading of the text behind the # sign, if readers need it.',
          example: { address: 'setup.md#gone' },
        }),
        'left-out': unlinked('leads to a file that is not brought along', { address: 'demo.html' }),
      },
    }),
  },
})
