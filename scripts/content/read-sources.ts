// Reads the Markdown of a publication, in the order of print, and finds out what each file is in the book.
import { basename } from 'node:path/posix'
import { asciiSlug } from '../ascii-slug.ts'
import type { FileKind, Finding, Settings, Source } from '../model.ts'
import { finding } from '../rules.ts'
import { coverFaults } from './checks/picture-faults.ts'
import { type FilePlace, placesOf } from './file-places.ts'
import { listMarkdown } from './list-markdown.ts'
import { readText } from './read-text.ts'

const NOTHING = {
  actual: 'There is no text to print.',
  mend: 'Write a first chapter, such as chapters/01-beginning.md.',
}
const NUMBERED = /^(\d{1,6})-(.+)\.md$/i
// Sections that are not files have these anchors.
const TAKEN_BY_US = /^(?:front-cover|inside-cover|title-page|imprint|contents.*|part-\d+|back-cover|blank.*)$/

/** Every file that is to be printed, front matter first. A file that cannot be read is missing, and a finding says why. */
export async function readSources(settings: Settings): Promise<{ sources: Source[]; findings: Finding[] }> {
  const found = await listMarkdown(settings.root)
  const { places, findings } = placesOf(found, settings.publication)
  findings.push(...(await coverFaults(settings)))
  if (found.length === 0) findings.push(finding('publication-is-complete', { file: 'chapters' }, NOTHING))
  const numbers = new Map<string, string>()
  const prefixes = new Set<string>()
  const sources: Source[] = []
  const texts = await Promise.all(places.map(({ file }) => readText(settings.root, file)))
  for (const [index, place] of places.entries()) {
    const text = texts[index]!
    const named = NUMBERED.exec(basename(place.file))
    findings.push(...checkNumber(place.file, named, numbers))
    if (text.text === undefined) findings.push(...text.findings)
    else sources.push(sourceOf(place, named, text.text, text.findings, prefixes))
  }
  return { sources, findings }
}

function checkNumber(file: string, named: RegExpExecArray | null, numbers: Map<string, string>): Finding[] {
  if (!named) return [finding('file-name-has-number', { file }, { actual: basename(file) })]
  const key = `${kindOf(file)} ${Number(named[1])}`
  const other = numbers.get(key)
  numbers.set(key, other ?? file)
  return other
    ? [finding('file-number-is-unique', { file }, { actual: basename(file), other: basename(other) })]
    : []
}

function sourceOf(
  { file, level }: FilePlace,
  named: RegExpExecArray | null,
  text: string,
  findings: readonly Finding[],
  prefixes: Set<string>,
): Source {
  const kind = kindOf(file)
  const name = asciiSlug(named?.[2] ?? basename(file, '.md')) || `file-${named?.[1] ?? 'x'}`
  const wanted =
    kind === 'case-study'
      ? `case-${name}`
      : TAKEN_BY_US.test(name) || name.startsWith('case-')
        ? `chapter-${name}`
        : name
  let prefix = wanted
  for (let turn = 2; prefixes.has(prefix); turn += 1) prefix = `${wanted}-${turn}`
  prefixes.add(prefix)
  return { file, kind, number: Number(named?.[1] ?? 0), prefix, level, text, findings }
}

const kindOf = (file: string): FileKind => (file.startsWith('case-studies/') ? 'case-study' : 'chapter')
