// The Word file that would go out now, against which the one that came back is held.
import { readPublication } from '../build/pipeline.ts'
import { resolveSettings } from '../build/resolve-settings.ts'
import type { Stages } from '../build/stages.ts'
import { readMarkdown } from '../content/markdown/processor.ts'
import { makeWord } from '../editions/make-word.ts'
import { readWordFile } from '../review/read-word-file.ts'
import { sentOfBlocks } from '../review/sent-of-blocks.ts'
import { sourceBlocks } from '../review/source-blocks.ts'
import type { WordFile } from '../review/word-file.ts'
import type { TextOnDisk } from './reviewed-files.ts'

/** Of texts of which none can be made as they are, what they say by themselves. */
export async function wordFileNow(
  root: string,
  texts: readonly TextOnDisk[],
  stages: Stages,
): Promise<WordFile> {
  try {
    const { settings } = await resolveSettings({ root, edition: 'word' })
    if (settings) {
      const { book } = await readPublication(settings, stages, { edition: 'word' })
      const { bytes } = await makeWord(book, settings)
      return await readWordFile(Buffer.from(bytes))
    }
  } catch {
    // Whoever reviews wants the words back; what is wrong with the texts is told by `check`.
  }
  return sentOfBlocks(texts, (text) => sourceBlocks(text, readMarkdown))
}
