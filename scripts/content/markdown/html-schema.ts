// What a file that holds `<` may hold in the end: what our own handlers write, and nothing else. Nothing else comes
// here; this stands behind them all the same.
import type { Options } from 'rehype-sanitize'
import { BLOCKS } from '../directives/directives.ts'
import { INLINE_ELEMENTS } from './inline-element.ts'
import { SAFE_SCHEMES } from './link-scheme.ts'

const OUR_TAGS =
  'a aside b blockquote br caption dd del div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 hr img li ol p pre strong ' +
  'table tbody td th thead tr ul'

export const HTML_SCHEMA: Options = {
  tagNames: [...INLINE_ELEMENTS, ...OUR_TAGS.split(' ')],
  attributes: {
    '*': [
      'id',
      'className',
      'dataSrc',
      'dataMade',
      'dataMeans',
      'dataHangs',
      'dataPageOf',
      'dataCites',
      ...BLOCKS.flatMap(({ properties = [] }) => properties),
      'dataFile',
      'dataFirst',
      'dataFormula',
      'dataMarked',
      'lang',
      'dir',
      'role',
      'title',
      'ariaHidden',
    ],
    a: ['href'],
    img: ['src', 'alt', 'width', 'dataWidth'],
    li: ['value'],
    ol: ['start', 'type', 'dataCounts', 'reversed'],
    td: ['colSpan', 'rowSpan'],
    th: ['scope', 'colSpan', 'rowSpan'],
  },
  protocols: { href: SAFE_SCHEMES, src: [] },
  clobber: [],
  ancestors: {},
  strip: ['script', 'style'],
}
