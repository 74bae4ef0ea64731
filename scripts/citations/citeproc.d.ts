// What is used of citeproc, which brings no types.
declare module 'citeproc' {
  namespace CSL {
    interface CitationItem {
      id: string
      prefix?: string
      suffix?: string
      locator?: string
      label?: string
      'suppress-author'?: boolean
      'author-only'?: boolean
    }
    interface Citation {
      citationID: string
      citationItems: CitationItem[]
      properties: { noteIndex: number; unsorted?: boolean }
    }
    interface System {
      retrieveLocale(language: string): string
      retrieveItem(id: string): unknown
      wrapCitationEntry(text: string, id: string | undefined): string
    }
    let debug: (remark: string) => void
    class Engine {
      constructor(system: System, style: string, language: string, isForced: boolean)
      readonly opt: { readonly development_extensions: { apply_citation_wrapper: boolean } }
      readonly citation: { readonly opt: { readonly layout_prefix: string; readonly layout_suffix: string } }
      readonly registry: { readonly registry: Readonly<Record<string, { readonly seq: number }>> }
      rebuildProcessorState(
        citations: Citation[],
        mode: 'html',
        uncited: string[],
      ): [id: string, note: number, text: string][]
      makeCitationCluster(items: CitationItem[]): string
      makeBibliography():
        | false
        | [
            {
              readonly entry_ids: readonly string[][]
              readonly bibliography_errors: readonly { readonly itemID: string }[]
            },
            string[],
          ]
    }
  }
  export = CSL
}
