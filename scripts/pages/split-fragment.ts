// A chapter's tree → stretches that need pages of their own: landscape tables and full-page pictures.
import type { RootContent } from 'hast'
import { isElement, textProperty } from '../ground/html/change-tree.ts'

export interface Stretch {
  /** `bleed`: one picture over the edges of its page. */
  readonly kind: 'flow' | 'landscape' | 'plate' | 'bleed'
  readonly body: readonly RootContent[]
}

/**
 * In order, without empty ones. Only blocks at the top level are cut out; those that hold one of the `turned` tables,
 * by `data-src`, among them. The headings right above go with them.
 */
export function splitFragment(
  blocks: readonly RootContent[],
  turned: ReadonlySet<string> = new Set(),
): Stretch[] {
  const stretches: Stretch[] = []
  let flow: RootContent[] = []
  const endFlow = (): void => {
    if (!flow.every(isBlank)) stretches.push({ kind: 'flow', body: flow })
    flow = []
  }
  for (const block of blocks) {
    // A note stays on the pages of the block before it, which calls it.
    const before = stretches.at(-1)
    if (isNote(block) && flow.every(isBlank) && before && before.kind !== 'flow') {
      stretches[stretches.length - 1] = { ...before, body: [...before.body, block] }
      continue
    }
    const kind = ownPages(block) ?? (holdsAny(block, turned) ? 'landscape' : 'flow')
    if (kind === 'flow') flow.push(block)
    else {
      const headings = flow.splice(headingsFrom(flow))
      endFlow()
      stretches.push({ kind, body: [...headings, block] })
    }
  }
  endFlow()
  return stretches
}

/** Where the headings at its end begin, with their notes. */
function headingsFrom(flow: readonly RootContent[]): number {
  const from = flow.findLastIndex((one) => !isHeading(one) && !isBlank(one) && !isNote(one)) + 1
  const first = flow.findIndex((one, index) => index >= from && isHeading(one))
  return first < 0 ? flow.length : first
}

export const isNote = (node: RootContent): boolean =>
  isElement(node) && node.properties.dataNote !== undefined

const isBlank = (node: RootContent): boolean => node.type === 'text' && node.value.trim() === ''

const isHeading = (node: RootContent): boolean => isElement(node) && /^h[1-6]$/.test(node.tagName)

function ownPages(node: RootContent): Exclude<Stretch['kind'], 'flow'> | undefined {
  if (!isElement(node, 'div')) return undefined
  if (node.properties.dataLandscape !== undefined) return 'landscape'
  if (node.properties.dataBleed !== undefined) return 'bleed'
  return node.properties.dataPlate === undefined ? undefined : 'plate'
}

/** A table is called by the first line of the file that stands in it. */
function holdsAny(node: RootContent, turned: ReadonlySet<string>): boolean {
  if (turned.size === 0 || !isElement(node)) return false
  if (node.tagName === 'table' && turned.has(firstLine(node) ?? '')) return true
  return node.children.some((child) => holdsAny(child, turned))
}

function firstLine(node: RootContent): string | undefined {
  if (!isElement(node)) return undefined
  return textProperty(node, 'dataSrc') ?? node.children.map(firstLine).find((line) => line !== undefined)
}
