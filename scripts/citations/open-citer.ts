// Fills the citations of all texts, and the list of works.
import type { Element, ElementContent, Root } from 'hast'
import { digest } from '../ground/digest.ts'
import { rememberValues } from '../ground/files/remember-values.ts'
import { changeTree, hasClass, isElement } from '../ground/html/change-tree.ts'
import { slotOf } from '../ground/html/slot.ts'
import { LAYOUTS } from '../ground/layouts.ts'
import type { CiteAll } from '../model/book.ts'
import type { Chapter } from '../model/chapter.ts'
import type { CitationMark, Citations } from '../model/citations.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import { finding } from '../rules/finding.ts'
import { citationTree, element, type LinkOf, textOf } from './citation-html.ts'
import type { CslItem } from './csl-item.ts'
import { type ListedWorks, listOfWorks } from './list-of-works.ts'
import type { ThesisWords } from './settled-item.ts'
import { tellLosses } from './tell-losses.ts'
import { tellWorks } from './tell-works.ts'
import { understandWorks } from './understand-works.ts'
import { isPrintable, type WrittenCitations, writeCitations } from './write-citations.ts'

interface Written extends WrittenCitations {
  /** Keys of works that nothing could be made of. */
  readonly lost: readonly string[]
  readonly findings: readonly Finding[]
}

/** What was written for the same citations before is not written again. */
export async function openCiter(
  settings: Settings,
  citations: Citations,
): Promise<{ readonly cite: CiteAll; readonly done: () => Promise<void> }> {
  const kept = await rememberValues<Written>(settings, 'citations')
  const { doctoralThesis, mastersThesis, bachelorsThesis } = settings.theme.words
  const words = { doctoralThesis, mastersThesis, bachelorsThesis }
  const cite: CiteAll = (chapters) => {
    const texts = chapters.map(marksOf)
    const wanted = wantedWorks(texts.flat(), citations)
    const sources = wanted.map(({ source }) => source)
    const written = kept.of(
      () => digest(settings.version, JSON.stringify([texts, sources, { ...citations, works: [] }, words])),
      () => writtenNow(texts, wanted, citations, words),
    )
    return filled({ chapters, written, wanted, citations, settings })
  }
  return { cite, done: kept.done }
}

/** In the order in which they are cited. */
const marksOf = ({ citations = [] }: Chapter): CitationMark[] =>
  [...citations].sort((one, other) => one.order - other.order)

function wantedWorks(marks: readonly CitationMark[], { works, uncited }: Citations): Citations['works'] {
  const keys = new Set([...marks.flatMap(({ cites }) => cites.map(({ key }) => key)), ...uncited])
  return works.filter(({ key }) => keys.has(key) || uncited.includes('*'))
}

function writtenNow(
  texts: readonly (readonly CitationMark[])[],
  wanted: Citations['works'],
  citations: Citations,
  words: ThesisWords,
): Written {
  const { items, findings } = understandWorks(wanted, citations.works, words)
  const write = (known: ReadonlyMap<string, CslItem>): WrittenCitations =>
    writeCitations(
      texts.map((marks) => marks.filter(({ cites }) => cites.every(({ key }) => known.has(key)))),
      known,
      citations,
    )
  const lostOf = (known: ReadonlyMap<string, CslItem>): string[] =>
    wanted.map(({ key }) => key).filter((key) => !known.has(key))
  try {
    return { ...write(items), findings, lost: lostOf(items) }
  } catch {
    // A value of a kind that nobody thought of stops the processor: the work that has it is left out.
    const sound = new Map([...items].filter(([, item]) => isPrintable(item, citations)))
    const lost = wanted.filter(({ key }) => items.has(key) && !sound.has(key))
    const told = lost.map(({ key, file, line }) =>
      finding('bibliography-is-sound', { file, line }, { problem: 'not-printable', key }),
    )
    return { ...write(sound), findings: [...findings, ...told], lost: lostOf(sound) }
  }
}

interface Filling {
  readonly chapters: readonly Chapter[]
  readonly written: Written
  readonly wanted: Citations['works']
  readonly citations: Citations
  readonly settings: Settings
}

function filled({ chapters, written, wanted, citations, settings }: Filling): ReturnType<CiteAll> {
  const { words } = settings.theme
  const { style } = citations
  const home = homeOf(chapters)
  const own = home && LAYOUTS[home.matter.layout].shows === 'bibliography'
  const hasList = style.hasList && written.list.length > 0 && home !== undefined
  const listed = hasList
    ? listOfWorks(written.list, home.prefix, placesOfWorks(chapters), words.citedOn)
    : undefined
  const made = chapters.map((chapter) => {
    const cited = chapter.citations ? withCitations(chapter, written, style.form, listed) : chapter
    return chapter === home && listed
      ? withList(cited, listed.list, own ? undefined : words.worksCited)
      : cited
  })
  const findings = [
    ...written.findings,
    ...tellLosses(chapters, written, style),
    ...tellWorks({
      chapters,
      home: hasList && !own ? home : undefined,
      citations,
      listed: written.list.map(({ key }) => key),
      wanted: wanted.filter(({ key }) => !written.lost.includes(key)),
    }),
  ]
  return { chapters: made, findings }
}

/** The text whose page the list is; without one it closes the last text. */
function homeOf(chapters: readonly Chapter[]): Chapter | undefined {
  const own = chapters.find(({ matter }) => LAYOUTS[matter.layout].shows === 'bibliography')
  return (
    own ?? chapters.findLast(({ matter }) => LAYOUTS[matter.layout].shows === undefined) ?? chapters.at(-1)
  )
}

function placesOfWorks(chapters: readonly Chapter[]): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>()
  for (const { anchor, cites, isName } of chapters.flatMap(marksOf)) {
    if (isName) continue
    for (const key of new Set(cites.map((cite) => cite.key))) {
      const known = places.get(key)
      if (known) known.push(anchor)
      else places.set(key, [anchor])
    }
  }
  return places
}

function withCitations(
  chapter: Chapter,
  { citations }: WrittenCitations,
  form: Citations['style']['form'],
  listed: ListedWorks | undefined,
): Chapter {
  const linkOf: LinkOf = (key, children) => {
    const anchor = listed?.anchors.get(key)
    if (anchor === undefined) return children
    return form === 'note' ? linkedName(anchor, children) : [linkTo(anchor, children)]
  }
  const fill = (tree: Root): Root =>
    changeTree(tree, (node) => {
      const slot = slotOf(node)
      if (slot?.kind !== 'citation') return node
      const mark = chapter.citations?.[slot.index]
      const html = mark && citations[mark.anchor]
      if (!mark || html === undefined) return { type: 'text', value: mark?.typed ?? '' }
      return citationTree(html, (key, children) =>
        linkOf(key || numbered(textOf(children), mark, listed), children),
      )
    })
  const { body, titleBody, standfirstBody } = chapter
  return {
    ...chapter,
    body: fill(body),
    ...(titleBody ? { titleBody: fill(titleBody) } : {}),
    ...(standfirstBody ? { standfirstBody: fill(standfirstBody) } : {}),
  }
}

/** A bare number says by itself which work of the list it is. */
function numbered(text: string, { cites }: CitationMark, listed: ListedWorks | undefined): string {
  const number = Number(/^\D*(\d+)\D*$/.exec(text)?.[1] ?? Number.NaN)
  return [...(listed?.anchors.keys() ?? [])][number - 1] ?? (cites.length === 1 ? (cites[0]?.key ?? '') : '')
}

const linkTo = (anchor: string, children: readonly ElementContent[]): Element =>
  element('a', { href: `#${anchor}` }, children)

/** Of a whole note only its first words lead to the list: addresses in it lead elsewhere. */
function linkedName(anchor: string, children: readonly ElementContent[]): ElementContent[] {
  const [first, ...others] = children
  if (!first) return []
  if (first.type !== 'text') return [linkTo(anchor, [first]), ...others]
  const name = /^[“‘"]?[^,;:(“‘”’"]*[^,;:(“‘”’"\s]/.exec(first.value)?.[0] ?? first.value
  const rest = first.value.slice(name.length)
  return [
    linkTo(anchor, [{ type: 'text', value: name }]),
    ...(rest ? [{ type: 'text' as const, value: rest }] : []),
    ...others,
  ]
}

/** Before the notes of the text. */
function withList(chapter: Chapter, list: Element, label: string | undefined): Chapter {
  const { children } = chapter.body
  const last = children.at(-1)
  const at = isElement(last) && hasClass(last, 'notes') ? children.length - 1 : children.length
  const heading = label
    ? [element('p', { className: ['label', 'works-label'], dataMade: '' }, [{ type: 'text', value: label }])]
    : []
  return { ...chapter, body: { ...chapter.body, children: children.toSpliced(at, 0, ...heading, list) } }
}
