// What adoption needs of other rooms: how texts of other tools are read, and who counts the words.
import { wordsNotCarried } from '../account/words-carried.ts'
import type { AdoptTools } from '../adopt/adopt-tools.ts'
import { DIALECT } from '../content/dialect.ts'
import { FIELDS, fieldsOf } from '../content/fields/fields.ts'
import { formQuestions } from '../content/fields/form-questions.ts'
import { inOurSpelling } from '../content/syntax/in-our-spelling.ts'
import type { FileKind } from '../model/chapter.ts'

const keysOf = (kind: FileKind): string[] => fieldsOf(kind, FIELDS).map(({ key }) => key)

export const ADOPT_TOOLS: AdoptTools = {
  questions: formQuestions({ councils: [], channels: [], themes: [] }),
  fields: { chapter: keysOf('chapter'), 'case-study': keysOf('case-study') },
  respell: (markdown, { file, texts, files, cites }) => {
    return inOurSpelling(markdown, { file, cites, leftOut: [], addresses: {}, ...namesAmong(texts, files) })
  },
  lostWords: ({ original, words, told = [] }, written) => {
    const text = original ?? words.map((one) => one.text).join('\n')
    const lost = wordsNotCarried({ text, isMarkdown: original !== undefined }, written, told, DIALECT)
    const lineOf = (line: number) => (original === undefined ? words[line - 1]?.line : line)
    return lost.map(({ words: said, line }) => ({ text: said, ...withLine(lineOf(line)) }))
  },
}

interface Names {
  readonly prefixes: Readonly<Record<string, string>>
  readonly files: readonly string[]
}

/** All texts of an original share them: they are made once for each. */
const namesOfTexts = new WeakMap<readonly string[], Names>()

function namesAmong(texts: readonly string[], files: readonly string[]): Names {
  const known = namesOfTexts.get(texts)
  if (known) return known
  const own = new Set(texts)
  const prefixes = Object.fromEntries(texts.map((text) => [text, text]))
  const names = { prefixes, files: files.filter((name) => !own.has(name)) }
  namesOfTexts.set(texts, names)
  return names
}

const withLine = (line: number | undefined): { line?: number } => (line === undefined ? {} : { line })
