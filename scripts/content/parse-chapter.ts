// One file: Markdown in, a tree of HTML out, with everything that the other rooms must know of it.
//
// What each construct becomes (data-src left out; ⟨…⟩ is a slot, filled by book/ or pages/):
//   ## Cost              <h3 id="barriers--cost" class="s1">      tag: level in print; class: depth in the file
//   ![alt](file "cap")   <figure role="group" class="fig picture" id><div class="fig-body"><img>…<figcaption>
//   :::name, :lang[…]   directives/⟨name⟩.ts, at the head of each
//   [text](file.md)      <a href="#anchor">text</a><span class="ref" data-made> (page <span class="pg"
// data-page-of="anchor">
//   [figure](#id)        <a href="#anchor">figure<span data-made> ⟨number:anchor⟩</span></a>
//   [](#id)              <a href="#anchor" data-made>⟨reference:anchor⟩</a><span class="ref" data-made> on page …
//   [^1]                 <sup class="call" data-made><a>           notes: <div class="notes"><ol><li id="x--note-1">
//   IEWM                 <abbr title="…" id="x--i2">               the first time in a file

import type { ElementContent, Root as HastRoot } from 'hast'
import type { Paragraph, PhrasingContent, Root } from 'mdast'
import { tagForeignWords } from '../ground/language/foreign-words.ts'
import { SEE_OTHER } from '../ground/language/see-words.ts'
import { LAYOUTS } from '../ground/layouts.ts'
import { type SplitText, splitFrontMatter } from '../ground/yaml/split-front-matter.ts'
import type { Chapter, ChapterMatter, ImageMark, IndexMark, Source } from '../model/chapter.ts'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import { checkTree } from './checks/check-tree.ts'
import { callsWithoutNote, reportCall } from './checks/note-resolves.ts'
import { notesAreCalled } from './checks/notes-are-told-apart.ts'
import { percentageHasSource } from './checks/percentage-has-source.ts'
import { sectionIsWritten } from './checks/section-is-written.ts'
import { textIsInItsLanguage } from './checks/text-is-in-its-language.ts'
import { citationsInValue, takeCitations, tellInValue, withoutCitations } from './citations/take-citations.ts'
import { textAt } from './fields/field.ts'
import { FIELDS, togetherOf } from './fields/fields.ts'
import type { FormulaReader } from './formulas/read-formula.ts'
import { takeFormulas } from './formulas/take-formulas.ts'
import { inlineOfValue } from './front-matter/inline-of-value.ts'
import { plainValues } from './front-matter/plain-values.ts'
import { readFrontMatter } from './front-matter/read-front-matter.ts'
import { titleInText } from './front-matter/title-in-text.ts'
import { placeLines } from './includes/place-lines.ts'
import { termsAsked } from './index-terms.ts'
import { expandLaunch } from './launch/expand-launch.ts'
import { leaveOutPictures, withoutWithheldPicture } from './launch/leave-out-pictures.ts'
import { settleLinks } from './links/settle-addresses.ts'
import { settlePictures } from './links/settle-pictures.ts'
import { type Draft, newDraft, reportBreach } from './markdown/draft.ts'
import { placeFormulas } from './markdown/formula.ts'
import { takeHeadingIds } from './markdown/heading.ts'
import { linkScheme } from './markdown/link-scheme.ts'
import { markSourceLines } from './markdown/mark-source-lines.ts'
import { nameHeadings } from './markdown/name-headings.ts'
import { plainTree } from './markdown/plain-tree.ts'
import { renderTree } from './markdown/processor.ts'
import { resolveReferences } from './markdown/resolve-references.ts'
import { settleIndexMarks } from './markdown/settle-index-marks.ts'
import { type TermFinder, termFinder } from './markdown/term-finder.ts'
import { headWith, takeMarks } from './marked-head.ts'
import type { ParseContext } from './parse-context.ts'
import { checkShape } from './shape/check-shape.ts'
import { textIsNotUnderlined } from './shape/text-is-not-underlined.ts'
import { titleHeading } from './shape/title-heading.ts'
import { type OutlineContext, sourceOutline } from './source-outline.ts'
import { abbreviationsAreUsed } from './syntax/abbreviations.ts'
import { settleHeadings } from './syntax/heading-order.ts'
import { settleAnchors } from './syntax/html/settle-anchors.ts'
import { dropRemarks } from './syntax/html/take-html.ts'
import { onceAKind } from './syntax/once-a-kind.ts'
import { readAnySpelling } from './syntax/read-any-spelling.ts'
import { settleOnly } from './syntax/settle-only.ts'
import { takeSyntax } from './syntax/take-syntax.ts'
import { takeTitle } from './syntax/title-of-text.ts'
import { textOfOutline } from './text-of-outline.ts'
import { valuesInMatter } from './values/values-in-matter.ts'
import type { CheckWriting } from './writing/check-writing.ts'

/** What is loaded only where a text may ask for it. */
export interface ParseTools {
  readonly checkWriting?: CheckWriting | undefined
  readonly readFormula?: FormulaReader | undefined
}

/** Pure: reads no file, throws for no fault in the text. */
export function parseChapter(
  source: Source,
  context: ParseContext,
  { checkWriting, readFormula }: ParseTools = {},
): Chapter {
  const split = splitFrontMatter(source.text, source.file)
  const { tree, draft } = treeOf(split.body, source, context, readFormula)
  const read = readMatter(tree, split, source, draft)
  const { head, leading, findings } = read
  const matter = withoutWithheldPicture(read.matter, draft)
  const gone = leaveOutPictures(tree, draft)
  draft.findings.push(...source.findings, ...findings)
  draft.numberedLayout = LAYOUTS[matter.layout].numbersSections === true
  const title = takeTitle(tree, matter.title, matter.lines.title === undefined ? leading : undefined, draft)
  if (tree.children.length === 0 && needsText(matter))
    draft.findings.push(finding('title-has-text', { file: source.file, line: matter.lines.title ?? 1 }))
  draft.head = headWith(head, title, matter)
  settleHeadings(tree, title, draft)
  nameHeadings(tree, title, draft)
  settleAnchors(tree, draft)
  const unwritten = sectionIsWritten(tree, draft) // Before the remarks go.
  dropRemarks(tree)
  textIsNotUnderlined(tree, draft)
  checkTree(tree, draft)
  checkShape(tree, { matter, title: titleHeading(matter, leading, source), unwritten }, draft)
  checkMatter(matter, draft)
  textIsInItsLanguage(draft)
  const forms = checkWriting?.(tree, matter, draft) ?? [] // Before the words of launch day stand in the tree.
  const withheld = expandLaunch(tree, source, context)
  draft.findings.push(...withheld.findings)
  const hast = placeFormulas(renderTree(tree, draft), draft)
  abbreviationsAreUsed(draft)
  notesAreCalled(tree, new Set([...draft.notes.keys()].map((name) => name.toLowerCase())), draft)
  tagForeignWords(hast)
  markSourceLines(hast)
  const outline = sourceOutline(tree, {
    level: source.level,
    head: draft.head,
    formulas: draft.formulas,
    target: targetsOf(draft),
    footNotes: context.footNotes === true && LAYOUTS[matter.layout].fullPage === undefined,
    cited: (text) => citationsInValue(text, context),
  })
  const parsed = chapterOf(source, { matter, hast, outline, forms }, draft, context)
  const anchors = [...gone, ...withheld.anchors]
  return anchors.length > 0 ? { ...parsed, withheld: anchors } : parsed
}

/** What the author wrote, with each construct as what it is, whoever's spelling it has. */
function treeOf(
  text: string,
  source: Source,
  context: ParseContext,
  readFormula: FormulaReader | undefined,
): { readonly tree: Root; readonly draft: Draft } {
  const { tree, told } = readAnySpelling(text, {
    ...context,
    file: source.file,
    values: context,
  })
  if (source.parts) placeLines(tree, told, source.parts)
  const draft = newDraft(source, context, termsOf(context), readFormula)
  settleOnly(tree, draft)
  for (const one of onceAKind(told)) reportBreach(draft, one, one, one.severity)
  takeFormulas(tree, draft)
  takeSyntax(tree, draft)
  settleIndexMarks(tree, draft)
  takeHeadingIds(tree, draft)
  resolveReferences(tree)
  takeCitations(tree, draft)
  settlePictures(tree, draft)
  settleLinks(tree, draft)
  return { tree, draft }
}

interface Parsed extends Pick<Chapter, 'matter' | 'outline' | 'forms'> {
  readonly hast: HastRoot
}

function chapterOf(
  source: Source,
  { matter, hast, outline, forms }: Parsed,
  draft: Draft,
  context: ParseContext,
): Chapter {
  const { file, kind, number, prefix, level } = source
  return {
    file,
    kind,
    number,
    prefix,
    level,
    ...(source.included ? { included: source.included } : {}),
    matter,
    body: plainTree(hast),
    ...headBodies(draft),
    ...(draft.shows.size > 0 ? { shows: [...draft.shows] } : {}),
    headings: draft.headings,
    anchors: draft.anchors,
    ...(draft.blockTitles.size > 0 ? { blockTitles: Object.fromEntries(draft.blockTitles) } : {}),
    links: draft.links,
    ...(draft.aliases.size > 0 ? { aliases: Object.fromEntries(draft.aliases) } : {}),
    images: [...pictureOf(matter, draft), ...draft.images],
    ...(draft.files.length > 0 ? { files: [...new Set(draft.files)] } : {}),
    exhibits: draft.exhibits.map((one) => ({ ...one, caption: withoutCitations(one.caption, context) })),
    ...(draft.onlys.length > 0 ? { onlys: draft.onlys } : {}),
    ...(draft.credits.length > 0 ? { credits: draft.credits } : {}),
    ...(draft.citations.length > 0 ? { citations: draft.citations } : {}),
    indexMarks: [...indexOf(matter, prefix), ...draft.indexMarks],
    text: textOfOutline(outline),
    outline,
    forms,
    findings: inOrder(source.parts ? draft.findings.map(withoutFix) : draft.findings),
  }
}

/** Title and standfirst as they are printed, where their words are not all there is. */
function headBodies(draft: Draft): Pick<Chapter, 'titleBody' | 'standfirstBody'> {
  const { title, standfirst } = draft.printedHead
  const treeOf = (children: ElementContent[]) =>
    plainTree(placeFormulas({ type: 'root', children } as HastRoot, draft))
  return {
    ...(title ? { titleBody: treeOf(title) } : {}),
    ...(standfirst ? { standfirstBody: treeOf(standfirst) } : {}),
  }
}

/** Inside the book a link leads where its rendering found it to lead; outside, where its address says. */
function targetsOf({ links }: Draft): OutlineContext['target'] {
  const known = new Map(links.map(({ line, column, target }) => [`${line}:${column}`, `#${target}`]))
  return (place, url) => {
    const { scheme, safe } = linkScheme(url)
    if (!scheme) return known.get(place)
    return safe ? url.trim() : undefined
  }
}

let lastTerms: { readonly glossary: ParseContext['glossary']; readonly finder: TermFinder } | undefined

/** The pattern of all terms is the same for every file of a publication. */
function termsOf({ glossary }: ParseContext): TermFinder {
  if (lastTerms?.glossary !== glossary) lastTerms = { glossary, finder: termFinder(glossary) }
  return lastTerms.finder
}

/** The values at the top, with the title of the text where they have none. */
function readMatter(tree: Root, split: SplitText, source: Source, draft: Draft) {
  const { context } = draft
  const { file, kind } = source
  const title = titleInText(tree, file)
  const read = readFrontMatter({ reading: split.matter, file, kind, title }, context)
  const filled = valuesInMatter(read.matter, file, context)
  const plain = plainValues(filled.matter, source, context)
  // A title that stands in the text was read with it.
  const isFromText = (text: string) => read.matter.lines.title === undefined && text === title.text
  const inlineOf = (text: string) =>
    isFromText(text) ? undefined : withFormulas(inlineOfValue(text, source, context)?.children, draft)
  const findings = [...split.findings, ...read.findings, ...filled.findings, ...plain.findings]
  const marked = takeMarks(plain.matter, tree, { inlineOf, cited: (text) => citationsInValue(text, context) })
  const settled = { ...marked.matter, ...togetherOf(marked.matter) }
  return { ...marked, matter: settled, leading: title.heading, findings }
}

function withFormulas(
  children: readonly PhrasingContent[] | undefined,
  draft: Draft,
): readonly PhrasingContent[] | undefined {
  if (!children?.some(({ type }) => type === 'formula')) return children
  const paragraph: Paragraph = { type: 'paragraph', children: [...children] }
  takeFormulas({ type: 'root', children: [paragraph] }, draft)
  return paragraph.children
}

/** These are made from data, from other files or from the glossary. */
function needsText({ layout, figures }: ChapterMatter): boolean {
  const { shows } = LAYOUTS[layout]
  return shows === undefined || (shows === 'figures' && figures.length === 0)
}

function checkMatter(matter: ChapterMatter, draft: Draft): void {
  const at = (key: string) => ({ position: { start: { line: matter.lines[key] ?? 1, column: 1 } } })
  for (const { key, claims, marks } of FIELDS) {
    tellInValue(textAt(matter, key), at(key), draft)
    for (const claim of claims?.(matter) ?? []) percentageHasSource(claim, at(key), draft)
    for (const label of marks && matter.lines[key] ? callsWithoutNote(textAt(matter, key)) : [])
      reportCall(label, matter.lines[key] ?? 1, draft)
  }
}

function pictureOf({ picture, lines }: ChapterMatter, { measures }: Draft): ImageMark[] {
  if (!picture) return []
  return [
    {
      file: picture.file,
      alt: picture.alt,
      decorative: false,
      line: lines.picture ?? 1,
      column: 1,
      widthMm: measures.textMm,
    },
  ]
}

/** The whole file as the index has it: its terms, and for a case study who, where and with what. */
function indexOf(matter: ChapterMatter, prefix: string): IndexMark[] {
  const asked = new Set(matter.index)
  const terms = new Set([...asked, ...FIELDS.flatMap(({ index }) => index?.(matter) ?? [])])
  const line = matter.lines.index ?? 1
  return [...terms].flatMap((term) =>
    asked.has(term)
      ? termsIn(term).map((one) => ({ ...one, anchor: prefix, line }))
      : [{ term, anchor: prefix }],
  )
}

/** One of a list, in which a semicolon parts nothing but where readers are sent to. */
const termsIn = (term: string): Pick<IndexMark, 'term' | 'see'>[] =>
  SEE_OTHER.test(term) ? termsAsked(term) : [{ term }]

/** Of a text of several files no one knows where a fix would be made. */
const withoutFix = ({ fix: _, ...finding }: Finding): Finding => finding

const inOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) => (a.place.line ?? 0) - (b.place.line ?? 0) || (a.place.column ?? 0) - (b.place.column ?? 0),
  )
