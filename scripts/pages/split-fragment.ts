// A chapter's fragment → stretches that need pages of their own: landscape tables and full-page pictures.
import { type Tag, tagsOf } from '../ground/templating/html-tags.ts'

export interface Stretch {
  readonly kind: 'flow' | 'landscape' | 'plate'
  readonly html: string
}

interface Block extends Stretch {
  readonly isHeading: boolean
}

/**
 * In order, without empty ones. Only blocks at the top level of the fragment are cut out; those that hold one of the `turned`
 * tables, by `data-src`, among them. The headings right above go with them.
 */
export function splitFragment(html: string, turned: ReadonlySet<string> = new Set()): Stretch[] {
  const stretches: Stretch[] = []
  let flow: Block[] = []
  const endFlow = (): void => {
    const text = join(flow)
    if (text.trim() !== '') stretches.push({ kind: 'flow', html: text })
    flow = []
  }
  for (const block of topBlocks(html, turned)) {
    if (block.kind === 'flow') flow.push(block)
    else {
      const headings = flow.splice(
        flow.findLastIndex(({ isHeading, html: text }) => !isHeading && text.trim() !== '') + 1,
      )
      endFlow()
      stretches.push({ kind: block.kind, html: join(headings) + block.html })
    }
  }
  endFlow()
  return stretches
}

const join = (blocks: readonly Block[]): string => blocks.map(({ html }) => html).join('')

/** The elements of the top level and what stands between them. */
function* topBlocks(html: string, turned: ReadonlySet<string>): Generator<Block> {
  let depth = 0
  let from = 0
  let first: Tag | undefined
  for (const tag of tagsOf(html)) {
    if (tag.kind === 'open') {
      if (depth === 0) {
        if (tag.start > from) yield { kind: 'flow', html: html.slice(from, tag.start), isHeading: false }
        from = tag.start
        first = tag
      }
      depth += 1
    } else if (tag.kind === 'close') {
      depth -= 1
      if (depth === 0 && first) {
        const text = html.slice(from, tag.end)
        const kind = ownPages(first) ?? (holdsAny(text, turned) ? 'landscape' : 'flow')
        yield { kind, html: text, isHeading: /^h[1-6]$/.test(first.name) }
        from = tag.end
      }
    }
  }
  if (from < html.length) yield { kind: 'flow', html: html.slice(from), isHeading: false }
}

function ownPages(tag: Tag): 'landscape' | 'plate' | undefined {
  if (tag.name !== 'div') return undefined
  if (/\sdata-landscape(?=[\s=>])/.test(tag.text)) return 'landscape'
  return /\sdata-plate(?=[\s=>])/.test(tag.text) ? 'plate' : undefined
}

/** A table is called by the first line of the file that stands in it. */
function holdsAny(html: string, turned: ReadonlySet<string>): boolean {
  if (turned.size === 0) return false
  return html
    .split(/<table(?=[\s>])/)
    .slice(1)
    .some((table) => turned.has(/ data-src="([^"]*)"/.exec(table)?.[1] ?? ''))
}
