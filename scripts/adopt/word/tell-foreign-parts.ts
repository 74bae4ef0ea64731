// What a Word file can hold or ask for besides its text. Nothing of it is run, opened or fetched.
import type { Relations, WordPackage } from './open-package.ts'
import { quoted, type Telling } from './telling.ts'

/** The numbers of a chart lie in a sheet of their own, which nothing needs; a sheet that the text names is another. */
const HARMLESS = /\.(?:xlsx|xlsb|glox)$/i
const RUNS = /(?:^|\/)(?:vbaProject\w*\.bin|vbaData\.xml)$/i
const EMBEDDED = /^word\/(?:embeddings|activeX)\/[^/]+$/i
/** Links are shown, and pictures from elsewhere are told where they would stand. */
const TOLD_ELSEWHERE = /^(?:hyperlink|image)$/

export function tellForeignParts(
  word: WordPackage,
  relations: readonly Relations[],
  { tell }: Telling,
): void {
  const named = new Set(relations.flatMap((one) => [...one.values()].map(({ target }) => target)))
  for (const file of word.names) {
    if (RUNS.test(file)) tell('word-file-is-plain', { problem: 'macros', file })
    else if (EMBEDDED.test(file) && (!HARMLESS.test(file) || named.has(file)))
      tell('word-file-is-plain', { problem: 'embedded', file })
  }
  for (const { kind, target, isOutside } of relations.flatMap((one) => [...one.values()])) {
    if (!isOutside || TOLD_ELSEWHERE.test(kind)) continue
    const problem = kind === 'attachedTemplate' ? 'template' : 'linked'
    // A template of the same machine is the usual one.
    if (problem === 'template' && !/^(?:https?|ftp|\\\\|file:\/\/\/?\\\\|file:\/\/[^/])/i.test(target))
      continue
    tell('word-file-is-plain', { problem, address: quoted(target) })
  }
}
