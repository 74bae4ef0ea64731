// Texts in folders that no list names → their order: by the numbers that a tool reads, and then by name; what stands
// for a folder comes first in it, and the folders at the top are parts.
import { posix } from 'node:path'
import type { Matter } from '../draft.ts'
import { compareNames } from './compare-names.ts'
import type { Entry } from './listed-texts.ts'

export interface TreeText {
  readonly name: string
  readonly matter: Matter
}

export interface TreeRules {
  /** The folder in which all of it lies; '' for none. */
  readonly root: string
  /** Of a text among its neighbours; undefined: behind those that have one. */
  readonly position: (text: TreeText) => number | undefined
  /** What its tool tells of a folder beside the texts. */
  readonly folder?: (folder: string) => {
    readonly label?: string | undefined
    readonly position?: number | undefined
  }
}

export const STANDS_FOR_FOLDER = /^(?:_?index|readme|(?:default|home)(?=\.x?html?$))\.\w+$/i

interface Folder {
  readonly path: string
  readonly texts: TreeText[]
  readonly folders: Map<string, Folder>
  own: TreeText | undefined
}

export function treeOrder(texts: readonly TreeText[], rules: TreeRules): Entry[] {
  const top = newFolder(rules.root)
  for (const text of texts) put(top, text)
  return inOrder(top, rules).flatMap((one): Entry[] => {
    if ('name' in one) return [{ name: one.name }]
    const names = namesIn(one, rules)
    const isPart = names.length > 1
    return names.map((name) => (isPart ? { name, part: labelOf(one, rules) } : { name }))
  })
}

const newFolder = (path: string): Folder => ({ path, texts: [], folders: new Map(), own: undefined })

function put(top: Folder, text: TreeText): void {
  const below = posix.relative(top.path, text.name).split('/')
  let folder = top
  for (const step of below.slice(0, -1)) {
    const inner = folder.folders.get(step) ?? newFolder(posix.join(folder.path, step))
    folder.folders.set(step, inner)
    folder = inner
  }
  if (STANDS_FOR_FOLDER.test(below.at(-1) ?? '') && !folder.own) folder.own = text
  else folder.texts.push(text)
}

function namesIn(folder: Folder, rules: TreeRules): string[] {
  return inOrder(folder, rules).flatMap((one) => ('name' in one ? [one.name] : namesIn(one, rules)))
}

/** The text of the folder itself, then its texts and folders among each other. */
function inOrder(folder: Folder, rules: TreeRules): (TreeText | Folder)[] {
  const children: (TreeText | Folder)[] = [...folder.texts, ...folder.folders.values()]
  const rank = (one: TreeText | Folder): number =>
    ('name' in one ? rules.position(one) : positionOf(one, rules)) ?? Number.MAX_SAFE_INTEGER
  const name = (one: TreeText | Folder): string => posix.basename('name' in one ? one.name : one.path)
  const sorted = children.sort((a, b) => rank(a) - rank(b) || compareNames(name(a), name(b)))
  return folder.own ? [folder.own, ...sorted] : sorted
}

const positionOf = ({ path, own }: Folder, rules: TreeRules): number | undefined =>
  rules.folder?.(path).position ?? (own ? rules.position(own) : undefined)

function labelOf({ path, own }: Folder, rules: TreeRules): string {
  const title = own?.matter.title
  return (
    rules.folder?.(path).label ??
    (typeof title === 'string' && title !== '' ? title : nameInWords(posix.basename(path)))
  )
}

/** `02-getting_started` is “Getting started”. */
export function nameInWords(name: string): string {
  const words = name
    .replace(/^\d{1,6}[-_. ]+(?=\D)/, '')
    .replace(/[-_]+/g, ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
