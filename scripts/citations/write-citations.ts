// Works and the places that cite them → what is printed for each, by a processor of the Citation Style Language.
import type { ElementContent } from 'hast'
import { readHtml, writeHtml } from '../ground/html/html-text.ts'
import type { CitationMark, Citations } from '../model/citations.ts'
import { authorsInWords } from './authors-in-words.ts'
import { unlinked } from './citation-html.ts'
import type { CslItem } from './csl-item.ts'
import { plainText } from './plain-text.ts'
import { type CitationItem, type Cluster, type Engine, loadProcessor, type System } from './processor.ts'

/** Both as HTML; what stands for a work in a citation is a link with its key in `data-key`. */
export interface WrittenCitations {
  /** By the anchors of their marks. */
  readonly citations: Readonly<Record<string, string>>
  readonly list: readonly { readonly key: string; readonly html: string }[]
  /** Anchors of citations that say their author although they were not to. */
  readonly unsuppressed: readonly string[]
}

/** The marks of each text, in the order of print, of works that are known. */
export function writeCitations(
  texts: readonly (readonly CitationMark[])[],
  items: ReadonlyMap<string, CslItem>,
  { style, language, locales, uncited }: Citations,
): WrittenCitations {
  const engine = startEngine(style.xml, language, locales, items)
  const all = [...items.keys()]
  // Notes are numbered by text, and a reader of one text has not read the notes of another.
  const groups = style.form === 'note' ? texts : [texts.flat()]
  const writing: Writing = { engine, items, citations: {}, unsuppressed: [] }
  for (const marks of groups) if (marks.length > 0) writeGroup(marks, all, writing)
  // The list is in the order of all that is cited, in all texts.
  const clusters = texts
    .flat()
    .filter(isWork)
    .map((mark, index) => clusterOf({ ...mark, note: index + 1 }))
  const listWith = (one: Engine): WrittenCitations['list'] => {
    one.rebuildProcessorState(clusters, 'html', uncitedOf(uncited, all))
    return listOf(one)
  }
  const list = namedInFull(listWith(engine), items, style.xml, (xml) =>
    listWith(startEngine(xml, language, locales, items)),
  )
  const { citations, unsuppressed } = writing
  return { citations, unsuppressed, list }
}

const DASH = / subsequent-author-substitute="[^"]*"/g

/**
 * A dash for the names of the work before is put where as many names are the same as are printed, and “A, B et al.”
 * may be others: those that are not the same are named.
 */
function namedInFull(
  list: WrittenCitations['list'],
  items: ReadonlyMap<string, CslItem>,
  xml: string,
  listWith: (xml: string) => WrittenCitations['list'],
): WrittenCitations['list'] {
  if (!/ subsequent-author-substitute="/.test(xml) || / subsequent-author-substitute-rule="partial/.test(xml))
    return list
  const names = list.map(({ key }) => namesOf(items.get(key)))
  const isOther = (index: number): boolean => index > 0 && names[index] !== names[index - 1]
  if (!list.some((_, index) => isOther(index) && isDashed(list, index))) return list
  const full = new Map(listWith(xml.replace(DASH, '')).map((entry) => [entry.key, entry]))
  return list.map((entry, index) => (isOther(index) ? (full.get(entry.key) ?? entry) : entry))
}

const isDashed = (list: WrittenCitations['list'], index: number): boolean =>
  /^[—–-]/.test(plainText(list[index]?.html ?? '').trim())

const namesOf = (item: CslItem | undefined): string =>
  JSON.stringify(item?.author ?? item?.editor ?? item?.translator ?? item?.['container-title'] ?? '')

/** Whether the processor can print this one. */
export function isPrintable(item: CslItem, { style, language, locales }: Citations): boolean {
  try {
    const engine = startEngine(style.xml, language, locales, new Map([[item.id, item]]))
    engine.rebuildProcessorState([], 'html', [item.id])
    engine.makeBibliography()
    return true
  } catch {
    return false
  }
}

const uncitedOf = (uncited: readonly string[], all: readonly string[]): string[] =>
  uncited.includes('*') ? [...all] : uncited.filter((key) => all.includes(key))

interface Writing {
  readonly engine: Engine
  readonly items: ReadonlyMap<string, CslItem>
  readonly citations: Record<string, string>
  readonly unsuppressed: string[]
}

const isWork = ({ isName }: CitationMark): boolean => !isName

function startEngine(
  xml: string,
  language: string,
  locales: Citations['locales'],
  items: ReadonlyMap<string, CslItem>,
): Engine {
  const system: System = {
    // Of `de` it asks for `de-DE`: what is none of ours by its name is that of the publication.
    retrieveLocale: (code) => locales[code] ?? locales[language] ?? '',
    // The processor writes into what it is given.
    retrieveItem: (id) => ({ ...structuredClone(items.get(id)), system_id: id }),
    wrapCitationEntry: (text, id) =>
      `<a data-key="${id === undefined ? '' : encodeURIComponent(id)}">${text}</a>`,
  }
  const engine = new (loadProcessor().Engine)(system, xml, language, true)
  engine.opt.development_extensions.apply_citation_wrapper = true
  return engine
}

const NOTHING = '[NO_PRINTED_FORM]'

function writeGroup(marks: readonly CitationMark[], all: string[], writing: Writing): void {
  const { engine, citations, unsuppressed } = writing
  const clusters = marks.filter(isWork).map(clusterOf)
  const written = new Map(
    engine.rebuildProcessorState(clusters, 'html', all).map(([id, , text]) => [id, text]),
  )
  for (const mark of marks) {
    const { anchor, cites, isInSentence, isName } = mark
    const [first] = cites
    const text = written.get(anchor) ?? ''
    const isEmpty = text === '' || text.includes(NOTHING)
    if (isName && first) citations[anchor] = authorsOf(first.key, writing)
    else if (isInSentence && first)
      citations[anchor] =
        `${authorsOf(first.key, writing)}${isEmpty ? '' : ` ${affixed(text, mark, engine)}`}`
    else if (!isEmpty) citations[anchor] = affixed(text, mark, engine)
    else {
      unsuppressed.push(anchor)
      const named = cites.map(({ isWithoutAuthor: _, ...cite }) => cite)
      const again = engine.makeCitationCluster(itemsOf(named))
      citations[anchor] = again.includes(NOTHING)
        ? authorsOf(first?.key ?? '', writing)
        : affixed(again, mark, engine)
    }
  }
}

const clusterOf = ({ anchor, cites, note, isInSentence, isNote }: CitationMark): Cluster => {
  const [first, ...others] = cites
  const wanted =
    isInSentence && first ? [{ ...first, isWithoutAuthor: true as const }, ...others] : [...cites]
  // A note begins as a sentence does.
  if (isNote && first?.prefix) wanted[0] = { ...first, prefix: capitalised(first.prefix) }
  // “See this; also that” is in the order of its words.
  const isInOrder = cites.some(({ prefix }) => prefix !== undefined)
  const properties = { noteIndex: note, ...(isInOrder ? { unsorted: true } : {}) }
  return { citationID: anchor, citationItems: itemsOf(wanted), properties }
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const itemsOf = (cites: CitationMark['cites']): CitationItem[] =>
  cites.map(({ key, prefix, locator, label, suffix, isWithoutAuthor }) => ({
    id: key,
    ...(prefix ? { prefix: `${prefix} ` } : {}),
    ...(suffix ? { suffix } : {}),
    ...(locator ? { locator, label: label ?? 'page' } : {}),
    ...(isWithoutAuthor ? { 'suppress-author': true } : {}),
  }))

/** In the words of the style; one that names no authors has none. */
function authorsOf(key: string, { engine, items }: Writing): string {
  const text = engine.makeCitationCluster([{ id: key, 'author-only': true }])
  const plain = plainText(text)
  const item = items.get(key)
  if (plain !== '' && !text.includes(NOTHING) && !/^[[(]?\d+[\])]?$/.test(plain))
    return linkTo(key, withoutLinks(text))
  const words = { and: engine.getTerm('and', 'symbol'), others: engine.getTerm('et-al') }
  return item ? linkTo(key, authorsInWords(item, words)) : ''
}

const withoutLinks = (html: string): string =>
  writeHtml((readHtml(html).children as ElementContent[]).flatMap(unlinked))

const linkTo = (key: string, html: string): string => `<a data-key="${encodeURIComponent(key)}">${html}</a>`

/** With links in a citation the processor leaves the brackets, or the stop, around all of it to its caller. */
function affixed(html: string, { note, isNote }: CitationMark, { citation }: Engine): string {
  const { layout_prefix: before, layout_suffix: after } = citation.opt
  const end = plainText(html).trimEnd().at(-1) ?? ''
  // A note of the author's has its own stop.
  const isStopped = /[.?!]/.test(end) || (note > 0 && !isNote)
  const stop = /^\./.test(after) && isStopped ? after.slice(1) : after
  return `${escaped(before)}${html}${escaped(stop)}`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function listOf(engine: Engine): WrittenCitations['list'] {
  const made = engine.makeBibliography()
  if (!made) return []
  const [{ entry_ids: ids, bibliography_errors: errors }, entries] = made
  // A work of which the style prints nothing has a key and no entry.
  const empty = new Set(errors.map(({ itemID }) => itemID))
  const keys = ids.map(([key = '']) => key).filter((key) => !empty.has(key))
  return entries.map((html, index) => ({ key: keys[index] ?? '', html }))
}
