// The rules of what is brought in from elsewhere.

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

export const ADOPTED_RULES = group({
  heading: 'Texts from elsewhere',
  rules: {
    'adopted-words-are-carried': rule<{ words: string; from: string; line?: number }>({
      kind: 'truth',
      severity: 'error',
      says: (f) =>
        `“${f.words}” stands in \`${f.from}\`${f.line ? `, line ${f.line},` : ''} and in nothing that was written.`,
      mend: () =>
        'Write these words into the file that was made of it. This is a fault of the program and not of the text.',
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
        language: problem({
          says: () => 'The original does not say in which language it is: English is taken for it.',
          mend: () => 'Write the code of the language behind `language:`, such as cy or de.',
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
        'left-out': unlinked('leads to a file that is not brought along', { address: 'demo.html' }),
      },
    }),
  },
})
