// What stands before each item of a numbered list, without the signs around it, as browsers count.
import type { List } from 'mdast'
import { roman } from '../../ground/language/roman.ts'
import type { Counting } from './list.ts'

const LETTERS = 26
const MOST_ROMAN = 3999

/** One an item: `3`, `c`, `IV`. An item that has a number of its own counts on from there. */
export function listLabels({ start, children, data = {} }: List): string[] {
  const step = data.reversed ? -1 : 1
  // Without a start, a list that counts down ends with 1.
  let next = data.reversed && (start ?? 1) === 1 ? children.length : (start ?? 1)
  return children.map((item) => {
    const number = item.data?.number ?? next
    next = number + step
    return inSigns(number, data.counts)
  })
}

function inSigns(number: number, counts: Counting | undefined): string {
  const small = counts?.toLowerCase()
  if (small === undefined || number < 1 || (small === 'i' && number > MOST_ROMAN)) return String(number)
  const label = small === 'i' ? roman(number) : letters(number)
  return counts === small ? label : label.toUpperCase()
}

/** 27 → `aa`. */
function letters(number: number): string {
  const before = number - 1
  const last = String.fromCharCode(97 + (before % LETTERS))
  return before < LETTERS ? last : letters(Math.floor(before / LETTERS)) + last
}
