// Runs inside the browser: it can use nothing but what stands in the function itself, and what it brings.
import { bringing } from '../run-in-page.ts'

/** A table that did not fit its place as it is set usually. */
export interface FittedTable {
  readonly run: string
  /** `3:14`. */
  readonly src: string
  /** What was done, in this order: `full`, `breaks`, `tight`, `11pt`, `10pt`, `9pt`, `letters`, `anywhere`. */
  readonly steps: readonly string[]
  /** Whether it is still too wide. On an upright page it then needs a turned one. */
  readonly isWide: boolean
  /** Whether it stands on a landscape page. */
  readonly isTurned: boolean
  readonly words: string
}

/**
 * Tables that are wider than their place are set closer, then smaller, down to 9 pt: `data-fit` tells the style sheet
 * how. Looks at the runs that are being fitted.
 */
export const fitTables = bringing(
  fitAll,
  fitsWhole,
  fitTable,
  mayBeFull,
  setWell,
  roomOf,
  columnsOf,
  fits,
  markLongWords,
)

function fitAll(): FittedTable[] {
  const fitted: FittedTable[] = []
  for (const table of document.querySelectorAll<HTMLElement>('[data-fitting] table')) {
    if (table.parentElement?.closest('table')) continue
    delete table.dataset.fit
    if (fits(table)) setWell(table)
    else if (!fitsWhole(table)) fitted.push(fitTable(table))
  }
  return fitted
}

/**
 * Where the column beside the text is nobody's, a table that becomes a tenth shorter there has it as well; and names
 * that would push the other columns together may break.
 */
function setWell(table: HTMLElement): void {
  const heightWith = (fit: string): number => {
    table.dataset.fit = fit
    return table.getBoundingClientRect().height
  }
  const height = heightWith('')
  const isFree = document.documentElement.dataset.marks === undefined && mayBeFull(table)
  const full = isFree && heightWith('full') <= height * 0.9 ? 'full' : ''
  const whole = heightWith(full)
  if (heightWith(`${full} names`.trim()) > whole * 0.95) table.dataset.fit = full
  if (table.dataset.fit === '') delete table.dataset.fit
}

/**
 * What has room once its names and dates may break is set closer first, so that they need not: that is worth no word.
 */
function fitsWhole(table: HTMLElement): boolean {
  if (!table.querySelector('.whole')) return false
  const isSet = (fit: string): boolean => {
    table.dataset.fit = fit
    return fits(table)
  }
  if (!isSet('wraps')) return false
  const full = mayBeFull(table) ? 'full ' : ''
  return [
    ...(full ? ['full'] : []),
    `${full}tight`,
    `${full}tight 11pt`,
    `${full}tight 11pt names`,
    'wraps',
  ].some(isSet)
}

function mayBeFull(table: HTMLElement): boolean {
  const isTurned = table.closest<HTMLElement>('[data-run]')?.dataset.kind === 'landscape'
  return !isTurned && table.matches(':is([data-run], [data-run] > section) > .flow > table:not(.wide)')
}

function fitTable(table: HTMLElement): FittedTable {
  // Seven letters of 9 pt: in a narrower column broken words cannot be read.
  const COLUMN = 45
  const run = table.closest<HTMLElement>('[data-run]')
  const isTurned = run?.dataset.kind === 'landscape'
  const long = markLongWords(table)
  const ladder = [
    ...(mayBeFull(table) ? ['full'] : []),
    ...(long.has('address') ? ['breaks'] : []),
    'tight',
    '11pt',
    '10pt',
    '9pt',
    ...(long.has('word') ? ['letters'] : []),
    ...(isTurned && roomOf(table) / columnsOf(table) >= COLUMN ? ['anywhere'] : []),
  ]
  const steps: string[] = []
  const isEnough = (step: string): boolean => {
    steps.push(step)
    table.dataset.fit = ['wraps', ...steps].join(' ')
    return fits(table)
  }
  const isWide = !ladder.some(isEnough)
  const source = table.querySelector<HTMLElement>('[data-src]') ?? table.closest<HTMLElement>('[data-src]')
  return {
    run: run?.dataset.run ?? '',
    src: source?.dataset.src ?? '',
    steps,
    isWide,
    isTurned,
    words: (source?.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60),
  }
}

function roomOf(table: HTMLElement): number {
  const place = table.parentElement ?? table
  const { paddingLeft, paddingRight } = getComputedStyle(place)
  const inside = place.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
  // A table that begins in the hanging column has that as well.
  return inside - Math.min(0, Number.parseFloat(getComputedStyle(table).marginLeft))
}

function columnsOf(table: HTMLElement): number {
  return Math.max(1, ...[...table.querySelectorAll('tr')].map((row) => row.children.length))
}

function fits(table: HTMLElement): boolean {
  return table.getBoundingClientRect().width <= roomOf(table) + 0.5
}

/** Tells the style sheet which cells hold what may be broken, and what that is. */
function markLongWords(table: HTMLElement): ReadonlySet<string> {
  // An address may break anywhere; a word of this many letters only where nothing else helps.
  const LONG = 20
  const kinds = new Set<string>()
  for (const cell of table.querySelectorAll<HTMLElement>('th,td')) {
    const long = (cell.innerText ?? '').split(/\s+/).filter((word) => word.length > LONG)
    const kind = long.some((word) => /^[\p{L}\p{M}]+$/u.test(word)) ? 'word' : 'address'
    if (long.length === 0) continue
    cell.dataset.long = kind
    kinds.add(kind)
  }
  return kinds
}
