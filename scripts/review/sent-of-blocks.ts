// What would go out, as far as the texts alone can say: for a publication of which no Word file can be made now.
import { blocksIn, fileKey, nameOfMark, type ReviewMark, textKey } from '../ground/review-marks.ts'
import type { SourceBlock, SourceText } from './source-block.ts'
import type { Stretch, WordFile, WordParagraph } from './word-file.ts'

export function sentOfBlocks(
  texts: readonly SourceText[],
  blocksOf: (text: SourceText) => readonly SourceBlock[],
): WordFile {
  const stretches: Stretch[] = []
  for (const source of texts) {
    const blockAt = blocksIn(source.text)
    const blocks = blocksOf(source).filter(({ signs }) => signs.text !== '')
    const onLine = new Map<number, SourceBlock[]>()
    for (const block of blocks) onLine.set(block.line, [...(onLine.get(block.line) ?? []), block])
    for (const block of blocks) {
      const paragraph = paragraphOf(block, stretches.length + 1)
      const mark = markOf(block, blockAt, onLine.get(block.line) ?? [])
      const { text } = block.signs
      stretches.push({
        name: nameOfMark(mark),
        mark,
        text,
        before: text,
        isTracked: false,
        isSpaced: false,
        paragraph,
      })
    }
  }
  return { stretches, comments: [], repeated: [] }
}

function markOf(
  block: SourceBlock,
  blockAt: (line: number) => string,
  onLine: readonly SourceBlock[],
): ReviewMark {
  const { file, line, column } = block
  const part = column ?? (onLine.length > 1 ? onLine.indexOf(block) + 1 : undefined)
  return {
    file: fileKey(file),
    line,
    text: textKey(blockAt(line)),
    ...(part === undefined ? {} : { part }),
  }
}

const paragraphOf = ({ kind, depth, around, column }: SourceBlock, id: number): WordParagraph => ({
  id,
  style: kind,
  heading: kind === 'heading' ? (depth ?? 1) : 0,
  isItem: around.at(-1)?.type === 'item',
  isContents: false,
  ...(column === undefined
    ? {}
    : { cell: { table: around.at(-2)?.start ?? 0, row: around.at(-1)?.row ?? 0, column } }),
  note: around.at(-1)?.type === 'note' ? String(around.at(-1)?.start) : '',
})
