// YAML of an author's, changed in places: comments, unknown keys, and how the rest is written stay.
import { type Document, isMap, isNode, type Node, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import { EditRefused } from './edit-refused.ts'

/** Of what follows, `edit` changes the document in place. Throws EditRefused for YAML that cannot be read. */
export function editYaml(text: string, edit: (document: Document) => void): string {
  const document = parseDocument(text, { version: '1.2', logLevel: 'error' })
  if (document.errors.length > 0)
    throw new EditRefused(
      'The file cannot be read as it stands. Mend it first: `npx whitepaper check` says where.',
    )
  edit(document as Document)
  return document.toString({
    lineWidth: 0,
    singleQuote: true,
    indent: indentOf(text),
    indentSeq: !/^(\s*)[^\s#-].*:[ \t]*\n\1- /m.test(text),
    flowCollectionPadding: !/\{\S/.test(text),
  })
}

/** As far as the author goes in. */
function indentOf(text: string): number {
  const first = /^[^\s#-].*:[ \t]*\n( +)\S/m.exec(text)?.[1]?.length ?? 2
  return Math.min(Math.max(first, 2), 8)
}

/** '' and undefined take the key out. */
export function setKey(map: YAMLMap, key: string, value: unknown): void {
  if (value === undefined || value === '' || value === false) map.delete(key)
  else map.set(key, value)
}

/** Takes an item out; what was remarked above it stays, above what follows. */
export function takeOut(list: YAMLSeq, index: number): Node {
  const [item] = list.items.splice(index, 1)
  if (!isNode(item)) throw new EditRefused('There is nothing of it in the file any more.')
  return item
}

/** A comment above what is removed is kept above what follows, or at the end. */
export function removeItem(list: YAMLSeq, index: number): void {
  const item = takeOut(list, index)
  const said = commentAbove(item)
  if (!said) return
  const next = list.items[index]
  const join = (other: string | null | undefined): string => [said, other].filter(Boolean).join('\n')
  if (isNode(next)) next.commentBefore = join(next.commentBefore)
  else list.comment = [list.comment, said].filter(Boolean).join('\n')
}

/** The parser puts what stands above a group to its first key. */
function commentAbove(item: Node): string | null | undefined {
  if (item.commentBefore) return item.commentBefore
  const first = isMap(item) ? item.items[0]?.key : undefined
  return isNode(first) ? first.commentBefore : undefined
}
