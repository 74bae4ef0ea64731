// The bytes of one Word file → its text in our dialect, its pictures, what is told of it, and all of its words.
import { asciiSlug } from '../../ground/language/ascii-slug.ts'
import type { FormQuestion } from '../../model/case-study-form.ts'
import type { Finding } from '../../model/finding.ts'
import type { DraftText, Matter } from '../draft.ts'
import { countItems } from './count-items.ts'
import { childOf, childrenOf, type Element, holdsWords } from './element.ts'
import { formOf, readForm } from './form.ts'
import type { FormAnswers } from './form-answers.ts'
import { mainLanguage } from './main-language.ts'
import { openPackage, type Relation, type Relations, type WordPackage } from './open-package.ts'
import { pictureStore } from './picture-store.ts'
import type { Block } from './pieces.ts'
import { readBlocks } from './read-blocks.ts'
import { tellComments } from './read-comments.ts'
import { readNotes } from './read-notes.ts'
import { readNumbering } from './read-numbering.ts'
import { readProperties } from './read-properties.ts'
import { readStyles } from './read-styles.ts'
import type { Gathered, Reading } from './reading.ts'
import { takeTitle } from './take-title.ts'
import { tellForeignParts } from './tell-foreign-parts.ts'
import { tellGathered } from './tell-gathered.ts'
import { tellRunningHeads } from './tell-running-heads.ts'
import { tellSources } from './tell-sources.ts'
import { type Telling, telling } from './telling.ts'
import { wordsOfPart } from './words-of-word.ts'
import { writeText } from './write-text.ts'

export interface WordText {
  readonly publication: Matter
  readonly text: DraftText
  readonly made: ReadonlyMap<string, Uint8Array>
  readonly findings: readonly Finding[]
}

/** Throws ArchiveFault where nothing can be read. */
export async function readWord(
  bytes: Buffer,
  name: string,
  questions: readonly FormQuestion[] = [],
): Promise<WordText> {
  const word = await openPackage(bytes)
  try {
    return await readPackage(word, name, questions)
  } finally {
    word.close()
  }
}

async function readPackage(
  word: WordPackage,
  name: string,
  questions: readonly FormQuestion[],
): Promise<WordText> {
  const told = telling(name)
  const relations = await word.relations(word.main)
  const body = bodyOf(await word.part(word.main))
  const reading = await openReading(word, name, relations, told, body)
  const form = body && formOf(body, questions, reading.styles)
  if (form) return formText(word, name, questions, { form, relations, reading })
  const blocks = body ? readBlocks(body, reading) : []
  const notes = await readNotes(word, relations, reading)
  const properties = await readProperties(word)
  const { title, subtitle, authors, rest } = takeTitle(blocks, told)
  const markdown = writeText(rest, notes, told)
  tellGathered(reading.gathered, told)
  const comments = await word.part(partOf(relations, 'comments'))
  tellComments(comments, await word.part(partOf(relations, 'commentsExtended')), reading.gathered, told)
  await tellSources(word, told)
  const heads = partsOf(relations, /^(?:header|footer)$/)
  tellRunningHeads(await Promise.all(heads.map(word.part)), [title, properties.title], told)
  tellForeignParts(word, [relations, await word.relations('word/settings.xml')], told)
  const made = await reading.pictures.made()
  const makers =
    authors.length > 0 ? authors : properties.author.split(/(?<!\s)\s*;\s*/).filter((name) => name !== '')
  return {
    publication: {
      ...(title || properties.title ? { title: title || properties.title } : {}),
      ...(subtitle ? { subtitle } : {}),
      ...((reading.main ?? properties.language) ? { language: reading.main ?? properties.language } : {}),
      ...(makers.length > 0 ? { makers } : {}),
    },
    text: {
      from: name,
      kind: 'chapter',
      isWhole: true,
      matter: title ? { title } : {},
      markdown,
      words: await wordsOf(word, relations),
      told: told.left(),
    },
    made,
    findings: told.findings(),
  }
}

/** Words that stand outside of it are text as well. */
function bodyOf(part: Element | undefined): Element | undefined {
  const [first, ...more] = childrenOf(part).filter(holdsWords)
  const body = childOf(part, 'w:body')
  return more.length === 0 && (first === undefined || first === body) ? body : part
}

/** A form of ours: a case study. */
async function formText(
  word: WordPackage,
  name: string,
  questions: readonly FormQuestion[],
  { form, relations, reading }: { form: FormAnswers; relations: Relations; reading: Reading },
): Promise<WordText> {
  const told = reading.telling
  const { matter, markdown } = readForm(form, questions, await readNotes(word, relations, reading), reading)
  tellGathered(reading.gathered, told)
  const comments = await word.part(partOf(relations, 'comments'))
  tellComments(comments, await word.part(partOf(relations, 'commentsExtended')), reading.gathered, told)
  tellForeignParts(word, [relations, await word.relations('word/settings.xml')], told)
  const made = await reading.pictures.made()
  const words = await wordsOf(word, relations)
  return {
    publication: {},
    text: { from: name, kind: 'case-study', isWhole: false, matter, markdown, words, told: told.left() },
    made,
    findings: told.findings(),
  }
}

const partsOf = (relations: Relations, kind: RegExp): string[] =>
  [...relations.values()].filter((one) => kind.test(one.kind) && !one.isOutside).map(({ target }) => target)

const partOf = (relations: Relations, kind: string): string | undefined =>
  partsOf(relations, new RegExp(`^${kind}$`))[0]

async function openReading(
  word: WordPackage,
  name: string,
  relations: Relations,
  told: Telling,
  body: Element | undefined,
): Promise<Reading> {
  const styles = readStyles(await word.part(partOf(relations, 'styles')))
  const numbering = readNumbering(await word.part(partOf(relations, 'numbering')), styles)
  return {
    styles,
    numbering,
    count: countItems(numbering),
    main: mainLanguage(body, styles),
    relations,
    drawn: await drawnParts(word, relations),
    pictures: pictureStore(word, asciiSlug(name.replace(/\.\w+$/, '')) || 'picture', told),
    telling: told,
    blocksOf: (element: Element, own: Reading): Block[] => readBlocks(element, own),
    gathered: gathered(),
  }
}

const gathered = (): Gathered => ({
  fields: [],
  changes: [],
  beside: new Map(),
  openComments: new Set(),
  paragraph: 0,
  joinsNext: false,
  pageBreaks: 0,
  contents: 0,
  unseen: '',
  indexEntries: 0,
  capitals: [],
  ownMarks: new Map(),
  numberedHeadings: [],
  setOffNumbers: [],
  turned: [],
})

const MOST_DRAWN = 200

/** Charts and the words of diagrams, which their drawings ask for. */
async function drawnParts(word: WordPackage, relations: Relations): Promise<ReadonlyMap<string, Element>> {
  const drawn = new Map<string, Element>()
  const wanted = [...relations.values()].filter(isDrawn).slice(0, MOST_DRAWN)
  for (const { target } of wanted) {
    const part = await word.part(target)
    if (part) drawn.set(target, part)
  }
  return drawn
}

const isDrawn = ({ kind, isOutside }: Relation): boolean => /^(?:chart|diagramData)$/.test(kind) && !isOutside

const MOST_BYTES = 256 * 1024 * 1024

async function wordsOf(word: WordPackage, relations: Relations): Promise<{ text: string }[]> {
  const parts = [word.main, ...partsOf(relations, /^(?:footnotes|endnotes)$/)]
  const words: { text: string }[] = []
  for (const part of parts) {
    const bytes = await word.bytes(part, MOST_BYTES)
    if (typeof bytes === 'string') continue
    for (const text of wordsOfPart(new TextDecoder().decode(bytes))) words.push({ text })
  }
  return words
}
