// A finished piece is remembered under all that it is made of: what the browser printed, and what the book says of it.
// So is the file that all pieces were joined to.
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
  if (memory && key) await memory.keep(key, {}, { [FILE]: serialize(piece) })
  return piece
}

/** `pieces`: as the browser printed them. `said`: all that the book says of each of them and of the whole. */
export async function rememberedWhole(
  memory: Cache | undefined,
  pieces: readonly Uint8Array[],
  said: unknown,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  if (!memory) return make()
  const key = await memory.keyOf(JSON.stringify(said), ...pieces)
  const path = (await memory.read(key))?.files[WHOLE]
  const known = path === undefined ? undefined : await readFile(path).catch(() => undefined)
  if (known) return known
  const bytes = await make()
  await memory.write(key, {}, { [WHOLE]: bytes })
  return bytes
}

const WHOLE = 'whole'

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
