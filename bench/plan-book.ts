// Which files, how often and in which order: publication.yaml of a longer or shorter book.
import { stringify } from 'yaml'
import type { OriginalFile, Outline } from './original-files.ts'

/** One file of the new book. */
export interface PlannedFile {
  readonly file: string
  readonly original: OriginalFile
  /** 1 for the first time that the original stands in the book. */
  readonly copy: number
}

export interface Plan {
  /** Text of the new publication.yaml. */
  readonly publication: string
  /** In the order of print. */
  readonly files: readonly PlannedFile[]
}

/** Covers, title page, imprint, contents, dividers, index, sources and the explained words of a short book. */
const PAGES_AROUND = 16

/** Repeats the originals until the book has about `pages` pages; without `ends`, only what stands in the parts. */
export function planBook(
  outline: Outline,
  originals: readonly OriginalFile[],
  { pages, ends }: { pages: number; ends: boolean },
): Plan {
  const repeated = originals.filter(({ once, place }) => !once && (ends || typeof place === 'number'))
  const closing = originals.filter(({ once }) => once && ends)
  const pagesACopy = repeated.reduce((sum, one) => sum + one.pages, 0)
  const copies = Math.max(1 / repeated.length, (pages - (ends ? PAGES_AROUND : 0)) / pagesACopy)
  const chosen = Array.from({ length: Math.ceil(copies) }, (_, index) =>
    evenShare(repeated, Math.min(1, copies - index)).map((original) => ({ original, copy: index + 1 })),
  )
  const files = numberAnew([...chosen.flat(), ...closing.map((original) => ({ original, copy: 1 }))])
  return { publication: stringify(listAnew(outline, files)), files: inPrintOrder(files, outline) }
}

/**
 * So many of them, spread over the whole list, so that a part of a copy has chapters and case studies like a whole
 * one.
 */
const evenShare = <T>(list: readonly T[], share: number): readonly T[] =>
  list.filter((_, index) => Math.floor((index + 1) * share) > Math.floor(index * share))

type Unnumbered = Pick<PlannedFile, 'original' | 'copy'>

function numberAnew(chosen: readonly Unnumbered[]): readonly PlannedFile[] {
  const last: Record<string, number> = {}
  return chosen.map(({ original, copy }) => {
    const number = (last[original.folder] ?? 0) + 1
    last[original.folder] = number
    const name = copy === 1 ? original.name : `${original.name}-${copy}`
    return { original, copy, file: `${original.folder}/${String(number).padStart(4, '0')}-${name}.md` }
  })
}

/**
 * Each copy has parts of its own; what stood before and behind them does so once, and in the first part of other
 * copies.
 */
function listAnew(outline: Outline, files: readonly PlannedFile[]): Outline {
  const copies = Math.max(...files.map(({ copy }) => copy))
  const parts = Array.from({ length: copies }, (_, index) => index + 1).flatMap((copy) =>
    (outline.parts ?? []).map((part, place) => ({
      ...part,
      title: copy === 1 ? part.title : `${part.title}, ${copy}`,
      files: namesOf(files, (one) => one.copy === copy && partOf(one) === place),
    })),
  )
  return {
    ...outline,
    front: namesOf(files, (one) => partOf(one) === 'front'),
    parts: parts.filter((part) => part.files.length > 0),
    back: namesOf(files, (one) => partOf(one) === 'back'),
  }
}

const partOf = ({ original, copy }: PlannedFile): OriginalFile['place'] =>
  copy > 1 && typeof original.place === 'string' ? 0 : original.place

const namesOf = (files: readonly PlannedFile[], wanted: (one: PlannedFile) => boolean): string[] =>
  files.filter(wanted).map(({ file }) => file)

function inPrintOrder(files: readonly PlannedFile[], outline: Outline): readonly PlannedFile[] {
  const { front = [], parts = [], back = [] } = listAnew(outline, files)
  const order = [...front, ...parts.flatMap((part) => part.files), ...back]
  return [...files].sort((a, b) => order.indexOf(a.file) - order.indexOf(b.file))
}
