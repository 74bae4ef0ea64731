// The names by which links find a place in a text: of its headings, as GitHub gives them, and those that are written.
import { slug } from 'github-slugger'
import { nodesOf, readTree, wordsOfHeading } from './read-tree.ts'

export function headingsOf(markdown: string): ReadonlySet<string> {
  const names = new Set<string>()
  const turns = new Map<string, number>()
  for (const node of nodesOf(readTree(markdown)))
    if (node.type === 'heading') {
      const plain = slug(wordsOfHeading(node))
      let turn = turns.get(plain) ?? 0
      let name = turn === 0 ? plain : `${plain}-${turn}`
      for (; names.has(name); name = `${plain}-${turn}`) turn += 1
      turns.set(plain, turn)
      names.add(name)
    }
  for (const [, id = ''] of markdown.matchAll(/\{[^{}\n]{0,200}?#([^\s{}.#]+)[^{}\n]{0,200}\}/g))
    names.add(id)
  for (const [, id = ''] of markdown.matchAll(/\b(?:id|name)\s*=\s*["']([^"'\n]{1,200})["']/gi)) names.add(id)
  return names
}
