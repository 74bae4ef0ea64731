import { readFile } from 'node:fs/promises'
import { readCharacters } from '../../ground/fonts/read-characters.ts'
import { withinRange } from '../../ground/fonts/within-range.ts'
import type { HtmlDocument } from '../../model/document.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { FontRule, RareCharacter } from '../in-page/find-characters.ts'
import { placeOfSource } from '../place-of-source.ts'
import { scriptOf } from './script-of.ts'

/**
 * What a family can draw. Its files are read when the first character asks for them: those of the fallbacks are
 * large.
 */
type CharactersOf = (family: string) => Promise<ReadonlySet<number>>

const MOST = 40

/**
 * Names each character that no font of its stack can draw, with file and line: an empty box would be printed for it.
 * Those of a script that no font has are one finding a file.
 */
export async function checkCharacters(
  rules: readonly FontRule[],
  rare: readonly RareCharacter[],
  document: HtmlDocument,
): Promise<Finding[]> {
  if (rules.length === 0) return []
  const charactersOf = readFamilies(rules, document)
  const families = familiesOf(rules)
  const asked = [...rare, ...charactersOfHeads(document, families)]
  const undrawn: RareCharacter[] = []
  for (const one of asked) if (!(await canDraw(one, charactersOf))) undrawn.push(one)
  return inWords(undrawn, document).slice(0, MOST)
}

const familiesOf = (rules: readonly FontRule[]): string[] => [...new Set(rules.map((rule) => rule.family))]

function inWords(undrawn: readonly RareCharacter[], document: HtmlDocument): Finding[] {
  const told = new Map<string, { readonly first: RareCharacter; readonly others: Set<string> }>()
  for (const one of undrawn) {
    const script = scriptOf(one.character)
    const key = script ? `${script} ${one.src.split(':')[0]}` : `${one.character} ${one.src}`
    const known = told.get(key) ?? { first: one, others: new Set<string>() }
    told.set(key, known)
    if (one.character !== known.first.character) known.others.add(one.character)
  }
  return [...told.values()].map(({ first: { character, src }, others }) => {
    const script = scriptOf(character)
    const more = others.size === 0 ? '' : ` and ${others.size} other${others.size === 1 ? '' : 's'}`
    const characters = script ? `${script}: ${nameOf(character)}${more}` : nameOf(character)
    const facts = script ? { characters, script } : { characters }
    return finding('characters-can-be-drawn', placeOfSource(src, document), facts)
  })
}

function readFamilies(rules: readonly FontRule[], document: HtmlDocument): CharactersOf {
  const paths = new Map(document.assets.map((asset) => [asset.url, asset.path]))
  const known = new Map<string, Promise<ReadonlySet<number>>>()
  const read = async (key: string): Promise<ReadonlySet<number>> => {
    const characters = new Set<number>()
    for (const { family, urls, range } of rules) {
      const path = family.toLowerCase() === key ? urls.map((url) => paths.get(url)).find(Boolean) : undefined
      const covers = withinRange(range)
      for (const code of path ? await charactersIn(path) : []) if (covers(code)) characters.add(code)
    }
    return characters
  }
  return (family) => {
    const key = family.toLowerCase()
    const reading = known.get(key) ?? read(key)
    known.set(key, reading)
    return reading
  }
}

// A font that cannot be read is a finding of loadFonts, by its name.
const charactersIn = async (path: string): Promise<ReadonlySet<number>> => {
  try {
    return readCharacters(await readFile(path))
  } catch {
    return new Set()
  }
}

/** What every text font can draw, as the inside of a character class: only other characters need a closer look. */
export async function commonCharacters(rules: readonly FontRule[], document: HtmlDocument): Promise<string> {
  const { faces } = document
  const families = familiesOf(rules)
  const charactersOf = readFamilies(rules, document)
  // What stands behind the others is not loaded ahead, and draws what those lack.
  const ahead = families.filter((family) => faces.some((face) => face.includes(`"${family}"`)))
  const read = await Promise.all((ahead.length > 0 ? ahead : families).map(charactersOf))
  const textFonts = read.filter((characters) => characters.has(0x65))
  const [first = new Set<number>(), ...others] = textFonts
  const codes = [...first].filter((code) => code > 0x20 && others.every((characters) => characters.has(code)))
  return ['\\s', ...codes.map((code) => `\\u{${code.toString(16)}}`)].join('')
}

async function canDraw(
  { character, families: stack }: RareCharacter,
  charactersOf: CharactersOf,
): Promise<boolean> {
  if (isInvisible(character)) return true
  const code = character.codePointAt(0)!
  for (const family of stack.split(',')) {
    const name = family.trim().replace(/^["']|["']$/g, '')
    if ((await charactersOf(name)).has(code)) return true
  }
  return false
}

// Heads and folios stand in margin boxes, where no text can be asked for its font: any font of the publication will do.
function charactersOfHeads(document: HtmlDocument, families: readonly string[]): RareCharacter[] {
  const heads = new Set(document.runs.flatMap((run) => [...run.heads.left, ...run.heads.right]))
  const stack = families.join(',')
  return [...heads].map((character) => ({ character, src: '', families: stack }))
}

// Spaces, controls, joiners, marks of direction, soft hyphens, variation selectors and tags draw nothing of their own.
const isInvisible = (character: string): boolean =>
  /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Zs}]$/u.test(character)

function nameOf(character: string): string {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  return `“${character}” U+${code}`
}
