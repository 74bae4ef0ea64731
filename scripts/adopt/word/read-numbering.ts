// How Word counts: a definition has nine levels; a list is an instance of one, may restart it, and shares its counters
// with every other instance.
import { childOf, childrenOf, type Element, valOf } from './element.ts'
import type { Styles } from './read-styles.ts'

export interface ListLevel {
  /** `bullet`, `decimal`, `lowerLetter` … as Word calls it. */
  readonly format: string
  /** `%1.%2)`. */
  readonly label: string
  readonly start: number
  readonly indent: number
  /** The level of which each new item begins this one anew; 0 for none. */
  readonly restartsBelow: number | undefined
  readonly isOfHeading: boolean
}

export interface ListPlace {
  /** Paragraphs of one list have the same. */
  readonly list: string
  readonly level: number
}

export interface Numbering {
  readonly level: (id: string, level: number) => ListLevel | undefined
  /** What is counted: the same for lists that share their counters. */
  readonly counted: (id: string) => string
  /** The start that this instance sets anew, where it does. */
  readonly restart: (id: string, level: number) => number | undefined
}

const NO_STYLES = 3

export function readNumbering(part: Element | undefined, styles: Styles): Numbering {
  const definitions = new Map(
    childrenOf(part, 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'] ?? '', one]),
  )
  const instances = new Map(childrenOf(part, 'w:num').map((one) => [one.attributes['w:numId'] ?? '', one]))
  const levels = new Map<string, ListLevel | undefined>()
  const definitionOf = (id: string, links = 0): Element | undefined => {
    const found = definitions.get(valOf(instances.get(id), 'w:abstractNumId') ?? '')
    const link = valOf(found, 'w:numStyleLink')
    const linked = link === undefined ? undefined : styles.paragraph(link).numbering?.id
    return linked !== undefined && links < NO_STYLES ? definitionOf(linked, links + 1) : found
  }
  const overrideOf = (id: string, level: number): Element | undefined =>
    childrenOf(instances.get(id), 'w:lvlOverride').find((one) => Number(one.attributes['w:ilvl']) === level)
  const levelOf = (id: string, level: number): ListLevel | undefined => {
    const own = childOf(overrideOf(id, level), 'w:lvl')
    return listLevel(own ?? levelIn(definitionOf(id), level), styles)
  }
  return {
    level: (id, level) => {
      const key = `${id}:${level}`
      if (!levels.has(key)) levels.set(key, levelOf(id, level))
      return levels.get(key)
    },
    counted: (id) => definitionOf(id)?.attributes['w:abstractNumId'] ?? id,
    restart: (id, level) => {
      const start = valOf(overrideOf(id, level), 'w:startOverride')
      return start === undefined ? undefined : Number(start)
    },
  }
}

const levelIn = (definition: Element | undefined, level: number): Element | undefined =>
  childrenOf(definition, 'w:lvl').find((one) => Number(one.attributes['w:ilvl']) === level)

function listLevel(level: Element | undefined, styles: Styles): ListLevel | undefined {
  if (!level) return undefined
  const indent = childOf(level, 'w:pPr', 'w:ind')?.attributes
  const restart = valOf(level, 'w:lvlRestart')
  const style = valOf(level, 'w:pStyle')
  return {
    format: formatOf(level),
    label: valOf(level, 'w:lvlText') ?? '',
    start: Number(valOf(level, 'w:start') ?? 1),
    indent: Number(indent?.['w:left'] ?? indent?.['w:start'] ?? 0),
    restartsBelow: restart === undefined ? undefined : Number(restart),
    isOfHeading: style !== undefined && styles.paragraph(style).role === 'heading',
  }
}

/** Formats that only newer programs know stand in a fallback of their own. */
const formatOf = (level: Element): string =>
  valOf(level, 'w:numFmt') ??
  valOf(level, 'mc:AlternateContent', 'mc:Fallback', 'w:numFmt') ??
  valOf(level, 'mc:AlternateContent', 'mc:Choice', 'w:numFmt') ??
  'decimal'
