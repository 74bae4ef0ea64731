// A repository of the AT Protocol: blocks that are named after their content, a commit, and a tree that gives each
// record its key (https://atproto.com/specs/repository).
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { CarBlockIterator } from '@ipld/car'
import { decode } from '@ipld/dag-cbor'
import { z } from 'zod'
import { ArchiveFault, damagedArchive, refusedArchive } from '../../ground/archives/archive-fault.ts'

const MOST_BYTES = 512 * 1024 * 1024
/** Name of the hash in a content identifier, and of the records' coding. */
const SHA2_256 = 0x12

const link = z.custom<object>((value) => typeof value === 'object' && value !== null).transform(String)
const COMMIT = z.object({ did: z.string().startsWith('did:'), data: link })
const NODE = z.object({
  l: link.nullish(),
  e: z.array(z.object({ p: z.int().nonnegative(), k: z.instanceof(Uint8Array), v: link, t: link.nullish() })),
})

export interface Repository {
  readonly did: string
  /** By key: `app.bsky.feed.post/3k…`. */
  readonly records: ReadonlyMap<string, unknown>
}

/** Every block is held against its name. Throws ArchiveFault. */
export async function readRepository(stream: Readable): Promise<Repository> {
  const { root, blocks } = await readBlocks(stream)
  const commit = COMMIT.safeParse(decoded(blocks.get(root)))
  if (!commit.success) throw damagedArchive({ problem: 'no-commit' })
  const records = new Map<string, unknown>()
  const seen = new Set<string>()
  const waiting = [commit.data.data]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    const node = NODE.safeParse(decoded(blocks.get(name)))
    if (!node.success) throw damagedArchive({ problem: 'tree-is-torn' })
    let key = ''
    for (const { p, k, v, t } of node.data.e) {
      // A key tells only what differs from the one before it.
      key = key.slice(0, p) + Buffer.from(k).toString('latin1')
      const record = blocks.get(v)
      // An export since some day holds the keys of earlier records without the records.
      if (record) records.set(key, decoded(record))
      if (t) waiting.push(t)
    }
    if (node.data.l) waiting.push(node.data.l)
  }
  return { did: commit.data.did, records }
}

async function readBlocks(stream: Readable): Promise<{ root: string; blocks: Map<string, Uint8Array> }> {
  const blocks = new Map<string, Uint8Array>()
  let bytes = 0
  try {
    const car = await CarBlockIterator.fromIterable(stream)
    const [root] = await car.getRoots()
    for await (const { cid, bytes: block } of car) {
      bytes += block.length
      if (bytes > MOST_BYTES)
        throw refusedArchive({ problem: 'records-too-large', mostMb: MOST_BYTES / 1024 / 1024 })
      const { code, digest } = cid.multihash
      if (code !== SHA2_256 || !createHash('sha256').update(block).digest().equals(digest))
        throw damagedArchive({ problem: 'block-is-another' })
      blocks.set(cid.toString(), block)
    }
    return { root: String(root), blocks }
  } catch (fault) {
    if (fault instanceof ArchiveFault) throw fault
    throw damagedArchive({ problem: 'repository-ends-early' }, fault)
  } finally {
    stream.destroy()
  }
}

function decoded(block: Uint8Array | undefined): unknown {
  try {
    return block && decode(block)
  } catch {
    return undefined
  }
}
