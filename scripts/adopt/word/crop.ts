import { childOf, type Element } from './element.ts'

/** Shares of the width and height that are cut off. */
export interface Crop {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Undefined where the picture is whole. Word can also add empty edges, which are left out. */
export function cropOf(fill: Element | undefined): Crop | undefined {
  const edges = childOf(fill, 'a:srcRect')?.attributes
  const share = (key: string): number => {
    const written = edges?.[key] ?? '0'
    const value = written.endsWith('%') ? Number(written.slice(0, -1)) / 100 : Number(written) / 100_000
    return value > 0 && value < 1 ? value : 0
  }
  const crop = { left: share('l'), top: share('t'), right: share('r'), bottom: share('b') }
  const cuts = crop.left + crop.top + crop.right + crop.bottom
  return cuts > 0.002 && crop.left + crop.right < 0.99 && crop.top + crop.bottom < 0.99 ? crop : undefined
}
