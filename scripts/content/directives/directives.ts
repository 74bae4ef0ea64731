// Every directive of the dialect, each in a file of its own. Whoever must know some of them asks here for what they
// have in common.
import type { Nodes } from 'mdast'
import type { BlockWords } from '../../model/dialect.ts'
import type { ContainerDirective } from '../markdown/hast.ts'
import { aboutAttribute, type Printed } from './attribute.ts'
import { beside } from './beside.ts'
import { brief } from './brief.ts'
import { callout } from './callout.ts'
import { chart } from './chart.ts'
import type { BlockDirective, InlineDirective } from './directive.ts'
import { event } from './event.ts'
import { figure } from './figure.ts'
import { figures } from './figures.ts'
import { gallery } from './gallery.ts'
import { include } from './include.ts'
import { indexTerm } from './index-term.ts'
import { landscape } from './landscape.ts'
import { lang } from './lang.ts'
import { moments } from './moments.ts'
import { only } from './only.ts'
import { plate } from './plate.ts'
import { programme } from './programme.ts'
import { pullquote } from './pullquote.ts'
import { quote } from './quote.ts'
import { side } from './side.ts'
import { steps } from './steps.ts'
import { table } from './table.ts'
import { terms } from './terms.ts'
import { value } from './value.ts'
import { wall } from './wall.ts'

/** In the order of the handbook. */
export const BLOCKS: readonly BlockDirective[] = [
  callout,
  brief,
  side,
  pullquote,
  quote,
  chart,
  table,
  figure,
  figures,
  gallery,
  beside,
  landscape,
  plate,
  terms,
  steps,
  event,
  programme,
  moments,
  wall,
  include,
  only,
]

export const INLINE: readonly InlineDirective[] = [lang, indexTerm, value]

export const BLOCK_NAMES: readonly string[] = BLOCKS.map(({ name }) => name)
export const INLINE_NAMES: readonly string[] = INLINE.map(({ name }) => name)

const BLOCK_OF: ReadonlyMap<string, BlockDirective> = new Map(BLOCKS.map((one) => [one.name, one]))
const INLINE_OF: ReadonlyMap<string, InlineDirective> = new Map(INLINE.map((one) => [one.name, one]))

/** Undefined for a name that is none of ours. */
export const blockNamed = (name: string): BlockDirective | undefined => BLOCK_OF.get(name)
export const inlineNamed = (name: string): InlineDirective | undefined => INLINE_OF.get(name)

/** The directive that a node of the tree is. */
export const directiveOf = (node: Nodes): BlockDirective | undefined =>
  node.type === 'containerDirective' ? blockNamed(node.name) : undefined

/** Whether its HTML has its own use for its name: a number, a caption. */
export const canHaveId = (node: Nodes): boolean => directiveOf(node)?.attributes.shape.id !== undefined

/** Words of another language stand in it. */
export const isForeign = (node: Nodes): boolean =>
  node.type === 'textDirective' && inlineNamed(node.name)?.words === 'foreign'

const PRINTED: ReadonlyMap<BlockDirective, ReadonlyMap<string, Printed>> = new Map(
  BLOCKS.map((one) => [one, printedOf(one)]),
)

function printedOf({ attributes }: BlockDirective): ReadonlyMap<string, Printed> {
  return new Map(
    Object.entries(attributes.shape).flatMap(([name, schema]): [string, Printed][] => {
      const { printed } = aboutAttribute(schema)
      return printed ? [[name, printed]] : []
    }),
  )
}

export interface PrintedValue {
  readonly as: Printed
  readonly value: string
}

/** Values of its attributes that are printed, in the order of the schema. */
export function printedValues(node: ContainerDirective): PrintedValue[] {
  const known = PRINTED.get(blockNamed(node.name) as BlockDirective)
  return [...(known ?? [])].flatMap(([name, as]) => {
    const value = node.attributes?.[name]
    return value ? [{ as, value }] : []
  })
}

/** What the accounting of words has to know of them, which reads the files by itself. */
export const BLOCK_WORDS: BlockWords = {
  blocks: BLOCK_NAMES,
  blocksOfNumbers: BLOCKS.filter(({ holds }) => holds === 'numbers').map(({ name }) => name),
  printedAttributes: [...new Set([...PRINTED.values()].flatMap((one) => [...one.keys()]))],
}
