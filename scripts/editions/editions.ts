// Every edition, in the order in which they are made: the others are held against the screen edition, so it comes
// first.
import type { EditionName } from '../model/settings.ts'
import { booklet } from './booklet.ts'
import type { Edition } from './edition.ts'
import { press } from './press.ts'
import { screen } from './screen.ts'
import { site } from './site.ts'
import { word } from './word.ts'

export const EDITIONS: readonly Edition[] = Object.values({
  screen,
  press,
  booklet,
  site,
  word,
} satisfies Record<EditionName, Edition>)

export const editionNames: readonly EditionName[] = EDITIONS.map(({ name }) => name)

/** Whether it is made of printed pages. */
export const needsPages = (name: EditionName): boolean =>
  !EDITIONS.some((edition) => edition.name === name && edition.isWithoutPages)

/** `press,screen` → both, in the order of making. Undefined when one of the names is none of ours. */
export function readEditions(wish: string): readonly EditionName[] | undefined {
  const names = wish.split(',').map((name) => name.trim())
  if (names.some((name) => !editionNames.some((edition) => edition === name))) return undefined
  return editionNames.filter((edition) => names.includes(edition))
}

/** Of files that lie together, the screen edition that all others belong to. */
export function screenFileOf(files: readonly string[]): string | undefined {
  const madeWith = (screenFile: string) => EDITIONS.flatMap(({ fileNames }) => fileNames(screenFile))
  return files.find((file) => files.every((other) => madeWith(file).includes(other)))
}

/** Those that were asked for, in order. */
export const editionsOf = (names: readonly EditionName[]): readonly Edition[] =>
  EDITIONS.filter(({ name }) => names.includes(name))

/** With those that they are made of. */
export const editionsToMake = (names: readonly EditionName[]): readonly Edition[] =>
  editionsOf([...names, ...editionsOf(names).flatMap(({ needs }) => needs)])
