// What was found and printed of a piece is remembered by a digest of all that it was made of: a build after an edit
// opens only the pieces that changed.
import { readFile } from 'node:fs/promises'
import { digest } from '../ground/digest.ts'
import type { Cache } from '../ground/files/cache.ts'
import type { Asset, HtmlDocument, HtmlPiece } from '../model/document.ts'
import type { Piece } from './piece.ts'
import { isLasting } from './serve-document.ts'

/** Undefined where nothing is to be remembered. */
export type Memory = Cache | undefined

/**
 * The key of a piece before anything of the book is known: its HTML, which has its styles and the numbers of its
 * files, the bytes of what it asks for, and the browser. The program and its libraries are in every key of the cache.
 */
export async function keyOfPiece(
  { html }: HtmlPiece,
  runs: HtmlDocument['runs'],
  document: HtmlDocument,
  browser: string,
  contents: ContentsOf,
): Promise<string> {
  const used = document.assets.filter(({ url }) => html.includes(url))
  const assets = await Promise.all(used.map(async (asset) => [asset.url, await contents(asset)]))
  const around = [document.faces, document.blank, runs, assets, browser]
  return digest(html, JSON.stringify(around))
}

/** Digest of an asset's bytes, where its address does not tell what they are. */
export type ContentsOf = (asset: Asset) => Promise<string>

export function contentsOnce(): ContentsOf {
  const known = new Map<string, Promise<string>>()
  return ({ url, path }) => {
    if (isLasting(url)) return Promise.resolve('')
    const reading = known.get(path) ?? readFile(path).then(digest, () => 'unread')
    known.set(path, reading)
    return reading
  }
}

/** What is remembered of a step under what the piece is made of so far and `more`; the key alone where nothing is. */
export async function recall<Facts>(
  memory: Memory,
  piece: Piece,
  step: string,
  more: unknown,
): Promise<{
  readonly key: string
  readonly facts?: Facts
  readonly files?: Readonly<Record<string, string>>
}> {
  const key = digest(piece.key, step, JSON.stringify(more) ?? '')
  if (!memory) return { key }
  const entry = await memory.read<Facts>(await memory.keyOf(key))
  return entry ? { key, ...entry } : { key }
}

export async function keep(
  memory: Memory,
  key: string,
  facts: unknown,
  files: Readonly<Record<string, Uint8Array>> = {},
): Promise<void> {
  if (memory) await memory.keep(await memory.keyOf(key), facts, files)
}
