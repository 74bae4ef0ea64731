// The page of charts, from the registry of their kinds: each as it is written, and as it is drawn.
import type { RootContent } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { ChartKind } from '../../scripts/ground/drawing/kinds/kind.ts'
import { KINDS } from '../../scripts/ground/drawing/kinds/kinds.ts'
import { code, heading, type Page, paragraph, table } from './markdown.ts'

export const chartsPage = (): Page => ({
  title: 'Kinds of charts',
  standfirst: 'What can be drawn, of which numbers, and how each is written.',
  content: [
    paragraph(
      'A chart is drawn of a table in its block or, with `data=`, of rows in a file of `data/`. Its title says the finding. Every number stands at what is drawn of it or, where a line has no room for all, in the text alternative and in the table that `table` prints; on the website the table is there to unfold.',
    ),
    paragraph(
      'A number is printed as it was typed: `4.50` stays `4.50`. A `count` of data/ gets the thousands separators of the language. Signs of money and of per cent belong to the number; whatever else is counted is said once, as `unit: file | files` in data/ or at the chart. Numbers are read as the language writes them: `1.200` is more in German than in English.',
    ),
    paragraph(
      'Shares, levels and counts are drawn of solid bars. With `charts: marks` in publication.yaml each that is counted has a mark of its own, up to a hundred. Series are told apart by pattern, shape and dashes as well as by colour, so that they stay apart in black and white.',
    ),
    ...table([['Kind', 'What it shows'], ...KINDS.map(({ name, about }) => [`\`kind=${name}\``, about])]),
    ...KINDS.flatMap(ofKind),
  ],
})

const ofKind = ({ name, about, example, inData }: ChartKind): RootContent[] => [
  heading(2, name),
  paragraph(`${about.charAt(0).toUpperCase()}${about.slice(1)}.`),
  code('markdown', example),
  ...(inData ? [paragraph('With this file in data/:'), code('yaml', inData)] : []),
  ...drawn(example),
]

const READER = unified().use(remarkParse).use(remarkGfm).use(remarkDirective)

const drawn = (example: string): readonly RootContent[] => READER.parse(example).children
