import type { WorkEntry } from '../model/citations.ts'

/** `crossref` and `xdata` of BibTeX: keys of entries whose fields are those of this one too. */
export const parentsNamed = ({ source }: WorkEntry): string[] =>
  source.form === 'bibtex'
    ? [...source.text.matchAll(/\b(?:crossref|xdata)\s*=\s*[{"]\s*([^{}"]+?)\s*[}"]/gi)].flatMap(
        ([, names = '']) => names.split(/(?<!\s)\s*,\s*/),
      )
    : []
