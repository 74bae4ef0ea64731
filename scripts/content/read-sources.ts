// Reads the Markdown of a publication, in the order of print, and finds out what each file is in the book.
import { basename, dirname } from 'node:path/posix'
import { digest } from '../ground/digest.ts'
import { type RememberedValues, rememberValues } from '../ground/files/remember-values.ts'
import { asciiSlug } from '../ground/language/ascii-slug.ts'
import type { FileKind, Source } from '../model/chapter.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import { finding } from '../rules/finding.ts'
import { coverFaults } from './checks/picture-faults.ts'
import { type FilePlace, placesOf } from './file-places.ts'
import { documentsAtRoot, nothingToPrint, strangersIn } from './files-not-printed.ts'
import { type FolderFile, type FolderFiles, folderFiles } from './folder-files.ts'
import { lookAtMatter, tellOfAuthors, tellOfForeign, type WhatIsIn } from './front-matter/look-at-matter.ts'
import { type Expanded, expandIncludes } from './includes/expand-includes.ts'
import { type ReadText, readText } from './read-text.ts'

// Sections that are not files have these anchors.
const TAKEN_BY_US = /^(?:front-cover|inside-cover|title-page|imprint|contents.*|part-\d+|back-cover|blank.*)$/

export interface ReadSources {
  /** Every file that is to be printed, front matter first. */
  readonly sources: Source[]
  /** Files that are there and are not printed; a finding says why. Links to them are words. */
  readonly leftOut: readonly string[]
  readonly findings: Finding[]
}

/** A file that cannot be read, or is not to be printed, is missing, and a finding says why. */
export async function readSources(settings: Settings): Promise<ReadSources> {
  const found = await folderFiles(settings.root)
  const { places, unlisted, findings: misplaced } = placesOf(found, settings.publication)
  const findings = [...misplaced, ...(await coverFaults(settings))]
  if (found.texts.length === 0) findings.push(await nothingToPrint(settings.root, found))
  const namedAs = (name: string) => found.texts.find(({ file }) => file === name)!
  const files = places.map((place) => ({ place, named: namedAs(place.file) }))
  findings.push(...numberFaults(files))
  const prefixes = new Set<string>()
  const sources: Source[] = []
  const leftOut = [...unlisted]
  const matters: WhatIsIn[] = []
  const texts = await Promise.all(places.map(({ file }) => readWithIncludes(file, settings.root)))
  const included = new Set(texts.flatMap((text) => text.included))
  const seen = await rememberValues<WhatIsIn>(settings, 'front-matter')
  for (const [index, { place, named }] of files.entries()) {
    const { text, findings: faults } = texts[index]!
    const matter = text === undefined ? undefined : lookOnce(text, place.file, seen)
    const why = matter ? matter.leftOut : faults
    if (matter && why.length === 0) {
      matters.push(matter)
      sources.push(withParts(sourceOf(place, named, text!, faults, prefixes), texts[index]!))
    } else {
      leftOut.push(place.file)
      findings.push(...why)
    }
  }
  await seen.done()
  findings.push(
    ...tellOfForeign(matters),
    ...tellOfAuthors(matters, settings.publication.makers),
    ...strangersIn(
      await withoutIncluded(found, included, settings.root),
      places,
      texts.map(({ text = '' }) => text),
    ),
  )
  return { sources, leftOut, findings }
}

async function withoutIncluded(
  found: FolderFiles,
  included: ReadonlySet<string>,
  root: string,
): Promise<FolderFiles> {
  const isOther = (file: string): boolean => !included.has(file)
  const others = [...found.others, ...(await documentsAtRoot(root))].filter(isOther)
  return { ...found, others, deeper: found.deeper.filter(isOther) }
}

type ReadWhole = ReadText & Omit<Expanded, 'text'>

async function readWithIncludes(file: string, root: string): Promise<ReadWhole> {
  const read = await readText(root, file)
  if (read.text === undefined) return { ...read, included: [] }
  const whole = await expandIncludes(read.text, file, root)
  return { ...whole, findings: [...read.findings, ...whole.findings] }
}

const withParts = (source: Source, { parts, included }: ReadWhole): Source =>
  parts ? { ...source, parts, included } : source

/** What is not to be printed is looked at each time: its finding may have an error of ours behind it. */
const lookOnce = (text: string, file: string, seen: RememberedValues<WhatIsIn>): WhatIsIn =>
  seen.of(
    () => digest(file, text),
    () => lookAtMatter(text, file, kindOf(file)),
    ({ leftOut }) => leftOut.length === 0,
  )

interface NamedFile {
  readonly place: FilePlace
  readonly named: FolderFile
}

/** Where publication.yaml gives the order, numbers are names like others. */
function numberFaults(files: readonly NamedFile[]): Finding[] {
  const byNumber = files.filter(({ place }) => !place.isListed).map(({ named }) => named)
  const first = new Map<string, string>()
  const twice = byNumber.flatMap(({ file, number, hasNumber }) => {
    const key = `${kindOf(file)} ${hasNumber ? number : file}`
    const other = first.get(key)
    if (other === undefined) first.set(key, file)
    return other
      ? [finding('file-number-is-unique', { file }, { file: basename(file), sameAs: basename(other) })]
      : []
  })
  return [...twice, ...withoutNumbers(byNumber)]
}

/** One finding a folder: whoever has no numbers has none on any file. */
function withoutNumbers(files: readonly FolderFile[]): Finding[] {
  const unnumbered = files.filter(({ hasNumber }) => !hasNumber)
  const folders = [...new Set(unnumbered.map(({ file }) => dirname(file)))]
  return folders.flatMap((folder) => {
    const [first, ...others] = unnumbered.filter(({ file }) => dirname(file) === folder)
    if (!first) return []
    const facts = { file: basename(first.file), count: others.length }
    return [finding('file-name-has-number', { file: first.file }, facts)]
  })
}

function sourceOf(
  { file, level }: FilePlace,
  { name, number, hasNumber }: FolderFile,
  text: string,
  findings: readonly Finding[],
  prefixes: Set<string>,
): Source {
  const kind = kindOf(file)
  const digits = hasNumber ? (/^\d+/.exec(basename(file))?.[0] ?? '') : String(number)
  const slug = asciiSlug(name) || `file-${digits}`
  const wanted =
    kind === 'case-study'
      ? `case-${slug}`
      : TAKEN_BY_US.test(slug) || slug.startsWith('case-')
        ? `chapter-${slug}`
        : slug
  let prefix = wanted
  for (let turn = 2; prefixes.has(prefix); turn += 1) prefix = `${wanted}-${turn}`
  prefixes.add(prefix)
  return { file, kind, number, prefix, level, text, findings }
}

const kindOf = (file: string): FileKind => (file.startsWith('case-studies/') ? 'case-study' : 'chapter')
