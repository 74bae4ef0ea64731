// Notes without their text, their call or a label of their own.
import { problem, ruleOfProblems } from './rule.ts'

type Earlier = {
  readonly earlierLine: number
  /** The file, where it is another one. */
  readonly earlier?: string | undefined
}

const lineOf = ({ earlierLine, earlier }: Earlier): string =>
  `line ${earlierLine}${earlier ? ` of \`${earlier}\`` : ''}`

const inQuotes = (words: string): string => (words ? ` “${words}”` : '')

export const noteResolves = ruleOfProblems({
  kind: 'truth',
  severity: 'warning',
  why: 'A note without its text, or a text without its call, is never read.',
  mend: 'Write the note at the end of the file: `[^…]: …`.',
  problems: {
    'no-text': problem<{ label: string }>({
      says: (f) => `The note \`[^${f.label}]\` has no text.`,
      mend: (f) => `Write the note at the end of the file: \`[^${f.label}]: …\`.`,
      example: { label: '3' },
    }),
    'call-is-printed': problem<{ label: string }>({
      says: (f) => `The note \`[^${f.label}]\` has no text, so its call is printed as it stands.`,
      mend: (f) => `Write the note at the end of the file: \`[^${f.label}]: …\`.`,
      example: { label: '3' },
    }),
    'twice-the-same': problem<{ label: string } & Earlier>({
      says: (f) => `The note \`[^${f.label}]\` stands here and in ${lineOf(f)}, with the same words.`,
      mend: () => 'Take one of them out.',
      example: { label: '3', earlierLine: 9 },
    }),
    'defined-twice': problem<{ label: string; quoted: string; quotedToo: string } & Earlier>({
      says: (f) =>
        `The note \`[^${f.label}]\` is defined twice: in ${lineOf(f)} as${inQuotes(f.quoted)}${f.quotedToo ? `, and here as${inQuotes(f.quotedToo)}` : ''}.`,
      mend: () => 'Give one of the two another label, here and where it is called.',
      example: { label: '3', earlierLine: 9, quoted: 'The survey.', quotedToo: 'The plan.' },
    }),
    'never-called': problem<{ label: string; quoted: string }>({
      says: (f) =>
        `The note \`[^${f.label}]\` is called nowhere in the text, so it is not printed:${inQuotes(f.quoted)}.`,
      mend: (f) => `Call it where it belongs with \`[^${f.label}]\`, or take it out.`,
      example: { label: '3', quoted: 'The survey.' },
    }),
  },
})
