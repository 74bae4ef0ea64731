import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ReadPdf } from '../read-back.ts'

/**
 * The structure tree and the pages agree in both directions (ISO 32000-1, 14.7.4): each mark that is drawn belongs to
 * one element, which the parent tree names; each link likewise; each element knows what it stands in.
 */
export function tagsLeadToContent(read: ReadPdf): readonly Finding[] {
  if (!read.tree) return [finding('tags-lead-to-content', {}, { problem: 'no-tags' })]
  const owners = ownersOf(read)
  return [...marksAreOwned(read, owners), ...linksAreOwned(read, owners), ...parentsAreKnown(read)]
}

interface Owners {
  /** Of each page, the keys of its marks → object number of the element. */
  readonly marks: ReadonlyMap<number, ReadonlyMap<string, number>>
  readonly twice: readonly { readonly page: number; readonly key: string }[]
  /** Object number of the annotation → that of its element. */
  readonly annotations: ReadonlyMap<number, number>
}

function ownersOf({ elements }: ReadPdf): Owners {
  const marks = new Map<number, Map<string, number>>()
  const twice: { page: number; key: string }[] = []
  const annotations = new Map<number, number>()
  for (const { element } of elements) {
    for (const kid of element.kids) {
      if (kid.kind === 'annotation') annotations.set(kid.annotation, element.object)
      if (kid.kind !== 'mark') continue
      let ofPage = marks.get(kid.page)
      if (!ofPage) {
        ofPage = new Map()
        marks.set(kid.page, ofPage)
      }
      if (ofPage.has(kid.key)) twice.push(kid)
      ofPage.set(kid.key, element.object)
    }
  }
  return { marks, twice, annotations }
}

function marksAreOwned({ pages, parents }: ReadPdf, { marks, twice }: Owners): readonly Finding[] {
  const found = twice.map(({ page }) =>
    finding('tags-lead-to-content', { page }, { problem: 'mark-of-two-tags' }),
  )
  pages.forEach(({ content }, index) => {
    const page = index + 1
    for (const [key, text] of content.marks) {
      const owner = marks.get(page)?.get(key)
      if (owner !== undefined && parents.ofMark(page, key) === owner) continue
      const problem = owner === undefined ? 'mark-without-tag' : 'mark-leads-elsewhere'
      found.push(finding('tags-lead-to-content', { page }, { problem, text }))
    }
  })
  return found
}

function linksAreOwned({ annotations, parents }: ReadPdf, owners: Owners): readonly Finding[] {
  return annotations.flatMap(({ object, page, parentKey }) => {
    const owner = owners.annotations.get(object)
    if (owner !== undefined && parents.ofAnnotation(parentKey) === owner) return []
    const problem = owner === undefined ? 'link-without-tag' : 'link-leads-elsewhere'
    return [finding('tags-lead-to-content', { page }, { problem })]
  })
}

function parentsAreKnown({ elements }: ReadPdf): readonly Finding[] {
  const lost = elements.find(({ element }) => !element.knowsParent)
  if (!lost) return []
  const facts = { problem: 'another-around-it', tag: lost.element.type } as const
  return [finding('tags-lead-to-content', lost.page ? { page: lost.page } : {}, facts)]
}
