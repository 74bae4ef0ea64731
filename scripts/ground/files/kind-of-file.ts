// What a file that is no text of ours may be, by its name, and by which way its words come in.

/** `adopt`: as it stands; `word`: once it is saved as a Word file; `data`: as numbers beside the texts. */
export type WayIn = 'adopt' | 'word' | 'data'

interface FileKind {
  readonly ending: RegExp
  readonly words: string
  readonly way?: WayIn
}

const KINDS: readonly FileKind[] = [
  { ending: /\.docx$/i, words: 'a Word file', way: 'adopt' },
  { ending: /\.(?:doc|docm|dotx?|dotm)$/i, words: 'a Word file', way: 'word' },
  { ending: /\.(?:odt|ott|fodt|pages|rtf|wpd)$/i, words: 'a file of a word processor', way: 'word' },
  { ending: /\.pdf$/i, words: 'a PDF' },
  { ending: /\.x?html?$/i, words: 'a web page', way: 'adopt' },
  { ending: /\.(?:xlsx|csv)$/i, words: 'a sheet of numbers', way: 'data' },
  { ending: /\.(?:xlsm?|ods|numbers|tsv)$/i, words: 'a sheet of numbers' },
  { ending: /\.(?:pptx?|odp|key)$/i, words: 'a file of slides' },
  { ending: /\.(?:mdx|qmd)$/i, words: 'Markdown with programs in it', way: 'adopt' },
  { ending: /\/$/, words: 'a folder' },
]

const kindOf = (file: string): FileKind | undefined => KINDS.find(({ ending }) => ending.test(file))

/** `05-x.docx` → “a Word file”. */
export const kindInWords = (file: string): string => kindOf(file)?.words ?? 'a file of another kind'

export const isKnownKind = (file: string): boolean => kindOf(file) !== undefined

/** Undefined where there is none. */
export const wayIn = (file: string): WayIn | undefined => kindOf(file)?.way

/** The first of the files for each way that any of them has. */
export function waysIn(files: readonly string[]): Partial<Record<WayIn, string>> {
  const first: Partial<Record<WayIn, string>> = {}
  for (const file of files) {
    const way = wayIn(file)
    if (way) first[way] ??= file
  }
  return first
}
