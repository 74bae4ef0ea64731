// Chapters in their order → the names of their files, behind those that are there.
import { asciiSlug } from '../ground/language/ascii-slug.ts'
import type { Chapter, NumberedChapter } from './chapter.ts'

const FOLDERS = { chapter: 'chapters', 'case-study': 'case-studies' } as const
const MOST_LETTERS = 60

/** `taken`: files that the publication has, from its root. `there`: chapters that are among them already. */
export function numberFiles(
  chapters: readonly Chapter[],
  taken: readonly string[],
  there: ReadonlyMap<number, string> = new Map(),
): NumberedChapter[] {
  const lanes = {
    chapter: laneOf('chapter', chapters, taken),
    'case-study': laneOf('case-study', chapters, taken),
  }
  const parts = namesOf(taken.filter((file) => file.startsWith('parts/')).map(stemOf))
  return chapters.map((chapter, index) => {
    const own = there.get(index)
    if (own !== undefined) return { ...chapter, file: own, isThere: true }
    if (chapter.text.isPart) return { ...chapter, file: `parts/${freeName(nameOf(chapter), parts)}.md` }
    const lane = lanes[chapter.kind]
    const number = String(lane.next).padStart(lane.digits, '0')
    lane.next += 1
    const wanted = nameOf(chapter)
    const namesake = lane.there.get(wanted)
    const file = `${FOLDERS[chapter.kind]}/${number}-${freeName(wanted, lane.names)}.md`
    return namesake === undefined ? { ...chapter, file } : { ...chapter, file, namesake }
  })
}

const stemOf = (file: string): string => file.replace(/^.*\/|\.\w+$/g, '').toLowerCase()

/** Names that are taken, and the number that is tried next where one is wanted again. */
type Names = Map<string, number>

interface Lane {
  next: number
  readonly digits: number
  readonly names: Names
  /** Files of the publication by their names. */
  readonly there: ReadonlyMap<string, string>
}

function laneOf(kind: Chapter['kind'], chapters: readonly Chapter[], taken: readonly string[]): Lane {
  const there = taken
    .filter((file) => file.startsWith(`${FOLDERS[kind]}/`))
    .map((file) => file.split('/')[1] ?? '')
  const next = Math.max(0, ...there.map((name) => Number(/^[._]?(\d{1,6})(?!\d)/.exec(name)?.[1] ?? 0))) + 1
  const count = chapters.filter(({ kind: own, text }) => own === kind && !text.isPart).length
  return {
    next,
    digits: Math.max(2, String(next + count - 1).length),
    names: namesOf(there.map(plainName)),
    there: new Map(there.map((name) => [plainName(name), `${FOLDERS[kind]}/${name}`])),
  }
}

const namesOf = (names: readonly string[]): Names => new Map(names.map((name) => [name, 2]))

const plainName = (name: string): string => name.replace(/^\d+[-_. ]*|\.\w+$/g, '').toLowerCase()

/** That of its file, where it says more than `index`; else its title. */
function nameOf({ from, text, title }: Chapter): string {
  const steps = from.replace(/(?:\.html)?(?:\.md)?\.[^./]+$/i, '').split('/')
  const own = (steps.at(-1) ?? '').replace(/^\d{1,6}[-_. ]+(?=\D)|^\d{4}-\d\d-\d\d-/, '')
  const isTelling = !text.isWhole && !/^(?:_?index|readme|\d*)$/i.test(own)
  const folder = /^(?:_?index|readme)$/i.test(own) ? (steps.at(-2) ?? '') : ''
  const wanted = isTelling ? asciiSlug(own.replaceAll('_', '-')) : asciiSlug(title) || asciiSlug(folder)
  return shortened(wanted || asciiSlug(own)) || 'text'
}

/** Whole words while there are any. */
function shortened(slug: string): string {
  if (slug.length <= MOST_LETTERS) return slug
  const cut = slug.slice(0, MOST_LETTERS + 1)
  const whole = cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : cut.slice(0, MOST_LETTERS)
  return whole.replace(/-+$/, '')
}

/** Two files of one name would get addresses that depend on their order. */
function freeName(wanted: string, names: Names): string {
  let name = wanted
  for (let turn = names.get(wanted) ?? 2; names.has(name); turn += 1) {
    name = `${wanted}-${turn}`
    names.set(wanted, turn + 1)
  }
  names.set(name, names.get(name) ?? 2)
  return name
}
