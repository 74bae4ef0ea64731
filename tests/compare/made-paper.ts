import type { OutlineEntry, Paper, Word } from '../../scripts/compare/paper.ts'

/** A paper as it is read, from the words of its pages: `12→3` is a number with a link to page 3, `|` ends a line. */
export function paperOf(
  pages: readonly string[],
  given: Partial<Paper> & { labels?: readonly string[] } = {},
): Paper {
  const { labels, ...rest } = given
  return {
    title: 'A paper',
    language: '',
    outline: [],
    fonts: [],
    pages: pages.map((text, index) => ({
      label: labels?.[index] ?? String(index + 1),
      widthPt: 300,
      heightPt: 400,
      heads: [],
      words: text.split(/\s+/).filter(Boolean).map(wordOf),
      look: { drawing: text, pictures: [] },
    })),
    ...rest,
  }
}

function wordOf(written: string, index: number): Word {
  const [, text = '', target, end] = /^(.*?)(?:→(\d+))?(\|)?$/.exec(written) ?? []
  return {
    text,
    endsLine: end !== undefined,
    leadsTo: Number(target ?? 0),
    mark: -1,
    box: { left: 40 + index, top: 40, right: 41 + index, bottom: 50 },
  }
}

export const heading = (title: string, page: number, depth = 1): OutlineEntry => ({ title, page, depth })

/** Words of no meaning, each another: `w0 w1 w2`. */
export const filler = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, index) => `w${from + index}`).join(' ')
