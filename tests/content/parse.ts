// One text parsed on its own, with a small publication around it.

import { parseChapter } from '../../scripts/content/parse-chapter.ts'
import type { ParseContext } from '../../scripts/content/parse-context.ts'
import type { Chapter, Source } from '../../scripts/model/chapter.ts'
import { ENGLISH } from '../support/english-words.ts'
import { withHtml } from '../support/html.ts'

export const CONTEXT: ParseContext = {
  language: 'en-GB',
  titles: ['The Best of Two Counties'],
  prefixes: {
    'chapters/02-barriers.md': 'barriers',
    'chapters/05-survey.md': 'survey',
    'case-studies/08-dudley-flickr.md': 'case-dudley-flickr',
  },
  leftOut: ['chapters/09-draft.md'],
  files: [],
  addresses: {},
  glossary: [
    { term: 'hashtag', expansion: '', meaning: 'A word that gathers posts.', line: 4 },
    {
      term: 'IEWM',
      expansion: 'Improvement and Efficiency West Midlands',
      meaning: 'The body behind it.',
      line: 1,
    },
  ],
  data: {
    figures: {
      growth: {
        id: 'growth',
        value: '97.5%',
        count: 39,
        of: 40,
        label: 'Expect growth',
        sentence: 'expect growth',
        source: 's',
      },
      policy: {
        id: 'policy',
        value: '42.5%',
        count: 17,
        of: 40,
        label: 'Lack a policy',
        sentence: 'lack a policy',
        source: 's',
      },
    },
    questions: {
      q8: {
        id: 'q8',
        question: 'Question 8: barriers',
        of: 40,
        rows: [
          { label: 'Training', note: '', count: 15, percent: '37.5%' },
          { label: 'Trust', note: 'in staff', count: 14, percent: '' },
        ],
        source: 's',
      },
    },
    lists: { rings: ['growth', 'policy'] },
    percentages: ['97.5', '42.5', '37.5', '35'],
  },
  publicationValues: { title: 'The Best of Two Counties', date: '26 July 2013', year: '2013', web: '' },
  councils: ['Dudley', 'Walsall'],
  channels: ['Flickr', 'Twitter'],
  themes: ['Pride'],
  words: ENGLISH,
  names: [],
  ownWords: [],
}

export const source = (text: string, more: Partial<Source> = {}): Source => ({
  file: 'chapters/02-barriers.md',
  kind: 'chapter',
  number: 2,
  prefix: 'barriers',
  level: 2,
  text,
  findings: [],
  ...more,
})

const HEAD = '---\ntitle: Barriers\n---\n'

/** The body begins on line 4. */
export const parse = (body: string, context: Partial<ParseContext> = {}) =>
  withHtml(parseChapter(source(HEAD + body), { ...CONTEXT, ...context }))

export const parseFile = (text: string, more: Partial<Source> = {}) =>
  withHtml(parseChapter(source(text, more), CONTEXT))

/** The fragment with slots spelt `⟨name:value⟩`, without the lines of the source. */
export const html = (body: string): string => readable(parse(body).html)

export const readable = (fragment: string): string =>
  fragment
    .replace(/\uFDD0([^\uFDD1]*)\uFDD1/g, '⟨$1⟩')
    .replace(/ data-src="\d+"/g, '')
    .replaceAll('data-made=""', 'data-made')
    .replaceAll('\u00a0', '&nbsp;')

/** `rule@line` of each finding. */
export const found = (chapter: Pick<Chapter, 'findings'>): string[] =>
  chapter.findings.map((one) => `${one.rule}@${one.place.line}`)
