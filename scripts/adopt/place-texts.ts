// Chapters with their numbers → their files as they are going to be written: front matter, body, and every address as
// seen from the new place.

import { posix } from 'node:path'
import { slug } from 'github-slugger'
import { decoded } from '../ground/decoded.ts'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import { type Bringer, type Brought, IS_PICTURE } from './bring-files.ts'
import type { NumberedChapter, WrittenChapter } from './chapter.ts'
import type { Draft, Given } from './draft.ts'
import { type OriginalFile, type Originals, openOriginals } from './find-original.ts'
import { headingsOf } from './headings-of.ts'
import { matterText } from './matter-text.ts'
import { type Addresses, settleAddresses } from './settle-addresses.ts'

export interface OpenDraft {
  readonly given: Given
  readonly draft: Draft
}

export interface PlacedTexts {
  readonly chapters: readonly WrittenChapter[]
  readonly findings: readonly Finding[]
}

export async function placeTexts(
  chapters: readonly NumberedChapter[],
  drafts: readonly OpenDraft[],
  bringer: Bringer,
): Promise<PlacedTexts> {
  const places = placesOf(chapters)
  const sources = new Map(drafts.map((one) => [one.given, sourceOf(one, places)]))
  const written: WrittenChapter[] = []
  const findings: Finding[] = []
  for (const chapter of chapters) {
    const source = sources.get(chapter.given)
    if (!source) continue
    const placed = await placeText(chapter, source, bringer)
    written.push(placed.chapter)
    if (!chapter.isThere) findings.push(...placed.findings)
  }
  return { chapters: written, findings }
}

/** What an address in a text of one original can mean. */
interface Source extends OpenDraft {
  readonly originals: Originals
  /** The chapters that came of a file of this original, whichever name it was adopted by. */
  readonly becomes: (name: string) => readonly Place[] | undefined
  readonly holders: Holders
}

interface Place {
  readonly file: string
  readonly title: string
  readonly names: ReadonlySet<string>
  /** The same without all that tools write in different ways. */
  readonly plain: ReadonlySet<string>
}

/** Which places have a name, as it is written and without all that tools write in different ways. */
type Holders = ReadonlyMap<string, ReadonlySet<Place>>

interface Places {
  /** By the whole path of the file that they were made of. */
  readonly byPath: ReadonlyMap<string, readonly Place[]>
  readonly holders: Holders
}

function placesOf(chapters: readonly NumberedChapter[]): Places {
  const byPath = new Map<string, Place[]>()
  const holders = new Map<string, Set<Place>>()
  for (const { given, from, file, title, markdown } of chapters) {
    const names = headingsOf(markdown)
    const plain = new Set([...names, slug(title)].map(plainName))
    const place = { file, title, names, plain }
    const path = posix.join(given.root, from)
    const own = byPath.get(path)
    if (own) own.push(place)
    else byPath.set(path, [place])
    for (const name of new Set([...names, ...plain]))
      holders.set(name, (holders.get(name) ?? new Set()).add(place))
  }
  return { byPath, holders }
}

function sourceOf({ given, draft }: OpenDraft, { byPath, holders }: Places): Source {
  const texts = new Map(draft.texts.map((text) => [text.from, text]))
  const names = [...new Set([...given.files.names, ...draft.made.keys(), ...texts.keys()])]
  const becomes: Source['becomes'] = (name) => byPath.get(posix.join(given.root, name))
  const originals = openOriginals(
    names.map((name): OriginalFile => {
      const matter = texts.get(name)?.matter
      const addresses = [matter?.permalink, matter?.slug, matter?.url, matter?.id].filter(
        (one) => typeof one === 'string',
      )
      return { name, addresses, isText: becomes(name) !== undefined }
    }),
  )
  return { given, draft, originals, becomes, holders }
}

async function placeText(
  chapter: NumberedChapter,
  source: Source,
  bringer: Bringer,
): Promise<{ chapter: WrittenChapter; findings: readonly Finding[] }> {
  const brought = new Map<string, Brought>()
  const wanted = new Set<string>()
  const want = (address: string): undefined => {
    const found = fileMeant(address, chapter, source)
    if (found !== undefined && !source.becomes(found)) wanted.add(found)
  }
  const settle = settleAddresses(chapter.markdown)
  settle(1, { link: want, picture: want })
  const matter = matterText(chapter.matter)
  for (const path of picturesInMatter(chapter)) want(path)
  for (const name of [...wanted].sort())
    if (isBrought(name)) brought.set(name, await bringer.bring(source.given, source.draft.made, name))
  const findings: Finding[] = []
  const head = matter === '' ? '' : `---\n${withPictures(matter, chapter, source, brought)}---\n\n`
  const firstLine = head.split('\n').length
  const addresses = addressesOf({ chapter, source, brought, findings })
  const body = settle(firstLine, addresses)
  return {
    chapter: { ...chapter, content: `${head}${body.replace(/^(?:[ \t]*\n)+/, '').trimEnd()}\n` },
    findings,
  }
}

/** What a text may offer to its readers: nothing that could run. */
const isBrought = (name: string): boolean =>
  IS_PICTURE.test(name) ||
  /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|csv|tsv|txt|rtf|zip|epub|ics|json|ya?ml|bib|mp3|mp4)$/i.test(name)

const picturesInMatter = ({ matter }: NumberedChapter): string[] => {
  const { picture } = matter
  const file =
    typeof picture === 'object' && !Array.isArray(picture)
      ? (picture as Record<string, unknown>).file
      : undefined
  return typeof file === 'string' ? [file] : []
}

function withPictures(
  matter: string,
  chapter: NumberedChapter,
  source: Source,
  brought: ReadonlyMap<string, Brought>,
): string {
  return picturesInMatter(chapter).reduce((text, path) => {
    const found = brought.get(fileMeant(path, chapter, source) ?? '')
    return found && 'file' in found ? text.replace(path, () => relative(chapter.file, found.file)) : text
  }, matter)
}

const relative = (from: string, to: string): string => posix.relative(posix.dirname(from), to)

/** Addresses of the web, and those that a template would fill in. */
const IS_ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|\/\/|\\\\)|\{[{%]/i

/** The file of the original that an address means. */
function fileMeant(address: string, { from }: NumberedChapter, { originals }: Source): string | undefined {
  const path = pathIn(address)
  return path === '' || IS_ELSEWHERE.test(address) ? undefined : originals.find(path, from)
}

const pathIn = (address: string): string => decoded(address.trim().replace(/[?#].*$/s, ''))

const placeIn = (address: string): string => {
  const at = address.indexOf('#')
  return at < 0 ? '' : address.slice(at + 1)
}

/** One text that is being placed: where it was and comes to, and what was found of its addresses. */
interface Placing {
  readonly chapter: NumberedChapter
  readonly source: Source
  readonly brought: ReadonlyMap<string, Brought>
  readonly findings: Finding[]
}

const addressesOf = (placing: Placing): Addresses => ({
  include: (address) => {
    const { chapter, source } = placing
    const [place] = source.becomes(fileMeant(address, chapter, source) ?? '') ?? []
    return place && relative(chapter.file, place.file)
  },
  link: (address, line) => newLink(address, line, placing),
  picture: (address, line) => newPicture(address, line, placing),
})

function newLink(address: string, line: number, placing: Placing): string | 'nowhere' | undefined {
  const { chapter, source } = placing
  if (IS_ELSEWHERE.test(address) || address.trim() === '') return undefined
  const isPlace = address.startsWith('#')
  const found = isPlace ? chapter.from : fileMeant(address, chapter, source)
  const places = source.becomes(found ?? '')
  if (places) {
    const settled = linkTo(places, chapter, source, placeIn(address))
    if (settled.isThere) return settled.address
    tellLink('no-place', address, line, placing)
    return isPlace ? 'nowhere' : settled.address
  }
  if (isPlace) return undefined
  const named = found === undefined ? placeNamed(address, chapter, source) : undefined
  if (named !== undefined) return named
  const made = newFile(address, line, placing)
  if (made !== 'nowhere') return made
  // `f[x](t)` is no link that anybody wrote.
  if (found === undefined && !/[./#]/.test(address)) return undefined
  const isOutside = source.originals.isOutside(pathIn(address), chapter.from)
  tellLink(isOutside ? 'outside' : found ? 'left-out' : 'missing', address, line, placing)
  return 'nowhere'
}

function newPicture(address: string, line: number, placing: Placing): string | 'nowhere' | undefined {
  const { chapter, source, findings } = placing
  if (/\{[{%]/.test(address)) {
    tellPicture('template', address, line, placing)
    return 'nowhere'
  }
  if (IS_ELSEWHERE.test(address) || address.trim() === '') return undefined
  const before = findings.length
  const made = newFile(address, line, placing)
  if (made !== 'nowhere' || findings.length > before) return made
  const isOutside = source.originals.isOutside(pathIn(address), chapter.from)
  const isLink = source.given.symlinks.some((link) => pathIn(address).endsWith(posix.basename(link)))
  tellPicture(isLink ? 'symlink' : isOutside ? 'outside' : 'missing', address, line, placing)
  return 'nowhere'
}

function newFile(address: string, line: number, placing: Placing): string | 'nowhere' {
  const { chapter, source, brought } = placing
  const found = fileMeant(address, chapter, source)
  const one = found === undefined ? undefined : brought.get(found)
  if (!one) return 'nowhere'
  if ('file' in one) return relative(chapter.file, one.file)
  tellPicture(one.problem, address, line, placing)
  return 'nowhere'
}

function tellLink(
  problem: 'no-place' | 'outside' | 'left-out' | 'missing',
  address: string,
  line: number,
  { chapter, findings }: Placing,
): void {
  const at = { file: chapter.file, line }
  findings.push(finding('adopted-link-leads-somewhere', at, { problem, address: address.slice(0, 120) }))
}

function tellPicture(
  problem: Exclude<Brought, { file: string }>['problem'] | 'template' | 'symlink' | 'outside' | 'missing',
  picture: string,
  line: number,
  { chapter, findings }: Placing,
): void {
  const at = { file: chapter.file, line }
  findings.push(finding('adopted-picture-is-there', at, { problem, picture: picture.slice(0, 120) }))
}

/** MyST's `[](setup)`: the only place of all that has this name. */
function placeNamed(name: string, { file }: NumberedChapter, { holders }: Source): string | undefined {
  const [holder, ...others] = /^[\w:.-]+$/.test(name) ? (holders.get(name) ?? []) : []
  if (!holder || others.length > 0) return undefined
  return holder.file === file ? `#${name}` : `${relative(file, holder.file)}#${name}`
}

interface Settled {
  /** Undefined: as it is. */
  readonly address: string | undefined
  readonly isThere: boolean
}

/** The chapter that has the place: of the file that was named, or the only one of all. */
function linkTo(places: readonly Place[], { file }: NumberedChapter, source: Source, name: string): Settled {
  if (name === '') return { address: relative(file, places[0]?.file ?? ''), isThere: true }
  const has = ({ names, plain }: Place): boolean => names.has(decoded(name)) || plain.has(plainName(name))
  const elsewhere = [
    ...new Set([decoded(name), plainName(name)].flatMap((one) => [...(source.holders.get(one) ?? [])])),
  ]
  const own = places.filter(has)
  const holder =
    own.find((place) => place.file === file) ?? own[0] ?? (elsewhere.length === 1 ? elsewhere[0] : undefined)
  if (!holder) return { address: relative(file, places[0]?.file ?? ''), isThere: false }
  if (holder.file === file)
    return { address: places.length > 1 || holder !== own[0] ? `#${name}` : undefined, isThere: true }
  const isTitle = plainName(slug(holder.title)) === plainName(name)
  return { address: `${relative(file, holder.file)}${isTitle ? '' : `#${name}`}`, isThere: true }
}

/** Tools make names of headings in many ways. */
const plainName = (name: string): string =>
  decoded(name)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
