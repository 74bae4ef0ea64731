import { lettersOf } from '../ground/letters-of.ts'
import type { Book } from '../model/book.ts'
import type { Settings } from '../model/settings.ts'
import type { Renderers } from '../print/renderers.ts'

/** The first browser starts while the texts are read: it needs most of a second, the first time of all more. */
export interface Browsers {
  readonly renderers: Promise<Renderers>
  /** Starts as many as will be needed to print it, while its pages are composed. */
  readonly expect: (book: Book) => void
  readonly close: () => Promise<void>
}

/** Of texts: about as many as a piece has; see plan-pieces.ts. */
const LETTERS_A_PIECE = 54_000

/** A paper that cannot be right never asks for them: that there is none is told where they are awaited. */
export function startBrowsers(settings: Settings): Browsers {
  const renderers = import('../print/renderers.ts').then(({ startRenderers }) => startRenderers(settings))
  renderers.catch(() => {})
  return {
    renderers,
    expect({ chapters }) {
      const letters = lettersOf(chapters)
      const start = ({ most, get }: Renderers): void => {
        for (let index = 1; index < Math.min(most, letters / LETTERS_A_PIECE); index++) get(index)
      }
      renderers.then(start, () => {})
    },
    close: () => renderers.then((running) => running.close()).catch(() => {}),
  }
}
