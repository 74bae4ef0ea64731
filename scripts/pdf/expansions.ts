import type { ShownAbbreviation } from '../model/document.ts'

/**
 * What the abbreviations of the pages stand for, by what is shown. Where one stands for two things, in the order of
 * the pages.
 */
export function expansions(
  abbreviations: readonly ShownAbbreviation[],
): (shown: string) => string | undefined {
  const found = new Map<string, string[]>()
  for (const { shown, title } of abbreviations) found.set(shown, [...(found.get(shown) ?? []), title])
  return (shown) => {
    const titles = found.get(shown)
    return titles && titles.length > 1 ? titles.shift() : titles?.[0]
  }
}
