import type { Link } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { isEnglish } from '../is-english.ts'
import { type Draft, report } from '../markdown/draft.ts'

const SAYS_NOTHING = new Set(
  (
    'here|click here|click|click this|click on this|click this link|click on this link|click on the link|click the link|' +
    'this|this link|this page|this site|this website|this web page|this article|this document|this report|this post|' +
    'link|the link|follow this link|follow the link|more|more here|read more|read more here|find out more|' +
    'find out more here|learn more|see more|more details|more info|more information|further information|details|' +
    'see here|read here|read this|go|go here|start here|download|download here|page|website|web site|source|continue'
  ).split('|'),
)
const BARE_ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i
/** `example.org/page`; a name alone, such as `gov.uk`, is what many sites are called. */
const BARE_PATH = /^(?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,24}\/\S+$/i
const CLICK = /^click (?:here|on (?:this|the) link|this link|the link)\b/

/** The words of a link must make sense without their sentence. */
export function linkSaysWhere(node: Link, draft: Draft): void {
  // The address of a picture that is elsewhere, which was told already.
  if (node.data?.isAddress || node.data?.refers || isPictureAddress(node)) return
  const words = plainText(node).trim()
  const bare = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (isOwnAddress(words, node.url)) return
  const empty = bare === '' && !node.children.some((child) => child.type === 'image')
  const english = isEnglish(draft.language)
  if (empty || (english && SAYS_NOTHING.has(bare)) || BARE_ADDRESS.test(words) || BARE_PATH.test(words)) {
    report(draft, 'link-says-where', node, { words: words || node.url })
  } else if (english && CLICK.test(bare)) {
    report(draft, 'link-says-where', node, { words, other: 'click' })
  }
}

/** In print an address says where it leads; with or without its scheme, as people write it. */
function isOwnAddress(words: string, url: string): boolean {
  const hasScheme = /^https?:/i.test(words)
  const meant = hasScheme ? [words] : [`https://${words}`, `http://${words}`]
  return meant.some((address) => isSame(address, url))
}

function isSame(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false
  const [a, b] = [one, other].map((address) => new URL(address).href.replace(/\/$/, ''))
  return a === b
}
const isPictureAddress = ({ children: [only, more] }: Link): boolean =>
  more === undefined &&
  only?.type === 'text' &&
  only.data?.isPicture === true &&
  BARE_ADDRESS.test(only.value)
