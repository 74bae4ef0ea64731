// Runs inside the browser: it can use nothing but what stands in the function itself.
import type { Area, PageGeometry } from '../page-geometry.ts'

export interface Measured {
  /** Pages of each run that was measured. */
  readonly pages: Record<string, number>
  /** Of each wanted anchor in those runs: its run and its page there, from 0. */
  readonly anchors: Record<string, readonly [run: string, page: number]>
  /** Those of the anchors that stand in a line of text and are no boxes of their own. */
  readonly inline: readonly string[]
  /** Of each run, where on its pages what came from a file stands. Only when asked for. */
  readonly marks: Readonly<Record<string, readonly SourceMark[]>>
}

/** A box, or its part on one page: page of the run from 0, and pixels from the left and the top of the page's text area. */
export interface SourceMark {
  /** `3:14`. */
  readonly src: string
  readonly page: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Wishes {
  readonly only: readonly string[]
  readonly wanted: readonly string[]
  readonly withMarks: boolean
}

/**
 * Turns runs into boxes of one column a page, where the browser breaks the text exactly as it will print it, and reads
 * the column of every anchor that some link or page number needs.
 */
export function measureRuns(
  { upright, landscape }: PageGeometry,
  { only, wanted, withMarks }: Wishes,
): Measured {
  // Wide enough that what hangs in a margin, or sticks out of it, still counts as its own column.
  const GAP = 600
  const columns = ({ width, height }: Area): string =>
    `{width:${width}px!important;height:${height}px!important;column-width:${width}px!important;column-count:auto!important;` +
    `column-gap:${GAP}px!important;column-fill:auto!important;overflow:visible!important}`
  const breaks = (): string => {
    // In columns only a column break breaks: every rule that forces a page gets a twin while measuring.
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

  const named = new Set(only)
  const all = [...document.querySelectorAll<HTMLElement>('[data-run]:not([data-blank] *)')]
  const runs = all.filter((run) => named.has(run.dataset.run ?? ''))
  for (const run of runs) {
    for (const page of run.querySelectorAll(':scope > [data-away-page]')) page.remove()
    delete run.dataset.away
  }
  const style = document.createElement('style')
  style.textContent = `[data-measured]${columns(upright)}[data-measured][data-kind=landscape]${columns(landscape)}${breaks()}`
  const flowing = runs.filter((run) => run.dataset.kind !== 'full')
  for (const run of flowing) run.dataset.measured = ''
  document.head.append(style)

  const pages: Record<string, number> = {}
  const anchors: Record<string, readonly [string, number]> = {}
  const inline: string[] = []
  const stride = (run: HTMLElement): number =>
    (run.dataset.kind === 'landscape' ? landscape.width : upright.width) + GAP
  for (const run of runs) {
    const count = run.dataset.kind === 'full' ? 1 : Math.round((run.scrollWidth + GAP) / stride(run))
    pages[run.dataset.run ?? ''] = Math.max(1, count)
  }
  const measured = new Set(runs)
  for (const id of wanted) {
    const element = document.getElementById(id)
    const run =
      element?.closest<HTMLElement>('[data-run]') ?? element?.querySelector<HTMLElement>('[data-run]')
    if (!element || !run || !measured.has(run)) continue
    // A block that does not fit leaves an empty box at the foot of the page before.
    const boxes = [...element.getClientRects()]
    const box = boxes.find((one) => one.height > 0) ?? boxes[0]
    if (!box) continue
    if (getComputedStyle(element).display === 'inline') inline.push(id)
    const name = run.dataset.run ?? ''
    const inside = run.contains(element) && run !== element && run.dataset.kind !== 'full'
    const column = (box.left - run.getBoundingClientRect().left + GAP / 2) / stride(run)
    anchors[id] = [name, inside ? Math.min(Math.max(0, Math.floor(column)), (pages[name] ?? 1) - 1) : 0]
  }
  const marks: Record<string, SourceMark[]> = {}
  for (const run of withMarks ? runs : []) {
    const origin = run.getBoundingClientRect()
    const step = stride(run)
    const found: SourceMark[] = []
    for (const element of run.querySelectorAll<HTMLElement>('[data-src]')) {
      for (const { left, top, width, height } of element.getClientRects()) {
        const page =
          run.dataset.kind === 'full' ? 0 : Math.max(0, Math.floor((left - origin.left + GAP / 2) / step))
        const inset = left - origin.left - page * step
        found.push({
          src: element.dataset.src ?? '',
          page,
          left: inset,
          top: top - origin.top,
          width,
          height,
        })
      }
    }
    marks[run.dataset.run ?? ''] = found
  }
  style.remove()
  for (const run of flowing) delete run.dataset.measured
  return { pages, anchors, inline, marks }
}
