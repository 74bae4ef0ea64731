// Moments in rows, with a row for each hour before them, and where each row is. Pure.

/**
 * @import { DeskMoment } from '../protocol.ts'
 * @typedef {{ kind: 'hour', label: string, top: number, height: number }} HourRow
 * @typedef {{ kind: 'moment', moment: DeskMoment, index: number, top: number, height: number }} MomentRow
 * @typedef {HourRow | MomentRow} Row
 */

export const HOUR_PX = 32
export const MOMENT_PX = 80

/** @param {readonly DeskMoment[]} moments @returns {Row[]} */
export function rowsOf(moments) {
  const isOneDay = moments[0]?.day === moments.at(-1)?.day
  /** @type {Row[]} */
  const rows = []
  let top = 0
  let hour = ''
  for (const [index, moment] of moments.entries()) {
    const label = hourOf(moment, isOneDay)
    if (label !== hour) {
      rows.push({ kind: 'hour', label, top, height: HOUR_PX })
      top += HOUR_PX
      hour = label
    }
    rows.push({ kind: 'moment', moment, index, top, height: MOMENT_PX })
    top += MOMENT_PX
  }
  return rows
}

/** @param {DeskMoment} moment @param {boolean} isOneDay */
function hourOf({ day, clock }, isOneDay) {
  const hour = clock ? `${clock.slice(0, 2)}:00` : 'Time not known'
  return isOneDay ? hour : `${day}, ${hour}`
}

/** In pixels. @param {readonly Row[]} rows */
export const heightOf = (rows) => {
  const last = rows.at(-1)
  return last ? last.top + last.height : 0
}

/** The first row that reaches below `top`. @param {readonly Row[]} rows @param {number} top */
export function rowAt(rows, top) {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const row = rows[middle]
    if (row && row.top + row.height <= top) low = middle + 1
    else high = middle
  }
  return low
}
