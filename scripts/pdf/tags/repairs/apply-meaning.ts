import { type Meaning, readMeaning } from '../../../ground/html/meaning.ts'
import type { TagElement } from '../element.ts'
import { textIn, walk } from '../walk.ts'

/** Types that a meaning stands for; the others only say more about a type. */
const TYPES: Readonly<Partial<Record<Meaning, string>>> = {
  section: 'Sect',
  toc: 'TOC',
  index: 'Index',
  terms: 'L',
  term: 'Lbl',
  meaning: 'LBody',
  abbr: 'Span',
  aside: 'Aside',
  callout: 'Callout',
  formula: 'Formula',
  artifact: 'Artifact',
}

/**
 * Takes the meanings out of the languages, and leaves each language where it differs from what is around it. Returns
 * the abbreviations that are expanded here, as they are shown.
 */
export function applyMeaning(root: TagElement): string[] {
  const abbreviations: string[] = []
  const inherited = new Map<TagElement, string>()
  walk(root, (element) => {
    const around = element.parent ? (inherited.get(element.parent) ?? '') : ''
    const { language, meaning, detail = '' } = readMeaning(element.language)
    const own = languageTag(language) || around
    inherited.set(element, own)
    element.language = own === around ? '' : own
    element.meaning = meaning
    element.detail = detail
    const type = meaning && TYPES[meaning]
    if (type) element.type = type
    if (meaning === 'picture') element.alt = undefined
    if (meaning === 'abbr') element.abbreviation = abbreviations.push(textIn(element).trim()) - 1
  })
  return abbreviations
}

const WELL_FORMED = /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i

/** `en_US` → `en-US`; '' for what is no language tag (PDF/A-2, 6.7.4): a reader had better guess than fall silent. */
function languageTag(written: string): string {
  const tag = written.trim().replaceAll('_', '-').replace(/-+$/, '')
  return WELL_FORMED.test(tag) ? tag : ''
}
