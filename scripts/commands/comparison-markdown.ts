import type { Comparison } from '../compare/comparison.ts'
import {
  addedPages,
  breakText,
  countsText,
  headingTexts,
  referenceText,
  shifts,
  summaryText,
  where,
} from '../compare/comparison-text.ts'
import { escaped } from '../report/job-summary.ts'

/** So many of a kind; the page for a browser shows all. */
const MOST = 20

/** What an edit did to a paper, for the summary of a job: Markdown in which nothing of the papers is markup. */
export function comparisonMarkdown(comparison: Comparison): string {
  const { text, breaks, references, headings, pages } = comparison
  return [
    `## What changed in ${escaped(comparison.new.title || comparison.new.file)}`,
    [summaryText(comparison), ...countsText(comparison)].map(escaped).join('<br>'),
    ...list('Text', text.map(changeMarkdown)),
    ...list('Page breaks', breaks.map(breakText).map(escaped)),
    ...list('Pages', [...addedPages(pages), ...shifts(pages)].map(escaped)),
    ...list('References', references.map(referenceText).map(escaped)),
    ...list('Headings', headingTexts(headings).map(escaped)),
  ]
    .join('\n\n')
    .concat('\n\n')
}

const list = (title: string, items: readonly string[]): string[] =>
  items.length === 0
    ? []
    : [
        `### ${title}`,
        [
          ...items.slice(0, MOST).map((item) => `- ${item}`),
          ...(items.length > MOST ? [`- and ${items.length - MOST} more`] : []),
        ].join('\n'),
      ]

const TAGS = { same: '', removed: 'del', added: 'ins' } as const

function changeMarkdown({ oldPage, newPage, pieces }: Comparison['text'][number]): string {
  const words = pieces.map(({ text, state }) =>
    state === 'same' ? escaped(text) : `<${TAGS[state]}>${escaped(text)}</${TAGS[state]}>`,
  )
  return `${escaped(where(oldPage, newPage))}: ${words.join(' ')}`
}
