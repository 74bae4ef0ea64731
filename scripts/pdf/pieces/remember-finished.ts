// A finished piece is remembered under all that it is made of: what the browser printed, and what the book says of it.
import { readFile } from 'node:fs/promises'
import { deserialize, serialize } from 'node:v8'
import type { Cache } from '../../ground/files/cache.ts'
import type { FinishedPiece, PieceTask } from './finished-piece.ts'

const FILE = 'piece'

export async function remembered(
  memory: Cache | undefined,
  { bytes, ...more }: PieceTask,
  make: (task: PieceTask) => Promise<FinishedPiece>,
): Promise<FinishedPiece> {
  const key = await memory?.keyOf(bytes, JSON.stringify(more))
  const known = memory && key && (await recalled(memory, key))
  if (known) return known
  const piece = await make({ bytes, ...more })
  if (memory && key) await memory.write(key, {}, { [FILE]: serialize(piece) })
  return piece
}

/** The bytes are those that were written: the cache has held them against their digest. */
async function recalled(memory: Cache, key: string): Promise<FinishedPiece | undefined> {
  const entry = await memory.read(key)
  const path = entry?.files[FILE]
  if (!path) return undefined
  try {
    return deserialize(await readFile(path)) as FinishedPiece
  } catch {
    return undefined
  }
}
