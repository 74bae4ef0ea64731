import { lettersOf } from '../ground/letters-of.ts'
import type { Book } from '../model/book.ts'
import type { Settings } from '../model/settings.ts'
import type { Renderers } from '../print/renderers.ts'

/**
 * The first browser starts while the texts are read: it needs most of a second, the first time of all more. Where an
 * earlier build has left word of it, it waits for something new.
 */
export interface Browsers {
  readonly renderers: Promise<Renderers>
  /** When one is started. Never where all is remembered. */
  readonly needed: Promise<void>
  /** There is a text that no build has seen: it will be printed. */
  readonly begin: () => void
  /** Starts as many as will be needed to print it, while its pages are composed. */
  readonly expect: (book: Book) => void
  readonly close: () => Promise<void>
}

/** Of texts: about as many as a piece has; see plan-pieces.ts. */
const LETTERS_A_PIECE = 54_000

/** A paper that cannot be right never asks for them: that there is none is told where they are awaited. */
export function startBrowsers(settings: Settings): Browsers {
  let isNeeded = false
  let tell: () => void = () => {}
  const needed = new Promise<void>((resolve) => {
    tell = resolve
  })
  const onStart = (): void => {
    isNeeded = true
    tell()
  }
  const renderers = import('../print/renderers.ts').then(({ startRenderers }) =>
    startRenderers(settings, undefined, onStart),
  )
  renderers.catch(() => {})
  const start = (indexes: (most: number) => number): void => {
    renderers.then(
      ({ most, get }) => {
        for (let index = 0; index < indexes(most); index++) get(index)
      },
      () => {},
    )
  }
  return {
    renderers,
    needed,
    begin: () => {
      isNeeded = true
      start(() => 1)
    },
    expect({ chapters }) {
      if (isNeeded) start((most) => Math.min(most, lettersOf(chapters) / LETTERS_A_PIECE))
    },
    close: () => renderers.then((running) => running.close()).catch(() => {}),
  }
}
