// `images\quay.jpg`: the sign between folders on Windows. In the address of a picture or of a file it is a slash.
import type { Nodes, Root } from 'mdast'
import { type Draft, report } from '../markdown/draft.ts'

/** Not the name of another computer, nor of a disk, nor an address of the web. */
const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|\\\\|\/\/)/i

export function backslashes(tree: Root, draft: Draft): void {
  const walk = (node: Nodes): void => {
    if (node.type === 'image' || node.type === 'link' || node.type === 'definition') {
      const url = node.url.replace(/\\+|%5C/gi, '/')
      if (url !== node.url && !ELSEWHERE.test(node.url)) {
        const typed = node.url.replace(/%5C/gi, '\\')
        report(draft, 'markup-is-exact', node, { problem: 'read-as', typed, expected: url })
        node.url = url
      }
    }
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(tree)
}
