// A chapter's fragment → stretches that need pages of their own: landscape tables and full-page pictures.
import { type Tag, tagsOf } from '../templating/html-tags.ts'

export interface Stretch {
  readonly kind: 'flow' | 'landscape' | 'plate'
  readonly html: string
}

/** In order, without empty ones. Only blocks at the top level of the fragment are cut out. */
export function splitFragment(html: string): Stretch[] {
  const stretches: Stretch[] = []
  let depth = 0
  let from = 0
  let kind: Stretch['kind'] = 'flow'
  const cut = (to: number, next: Stretch['kind']) => {
    const part = html.slice(from, to)
    if (part.trim() !== '') stretches.push({ kind, html: part })
    from = to
    kind = next
  }
  for (const tag of tagsOf(html)) {
    if (tag.kind === 'open') {
      const own = depth === 0 ? ownPages(tag) : undefined
      if (own) cut(tag.start, own)
      depth += 1
    } else if (tag.kind === 'close') {
      depth -= 1
      if (depth === 0 && kind !== 'flow') cut(tag.end, 'flow')
    }
  }
  cut(html.length, 'flow')
  return stretches
}

function ownPages(tag: Tag): 'landscape' | 'plate' | undefined {
  if (tag.name !== 'div') return undefined
  if (/\sdata-landscape(?=[\s=>])/.test(tag.text)) return 'landscape'
  return /\sdata-plate(?=[\s=>])/.test(tag.text) ? 'plate' : undefined
}
