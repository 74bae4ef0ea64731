// The Word file that would go out now, against which the one that came back is held.
import type { Stages } from '../build/stages.ts'
import { readMarkdown } from '../content/markdown/processor.ts'
import { sentOfBlocks } from '../review/sent-of-blocks.ts'
import { sourceBlocks } from '../review/source-blocks.ts'
import type { WordFile } from '../review/word-file.ts'
import type { TextOnDisk } from './reviewed-files.ts'

export async function wordFileNow(
  _root: string,
  texts: readonly TextOnDisk[],
  _stages: Stages,
): Promise<WordFile> {
  return sentOfBlocks(texts, (text) => sourceBlocks(text, readMarkdown))
}
