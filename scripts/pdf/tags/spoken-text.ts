import type { Mark, TagElement } from './element.ts'

/** Gap between two words that no space stands for: boxes side by side, as in a line of contents. */
const GAP_PT = 1.5

/** What a reader hears of an element, with a space where its parts stand apart on the page. */
export function spokenText(element: TagElement): string {
  const parts: { text: string; mark: Mark | undefined }[] = []
  collect(element, parts)
  let text = ''
  let before: Mark | undefined
  for (const { text: own, mark } of parts) {
    if (text && before && mark && standApart(before, mark)) text += ' '
    text += own
    before = mark
  }
  return text.replaceAll('\u00AD', '').replace(/\s+/g, ' ').trim()
}

function collect(element: TagElement, parts: { text: string; mark: Mark | undefined }[]): void {
  const said = element.actualText ?? element.alt
  if (said !== undefined) {
    parts.push({ text: said, mark: undefined })
    return
  }
  for (const kid of element.kids) {
    if (kid.kind === 'mark') parts.push({ text: kid.text, mark: kid })
    else if (kid.kind === 'element') collect(kid, parts)
  }
}

function standApart(one: Mark, other: Mark): boolean {
  if (one.page !== other.page || other.box.bottom > one.box.top || other.box.top < one.box.bottom) return true
  return other.box.left > one.box.right + GAP_PT
}
