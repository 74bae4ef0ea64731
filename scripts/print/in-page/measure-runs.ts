// Runs inside the browser: it can use nothing but what stands in the function itself, and what it brings.
import type { Area, PageGeometry } from '../page-geometry.ts'
import { bringing } from '../run-in-page.ts'
import type { BlockMark } from './float-figures.ts'
import { layNotes, type NotePlaces } from './lay-notes.ts'
import { PLACING, placeNotes } from './place-notes.ts'

export interface Measured {
  /** Pages of each run that was measured. */
  readonly pages: Record<string, number>
  /** How much of its last page each run of text fills, 0 to 1. */
  readonly filled: Readonly<Record<string, number>>
  /** What was changed in a run for the good of its pages, where anything was. */
  readonly settled: Readonly<Record<string, Settled>>
  /** Of each wanted anchor in those runs: its run and its page there, from 0. */
  readonly anchors: Record<string, readonly [run: string, page: number]>
  /** Those of the anchors that stand in a line of text and are no boxes of their own. */
  readonly inline: readonly string[]
  /** Of each run, where on its pages what came from a file stands. Only when asked for. */
  readonly marks: Readonly<Record<string, readonly SourceMark[]>>
}

export interface Settled {
  /** The space between its blocks. */
  readonly air?: number
  /** Which of the texts in it, counted from 0, begins a page although it might have run on. */
  readonly begins?: number
  /** Figures that were moved, and what that asks of the blocks around them. */
  readonly blocks?: readonly BlockMark[]
  /** Where its notes stand. */
  readonly notes?: NotePlaces
}

/**
 * A box, or its part on one page: page of the run from 0, and pixels from the left and the top of the page's text
 * area.
 */
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

/** Between columns, in pixels. */
type Gap = number

type Reading = Omit<Measured, 'settled'> & {
  /** What was changed in a run to save its last page or to fill it. */
  readonly ends: Readonly<Record<string, Settled>>
}

/**
 * Of runs that lie in columns: settles the space between their blocks, and reads the column of every anchor that some
 * link or page number needs. Then they lie as before.
 */
export const measureRuns = bringing(
  measure,
  notesOfRuns,
  settleAll,
  settleAir,
  beginLast,
  filledAtEnd,
  anchorsIn,
  marksIn,
  ...PLACING,
)

function measure(
  { upright, landscape, leastFilled }: PageGeometry,
  gap: Gap,
  { only, wanted, withMarks }: Wishes,
): Reading {
  const named = new Set(only)
  const all = [...document.querySelectorAll<HTMLElement>('[data-run]:not([data-blank] *)')]
  const runs = all.filter((run) => named.has(run.dataset.run ?? ''))
  const stride = (run: HTMLElement): number =>
    (run.dataset.kind === 'landscape' ? landscape.width : upright.width) + gap
  const notesOf = notesOfRuns(upright, landscape, gap)
  const pagesOf = (run: HTMLElement): number => {
    if (run.dataset.kind === 'full') return 1
    const ofNotes = (notesOf(run)?.lines.at(-1)?.[0] ?? 0) + 1
    return Math.max(ofNotes, Math.round((run.scrollWidth + gap) / stride(run)))
  }
  const fillOf = (run: HTMLElement): number => filledAtEnd(run, upright.height, gap, notesOf(run))
  const ends = settleAll(runs, leastFilled, notesOf, pagesOf, fillOf)
  const pages: Record<string, number> = {}
  const filled: Record<string, number> = {}
  for (const run of runs) {
    pages[run.dataset.run ?? ''] = pagesOf(run)
    if (run.dataset.kind === 'flow') filled[run.dataset.run ?? ''] = fillOf(run)
  }
  const { anchors, inline } = anchorsIn(new Set(runs), wanted, pages, stride, gap)
  const marks: Record<string, SourceMark[]> = {}
  for (const run of withMarks ? runs : []) marks[run.dataset.run ?? ''] = marksIn(run, stride(run), gap)
  document.querySelector('style[data-columns]')?.remove()
  for (const run of runs) delete run.dataset.measured
  return { pages, filled, ends, anchors, inline, marks }
}

/** Notes move what follows them, so they are set anew whenever the air or the beginning of a text is another one. */
function notesOfRuns(upright: Area, landscape: Area, gap: Gap): (run: HTMLElement) => NotePlaces | undefined {
  const known = new Map<HTMLElement, { readonly state: string; readonly places: NotePlaces | undefined }>()
  return (run) => {
    const begins = [...run.children].findIndex((text) => text.hasAttribute('data-begins'))
    const state = `${run.style.getPropertyValue('--air')} ${begins}`
    const before = known.get(run)
    if (before?.state === state) return before.places
    if (before?.places) layNotes(run, undefined)
    const places = placeNotes(run, run.dataset.kind === 'landscape' ? landscape : upright, gap)
    known.set(run, { state, places })
    return places
  }
}

function settleAll(
  runs: readonly HTMLElement[],
  leastFilled: number,
  notesOf: (run: HTMLElement) => NotePlaces | undefined,
  pagesOf: (run: HTMLElement) => number,
  fillOf: (run: HTMLElement) => number,
): Record<string, Settled> {
  const ends: Record<string, Settled> = {}
  for (const run of runs) {
    if (run.dataset.kind === 'full') continue
    const isFlow = run.dataset.kind === 'flow'
    const least = Number.parseFloat(getComputedStyle(run).getPropertyValue('--least-filled')) || leastFilled
    const begins = isFlow ? beginLast(run, least, pagesOf, fillOf) : undefined
    const air = isFlow && begins === undefined ? settleAir(run, least, pagesOf, fillOf) : undefined
    const notes = notesOf(run)
    if (air === undefined && begins === undefined && notes === undefined) continue
    ends[run.dataset.run ?? ''] = {
      ...(air === undefined ? {} : { air }),
      ...(begins === undefined ? {} : { begins }),
      ...(notes === undefined ? {} : { notes }),
    }
  }
  return ends
}

/**
 * Where texts that run on leave next to nothing for the last page, the last of them begin it. Gives the place of the
 * first.
 */
function beginLast(
  run: HTMLElement,
  least: number,
  pagesOf: (run: HTMLElement) => number,
  fillOf: (run: HTMLElement) => number,
): number | undefined {
  const before = pagesOf(run)
  const texts = [...run.children].filter((one) => !one.hasAttribute('data-notes-line')) as HTMLElement[]
  if (texts.length < 2 || before < 2 || fillOf(run) >= least) return undefined
  for (let place = texts.length - 1; place > 0; place--) {
    const text = texts[place]!
    text.dataset.begins = ''
    const pages = pagesOf(run)
    if (pages === before && fillOf(run) >= least) return place
    delete text.dataset.begins
    if (pages > before) return undefined
  }
  return undefined
}

function anchorsIn(
  measured: ReadonlySet<Element>,
  wanted: readonly string[],
  pages: Readonly<Record<string, number>>,
  stride: (run: HTMLElement) => number,
  gap: Gap,
): Pick<Measured, 'anchors' | 'inline'> {
  const anchors: Record<string, readonly [string, number]> = {}
  const inline: string[] = []
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
    const column = (box.left - run.getBoundingClientRect().left + gap / 2) / stride(run)
    anchors[id] = [name, inside ? Math.min(Math.max(0, Math.floor(column)), (pages[name] ?? 1) - 1) : 0]
  }
  return { anchors, inline }
}

function marksIn(run: HTMLElement, step: number, gap: Gap): SourceMark[] {
  const origin = run.getBoundingClientRect()
  return [...run.querySelectorAll<HTMLElement>('[data-src]')].flatMap((element) =>
    [...element.getClientRects()].map(({ left, top, width, height }) => {
      const column = Math.max(0, Math.floor((left - origin.left + gap / 2) / step))
      const page = run.dataset.kind === 'full' ? 0 : column
      const inset = left - origin.left - page * step
      return { src: element.dataset.src ?? '', page, left: inset, top: top - origin.top, width, height }
    }),
  )
}

/** How much of its last page the text of a run fills, 0 to 1, and the notes with it. */
function filledAtEnd(run: HTMLElement, height: number, gap: Gap, notes: NotePlaces | undefined): number {
  const ends = [...run.children].map((box) => [...box.getClientRects()].at(-1))
  const last = Math.max(...ends.map((end) => end?.left ?? 0))
  const text = Math.max(0, ...ends.map((end) => (end && end.left >= last - 1 ? end.height : 0)))
  const [page, y] = notes?.lines.at(-1) ?? [-1, 0]
  const stride = run.clientWidth + gap
  const ofText = Math.round((last - run.getBoundingClientRect().left) / stride)
  const ofNotes = page >= ofText ? height - y : 0
  return Math.min(1, ((page > ofText ? 0 : text) + ofNotes) / height)
}

/**
 * Sets the space between the blocks of a run, as a multiple of what the style sheet gives: evenly, so that no page
 * looks closer than the next. The run lies in columns; `pagesOf` counts them. Where its last page holds next to
 * nothing, less space takes that page away; where that does not help, more of it makes the page fuller. The limits are
 * the style sheet's, `--air-least` and `--air-most`, times its `--air`. Gives what was set; undefined where nothing
 * was.
 */
function settleAir(
  run: HTMLElement,
  least: number,
  pagesOf: (run: HTMLElement) => number,
  fillOf: (run: HTMLElement) => number,
): number | undefined {
  const STEPS = 4
  const style = getComputedStyle(run)
  const limit = (name: string): number => Number.parseFloat(style.getPropertyValue(name)) || 1
  const usual = limit('--air')
  const before = pagesOf(run)
  const set = (factor: number): void => {
    if (factor === 1) run.style.removeProperty('--air')
    else run.style.setProperty('--air', String(Math.round(usual * factor * 1000) / 1000))
  }
  /** The step nearest to nothing that does it, or 1 where not even the last does. */
  const nearest = (last: number, isEnough: () => boolean): number => {
    const at = (step: number): number => 1 + ((last - 1) * step) / STEPS
    set(last)
    if (last === 1 || !isEnough()) return 1
    let step = STEPS
    while (step > 1) {
      set(at(step - 1))
      if (!isEnough()) break
      step -= 1
    }
    return at(step)
  }
  // Of many pages each gives up so little for the last one that nobody sees it.
  const A_PAGE = 0.06
  const filled = before < 2 ? 1 : fillOf(run)
  const isLess = filled < least || filled <= A_PAGE * (before - 1)
  const closer = isLess ? nearest(limit('--air-least'), () => pagesOf(run) < before) : 1
  const looser =
    closer === 1 && filled < least
      ? nearest(limit('--air-most'), () => pagesOf(run) === before && fillOf(run) >= least)
      : 1
  const factor = closer * looser
  // What ends right at the foot of its page ends a hair below it in print, where another page with nothing on it
  // follows.
  const isTight = (less: number): boolean => {
    set(factor - less)
    return fillOf(run) > 0.998
  }
  set(factor - ([0, 0.01, 0.02, 0.03].find((less) => !isTight(less)) ?? 0))
  return Number.parseFloat(run.style.getPropertyValue('--air')) || undefined
}
