// The inside of a thread that parses.
import type { Chapter, Source } from '../model/chapter.ts'
import { loadWriting } from './load-writing.ts'
import type { ParseContext } from './parse-context.ts'
import { parseSafely } from './parse-safely.ts'

/** `ready` asks for nothing but that the parser is loaded. */
export async function begin(context: ParseContext): Promise<(task: Source | 'ready') => Chapter | undefined> {
  const checkWriting = await loadWriting(context)
  return (task) => (task === 'ready' ? undefined : parseSafely(task, context, checkWriting))
}
