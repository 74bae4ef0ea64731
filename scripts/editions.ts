// What a build can make, and how the files are called. No arithmetic: the numbers are in Settings.
import type { EditionName } from './model.ts'

/** In the order in which they are made: the others are held against the screen edition, so it comes first. */
export const EDITIONS: readonly EditionName[] = ['screen', 'press', 'booklet', 'site']

/** The browser prints so many slug lines on a page, and pdf/ cuts them apart. */
export const SLUGS_A_PAGE = 60

type FileKind = 'screen' | 'press' | 'press-cover' | 'job-sheet' | 'booklet'

const SUFFIXES: Readonly<Record<FileKind, string>> = {
  screen: '',
  press: '-press',
  'press-cover': '-press-cover',
  'job-sheet': '-job-sheet',
  booklet: '-booklet',
}

/** `best-by-west-midlands-2013.pdf` and `press` → `best-by-west-midlands-2013-press.pdf`. */
export const fileNameOf = (screenFile: string, kind: FileKind): string =>
  screenFile.replace(/\.pdf$/, `${SUFFIXES[kind]}.pdf`)

/** `press,screen` → both, in the order of making. Undefined when one of the names is none of ours. */
export function readEditions(wish: string): readonly EditionName[] | undefined {
  const names = wish.split(',').map((name) => name.trim())
  if (names.some((name) => !EDITIONS.some((edition) => edition === name))) return undefined
  return EDITIONS.filter((edition) => names.includes(edition))
}
