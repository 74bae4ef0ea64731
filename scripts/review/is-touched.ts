// Whether words of the program's, which nobody can find in a text, were changed by a reviewer.
import { wentOutUnmarked, wordsKey } from '../ground/sent-marks.ts'
import type { Stretch } from './word-file.ts'

interface Sides {
  readonly back: readonly Stretch[]
  readonly sent: readonly Stretch[]
  readonly wentOut?: ReadonlyMap<string, string> | undefined
}

/** Whether a reviewer changed it: where the file does not know what went out, the texts of now have to say. */
export function isTouched({ name, text }: Stretch, sides: Sides): boolean {
  const { wentOut } = sides
  const words = wordsKey(text)
  const sent = wentOut && (name ? wentOut.get(name) === words : wentOutUnmarked(words, wentOut))
  return sent === undefined ? isOfNow(sides) : !sent
}

/** Whether the texts are those that went out: then what the program made of them is what it was. */
function isOfNow({ wentOut, back, sent }: Sides): boolean {
  const names = new Set(sent.flatMap(({ name }) => (name ? [name] : [])))
  return wentOut
    ? [...names].every((name) => wentOut.has(name))
    : back.every(({ name }) => name === undefined || names.has(name))
}
