import { type PageText, pageText } from '../../../scripts/adopt/page/page-text.ts'

/** A page as its Markdown, with what is told of it by rule and problem. */
export function pageOf(html: string | Uint8Array, made = new Map<string, Uint8Array>()) {
  const read: PageText = pageText('page.html', typeof html === 'string' ? Buffer.from(html) : html, made)
  return {
    ...read,
    markdown: read.text?.markdown.trimEnd() ?? '',
    says: read.findings.map(({ message }) => message),
    made,
  }
}

/** The body of a page of a website. */
export const markdownOf = (body: string): string =>
  pageOf(`<!doctype html><html lang="en"><title>T</title><body>${body}`).markdown
