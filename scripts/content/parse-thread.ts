// The inside of a thread that parses.
import type { Chapter, Source } from '../model/chapter.ts'
import { loadTools } from './load-tools.ts'
import type { ParseContext } from './parse-context.ts'
import { parseSafely } from './parse-safely.ts'

/** `ready` asks for nothing but that the parser is loaded. */
export async function begin(
  context: ParseContext,
): Promise<(task: Source | 'ready') => Promise<Chapter | undefined>> {
  await loadTools([], context)
  return async (task) =>
    task === 'ready' ? undefined : parseSafely(task, context, await loadTools([task], context))
}
