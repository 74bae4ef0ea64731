// What is not known when a file is parsed stands in its HTML as a slot, and is filled where it is known: figure numbers in
// book/, charts in pages/. The brackets are Unicode noncharacters, which read-sources strips from every text, so no author
// can write one.

const OPEN = '\uFDD0'
const CLOSE = '\uFDD1'
const PATTERN = /\uFDD0([a-z-]+):([^\uFDD1]*)\uFDD1/g

/** `number`: the number of an exhibit by id. `chart`: the drawing of exhibit number n of the file, from 0. */
export type SlotName = 'number' | 'chart'

export const slot = (name: SlotName, value: string): string => `${OPEN}${name}:${value}${CLOSE}`

/** Replaces the slots of one name; `fill` gets their value and returns HTML. Others stay. */
export function fillSlots(html: string, name: SlotName, fill: (value: string) => string): string {
  return html.replace(PATTERN, (whole, found: string, value: string) =>
    found === name ? fill(value) : whole,
  )
}
