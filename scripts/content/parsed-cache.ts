// Parsed files, remembered between builds by a hash of everything that they were made from.
import { type Cache, openCache } from '../ground/files/cache.ts'
import { type CompactNode, compactTree, wholeTree } from '../ground/html/compact-tree.ts'
import type { Chapter, Source } from '../model/chapter.ts'
import type { Settings } from '../model/settings.ts'
import type { ParseContext } from './parse-context.ts'

export interface ParsedCache {
  /** Undefined when it is not there or cannot be used. */
  readonly read: (source: Source) => Promise<Chapter | undefined>
  readonly write: (source: Source, chapter: Chapter) => Promise<void>
}

export async function openParsedCache(settings: Settings, context: ParseContext): Promise<ParsedCache> {
  const cache = openCache(settings.cache, 'parsed', settings.remembers)
  const surroundings = await cache.keyOf(settings.version, JSON.stringify(context))
  const keyOf = (source: Source): Promise<string> => cache.keyOf(surroundings, JSON.stringify(source))
  return {
    read: async (source) => readChapter(cache, await keyOf(source), source),
    async write(source, chapter) {
      // A fault of ours may be gone at the next build.
      if (chapter.findings.some(({ rule }) => rule === 'stage-completes' || rule === 'file-is-small')) return
      await cache.keep(await keyOf(source), written(chapter))
    },
  }
}

async function readChapter(cache: Cache, key: string, source: Source): Promise<Chapter | undefined> {
  const kept = (await cache.read<Written>(key))?.facts
  return kept?.file === source.file ? read(kept) : undefined
}

type Tree = 'body' | 'titleBody' | 'standfirstBody'

/** A chapter whose trees are written short. */
type Written = Omit<Chapter, Tree> & { readonly trees: Partial<Record<Tree, readonly CompactNode[]>> }

function written({ body, titleBody, standfirstBody, ...chapter }: Chapter): Written {
  const trees = Object.entries({ body, titleBody, standfirstBody }).flatMap(([name, tree]) =>
    tree ? [[name, compactTree(tree)]] : [],
  )
  return { ...chapter, trees: Object.fromEntries(trees) }
}

function read({ trees, ...chapter }: Written): Chapter {
  const { body = [], ...heads } = trees
  const wholes = Object.entries(heads).map(([name, nodes]) => [name, wholeTree(nodes)])
  return { ...chapter, body: wholeTree(body), ...Object.fromEntries(wholes) }
}
