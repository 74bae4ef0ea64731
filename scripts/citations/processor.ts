// citeproc-js, which brings no types: what is used of it.
import { createRequire } from 'node:module'

export interface CitationItem {
  readonly id: string
  readonly prefix?: string
  readonly suffix?: string
  readonly locator?: string
  readonly label?: string
  readonly 'suppress-author'?: boolean
  readonly 'author-only'?: boolean
}

export interface Cluster {
  readonly citationID: string
  readonly citationItems: readonly CitationItem[]
  readonly properties: { readonly noteIndex: number; readonly unsorted?: boolean }
}

export interface System {
  retrieveLocale(language: string): string
  retrieveItem(id: string): unknown
  wrapCitationEntry(text: string, id: string | undefined): string
}

export interface Engine {
  readonly opt: { readonly development_extensions: { apply_citation_wrapper: boolean } }
  readonly citation: { readonly opt: { readonly layout_prefix: string; readonly layout_suffix: string } }
  rebuildProcessorState(
    citations: readonly Cluster[],
    mode: 'html',
    uncited: readonly string[],
  ): [id: string, note: number, text: string][]
  /** A word of the locale, as text. */
  getTerm(name: string, form?: 'long' | 'symbol'): string
  makeCitationCluster(items: readonly CitationItem[]): string
  makeBibliography():
    | false
    | [
        {
          readonly entry_ids: readonly (readonly string[])[]
          readonly bibliography_errors: readonly { readonly itemID: string }[]
        },
        string[],
      ]
}

interface Processor {
  debug: (remark: string) => void
  readonly Engine: new (system: System, style: string, language: string, isForced: boolean) => Engine
}

/** Loaded where something is cited, and not before. */
export function loadProcessor(): Processor {
  const processor = createRequire(import.meta.url)('citeproc') as Processor
  // Its remarks would stand among the words of ours.
  processor.debug = () => undefined
  return processor
}
