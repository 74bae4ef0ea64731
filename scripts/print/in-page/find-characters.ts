// Runs inside the browser: it can use nothing but what stands in the function itself.

export interface FontRule {
  readonly family: string
  /** Addresses below the reserved origin. */
  readonly urls: readonly string[]
  readonly range: string
}

/** Every `@font-face` of the document. */
export function listFontRules(): FontRule[] {
  const rules: FontRule[] = []
  const walk = (list: CSSRuleList): void => {
    for (const rule of list) {
      if (rule instanceof CSSFontFaceRule) {
        const source = rule.style.getPropertyValue('src')
        const urls = [...source.matchAll(/url\("?([^")]+)"?\)/g)].map(
          ([, url]) => new URL(url ?? '', document.baseURI).pathname,
        )
        const family = rule.style.getPropertyValue('font-family').replace(/^["']|["']$/g, '')
        rules.push({ family, urls, range: rule.style.getPropertyValue('unicode-range') })
      } else if ('cssRules' in rule) walk(rule.cssRules as CSSRuleList)
    }
  }
  for (const sheet of document.styleSheets) walk(sheet.cssRules)
  return rules
}

export interface RareCharacter {
  readonly character: string
  readonly src: string
  /** Computed `font-family`. */
  readonly families: string
}

/** Characters outside of `common` (the inside of a character class), each once for a place and a stack of fonts. */
export function findCharacters(common: string): RareCharacter[] {
  const rare = new RegExp(`[^${common}]`, 'gu')
  const found = new Map<string, RareCharacter>()
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement
    const characters = new Set((node.nodeValue ?? '').match(rare))
    if (!parent || characters.size === 0 || /^(style|script|title|desc)$/.test(parent.localName)) continue
    if (!parent.checkVisibility()) continue
    const families = getComputedStyle(parent).fontFamily
    const src = parent.closest<HTMLElement>('[data-src]')?.dataset.src ?? ''
    for (const character of characters) {
      const key = `${character} ${families} ${src}`
      if (!found.has(key)) found.set(key, { character, src, families })
    }
  }
  return [...found.values()]
}
