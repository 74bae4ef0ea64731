import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { readRegularFile } from '../ground/files/paths.ts'
import type { Finding, Fix } from '../model/finding.ts'
import { type ChangedLines, pathInRepository, type Repository } from './repository.ts'

/** A finding, and where it stands in the repository rather than in the publication. */
export interface LocatedFinding {
  readonly finding: Finding
  /** Path below the repository's root; '' when it has no file there. */
  readonly path: string
  readonly range: Range | undefined
  /** The text of its line; '' when it is not known. */
  readonly lineText: string
  /** Undefined when it is not known what was changed. */
  readonly isOnChangedLine: boolean | undefined
}

/** From 1, as editors count: in UTF-16 units, the end behind the last of them. */
export interface Range {
  readonly line: number
  readonly column?: number
  readonly endLine?: number
  readonly endColumn?: number
}

const MAX_TEXT_BYTES = 4 * 1024 * 1024

/**
 * Findings name files as seen from the publication, those about a PDF from where the command was run: `folders`, in
 * this order.
 */
export async function locateFindings(
  findings: readonly Finding[],
  folders: readonly string[],
  { top, changed }: Repository,
): Promise<readonly LocatedFinding[]> {
  const files = [...new Set(findings.flatMap(({ place }) => (place.file ? [place.file] : [])))]
  const known = new Map(
    await Promise.all(files.map(async (file) => [file, await findFile(file, folders, top)] as const)),
  )
  return findings.map((finding) => {
    const { path, text } = known.get(finding.place.file ?? '') ?? { path: '', text: '' }
    const range = rangeOf(finding, text)
    const lineText = range ? (text.split(/\r\n?|\n/, range.line)[range.line - 1] ?? '') : ''
    return { finding, path, range, lineText, isOnChangedLine: changed && isChanged(changed, path, range) }
  })
}

async function findFile(file: string, folders: readonly string[], top: string) {
  for (const folder of folders) {
    const real = await realpath(join(folder, file)).catch(() => undefined)
    if (real === undefined) continue
    const isText = /\.(?:md|ya?ml|liquid|css)$/i.test(file)
    const bytes = isText ? await readRegularFile(real, MAX_TEXT_BYTES).catch(() => 'missing') : ''
    return {
      path: pathInRepository(top, real) ?? file,
      text: typeof bytes === 'string' ? '' : bytes.toString('utf8'),
    }
  }
  // What is not there, a chapter that publication.yaml lists, is named all the same.
  const folder = await realpath(folders[0] ?? '.').catch(() => top)
  return { path: pathInRepository(top, join(folder, file)) ?? file, text: '' }
}

/** A mend says where it begins and ends; a place only where something begins. */
function rangeOf({ place, fix }: Finding, text: string): Range | undefined {
  if (place.line === undefined) return undefined
  const known = fix && text !== '' && text.slice(fix.start, fix.end) === fix.was
  if (known) return rangeOfFix(text, fix)
  return { line: place.line, ...(place.column === undefined ? {} : { column: place.column }) }
}

function rangeOfFix(text: string, { start, end }: Fix): Range {
  const [from, to] = [placeOf(text, start), placeOf(text, end)]
  return { ...from, endLine: to.line, endColumn: to.column }
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split(/\r\n?|\n/)
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

function isChanged(changed: ChangedLines, path: string, range: Range | undefined): boolean {
  const ranges = changed.get(path)
  if (!ranges || !range) return ranges !== undefined
  return ranges.some(([first, last]) => first <= (range.endLine ?? range.line) && range.line <= last)
}
