// The one place where HTML is text: trees are written here, and what templates made is read.
import type { Root, RootContent } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { toHtml } from 'hast-util-to-html'
import { parse, parseFragment } from 'parse5'

/** A drawing, or another piece of HTML that is written as it is. */
export const raw = (value: string): Extract<RootContent, { type: 'raw' }> => ({ type: 'raw', value })

export const writeHtml = (tree: Root | readonly RootContent[]): string =>
  toHtml(Array.isArray(tree) ? { type: 'root', children: [...tree] } : (tree as Root), {
    allowDangerousHtml: true,
  })

/**
 * A whole document, or a part of one. Where its nodes stand nobody asks, and finding out takes as long as all the
 * rest.
 */
export const readHtml = (html: string): Root =>
  fromParse5((/^\s*<!doctype/i.test(html) ? parse : parseFragment)(html, { scriptingEnabled: false })) as Root
