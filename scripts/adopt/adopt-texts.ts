import { languageOfWords } from '../ground/language/language-of-words.ts'
import { peopleIn } from '../ground/language/people-in-words.ts'
import type { Finding } from '../model/finding.ts'
import { finding, hasErrors } from '../rules/finding.ts'
import type { AdoptTools } from './adopt-tools.ts'
import { type Bringer, openBringer } from './bring-files.ts'
import type { Chapter, NumberedChapter, WrittenChapter } from './chapter.ts'
import { chaptersOf } from './chapters-of.ts'
import type { DraftText, Given, Matter, MatterValue } from './draft.ts'
import { draftsTogether } from './drafts-together.ts'
import { mergedPublication } from './merged-publication.ts'
import { numberFiles } from './number-files.ts'
import { placeTables } from './place-tables.ts'
import { type OpenDraft, type PlacedTexts, placeTexts } from './place-texts.ts'
import { placeWorks, withoutWorks } from './place-works.ts'
import { publicationText } from './publication-text.ts'
import { readDraft } from './read-draft.ts'
import { reportText } from './report-text.ts'
import { tellLeft, withoutLinks, wordsOfValues } from './settle-matter.ts'
import { type Existing, thereAlready } from './there-already.ts'

export interface AdoptWishes extends Existing {
  readonly paths: readonly string[]
  /** What the publication is to be called, whatever the texts say. */
  readonly title?: string
  /** What it is called where nothing tells. */
  readonly name: string
  /** Of a site that has several, the one that is taken; of texts that do not say, their own. */
  readonly language?: string
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
    const read = await readDraft(path, tools, wishes.language)
    if ('draft' in read) {
      opened.push(read)
      findings.push(...read.draft.findings, ...read.given.unread.map(unreadFolder), ...linksOf(read.given))
    } else findings.push(read.fault)
  }
  if (hasErrors(findings)) return { ...NOTHING, findings, close }
  const { drafts, findings: twice } = draftsTogether(opened)
  return { ...(await adoptDrafts(drafts, wishes, tools, [...findings, ...twice])), close }
}

const unreadFolder = (file: string): Finding =>
  finding('adopted-file-is-text', { file }, { problem: 'unread', isFolder: true })

/** Those of a folder that was named, at once. */
function linksOf({ shown, only, symlinks }: Given): Finding[] {
  if (only !== undefined || symlinks.length === 0) return []
  const links = symlinks.slice(0, MOST_LINKS).map((name) => `\`${name}\``)
  const more = symlinks.length > MOST_LINKS ? [`${symlinks.length - MOST_LINKS} more`] : []
  const words = [...links, ...more].join(', ')
  return [finding('adopted-file-is-text', { file: shown }, { problem: 'links', links: words })]
}

const MOST_LINKS = 8

const NOTHING: Omit<Adopted, 'findings' | 'close'> = {
  chapters: [],
  tables: [],
  readAs: [],
  files: async function* () {},
  report: () => '',
}

/** A picture without a text alternative; a table whose row of headers is empty. */
const HARD_TO_HEAR = /!\[\s*\]\(|<img(?![^>]*\balt=)|^[\t >]*(?:\|[\t ]*)+\n[\t >]*\|?[\t ]*:?-/im

const isHardToHear = (text: string): boolean =>
  HARD_TO_HEAR.test(text) || (/<table\b/i.test(text) && !/<th\b/i.test(text))

async function adoptDrafts(
  drafts: readonly OpenDraft[],
  wishes: AdoptWishes,
  tools: AdoptTools,
  before: readonly Finding[],
): Promise<Omit<Adopted, 'close'>> {
  const wrotePublication = !wishes.taken.includes('publication.yaml')
  const settingsThere = wrotePublication ? '' : await textThere(wishes, 'publication.yaml')
  const says = (words: string): boolean =>
    wrotePublication || lettersOf(settingsThere).includes(lettersOf(words))
  const { title, publication: ofPaper, chapters, authors } = chaptersOf(drafts, tools, says)
  const { numbered, placed, bringer, there } = await placeOnce(chapters, drafts, wishes)
  const written = placed.chapters.filter(({ isThere }) => !isThere)
  const tables = await placeTables(drafts, bringer)
  const ofTexts = mergedPublication(
    [...drafts.map(({ draft }) => draft.publication), ofPaper],
    drafts.filter(({ draft }) => draft.texts.length > 0).length > 1,
  )
  const works = await placeWorks(drafts, bringer, !wrotePublication)
  const publication = publicationText({
    told: toldOf(ofTexts, works.files, authors, wishes),
    title,
    name: wishes.name,
    chapters: numbered,
    language: languageOfWords(placed.chapters.map(({ content }) => content).join('\n')),
    isHardToHear: placed.chapters.some(({ content }) => isHardToHear(content)),
  })
  const publicationWords = wrotePublication ? `${publication.text}\n${ofTexts.title ?? ''}` : settingsThere
  const findings = [
    ...before,
    ...tellLeft(written.map((one) => withoutWorks(one, drafts))),
    ...placed.findings,
    ...tellHead(written, says(title) ? '' : title),
    ...there,
    ...works.findings,
    ...tables.flatMap((one) => ('fault' in one ? one.fault : [])),
    ...(wrotePublication ? publication.findings : []),
    ...lossesOf(drafts, placed.chapters, `${publicationWords}\n${title}`, tools),
  ]
  const settings = wrotePublication ? [{ file: 'publication.yaml', content: publication.text }] : []
  return {
    findings,
    chapters: written,
    tables: tables.flatMap((one) => ('file' in one ? one.file : [])),
    readAs: drafts.map(({ given, draft }) => `${given.shown}: ${draft.is}`),
    files: () => filesOf(settings, written, bringer),
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

/** What publication.yaml is to say, whoever said it: the command before the texts. */
function toldOf(
  ofTexts: Matter,
  bibliography: readonly string[],
  authors: readonly MatterValue[],
  { language, title }: AdoptWishes,
): Matter {
  const told: Matter = {
    ...(language ? { language } : {}),
    ...ofTexts,
    ...(bibliography.length > 0 ? { bibliography: [...bibliography] } : {}),
    ...(title ? { title } : {}),
  }
  return told.makers === undefined ? withMakers(told, authors) : told
}

/** `title`: of the original as a whole, where the publication keeps its own. */
function tellHead(chapters: readonly WrittenChapter[], title: string): Finding[] {
  const opening = chapters.find(({ isOpening }) => isOpening)
  const isKept = title === '' || chapters.some((one) => one.title === title)
  return [
    ...(opening
      ? [
          finding(
            'adopted-title-is-known',
            { file: opening.file, line: 2 },
            { problem: 'opening', title: opening.title },
          ),
        ]
      : []),
    ...(isKept
      ? []
      : [finding('adopted-title-is-known', { file: 'publication.yaml' }, { problem: 'whole', title })]),
  ]
}

async function textThere({ read }: Existing, file: string): Promise<string> {
  return Buffer.from((await read?.(file)) ?? '').toString()
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()

/** What is there word for word keeps its place there, and others link to it. */
async function placeOnce(
  chapters: readonly Chapter[],
  drafts: readonly OpenDraft[],
  wishes: AdoptWishes,
): Promise<{
  numbered: readonly NumberedChapter[]
  placed: PlacedTexts
  bringer: Bringer
  there: readonly Finding[]
}> {
  const place = async (there?: ReadonlyMap<number, string>) => {
    const numbered = numberFiles(chapters, wishes.taken, there)
    const bringer = openBringer(wishes)
    return { numbered, bringer, placed: await placeTexts(numbered, drafts, bringer) }
  }
  const first = await place()
  const there = await thereAlready(first.placed.chapters, wishes)
  const { numbered, bringer, placed } = there.size === 0 ? first : await place(there)
  const findings = numbered.flatMap(({ isThere, namesake, from, file }): Finding[] => {
    const at = { file: from }
    if (isThere) return [finding('adopted-file-is-text', at, { problem: 'again', taken: file })]
    return namesake === undefined
      ? []
      : [finding('adopted-file-is-text', at, { problem: 'namesake', taken: namesake, written: file })]
  })
  return { numbered, placed, bringer, there: findings }
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

function lossesOf(
  drafts: readonly OpenDraft[],
  chapters: readonly WrittenChapter[],
  publication: string,
  { lostWords }: AdoptTools,
): Finding[] {
  const byText = new Map<DraftText, WrittenChapter[]>()
  for (const chapter of chapters) {
    const own = byText.get(chapter.text)
    if (own) own.push(chapter)
    else byText.set(chapter.text, [chapter])
  }
  return drafts.flatMap(({ draft }) =>
    draft.texts.flatMap((text) => {
      const written = byText.get(text) ?? []
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
