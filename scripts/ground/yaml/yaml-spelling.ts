// YAML takes `1.10` for a number and prints 1.1. Where our schema wants text, a value keeps the signs that were
// typed; where it wants a number, or true or false, it is one.
import { isAlias, isCollection, isMap, isScalar, isSeq, type Node, type Pair, Scalar } from 'yaml'
import { unwrap } from './yaml-faults.ts'

/** A place where text is meant and nothing was given: after the key, or `~` or `null`. */
export interface NoValue {
  readonly path: readonly (string | number)[]
  readonly offset: number
  /** `~`, `null`, or '' for nothing at all. */
  readonly typed: string
}

/** Changes the tree in place, keys included. Values that are none become undefined, and are listed. */
export function keepSpelling(node: unknown, schema: unknown): NoValue[] {
  const missing: NoValue[] = []
  settle(node, schema, [], missing)
  return missing
}

function settle(node: unknown, schema: unknown, path: NoValue['path'], missing: NoValue[]): void {
  if (isAlias(node)) return // What it names stands elsewhere in the tree.
  // Where text is meant and a group stands, whoever checks the value says so; what is in it is nobody's.
  if (schema !== undefined && isCollection(node) && !takesGroups(schema)) return
  if (isMap(node))
    for (const pair of node.items) settlePair(pair as Pair<Node, Node | null>, schema, path, missing)
  else if (isSeq(node)) {
    const item = branch(schema, (one) => one.element !== undefined)?.element
    node.items = (node.items as Node[]).filter((one, index) => {
      const typed = nothingIn(one)
      if (typed !== undefined)
        missing.push({ path: [...path, index], offset: one?.range?.[0] ?? node.range?.[0] ?? 0, typed })
      return typed === undefined
    })
    for (const [index, one] of node.items.entries()) settle(one, item, [...path, index], missing)
  } else if (isScalar(node)) settleScalar(node, schema)
}

function settlePair(
  pair: Pair<Node, Node | null>,
  schema: unknown,
  path: NoValue['path'],
  missing: NoValue[],
): void {
  const { key, value } = pair
  const name = isScalar(key) ? textOf(key) : String(key)
  if (isScalar(key)) key.value = name
  const group = branch(schema, (one) => one.shape !== undefined || one.valueType !== undefined)
  const inner = group?.shape?.[name] ?? group?.valueType
  const typed = nothingIn(value)
  if (typed === undefined) {
    settle(value, inner, [...path, name], missing)
    return
  }
  pair.value = new Scalar(undefined)
  // Of a key that the schema does not know, that is told and no more.
  if (inner !== undefined || schema === undefined)
    missing.push({ path: [...path, name], offset: key.range?.[0] ?? 0, typed })
}

/** `~`, `null`, or '' where nothing stands; undefined where there is a value. */
function nothingIn(node: Node | null): string | undefined {
  if (node !== null && !(isScalar(node) && node.value === null)) return undefined
  return isScalar(node) ? (node.source ?? '').trim() : ''
}

function settleScalar(scalar: Scalar, schema: unknown): void {
  if (typeof scalar.value === 'string') {
    if (wants(schema, 'boolean') && scalar.type === 'PLAIN') scalar.value = truth(scalar.value)
  } else if (!wants(schema, typeof scalar.value) || isSpeltAnew(scalar, schema)) scalar.value = textOf(scalar)
}

/** A count is printed as a number: `007`, `1e3`, `12.0` would print as something else than was typed. */
const isSpeltAnew = ({ value, source }: Scalar, schema: unknown): boolean =>
  typeof value === 'number' && isWhole(schema) && source !== undefined && String(value) !== source

function isWhole(schema: unknown): boolean {
  const { innerType, in: input } = definitionOf(schema) ?? {}
  const inner = innerType ?? input
  return inner ? isWhole(inner) : (schema as { isInt?: boolean } | undefined)?.isInt === true
}

/** `yes` and `no` are text to YAML 1.2, but not to those who wrote them where only true or false can stand. */
const truth = (text: string): unknown =>
  /^(?:yes|on)$/i.test(text) ? true : /^(?:no|off)$/i.test(text) ? false : text

const textOf = (scalar: Scalar): string => scalar.source ?? String(scalar.value)

/** Whether a value of this type is meant. Where text will do too, text is meant. */
function wants(schema: unknown, type: string): boolean {
  const types = leaves(schema)
  return types.includes(type) && !types.includes('string')
}

interface Shape {
  readonly shape?: Readonly<Record<string, unknown>>
  readonly element?: unknown
  readonly valueType?: unknown
}

interface Definition {
  readonly type?: string
  readonly innerType?: unknown
  readonly in?: unknown
  readonly options?: readonly unknown[]
}

const definitionOf = (schema: unknown): Definition | undefined =>
  (schema as { def?: Definition } | undefined)?.def

/** The types of single values that a schema takes. */
function leaves(schema: unknown): string[] {
  const definition = definitionOf(schema)
  if (!definition) return []
  if (definition.options) return definition.options.flatMap(leaves)
  const inner = definition.innerType ?? definition.in
  if (inner) return leaves(inner)
  const type = definition.type ?? ''
  return [type === 'enum' || type === 'literal' || type === 'custom' ? 'string' : type]
}

/** Of several forms that a value may have, the one that can hold what stands there. */
function branch(schema: unknown, fits: (one: Shape) => boolean): Shape | undefined {
  const inner = unwrap(schema) as Shape | undefined
  if (inner && fits(inner)) return inner
  const options = optionsOf(schema)
  return options.map((one) => branch(one, fits)).find((one) => one !== undefined)
}

const takesGroups = (schema: unknown): boolean =>
  branch(schema, ({ shape, element, valueType }) => (shape ?? element ?? valueType) !== undefined) !==
  undefined

function optionsOf(schema: unknown): readonly unknown[] {
  const definition = definitionOf(schema)
  if (!definition) return []
  return definition.options ?? optionsOf(definition.innerType ?? definition.in)
}
