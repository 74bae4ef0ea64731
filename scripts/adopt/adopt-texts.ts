// FOLDER or FILE… → the files of a publication. What each way reads is one draft; all that follows is the same for all.
import { posix } from 'node:path'
import { ArchiveFault } from '../ground/archives/archive-fault.ts'
import { peopleIn } from '../ground/language/people-in-words.ts'
import type { FormQuestion } from '../model/case-study-form.ts'
import type { Finding } from '../model/finding.ts'
import { finding, findingOf, hasErrors, withCause } from '../rules/finding.ts'
import type { FactsOf } from '../rules/rules.ts'
import { type Bringer, openBringer } from './bring-files.ts'
import type { Chapter, LostWords, WrittenChapter } from './chapter.ts'
import { type CutChapter, cutText } from './cut-text.ts'
import type { DraftText, Matter, MatterValue } from './draft.ts'
import { draftsTogether } from './drafts-together.ts'
import { saveAsOf, withFilesBeside } from './files-beside.ts'
import { mergedPublication } from './merged-publication.ts'
import { numberFiles } from './number-files.ts'
import { openGiven } from './open-given.ts'
import { placeTables } from './place-tables.ts'
import { type OpenDraft, placeTexts } from './place-texts.ts'
import { publicationText } from './publication-text.ts'
import { reportText } from './report-text.ts'
import { settleMatter, tellLeft, withoutLinks, wordsOfValues } from './settle-matter.ts'
import { nameInWords } from './ways/tree-order.ts'
import { wayFor } from './ways.ts'
import { withoutDivs } from './without-divs.ts'

export interface AdoptWishes {
  readonly paths: readonly string[]
  /** What the publication is to be called, whatever the texts say. */
  readonly title?: string
  /** What it is called where nothing tells. */
  readonly name: string
  /** Files that the publication has already, from its root. */
  readonly taken: readonly string[]
}

export interface AdoptTools {
  /** The keys of front matter that a text of a kind can have. */
  readonly fields: Readonly<Record<DraftText['kind'], readonly string[]>>
  /** What the form for a case study asks. */
  readonly questions: readonly FormQuestion[]
  /** A text of another tool in the spelling of ours. `texts`, `files`: what else its addresses can mean. */
  readonly respell: (
    markdown: string,
    about: { file: string; texts: readonly string[]; files: readonly string[] },
  ) => string
  /** Words of a text, front matter included, that are in nothing that was written of it. */
  readonly lostWords: (text: DraftText, written: readonly string[]) => readonly Omit<LostWords, 'from'>[]
}

export interface Adopted {
  readonly findings: readonly Finding[]
  readonly chapters: readonly WrittenChapter[]
  /** Files of data/ among those that are written. */
  readonly tables: readonly string[]
  /** In the words of “Read as …”, one for each path. */
  readonly readAs: readonly string[]
  /** From the root of the publication. Read one by one as they are asked for; none after an error. */
  readonly files: () => AsyncIterable<{ readonly file: string; readonly content: Uint8Array | string }>
  /** adopted.md, with what was found when the new files were checked. */
  readonly report: (more: readonly Finding[]) => string
  readonly close: () => void
}

/** Throws WrongUseError, and for no fault of the original. */
export async function adoptTexts(wishes: AdoptWishes, tools: AdoptTools): Promise<Adopted> {
  const opened: OpenDraft[] = []
  const close = (): void => {
    for (const { given } of opened) given.files.close()
  }
  const findings: Finding[] = []
  for (const path of wishes.paths) {
    const read = await readDraft(path, tools)
    if ('draft' in read) {
      opened.push(read)
      findings.push(...read.draft.findings, ...read.given.unread.map(unreadFolder))
    } else findings.push(read.fault)
  }
  if (hasErrors(findings)) return { ...NOTHING, findings, close }
  const { drafts, findings: twice } = draftsTogether(opened)
  return { ...(await adoptDrafts(drafts, wishes, tools, [...findings, ...twice])), close }
}

const unreadFolder = (file: string): Finding =>
  finding('adopted-file-is-text', { file }, { problem: 'unread', isFolder: true })

const NOTHING: Omit<Adopted, 'findings' | 'close'> = {
  chapters: [],
  tables: [],
  readAs: [],
  files: async function* () {},
  report: () => '',
}

async function readDraft(
  path: string,
  { questions }: AdoptTools,
): Promise<OpenDraft | { readonly fault: Finding }> {
  let shown = path
  try {
    const given = { ...(await openGiven(path)), questions }
    shown = given.shown
    const way = await wayFor(given)
    const read = await way?.read(given)
    const draft = read && (await withFilesBeside(given, read))
    if (draft && (draft.texts.length > 0 || draft.tables || hasErrors(draft.findings)))
      return { given, draft }
    given.files.close()
    const saveAs = saveAsOf(given.only ?? '')
    const facts = saveAs
      ? ({ problem: 'other-kind', original: shown, saveAs } as const)
      : ({ problem: 'no-text', original: shown } as const)
    return { fault: finding('adopted-original-is-read', { file: shown }, facts) }
  } catch (fault) {
    if (!(fault instanceof ArchiveFault)) throw fault
    if (fault.breach.rule === 'word-file-is-read')
      return { fault: withCause(findingOf(fault.breach, { file: shown }), fault.cause) }
    const told = finding('adopted-original-is-read', { file: shown }, factsOf(fault, shown))
    return { fault: withCause(told, fault.cause) }
  }
}

/** An archive of posts has rules of its own. */
function factsOf({ breach }: ArchiveFault, original: string): FactsOf<'adopted-original-is-read'> {
  if (breach.rule === 'archive-is-safe')
    return breach.facts.problem === 'records-too-large' ? { problem: 'damaged', original } : breach.facts
  if (breach.rule === 'archive-is-known') return { problem: 'no-text', original }
  const { facts } = breach
  if (facts.problem === 'file-is-missing' || facts.problem === 'no-file')
    return { problem: 'file-is-missing', file: facts.file }
  return { problem: 'damaged', original }
}

async function adoptDrafts(
  drafts: readonly OpenDraft[],
  wishes: AdoptWishes,
  tools: AdoptTools,
  before: readonly Finding[],
): Promise<Omit<Adopted, 'close'>> {
  const { title, chapters, authors } = chaptersOf(drafts, tools)
  const numbered = numberFiles(chapters, wishes.taken)
  const bringer = openBringer(wishes.taken)
  const placed = await placeTexts(numbered, drafts, bringer)
  const tables = await placeTables(drafts, bringer)
  const wrotePublication = !wishes.taken.includes('publication.yaml')
  const ofTexts = mergedPublication(
    drafts.map(({ draft }) => draft.publication),
    drafts.filter(({ draft }) => draft.texts.length > 0).length > 1,
  )
  const told = wishes.title ? { ...ofTexts, title: wishes.title } : ofTexts
  const publication = publicationText({
    told: told.makers === undefined ? withMakers(told, authors) : told,
    title,
    name: wishes.name,
    chapters: numbered,
    lacksAlternatives: placed.chapters.some(({ content }) => /!\[\s*\]\(|<img(?![^>]*\balt=)/i.test(content)),
  })
  const findings = [
    ...before,
    ...tellLeft(placed.chapters),
    ...placed.findings,
    ...tables.flatMap((one) => ('fault' in one ? one.fault : [])),
    ...(wrotePublication ? publication.findings : []),
    ...lossesOf(
      drafts,
      placed.chapters,
      wrotePublication ? `${publication.text}\n${title}\n${ofTexts.title ?? ''}` : title,
      tools,
    ),
  ]
  const settings = wrotePublication ? [{ file: 'publication.yaml', content: publication.text }] : []
  return {
    findings,
    chapters: placed.chapters,
    tables: tables.flatMap((one) => ('file' in one ? one.file : [])),
    readAs: drafts.map(({ given, draft }) => `${given.shown}: ${draft.is}`),
    files: () => filesOf(settings, placed.chapters, bringer),
    report: (more) =>
      reportText({
        drafts,
        chapters: placed.chapters,
        brought: bringer.files().map(({ file }) => file),
        tables: tables.flatMap((one) => ('file' in one ? one : [])),
        wrotePublication,
        findings: [...findings, ...more],
      }),
  }
}

/** Each once, in the order of the texts. */
function withMakers(told: Matter, authors: readonly MatterValue[]): Matter {
  const people = authors
    .flatMap((value) => peopleIn(value) ?? [])
    .map((one) => ({ ...one, name: withoutLinks(one.name) }))
  const makers = [...new Map(people.map((one) => [one.name, one])).values()]
  return makers.length === 0
    ? told
    : { ...told, makers: makers.map(({ name, role }) => (role ? { name, role } : name)) }
}

async function* filesOf(
  settings: readonly { file: string; content: string }[],
  chapters: readonly WrittenChapter[],
  bringer: Bringer,
): AsyncGenerator<{ file: string; content: Uint8Array | string }> {
  yield* settings
  for (const { file, content } of chapters) yield { file, content }
  for (const { file, bytes } of bringer.files()) yield { file, content: await bytes() }
}

interface Chapters {
  readonly title: string
  readonly chapters: readonly Chapter[]
  /** Whoever the texts name as their authors. */
  readonly authors: readonly MatterValue[]
}

/** A single text is cut into chapters; of several each is one already. */
function chaptersOf(drafts: readonly OpenDraft[], { respell, fields }: AdoptTools): Chapters {
  const texts = drafts.flatMap(({ given, draft }) => draft.texts.map((text) => ({ given, text })))
  const ownTexts = new Map(drafts.map(({ given, draft }) => [given, draft.texts.map(({ from }) => from)]))
  const titles: string[] = []
  const authors: MatterValue[] = []
  const chapters = texts.flatMap(({ given, text }): Chapter[] => {
    const names = { file: text.from, texts: ownTexts.get(given) ?? [], files: given.files.names }
    const markdown = text.original === undefined ? text.markdown : withoutDivs(respell(text.markdown, names))
    const settled = settleMatter(text, fields[text.kind])
    if (settled.authors !== undefined) authors.push(settled.authors)
    const cut = cutText(
      { ...text, matter: settled.matter, markdown },
      text.isWhole && texts.filter((one) => !one.text.isPart).length === 1,
    )
    titles.push(cut.title)
    return cut.chapters.map((chapter, index) => ({
      ...(text.isPart ? { ...chapter, matter: {} } : withTitle(chapter, text)),
      given,
      from: text.from,
      text,
      kind: text.kind,
      left: text.isPart ? text.matter : index === 0 ? settled.left : {},
    }))
  })
  return { title: titles.find((title) => title !== '') ?? '', chapters, authors }
}

/** What a list of chapters calls a text is its title where it has none, and else what stands at the top of its pages. */
function withTitle(chapter: CutChapter, { listed, from }: DraftText): CutChapter {
  const { matter, title } = chapter
  if (title === '') {
    const given = listed ?? nameInWords(posix.basename(from, posix.extname(from)))
    return given === '' ? chapter : { ...chapter, title: given, matter: { title: given, ...matter } }
  }
  const isShorter = listed !== undefined && listed !== '' && listed !== title && listed.length < title.length
  return isShorter && matter.short === undefined
    ? { ...chapter, matter: { ...matter, short: listed } }
    : chapter
}

function lossesOf(
  drafts: readonly OpenDraft[],
  chapters: readonly WrittenChapter[],
  publication: string,
  { lostWords }: AdoptTools,
): Finding[] {
  return drafts.flatMap(({ draft }) =>
    draft.texts.flatMap((text) => {
      const written = chapters.filter((chapter) => chapter.text === text)
      const left = written.flatMap((chapter) => wordsOfValues(chapter.left))
      const told = [...(text.told ?? []), ...left]
      const lost = lostWords({ ...text, told }, [publication, ...written.map(({ content }) => content)])
      return lost.map(({ text: words, line }) => {
        const file = written[0]?.file ?? text.from
        return finding('adopted-words-are-carried', { file }, { words, from: text.from, line })
      })
    }),
  )
}
