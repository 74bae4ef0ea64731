import { inThread } from '../ground/threads/threads.ts'
import type { Paper } from './paper.ts'
import type { PaperAnswer } from './read-bytes.ts'

/** Two thousand pages take a minute. */
const PATIENCE_MS = 180_000

/**
 * Reads a paper that may be anybody's, in a thread of its own, which is ended when the file keeps it busy for too
 * long or asks for too much memory. Throws an Error whose message says in half a sentence what is wrong with the
 * file.
 */
export async function readPaper(bytes: Uint8Array, patienceMs = PATIENCE_MS): Promise<Paper> {
  const thread = new URL('./read-thread.ts', import.meta.url)
  const answer = await inThread<PaperAnswer>(thread, bytes, patienceMs)
  if ('problem' in answer) throw new Error(answer.problem)
  return answer.paper
}
