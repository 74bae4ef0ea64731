// Runs inside the browser: it can use nothing but what stands in the function itself, and what it brings.
import type { Area, PageGeometry } from '../page-geometry.ts'
import { bringing } from '../run-in-page.ts'
import { LAYING, layNotes } from './lay-notes.ts'

/**
 * Turns runs into boxes of one column a page, where the browser breaks the text exactly as it will print it, until
 * measure-runs.ts has read them. What was settled of them before is undone.
 */
export const layInColumns = bringing(layAll, columnsOf, forcedBreaks, notesInColumns, ...LAYING)

function layAll({ upright, landscape }: PageGeometry, gap: number, only: readonly string[]): void {
  const named = new Set(only)
  for (const run of document.querySelectorAll<HTMLElement>('[data-run]:not([data-blank] *)')) {
    if (!named.has(run.dataset.run ?? '')) continue
    for (const page of run.querySelectorAll(':scope > [data-away-page]')) page.remove()
    delete run.dataset.away
    run.style.removeProperty('--air')
    for (const figure of run.querySelectorAll<HTMLElement>('[data-stays]')) delete figure.dataset.stays
    if (run.querySelector('[data-notes-line]')) layNotes(run, undefined)
    for (const text of run.querySelectorAll<HTMLElement>(':scope > [data-begins]')) delete text.dataset.begins
    if (run.dataset.kind !== 'full') run.dataset.measured = ''
  }
  const style = document.createElement('style')
  style.dataset.columns = ''
  style.textContent =
    `[data-measured]${columnsOf(upright, gap)}` +
    `[data-measured][data-kind=landscape]${columnsOf(landscape, gap)}${forcedBreaks()}` +
    notesInColumns(upright, gap, '') +
    notesInColumns(landscape, gap, '[data-kind=landscape]')
  document.head.append(style)
}

function columnsOf({ width, height }: Area, gap: number): string {
  return (
    `{width:${width}px!important;height:${height}px!important;column-width:${width}px!important;column-count:auto!important;` +
    `column-gap:${gap}px!important;column-fill:auto!important;overflow:visible!important}`
  )
}

/**
 * In print a note is as far below the head of its run as all pages before it are high; here they stand beside each
 * other.
 */
function notesInColumns({ width }: Area, gap: number, kind: string): string {
  const shift = `var(--notes-at)*${width + gap}px`
  return (
    `[data-run][data-measured]${kind} [data-placed]{top:calc(var(--notes-y)*1px)!important;` +
    `left:calc(var(--hang,0px) + ${shift})!important;right:calc(-1*${shift})!important}` +
    `[data-measured]${kind} [data-notes-line]{display:none}`
  )
}

/** In columns only a column break breaks: every rule that forces a page gets a twin while measuring. */
function forcedBreaks(): string {
  const forced: string[] = []
  const walk = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule) {
        for (const name of ['break-before', 'break-after'] as const) {
          if (/^(page|left|right|recto|verso|always)$/.test(rule.style.getPropertyValue(name)))
            forced.push(`:is(${rule.selectorText}):not([data-run]){${name}:column!important}`)
        }
      }
      if ('cssRules' in rule) walk(rule.cssRules as CSSRuleList)
    }
  }
  for (const sheet of document.styleSheets) walk(sheet.cssRules)
  return forced.join('')
}
