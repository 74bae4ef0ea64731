// Runs inside the browser: it can use nothing but what stands in the function itself.
import type { PrintedAlt, PrintedText } from '../../model/printed.ts'

export interface Collected {
  readonly text: PrintedText[]
  readonly alts: PrintedAlt[]
  readonly html: string
}

/** What the document says now, in the order of its tags: what must be found in the PDF. */
export function collectText(withHtml: boolean): Collected {
  const INLINE =
    /^(a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var)$/
  const UNSPOKEN = /^(head|style|script|noscript|template|svg|iframe|object)$/
  const text: { src: string; made: boolean; text: string }[] = []
  const alts: PrintedAlt[] = []
  let block: Element | undefined
  let last: { src: string; made: boolean; text: string } | undefined

  const srcOf = (element: Element): string => element.closest<HTMLElement>('[data-src]')?.dataset.src ?? ''
  const say = (words: string, parent: Element): void => {
    const src = srcOf(parent)
    const made = src === '' || parent.closest('[data-made],[data-page-of],[data-pages-of]') !== null
    let container = parent
    while (INLINE.test(container.localName) && container.parentElement) container = container.parentElement
    const blankOnly = words.trim() === ''
    if (last && block === container && (blankOnly || (last.src === src && last.made === made)))
      last.text += words
    else if (!blankOnly) {
      last = { src, made, text: words }
      text.push(last)
    }
    block = container
  }
  const visit = (element: Element): void => {
    if (element.getAttribute('aria-hidden') === 'true' || (element as HTMLElement).hidden) return
    if (!element.checkVisibility()) return
    // Its signs stand where they are drawn, in no order of a line: it is heard as one thing.
    if (element.getAttribute('data-means') === 'formula') {
      // That of a title is no block of the text.
      const src = element.closest('[data-made]') ? '' : srcOf(element)
      alts.push({ text: element.getAttribute('aria-label') ?? '', src })
      return
    }
    if (element.localName === 'svg' || element.localName === 'img') {
      // Nobody said what it shows; it stands in the tags all the same.
      if (element.getAttribute('data-means') === 'picture') {
        alts.push({ text: '', src: srcOf(element) })
        return
      }
      const alt =
        element.localName === 'img' ? element.getAttribute('alt') : element.getAttribute('aria-label')
      if (alt && (element.localName === 'img' || element.getAttribute('role') === 'img'))
        alts.push({ text: alt, src: srcOf(element) })
      return
    }
    if (UNSPOKEN.test(element.localName)) return
    if (element.localName === 'br' && element.parentElement) say('\n', element.parentElement)
    for (const child of element.childNodes) {
      if (child instanceof Text) say(child.data, element)
      else if (child instanceof Element) visit(child)
    }
  }
  visit(document.body)
  const html = withHtml ? `<!doctype html>\n${document.documentElement.outerHTML}\n` : ''
  return { text, alts, html }
}
