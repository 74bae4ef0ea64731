// What was done, to be undone and done again: each file as it was before and after.

export interface Done {
  /** In words: `take “What a day”`. */
  readonly says: string
  readonly file: string
  /** Undefined where there was no file. */
  readonly before: string | undefined
  readonly after: string
}

const MOST = 500

export interface Journal {
  readonly add: (done: Done) => void
  readonly undo: () => Done | undefined
  readonly redo: () => Done | undefined
  /** That it has been undone, or done again. */
  readonly step: (way: 'undo' | 'redo') => void
  /** A file that was changed elsewhere is not turned back over that. */
  readonly forget: (file: string) => void
}

export function openJournal(): Journal {
  const done: Done[] = []
  const undone: Done[] = []
  return {
    add: (one) => {
      done.push(one)
      undone.length = 0
      if (done.length > MOST) done.shift()
    },
    undo: () => done.at(-1),
    redo: () => undone.at(-1),
    step: (way) => {
      const [from, to] = way === 'undo' ? [done, undone] : [undone, done]
      const one = from.pop()
      if (one) to.push(one)
    },
    forget: (file) => {
      for (const list of [done, undone])
        list.splice(0, list.length, ...list.filter((one) => one.file !== file))
    },
  }
}
