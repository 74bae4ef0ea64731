import { drawBytes } from '../../scripts/compare/draw-bytes.ts'
import type { DrawPages } from '../../scripts/compare/draw-pages.ts'
import type { Paper } from '../../scripts/compare/paper.ts'
import { readBytes } from '../../scripts/compare/read-bytes.ts'

// A thread takes a second to begin; each test file runs in one of its own, so pdf.js does no harm there.

export async function read(bytes: Uint8Array): Promise<Paper> {
  const answer = await readBytes(bytes)
  if ('problem' in answer) throw new Error(answer.problem)
  return answer.paper
}

export const draw: DrawPages = async (work) => {
  const answer = await drawBytes(work)
  if ('problem' in answer) throw new Error(answer.problem)
  return answer.drawn
}
