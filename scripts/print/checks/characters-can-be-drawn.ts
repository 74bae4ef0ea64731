import { readFile } from 'node:fs/promises'
import type { Page } from 'puppeteer-core'
import type { Finding, HtmlDocument } from '../../model.ts'
import { finding } from '../../rules.ts'
import {
  type FontRule,
  findCharacters,
  listFontRules,
  type RareCharacter,
} from '../in-page/find-characters.ts'
import { placeOfSource } from '../place-of-source.ts'
import { runInPage } from '../run-in-page.ts'
import { readCharacters } from './read-characters.ts'

type Families = ReadonlyMap<string, ReadonlySet<number>>

// One page of Chinese would otherwise bury every other finding.
const MOST = 40

/** Names each character that no font of its stack can draw, with file and line: an empty box would be printed for it. */
export async function checkCharacters(page: Page, document: HtmlDocument): Promise<Finding[]> {
  const families = await readFamilies(await runInPage(page, listFontRules), document)
  if (families.size === 0) return []
  const rare = await runInPage(page, findCharacters, commonCharacters(families))
  const undrawn = rare.filter((one) => !isInvisible(one.character) && !canDraw(one, families))
  const all = [...undrawn, ...undrawnHeads(document, families)]
  return [...new Map(all.map((one) => [`${one.character} ${one.src}`, one])).values()]
    .slice(0, MOST)
    .map(({ character, src }) =>
      finding('characters-can-be-drawn', placeOfSource(src, document), { actual: nameOf(character) }),
    )
}

async function readFamilies(rules: readonly FontRule[], document: HtmlDocument): Promise<Families> {
  const paths = new Map(document.assets.map((asset) => [asset.url, asset.path]))
  const families = new Map<string, Set<number>>()
  await Promise.all(
    rules.map(async ({ family, urls, range }) => {
      const path = urls.map((url) => paths.get(url)).find(Boolean)
      const characters = path ? await charactersOf(path) : new Set<number>()
      const key = family.toLowerCase()
      const known = families.get(key) ?? new Set<number>()
      families.set(key, known)
      const covers = withinRange(range)
      for (const code of characters) if (covers(code)) known.add(code)
    }),
  )
  return families
}

// A font that cannot be read is a finding of loadFonts, by its name.
const charactersOf = async (path: string): Promise<ReadonlySet<number>> => {
  try {
    return readCharacters(await readFile(path))
  } catch {
    return new Set()
  }
}

/** A test for a CSS `unicode-range` such as `U+0-FF, U+131, U+4??`; '' covers everything. */
export function withinRange(range: string): (code: number) => boolean {
  if (range.trim() === '') return () => true
  const spans = range.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^u\+/i, '').split('-')
    return [
      Number.parseInt(from.replaceAll('?', '0'), 16),
      Number.parseInt(to.replaceAll('?', 'F'), 16),
    ] as const
  })
  return (code) => spans.some(([from, to]) => code >= from && code <= to)
}

/** What every text font can draw, as the inside of a character class: only other characters need a closer look. */
function commonCharacters(families: Families): string {
  const textFonts = [...families.values()].filter((characters) => characters.has(0x65))
  const [first = new Set<number>(), ...others] = textFonts
  const codes = [...first].filter((code) => code > 0x20 && others.every((characters) => characters.has(code)))
  return ['\\s', ...codes.map((code) => `\\u{${code.toString(16)}}`)].join('')
}

function canDraw({ character, families: stack }: RareCharacter, families: Families): boolean {
  const code = character.codePointAt(0)!
  return stack.split(',').some((family) =>
    families
      .get(
        family
          .trim()
          .replace(/^["']|["']$/g, '')
          .toLowerCase(),
      )
      ?.has(code),
  )
}

// Heads and folios stand in margin boxes, where no text can be asked for its font: any font of the publication will do.
function undrawnHeads(document: HtmlDocument, families: Families): RareCharacter[] {
  const heads = new Set(document.runs.flatMap((run) => [...run.heads.left, ...run.heads.right]))
  return [...heads]
    .filter((character) => !isInvisible(character))
    .filter((character) => [...families.values()].every((known) => !known.has(character.codePointAt(0)!)))
    .map((character) => ({ character, src: '', families: '' }))
}

// Spaces, controls, joiners, marks of direction, soft hyphens, variation selectors and tags draw nothing of their own.
const isInvisible = (character: string): boolean =>
  /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Zs}]$/u.test(character)

function nameOf(character: string): string {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  return `“${character}” U+${code}`
}
