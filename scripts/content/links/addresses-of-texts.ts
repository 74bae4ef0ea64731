// Addresses that other tools gave a text on their websites: `permalink: /guides/setup/`, `slug: setup`.
import type { Source } from '../../model/chapter.ts'

const FRONT_MATTER = /^\s*(?:---|\+\+\+)[ \t]*\n([\s\S]*?)\n(?:---|\+\+\+|\.\.\.)[ \t]*(?:\n|$)/
const ADDRESS = /^(?:permalink|slug|url|id)[ \t]*[:=][ \t]*["']?([^\s"'#:]+)["']?[ \t]*(?:#.*)?$/gm

/** By file; files without any are not in it. */
export const addressesOfTexts = (sources: readonly Source[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    sources.flatMap(({ file, text }) => {
      const matter = FRONT_MATTER.exec(text)?.[1]
      const found = matter ? [...matter.matchAll(ADDRESS)].map(([, address = '']) => address) : []
      return found.length > 0 ? [[file, found]] : []
    }),
  )
