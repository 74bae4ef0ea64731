import { decodeEntities } from './decode-entities.ts'

const ABBREVIATION = /<abbr\b[^>]*?\stitle="([^"]*)"[^>]*>([^<]*)<\/abbr>/g

/** What the abbreviations of a page stand for, by what is shown. Where one stands for two things, in the order of the page. */
export function expansions(html: string): (shown: string) => string | undefined {
  const found = new Map<string, string[]>()
  for (const [, title = '', shown = ''] of html.matchAll(ABBREVIATION)) {
    const key = decodeEntities(shown).trim()
    found.set(key, [...(found.get(key) ?? []), decodeEntities(title)])
  }
  return (shown) => {
    const titles = found.get(shown)
    return titles && titles.length > 1 ? titles.shift() : titles?.[0]
  }
}
