// launch/story.yaml: moments taken and left, put in order, and the words between them.
import { type Document, isMap, isSeq, type Node, type YAMLMap, YAMLSeq } from 'yaml'
import { EditRefused } from './edit-refused.ts'
import { editYaml, removeItem, setKey, takeOut } from './edit-yaml.ts'
import type { Change, ChangeOf } from './protocol.ts'

export type StoryChange = Exclude<Change, { readonly kind: 'moment' | 'picture' | 'person' }>

/** The file's new text; '' is one that is not there yet. Throws EditRefused. */
export const editStory = (text: string, change: StoryChange): string =>
  editYaml(text, (document) => {
    const parts = partsOf(document)
    const edit = EDITS[change.kind] as (parts: YAMLSeq, change: StoryChange, document: Document) => void
    edit(parts, change, document)
    if (parts.items.length === 0)
      parts.flow = true // `[]`, where nothing would be no list.
    else parts.flow = false
  })

const EDITS: {
  [Kind in StoryChange['kind']]: (parts: YAMLSeq, change: ChangeOf<Kind>, document: Document) => void
} = {
  take: (parts, { name, part, at }, document) => {
    if (placeOf(parts, name)) throw new EditRefused('It is in the story already.')
    if (parts.items.length === 0) parts.items.push(newPart(document, {}))
    insert(itemsOf(parts, part), at, document.createNode({ moment: name }))
  },
  leave: (parts, { name }) => {
    const found = placeOf(parts, name)
    if (!found) throw new EditRefused('It is not in the story any more.')
    removeItem(found.items, found.index)
  },
  move: (parts, { part, item, toPart, to }) => {
    const target = itemsOf(parts, toPart)
    insert(target, to, takeOut(itemsOf(parts, part), item))
  },
  'add-line': (parts, { part, at, words }, document) => {
    if (parts.items.length === 0) parts.items.push(newPart(document, {}))
    insert(itemsOf(parts, part), at, document.createNode({ line: words }))
  },
  line: (parts, { part, item, words }) => {
    const items = itemsOf(parts, part)
    const line = items.items[item]
    if (!isMap(line) || !line.has('line')) throw new EditRefused('That line is not in the story any more.')
    if (words.trim() === '') removeItem(items, item)
    else line.set('line', words)
  },
  'add-part': (parts, { at, title, session }, document) =>
    insert(parts, at, newPart(document, { ...(session ? { session } : {}), ...(title ? { title } : {}) })),
  part: (parts, { part, title, session }) => {
    const map = partAt(parts, part)
    setKey(map, 'session', session)
    setKey(map, 'title', title)
  },
  'move-part': (parts, { part, to }) => insert(parts, to, takeOut(parts, part)),
  'remove-part': (parts, { part }) => {
    partAt(parts, part)
    removeItem(parts, part)
  },
}

function partsOf(document: Document): YAMLSeq {
  if (isSeq(document.contents)) return document.contents
  if (document.contents !== null && !isEmpty(document.contents))
    throw new EditRefused('The story is no list of parts.')
  // What stands in a file of remarks alone stays above the first part.
  const parts = new YAMLSeq()
  document.contents = parts
  return parts
}

const isEmpty = (node: Node): boolean => 'value' in node && node.value === null

const newPart = (document: Document, keys: Readonly<Record<string, string>>): YAMLMap => {
  const part = document.createNode({ ...keys }) as YAMLMap
  part.flow = false
  part.set('items', new YAMLSeq())
  return part
}

function partAt(parts: YAMLSeq, index: number): YAMLMap {
  const part = parts.items[index]
  if (isMap(part)) return part
  throw new EditRefused('That part is not in the story any more.')
}

function itemsOf(parts: YAMLSeq, index: number): YAMLSeq {
  const part = partAt(parts, index)
  const items = part.get('items', true)
  if (isSeq(items)) return items
  const made = new YAMLSeq()
  part.set('items', made)
  return made
}

function insert(list: YAMLSeq, at: number, node: Node): void {
  list.items.splice(Math.min(at, list.items.length), 0, node)
  list.flow = false
}

function placeOf(parts: YAMLSeq, name: string): { items: YAMLSeq; index: number } | undefined {
  for (const part of parts.items) {
    const items = isMap(part) ? part.get('items', true) : undefined
    if (!isSeq(items)) continue
    const index = items.items.findIndex((item) => isMap(item) && momentOf(item) === name)
    if (index >= 0) return { items, index }
  }
  return undefined
}

const momentOf = (item: YAMLMap): string =>
  String(item.get('moment') ?? '')
    .replace(/^.*\//, '')
    .replace(/\.md$/i, '')
