// Addresses as their author meant them: mail and document programs put one of their own around them.

import type { Element, Root } from 'hast'
import { decoded } from '../../ground/decoded.ts'
import { changeTree, isElement, textProperty, withProperties } from '../../ground/html/change-tree.ts'
import { find } from './page-parts.ts'
import { placeName } from './places.ts'

export function settleLinks(tree: Root): Root {
  const own = ownAddress(tree)
  return changeTree(tree, (node) => {
    if (!isElement(node, 'a')) return node
    const href = (textProperty(node, 'href') ?? '').trim()
    if (href === '') return node
    return withProperties(node, { href: settled(unwrapped(href), own) })
  })
}

/** `https://www.google.com/url?q=…` and what Outlook makes of a link. */
function unwrapped(href: string): string {
  if (!/^https?:\/\/(?:www\.google\.[a-z.]+\/url|[\w.-]+\.safelinks\.protection\.outlook\.com\/)/i.test(href))
    return href
  try {
    const { searchParams } = new URL(href)
    const inner = searchParams.get('q') ?? searchParams.get('url') ?? ''
    return /^(?:https?|mailto):/i.test(inner) ? inner : href
  } catch {
    return href
  }
}

/** In a page that was saved, links to its own places have the address that it had. */
function settled(href: string, own: string): string {
  const hash = href.indexOf('#')
  if (hash < 0) return href
  const before = href.slice(0, hash)
  if (/^[a-z]+:/i.test(before) && before !== own) return href
  const name = href.slice(hash + 1)
  const place = name === '' || name === 'top' ? '' : `#${placeName(decoded(name))}`
  return before === own ? place : `${before}${place}`
}

function ownAddress(tree: Root): string {
  const link = find(
    tree,
    (one: Element) => one.tagName === 'link' && textProperty(one, 'rel') === 'canonical',
  )
  return link ? (textProperty(link, 'href') ?? '') : ''
}
