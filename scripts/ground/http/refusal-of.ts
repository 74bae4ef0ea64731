// Whether a question comes from the program's own page, or from the author. Other websites in the same browser can
// ask, too.
import { isLocal } from './listen-locally.ts'

export interface Question {
  readonly method: string
  readonly path: string
  readonly header: (name: string) => string | undefined
}

export interface Refusal {
  readonly status: 403 | 421
  readonly reason: string
}

/**
 * Why a question is not answered; undefined for those that are. A browser says by `Sec-Fetch-Site` and `Origin` whose
 * page asks, and no page can change what it says. Another port of this machine is another website.
 */
export function refusalOf(question: Question): Refusal | undefined {
  const host = question.header('host')
  if (!isLocal(host)) return { status: 421, reason: 'This page is shown on this machine only.' }
  const origin = question.header('origin')
  const isForeign = origin !== undefined && origin !== `http://${host}`
  return isForeign || !(isOwn(question) || isLink(question))
    ? { status: 403, reason: 'This program answers to its own page only.' }
    : undefined
}

/** `none`: typed by the author, or from the bookmarks. Programs that are no browsers say nothing. */
const isOwn = ({ header }: Question): boolean =>
  ['same-origin', 'none', undefined].includes(header('sec-fetch-site'))

/** A link that somebody follows to the page itself, in a tab of its own: there is nothing in it of the paper. */
const isLink = ({ method, path, header }: Question): boolean =>
  method === 'GET' &&
  path === '/' &&
  header('sec-fetch-mode') === 'navigate' &&
  header('sec-fetch-dest') === 'document'
