// The search: an index made by Pagefind when the website is built, read by the browser in small pieces.

import { withoutSoftHyphens } from '../ground/language/without-soft-hyphens.ts'
import type { Finding } from '../model/finding.ts'
import type { SiteFile } from '../model/site.ts'
import { finding } from '../rules/finding.ts'

export interface SearchIndex {
  /** Resolves when there is room for the next page, not when this one is indexed: that goes on meanwhile. */
  readonly add: (path: string, html: string) => Promise<void>
  readonly files: () => Promise<readonly SiteFile[]>
  /** Call it whatever happened: the indexer is a program of its own. */
  readonly close: () => Promise<void>
}

/** Its own user interface, which this website does not use, is left out. */
const NEEDED =
  /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|[^/]*\.pf_meta|wasm\..*|(?:index|fragment|filter)\/.*)$/

/** Pages that the indexer has not taken yet are held in memory. */
const MOST_AT_ONCE = 16

/** Pagefind has programs for Linux, macOS and Windows. Where it has none there is a website, but no search. */
export async function openSearchIndex(
  language: string,
): Promise<{ index: SearchIndex; finding?: undefined } | { index?: undefined; finding: Finding }> {
  try {
    const pagefind = await import('pagefind')
    const { index, errors } = await pagefind.createIndex({ forceLanguage: language.toLowerCase() })
    if (!index) throw new Error(errors.join('; '))
    const onTheWay: Promise<void>[] = []
    const indexPage = async (sourcePath: string, content: string) => {
      const added = await index.addHTMLFile({ sourcePath, content: withoutSoftHyphens(content) })
      if (added.errors.length > 0) throw new Error(added.errors.join('; '))
    }
    return {
      index: {
        add: async (path, html) => {
          const work = indexPage(path, html)
          work.catch(() => {}) // Reported where it is awaited.
          onTheWay.push(work)
          if (onTheWay.length >= MOST_AT_ONCE) await onTheWay.shift()
        },
        files: async () => {
          await Promise.all(onTheWay)
          const { files, errors: failed } = await index.getFiles()
          if (failed.length > 0) throw new Error(failed.join('; '))
          return files
            .filter(({ path }) => NEEDED.test(path))
            .map(({ path, content }) => ({ path: `pagefind/${path}`, content }))
        },
        close: async () => {
          await pagefind.close()
        },
      },
    }
  } catch (error) {
    return { finding: finding('site-can-be-searched', {}, {}, error) }
  }
}
