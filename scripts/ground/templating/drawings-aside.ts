// Drawings are long, and nothing in them is changed once they are drawn: what a template makes has marks for them,
// and the drawings come back when it becomes text.
import { digest } from '../digest.ts'

export interface DrawingsAside {
  /** A mark for the drawing: the same for the same one. */
  readonly put: (svg: string) => string
  /** A mark for what is drawn of these values, or was. */
  readonly drawn: (values: string, draw: () => string) => string
  /** The drawing of a mark; undefined for what is no mark. */
  readonly of: (mark: string) => string | undefined
  /** What a mark of another kind stands for, should a template do more with it than print it. */
  readonly stand: (mark: string, text: () => string) => void
  /** A text with its drawings, and whatever else stands behind marks. */
  readonly back: (text: string) => string
}

/** Unicode noncharacters, which no author can write. */
const MARK = /\uFDD0[^\uFDD1]*\uFDD1/g

export const markOf = (name: string | number): string => `\uFDD0${name}\uFDD1`

export const hasMark = (text: string): boolean => text.includes('\uFDD0')

/** `ab⟨1⟩c` → `ab`, `⟨1⟩`, `c`. */
export const partsByMarks = (text: string): string[] =>
  text.split(/(\uFDD0[^\uFDD1]*\uFDD1)/).filter((part) => part !== '')

export function drawingsAside(): DrawingsAside {
  const drawings = new Map<string, string>()
  const marks = new Map<string, string>()
  const others = new Map<string, () => string>()
  const put = (svg: string): string => {
    if (svg === '') return ''
    const mark = markOf(digest(svg))
    drawings.set(mark, svg)
    return mark
  }
  return {
    put,
    drawn(values, draw) {
      const mark = marks.get(values) ?? put(draw())
      marks.set(values, mark)
      return mark
    },
    of: (mark) => drawings.get(mark),
    stand: (mark, text) => others.set(mark, text),
    back: (text) =>
      hasMark(text) ? text.replace(MARK, (mark) => drawings.get(mark) ?? others.get(mark)?.() ?? mark) : text,
  }
}

/** For pages whose HTML is left as it is: the drawings stand where they are. */
export const NOT_ASIDE: DrawingsAside = {
  put: (svg) => svg,
  drawn: (_, draw) => draw(),
  of: () => undefined,
  stand: () => undefined,
  back: (text) => text,
}
