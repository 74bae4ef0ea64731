// What the drafts hold → chapters: in the spelling of ours, with their titles; a single text is cut into them.
import { posix } from 'node:path'
import type { AdoptTools } from './adopt-tools.ts'
import type { Chapter } from './chapter.ts'
import { type CutChapter, cutText } from './cut-text.ts'
import type { DraftText, Matter, MatterValue } from './draft.ts'
import type { OpenDraft } from './place-texts.ts'
import { settleMatter } from './settle-matter.ts'
import { only } from './ways/settings-of.ts'
import { nameInWords } from './ways/tree-order.ts'
import { withoutDivs } from './without-divs.ts'

export interface Chapters {
  readonly title: string
  /** What a paper of one text says of itself. */
  readonly publication: Matter
  readonly chapters: readonly Chapter[]
  /** Whoever the texts name as their authors. */
  readonly authors: readonly MatterValue[]
}

/**
 * A single text is cut into chapters; of several each is one already. `says`: whether the publication has these words
 * at its head, or can have them.
 */
export function chaptersOf(
  drafts: readonly OpenDraft[],
  { respell, fields }: AdoptTools,
  says: (words: string) => boolean,
): Chapters {
  const texts = drafts.flatMap(({ given, draft }) =>
    draft.texts.map((text) => ({ given, text, cites: (draft.works ?? []).length > 0 })),
  )
  const ownTexts = new Map(drafts.map(({ given, draft }) => [given, draft.texts.map(({ from }) => from)]))
  const titles: string[] = []
  const isAlone = texts.filter((one) => !one.text.isPart).length === 1
  let publication: Matter = {}
  const authors: MatterValue[] = []
  const chapters = texts.flatMap(({ given, text, cites }): Chapter[] => {
    const names = { file: text.from, texts: ownTexts.get(given) ?? [], files: given.files.names, cites }
    const markdown = text.original === undefined ? text.markdown : withoutDivs(respell(text.markdown, names))
    const settled = settleMatter(text, fields[text.kind])
    if (settled.authors !== undefined) authors.push(settled.authors)
    const isPaper = text.isWhole && isAlone
    const cut = cutText({ ...text, matter: settled.matter, markdown }, isPaper, says)
    titles.push(cut.title)
    const ofPaper = isPaper ? factsOfPaper(settled.left, says) : { publication: {}, left: settled.left }
    if (isPaper) publication = only({ subtitle: cut.subtitle, ...ofPaper.publication })
    return cut.chapters.map((chapter, index) => ({
      ...(text.isPart ? { ...chapter, matter: {} } : withTitle(chapter, text)),
      given,
      from: text.from,
      text,
      kind: text.kind,
      left: text.isPart ? text.matter : index === 0 ? ofPaper.left : {},
      ...(chapter.isOpening ? { isOpening: true } : {}),
    }))
  })
  return { title: titles.find((title) => title !== '') ?? '', publication, chapters, authors }
}

/** Of front matter that stands at the head of a whole paper: its language and its day. */
function factsOfPaper(left: Matter, says: (words: string) => boolean): { publication: Matter; left: Matter } {
  const rest: Record<string, MatterValue> = {}
  const publication: Record<string, MatterValue> = {}
  for (const [key, value] of Object.entries(left)) {
    const words = typeof value === 'string' && says(value) ? value : ''
    if (/^lang(?:uage)?$/i.test(key) && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(words))
      publication.language = words
    else if (key === 'date' && /^\d{4}-\d\d-\d\d$/.test(words)) publication.date = words
    else rest[key] = value
  }
  return { publication, left: rest }
}

/**
 * What a list of chapters calls a text is its title where it has none, and else what stands at the top of its pages.
 */
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
