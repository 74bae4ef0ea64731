// publication.yaml with one more file in it. Only lines are added: remarks and layout stay as their author made them.
import { isDeepStrictEqual } from 'node:util'
import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Scalar,
  stringify,
  type YAMLSeq,
} from 'yaml'
import type { FileKind } from '../model/chapter.ts'
import type { PartPlan } from '../model/publication.ts'
import { FOLDERS } from './next-name.ts'

/** Where a file is to be listed. `nowhere`: this publication lists no body, every file is printed. */
export type ListPlace =
  | { readonly list: 'front' | 'back' | 'nowhere' }
  | { readonly list: 'part'; readonly index: number }
  | { readonly list: 'new-part'; readonly title: string }

export type ListedPart = Pick<PartPlan, 'title' | 'files'>

const NEW_PART = 'Case studies'

/**
 * `wish` is `front`, `back` or the title of a part, and undefined is the answer where there is none of it. Without a
 * wish: the last part that has files of this kind.
 */
export function placeFor(
  { parts }: { readonly parts: readonly ListedPart[] },
  kind: FileKind,
  wish?: string,
): ListPlace | undefined {
  const titled = (title: string): number => parts.findIndex((part) => same(part.title, title))
  if (wish !== undefined) {
    const index = titled(wish)
    if (index >= 0) return { list: 'part', index }
    return wish === 'front' || wish === 'back' ? { list: wish } : undefined
  }
  if (parts.length === 0) return { list: 'nowhere' }
  const ofKind = parts.findLastIndex(({ files }) =>
    files.some((file) => file.startsWith(`${FOLDERS[kind]}/`)),
  )
  if (ofKind >= 0) return { list: 'part', index: ofKind }
  if (kind === 'chapter') return { list: 'part', index: 0 }
  const index = titled(NEW_PART)
  return index >= 0 ? { list: 'part', index } : { list: 'new-part', title: NEW_PART }
}

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()

/**
 * The text with `file` in its place, and the line on which it stands. Undefined where the YAML is too unusual to be
 * added to.
 */
export function listFile(
  yaml: string,
  file: string,
  place: ListPlace,
): { readonly text: string; readonly line: number } | undefined {
  const document = parseDocument(yaml, { logLevel: 'error' })
  if (place.list === 'nowhere' || document.errors.length > 0) return undefined
  const edit = editOf(yaml, document, file, place)
  if (!edit) return undefined
  const text = yaml.slice(0, edit.at) + edit.added + yaml.slice(edit.at)
  // What was added is read back: all as it was and this one file more, or nothing is touched.
  const read = parseDocument(text, { logLevel: 'error' })
  if (
    read.errors.length > 0 ||
    !isDeepStrictEqual(read.toJS(), withFile(document.toJS(), file, place, edit.index))
  )
    return undefined
  return { text, line: text.slice(0, text.indexOf(file, edit.at)).split('\n').length }
}

interface Edit {
  /** Offset in the text, and what is put there. */
  readonly at: number
  readonly added: string
  /** Before which item of the list. */
  readonly index: number
}

type Listed = Exclude<ListPlace, { list: 'nowhere' }>

function editOf(yaml: string, document: Document, file: string, place: Listed): Edit | undefined {
  const path = pathOf(place)
  const list = document.getIn(path, true)
  if (place.list === 'new-part') {
    const title = stringify(place.title, { lineWidth: 0 }).trim()
    const block = [`title: ${title}`, 'files:', `  - ${file}`]
    const flow = `{ title: ${JSON.stringify(place.title)}, files: [${file}] }`
    return isSeq(list) ? addItem(yaml, list, list.items.length, { block, flow }) : undefined
  }
  if (isSeq(list)) return addItem(yaml, list, afterItsKind(list, file), { block: [file], flow: file })
  if (place.list === 'part') return startList(yaml, document, path, file)
  if (list !== undefined) return undefined
  const newline = newlineOf(yaml)
  const gap = yaml === '' || yaml.endsWith('\n') ? '' : newline
  return { at: yaml.length, added: `${gap}${place.list}:${newline}  - ${file}${newline}`, index: 0 }
}

/** Behind a `files:` that has nothing after it yet. */
function startList(
  yaml: string,
  document: Document,
  path: readonly (string | number)[],
  file: string,
): Edit | undefined {
  const part = document.getIn(path.slice(0, -1), true)
  if (!isMap(part) || part.flow) return undefined
  const key = part.items.find((pair) => isScalar(pair.key) && pair.key.value === 'files')?.key as Scalar
  const start = key?.range?.[0]
  if (start === undefined) return undefined
  const newline = newlineOf(yaml)
  const indent = ' '.repeat(start - (yaml.lastIndexOf('\n', start - 1) + 1))
  const end = yaml.indexOf('\n', start) + 1
  const line = `${indent}  - ${file}`
  return end === 0
    ? { at: yaml.length, added: newline + line, index: 0 }
    : { at: end, added: line + newline, index: 0 }
}

const pathOf = (place: Listed): (string | number)[] => {
  if (place.list === 'part') return ['parts', place.index, 'files']
  return [place.list === 'new-part' ? 'parts' : place.list]
}

/** Chapters stay with chapters where a part has both. */
function afterItsKind({ items }: YAMLSeq, file: string): number {
  const folder = file.slice(0, file.indexOf('/') + 1)
  const last = items.findLastIndex((item) => String(item).includes(folder))
  return last < 0 ? items.length : last + 1
}

/** Before item `index`, in the way in which the list is written: a line for each, or brackets. */
function addItem(
  yaml: string,
  list: YAMLSeq,
  index: number,
  { block, flow }: { readonly block: readonly string[]; readonly flow: string },
): Edit | undefined {
  const before = list.items[index - 1] as Node | undefined
  if (list.flow) {
    const at = before ? before.range?.[1] : (list.range?.[0] ?? -1) + 1
    if (at === undefined) return undefined
    return { at, added: before ? `, ${flow}` : list.items.length > 0 ? `${flow}, ` : flow, index }
  }
  const start = before?.range?.[0]
  if (before === undefined || start === undefined) return undefined
  const indent = /^([ ]*)- /.exec(yaml.slice(yaml.lastIndexOf('\n', start - 1) + 1))?.[1]
  if (indent === undefined) return undefined
  const end = endOf(before)
  const next = yaml[end - 1] === '\n' ? end : yaml.indexOf('\n', end) + 1
  const newline = newlineOf(yaml)
  const lines = block.map((line, turn) => `${indent}${turn === 0 ? '- ' : '  '}${line}`)
  return next === 0 && end > 0
    ? { at: yaml.length, added: newline + lines.join(newline), index }
    : { at: next, added: lines.map((line) => line + newline).join(''), index }
}

/** Where the last value inside ends: what follows it, remarks too, belongs to nobody yet. */
function endOf(node: Node): number {
  let last: unknown = node
  while (isCollection(last) && !last.flow && last.items.length > 0) {
    const item: unknown = last.items.at(-1)
    last = isPair(item) ? (item.value ?? item.key) : item
  }
  return (last as Node).range?.[1] ?? 0
}

const newlineOf = (yaml: string): string => (yaml.includes('\r\n') ? '\r\n' : '\n')

interface Plain {
  front?: unknown[]
  back?: unknown[]
  parts?: { title?: string; files?: unknown[] | null }[]
}

function withFile(plain: Plain, file: string, place: Listed, index: number): Plain {
  const wanted = structuredClone(plain)
  if (place.list === 'new-part') wanted.parts?.splice(index, 0, { title: place.title, files: [file] })
  else if (place.list === 'part' && wanted.parts?.[place.index])
    wanted.parts[place.index]!.files = (wanted.parts[place.index]!.files ?? []).toSpliced(index, 0, file)
  else if (place.list === 'front' || place.list === 'back')
    wanted[place.list] = (wanted[place.list] ?? []).toSpliced(index, 0, file)
  return wanted
}
