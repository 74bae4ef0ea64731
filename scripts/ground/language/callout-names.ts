// What other tools call their callouts, by the word of the theme that labels them.
/** A word of the theme, '' for none. */
export type CalloutLabel = 'note' | 'tip' | 'important' | 'warning' | 'caution' | ''

const NAMES: Readonly<Record<CalloutLabel, string>> = {
  note: 'note info information abstract summary tldr todo seealso remark default secondary admonition callout notice alert hint-note',
  tip: 'tip hint success check done primary',
  important: 'important key',
  warning: 'warning attention danger error failure fail missing bug critical alert-warning',
  caution: 'caution',
  // These have a label only where their author wrote one.
  '': 'details detail collapse spoiler expand example question help faq quote cite blockquote custom panel box infobox card',
}

/** Of all tools, in small letters. */
export const CALLOUT_NAMES: readonly string[] = Object.values(NAMES).flatMap((names) => names.split(' '))

const LABELS: ReadonlyMap<string, CalloutLabel> = new Map(
  Object.entries(NAMES).flatMap(([label, names]) =>
    names.split(' ').map((name): [string, CalloutLabel] => [name, label as CalloutLabel]),
  ),
)

/** `note` for `info`, '' for a callout without a label of its own, undefined for what is no callout anywhere. */
export const calloutLabel = (name: string): CalloutLabel | undefined =>
  LABELS.get(name.toLowerCase().replace(/^callout-|^alert-|^admonition-/, ''))

/** What these say is more than any of our labels does: they are printed as their author named them. */
const SPOKEN = new Set(
  'abstract summary tldr todo seealso success check done danger error failure fail missing bug critical'.split(
    ' ',
  ),
)
const SPELT: Readonly<Record<string, string>> = { tldr: 'TL;DR', todo: 'To do', seealso: 'See also' }

export const isSpoken = (name: string): boolean => SPOKEN.has(name.toLowerCase())

/** `FAQ` and `API` stay as they are; else `BUG` is “Bug”. */
export function nameInWords(name: string): string {
  if (/^[A-Z]{2,4}$/.test(name) && (name === 'FAQ' || !LABELS.has(name.toLowerCase()))) return name
  return SPELT[name.toLowerCase()] ?? name.charAt(0).toUpperCase() + name.slice(1).toLowerCase()
}
