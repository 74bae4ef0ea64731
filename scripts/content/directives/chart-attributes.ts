// What stands in the braces behind `:::chart`.
import { KINDS } from '../../ground/drawing/kinds/kinds.ts'
import { MOMENT_COUNTS } from '../launch/count-moments.ts'
import {
  flag,
  neededValue,
  oneOf,
  oneOfIf,
  ownName,
  place,
  printedValue,
  value,
  wholeNumber,
} from './attribute.ts'
import type { Given } from './directive.ts'

export const CHART_ATTRIBUTES = {
  id: ownName(),
  kind: oneOf(
    KINDS.map(({ name }) => name),
    'what is drawn; “Kinds of charts” shows each',
  ),
  data: value(
    'a table of `data/` by its file (`use.csv`, `use.xlsx#2012`), or a question, a list or a figure of a YAML file there; without it, a table in the block',
  ),
  moments: oneOfIf(
    MOMENT_COUNTS,
    'the moments of launch day, counted by the hour, by day, by kind or by part of the programme: `by-hour`',
  ),
  column: value(
    'which columns of the table in `data/` are drawn: `2012`, or `2011 | 2012`; all unless given',
  ),
  of: wholeNumber(
    'how many there are in all; percentages alone need none',
    'a base that is no whole number',
    'Write how many there are in all: of=40.',
  ),
  unit: value('what is counted, for one and for several: `file | files`; that of the data unless given'),
  title: neededValue(
    'prose',
    'what it shows, in a sentence',
    'Say its finding: title="Training and trust come first".',
  ),
  question: printedValue('question', 'what was asked; that of the data unless given'),
  caption: printedValue('prose', 'below the chart'),
  accent: value('the label of the row that is set off'),
  stacked: flag('with `kind=bars`: the columns of a row stand behind each other'),
  table: flag('prints the numbers as a table as well'),
  wide: flag('uses the whole width of the page'),
  place: place(),
}
export type GivenChart = Given<typeof CHART_ATTRIBUTES>
