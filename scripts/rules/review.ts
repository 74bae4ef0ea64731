// What comes back from a review in Word.
import { group, problem, rule, ruleOfProblems, within } from './rule.ts'

const unsafe = within(
  (words) => `This Word file was not read: ${words}.`,
  () =>
    'Open it in Word, save it under another name, and try that one. If it is not the file that you sent, do not.',
)

const notCarried = (words: string): string => `Not carried over: ${words}.`

export const REVIEW_RULES = group({
  heading: 'Review',
  rules: {
    'review-file-is-ours': ruleOfProblems({
      kind: 'safety',
      severity: 'error',
      why: 'Only a file that was made for review knows which line of which text each paragraph came from.',
      problems: {
        'no-marks': problem({
          says: () => 'This Word file has no paragraph that came from this publication.',
          mend: () =>
            'If it is a new text, bring it in with `whitepaper adopt`. If it was sent for review, ask for the file that `build --edition word` wrote, with the changes in it.',
        }),
        'no-word-file': problem({
          says: () => 'This is no Word file.',
          mend: () => 'Name a file that ends in `.docx`; save an older `.doc` or an `.odt` as one first.',
        }),
        definitions: unsafe<{ part: string }>((f) => `\`${f.part}\` defines entities of its own`, {
          part: 'word/document.xml',
        }),
        'too-deep': unsafe<{ part: string; most: number }>(
          (f) => `in \`${f.part}\` elements stand in each other more than ${f.most} deep`,
          { part: 'word/document.xml', most: 250 },
        ),
        'too-many': unsafe<{ part: string; most: number }>(
          (f) => `\`${f.part}\` holds more than ${f.most} elements`,
          { part: 'word/document.xml', most: 2_000_000 },
        ),
        'no-xml': unsafe<{ part: string }>((f) => `\`${f.part}\` is no sound XML`, {
          part: 'word/document.xml',
        }),
      },
    }),
    'review-change-is-looked-at': rule<{ was: string; becomes: string }>({
      kind: 'truth',
      severity: 'info',
      says: (f) =>
        f.was === ''
          ? `New: “${f.becomes}”.`
          : f.becomes === ''
            ? `Taken out: “${f.was}”.`
            : `“${f.was}” becomes “${f.becomes}”.`,
      mend: () => 'Look at it. `--apply` writes all such changes into the texts.',
      why: 'A reviewer wrote it, and the author decides.',
      example: { was: 'three walls', becomes: 'four walls' },
    }),
    'review-comment-is-answered': rule<{ author: string; words: string; text: string; state?: string }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) =>
        `${f.author} ${f.words ? `on “${f.words}”` : 'on this place'}: “${f.text}”${f.state ? ` (${f.state})` : ''}`,
      mend: () => 'Answer it in the text, or to whoever wrote it.',
      about: (f) => f.text,
      why: 'A comment says what its author would not change without asking.',
      example: { author: 'A. Reviewer (AR)', words: 'three walls', text: 'Were there not four?' },
    }),
    'review-text-is-unchanged': ruleOfProblems({
      kind: 'truth',
      severity: 'error',
      why: 'Nobody but its author can say which of two versions is meant.',
      mend: 'Make the change by hand, if it is still wanted.',
      problems: {
        changed: problem<{ back: string; now: string }>({
          says: (f) =>
            `This text was changed after the file went out. Here it says “${f.now}”; it came back as “${f.back}”.`,
          mend: () => 'Make the change by hand, if it is still wanted.',
          example: { back: 'Four walls failed.', now: 'Three of the walls failed.' },
        }),
        gone: problem<{ back: string }>({
          says: (f) => `This text is not there any more. It came back as “${f.back}”.`,
          mend: () => 'Write it by hand where it belongs, if it is still wanted.',
          example: { back: 'Four walls failed.' },
        }),
        file: problem({
          says: () => 'This file was saved by somebody else at the same moment, so it was left as it is.',
          mend: () => 'Run the same command again.',
        }),
      },
    }),
    'review-change-is-carried': ruleOfProblems({
      kind: 'truth',
      severity: 'error',
      why: 'What a reviewer wrote is lost unless somebody writes it into the text.',
      problems: {
        made: problem<{ was: string; becomes: string }>({
          says: (f) =>
            notCarried(
              `“${f.was}” becomes “${f.becomes}”, in words that the program writes or that stand for something else`,
            ),
          mend: () => 'Change the title, number, value, citation or setting that they are made of.',
          example: { was: 'Figure 1', becomes: 'Drawing 1' },
        }),
        unsure: problem<{ was: string; becomes: string }>({
          says: (f) =>
            notCarried(`“${f.was}” becomes “${f.becomes}”; no way to write it here says just that`),
          mend: () => 'Make the change by hand.',
          example: { was: 'a | b', becomes: 'a' },
        }),
        thing: problem<{ becomes: string }>({
          says: (f) => notCarried(`“${f.becomes}”, with a picture, a formula or a note in it`),
          mend: () => 'Put it into the text by hand.',
          example: { becomes: 'Four walls failed.' },
        }),
        note: problem<{ becomes: string }>({
          says: (f) => notCarried(`a new note, “${f.becomes}”`),
          mend: () => 'Put its call and its words into the text by hand.',
          example: { becomes: 'Minutes of May.' },
        }),
        dropped: problem<{ was: string }>({
          says: (f) =>
            `A picture, a formula or a note did not come back at “${f.was}”, and no tracked change takes it out. It is left as it is.`,
          mend: () =>
            'Take it out by hand, if a reviewer did. Some programs leave out what they cannot show.',
          example: { was: 'The surge ▯ grows' },
        }),
        picture: problem<{ was: string }>({
          says: (f) => `Another picture came back than the one ${f.was ? `that shows “${f.was}”` : 'here'}.`,
          mend: () => 'Look at it in the Word file, and put it into the text by hand if it is wanted.',
          example: { was: 'A wall of stone' },
        }),
        alternative: problem<{ was: string; becomes: string }>({
          says: (f) => notCarried(`the text alternative “${f.was}” of a picture becomes “${f.becomes}”`),
          mend: () => 'Write it between the square brackets of the picture, if it is wanted.',
          example: { was: 'A wall', becomes: 'A wall of stone' },
        }),
        'new-paragraph': problem<{ becomes: string }>({
          says: (f) => notCarried(`“${f.becomes}”, a new paragraph where the text has no place for one`),
          mend: () => 'Write it into the text by hand, where it belongs.',
          example: { becomes: 'Four walls failed.' },
        }),
        taken: problem<{ was: string }>({
          says: (f) => notCarried(`“${f.was}” was taken out, and other text depends on it`),
          mend: () => 'Take it out by hand, with what belongs to it.',
          example: { was: 'Four walls failed.' },
        }),
        absent: problem<{ was: string }>({
          says: (f) =>
            `“${f.was}” did not come back. It was taken out, or it was written after the file went out.`,
          mend: () => 'Take it out by hand, if a reviewer did.',
          example: { was: 'Four walls failed.' },
        }),
        moved: problem<{ was: string }>({
          says: (f) => notCarried(`“${f.was}” was moved to another place`),
          mend: () => 'Move it in the text.',
          example: { was: 'Four walls failed.' },
        }),
        row: problem<{ becomes: string }>({
          says: (f) => notCarried(`“${f.becomes}”, a row that does not fit the table`),
          mend: () => 'Write it into the table by hand.',
          example: { becomes: 'Bank | 9.0' },
        }),
      },
    }),
    'review-mark-is-known': ruleOfProblems({
      kind: 'truth',
      severity: 'error',
      why: 'Without its mark nobody knows which line of the texts a paragraph came from.',
      problems: {
        'no-file': problem<{ words: string }>({
          says: (f) => `“${f.words}” came from a text that this publication does not have.`,
          mend: () => 'Look whether the text was renamed or taken out, and make the change by hand.',
          example: { words: 'Four walls failed.' },
        }),
        twice: problem<{ words: string }>({
          says: (f) => `“${f.words}” has the mark of another paragraph, so it counts as new.`,
          mend: () => 'Look whether it was meant to stand there twice.',
          example: { words: 'Four walls failed.' },
        }),
      },
    }),
    'review-places-are-marked': rule<{ count: number; of: number }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) =>
        `${f.count} of ${f.of} paragraphs came back without their marks, so they were found by their words.`,
      mend: () => 'Look at what became of them. Word keeps the marks; some other programs do not.',
      about: (f) => String(f.count),
      why: 'Where two paragraphs are alike, the wrong one could be taken.',
      example: { count: 12, of: 140 },
    }),
  },
})
