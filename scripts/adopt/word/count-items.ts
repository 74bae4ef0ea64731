import { roman } from '../../ground/language/roman.ts'
import type { ListLevel, Numbering } from './read-numbering.ts'

export interface Counted {
  readonly value: number
  /** As Word shows it: `2.1`, `c)`, `•`. */
  readonly label: string
  readonly format: ListLevel
}

/** Counts paragraph after paragraph, as Word does. */
export function countItems(numbering: Numbering): (id: string, level: number) => Counted | undefined {
  const counters = new Map<string, (number | undefined)[]>()
  const restarted = new Set<string>()
  return (id, level) => {
    const format = numbering.level(id, level)
    if (!format) return undefined
    const key = numbering.counted(id)
    const counts = counters.get(key) ?? []
    counters.set(key, counts)
    const restart = numbering.restart(id, level)
    const isNew = restart !== undefined && !restarted.has(`${id}:${level}`)
    if (isNew) restarted.add(`${id}:${level}`)
    const before = counts[level]
    const value = isNew ? restart : before === undefined ? format.start : before + 1
    counts[level] = value
    for (let below = level + 1; below < counts.length; below++)
      if (beginsAnew(numbering.level(id, below), level)) counts[below] = undefined
    return { value, format, label: labelOf(id, format, counts, numbering) }
  }
}

const beginsAnew = (below: ListLevel | undefined, level: number): boolean =>
  below?.restartsBelow === undefined || level < below.restartsBelow

function labelOf(
  id: string,
  format: ListLevel,
  counts: readonly (number | undefined)[],
  numbering: Numbering,
): string {
  if (format.format === 'none') return ''
  if (format.format === 'bullet') return format.label.trim()
  return format.label.replace(/%([1-9])/g, (_, digit: string) => {
    const level = Number(digit) - 1
    const its = numbering.level(id, level)
    return written(counts[level] ?? its?.start ?? 1, its?.format ?? 'decimal')
  })
}

function written(value: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return lettered(value)
    case 'upperLetter':
      return lettered(value).toUpperCase()
    case 'lowerRoman':
      return value > 0 && value < 4000 ? roman(value) : String(value)
    case 'upperRoman':
      return written(value, 'lowerRoman').toUpperCase()
    case 'decimalZero':
      return String(value).padStart(2, '0')
    default:
      return String(value)
  }
}

/** a … z, aa, bb, as Word goes on. */
const lettered = (value: number): string =>
  value < 1 || value > 780
    ? String(value)
    : String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
