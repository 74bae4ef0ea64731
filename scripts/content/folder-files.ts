// What lies in the folders of a publication: its texts, in the order of print, and what is none of them.
import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

export interface FolderFile {
  /** From the root, with `/`. */
  readonly file: string
  /** What stands before the name: `03` of `03-barriers.md`. Without one, its place in the order of names. */
  readonly number: number
  readonly hasNumber: boolean
  /** The name without number and ending. */
  readonly name: string
}

export interface FolderFiles {
  /** By number and then by name, chapters first. */
  readonly texts: readonly FolderFile[]
  /**
   * All others, but for pictures and what an editor or a system keeps for itself. A folder that holds files ends with
   * `/`.
   */
  readonly others: readonly string[]
  /** Texts in folders within these, which are not printed. */
  readonly deeper: readonly string[]
}

const FOLDERS = ['chapters', 'case-studies']

/** A folder that is not there has no files. */
export async function folderFiles(root: string): Promise<FolderFiles> {
  const folders = await Promise.all(FOLDERS.map((folder) => filesIn(root, folder)))
  const data = await entriesOf(root, 'data')
  const lost = data.filter((entry) => !isQuiet(entry) && !IS_DATA.test(entry.name))
  const inData = await namesOfOthers(root, 'data', lost)
  return {
    texts: folders.flatMap(({ texts }) => texts),
    others: [...folders.flatMap(({ others }) => others), ...inData],
    deeper: folders.flatMap(({ deeper }) => deeper),
  }
}

/** What settings/ reads there, or tells of. */
const IS_DATA = /\.(?:ya?ml|csv|tsv|tab|xlsx|xlsm)$/i

async function filesIn(root: string, folder: string): Promise<FolderFiles> {
  const entries = await entriesOf(root, folder)
  const texts = entries
    .filter((entry) => !entry.isDirectory() && IS_TEXT.test(entry.name))
    .map(({ name }) => name)
  const numbered = texts.map((name) => ({ name, parts: numberOf(name) }))
  const areNumbered = numbered.some(({ parts }) => parts !== undefined)
  // Beside numbered files it tells whoever opens the folder what is in it.
  const printed = numbered.filter(
    ({ name }) => !(areNumbered && IS_NOTE.test(name)) && !/^[._](?!index\.)/i.test(name),
  )
  const known = new Set(texts)
  const others = entries.filter((entry) => !known.has(entry.name) && !isQuiet(entry))
  const deeper = await textsBelow(root, folder, entries)
  const holdsText = ({ name }: Dirent): boolean =>
    deeper.some((file) => file.startsWith(`${folder}/${name}/`))
  const strange = others.filter((entry) => !holdsText(entry))
  return { texts: inOrder(printed, folder), others: await namesOfOthers(root, folder, strange), deeper }
}

const DEEPEST = 8

async function textsBelow(
  root: string,
  folder: string,
  entries: readonly Dirent[],
  depth = 0,
): Promise<string[]> {
  const folders = entries.filter((entry) => entry.isDirectory() && !isQuiet(entry))
  const found = await Promise.all(
    folders.map(async ({ name }) => {
      const inside = `${folder}/${name}`
      const below = await entriesOf(root, inside)
      const texts = below.filter(
        (entry) => !entry.isDirectory() && !isQuiet(entry) && IS_TEXT.test(entry.name),
      )
      const further = depth < DEEPEST ? await textsBelow(root, inside, below, depth + 1) : []
      return [...texts.map((entry) => `${inside}/${entry.name}`), ...further]
    }),
  )
  return found.flat().sort(compareNames)
}

interface Named {
  readonly name: string
  readonly parts: { readonly number: number; readonly rest: string } | undefined
}

function inOrder(named: readonly Named[], folder: string): FolderFile[] {
  const sorted = named.toSorted(
    (a, b) =>
      (a.parts?.number ?? Number.MAX_SAFE_INTEGER) - (b.parts?.number ?? Number.MAX_SAFE_INTEGER) ||
      Number(!IS_FIRST.test(a.name)) - Number(!IS_FIRST.test(b.name)) ||
      compareNames(a.name, b.name),
  )
  let last = 0
  return sorted.map(({ name, parts }) => {
    last = parts ? parts.number : last + 1
    const rest = parts?.rest || name.replace(IS_TEXT, '')
    return { file: `${folder}/${name}`, number: last, hasNumber: parts !== undefined, name: rest }
  })
}

/** `chapter-2` before `chapter-10`, on every machine alike. */
const compareNames = (a: string, b: string): number =>
  a.localeCompare(b, 'en', { numeric: true, sensitivity: 'base' }) || (a < b ? -1 : 1)

const IS_TEXT = /\.(?:md|markdown|mdown|mkd)$/i
const IS_FIRST = /^(?:_?index|readme)\./i
const IS_NOTE = /^(?:_index|readme)\./i

/** A date (`2013-07-26-launch.md`) is an order by name, but no number. */
function numberOf(file: string): Named['parts'] {
  const name = file.replace(IS_TEXT, '')
  if (/^\d{4}-\d{2}-\d{2}(?!\d)/.test(name)) return undefined
  const [, digits, rest = ''] = /^(\d{1,6})(?:[-_. ]+(.*))?$/.exec(name) ?? []
  return digits === undefined ? undefined : { number: Number(digits), rest }
}

const IS_PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif|tiff?|bmp|ico|heic)$/i

/** Pictures belong to texts, and what begins with a stop or a low line is kept out of sight by its author. */
const isQuiet = (entry: Dirent): boolean =>
  /^(?:[._~]|readme\.|licen[cs]e|thumbs\.db$|desktop\.ini$)/i.test(entry.name) ||
  (!entry.isDirectory() && IS_PICTURE.test(entry.name))

async function namesOfOthers(root: string, folder: string, entries: readonly Dirent[]): Promise<string[]> {
  const names = entries.map(async (entry) => {
    if (!entry.isDirectory()) return [`${folder}/${entry.name}`]
    const inside = await entriesOf(root, `${folder}/${entry.name}`)
    return inside.some((one) => !one.isDirectory() && !isQuiet(one)) ? [`${folder}/${entry.name}/`] : []
  })
  return (await Promise.all(names)).flat().sort(compareNames)
}

const entriesOf = (root: string, folder: string): Promise<Dirent[]> =>
  readdir(join(root, folder), { withFileTypes: true }).catch(() => [])
