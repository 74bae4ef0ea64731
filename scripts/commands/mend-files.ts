// The mends that findings bring with them, made in the files of the publication.

import { unwrittenFile } from '../build/publish.ts'
import { replaceFile } from '../build/replace-file.ts'
import { asRead } from '../content/as-read.ts'
import { sameShape } from '../content/same-shape.ts'
import { insidePath, readRegularFile } from '../ground/files/paths.ts'
import { MOST_BYTES_OF_TEXT } from '../ground/limits.ts'
import type { Finding, Fix, Mend } from '../model/finding.ts'

type Mendable = Finding & { readonly fix: Fix; readonly place: { readonly file: string } }

/**
 * Makes all mends that do not touch each other. What is left out, because of another or because the file has changed
 * since it was read, comes again with the next findings. Files that cannot be written stay as they are, and a finding
 * says why.
 */
export async function mendFiles(
  root: string,
  findings: readonly Finding[],
): Promise<{ readonly mends: readonly Mend[]; readonly findings: readonly Finding[] }> {
  const mends: Mend[] = []
  const unwritten: Finding[] = []
  const mendable = findings.filter(isMendable)
  for (const file of new Set(mendable.map(({ place }) => place.file))) {
    const ofFile = mendable.filter(({ place }) => place.file === file)
    try {
      mends.push(...(await mendFile(root, file, ofFile)))
    } catch (error) {
      unwritten.push(unwrittenFile(file, error))
    }
  }
  return { mends, findings: unwritten }
}

const isMendable = (one: Finding): one is Mendable =>
  one.fix !== undefined && one.place.file !== undefined && one.fix.was !== one.fix.becomes

async function mendFile(root: string, file: string, wanted: readonly Mendable[]): Promise<readonly Mend[]> {
  const found = await insidePath(root, file)
  if ('problem' in found) return []
  const bytes = await readRegularFile(found.path, MOST_BYTES_OF_TEXT)
  if (typeof bytes === 'string') return []
  const raw = decoded(bytes)
  if (raw === undefined || !isReadAlike(file, raw)) return []
  const fitting = harmless(raw, file, apart(wanted.filter(({ fix }) => standsIn(asRead(raw).text, fix))))
  if (fitting.length === 0) return []
  const content = Buffer.from(mended(raw, fitting))
  return (await replaceFile(found.path, bytes, content)) ? fitting.map(toMend) : []
}

const mended = (raw: string, mends: readonly Mendable[]): string =>
  withFixes(
    raw,
    mends.map(({ fix }) => fix),
  )

/**
 * Those that leave the text what it was: whatever a rule thought, no mend may turn words into markup or the other way
 * round.
 */
function harmless(raw: string, file: string, mends: readonly Mendable[]): readonly Mendable[] {
  if (!/\.md$/i.test(file)) return mends
  const { text } = asRead(raw)
  const isHarmless = (some: readonly Mendable[]): boolean => sameShape(text, asRead(mended(raw, some)).text)
  return isHarmless(mends) ? mends : mends.filter((one) => isHarmless([one]))
}

/** With its byte order mark, so that it is written back as it was. */
function decoded(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Settings keep control characters and lone carriage returns, so places in such a file would not be the same. */
const isReadAlike = (file: string, raw: string): boolean =>
  /\.md$/i.test(file) || asRead(raw).text === raw.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')

const standsIn = (text: string, { start, end, was }: Fix): boolean =>
  start >= 0 && end <= text.length && text.slice(start, end) === was

/** In the order of the text, without those that touch one before. */
function apart(wanted: readonly Mendable[]): readonly Mendable[] {
  const taken: Mendable[] = []
  let free = -1
  for (const one of wanted.toSorted((a, b) => a.fix.start - b.fix.start || a.fix.end - b.fix.end)) {
    if (one.fix.start <= free) continue
    taken.push(one)
    free = one.fix.end
  }
  return taken
}

/** From the end backwards, so that the places before stay true. */
function withFixes(raw: string, fixes: readonly Fix[]): string {
  const { startInFile, endInFile } = asRead(raw)
  const lineEnd = /\r\n?|\n/.exec(raw)?.[0] ?? '\n'
  return fixes.reduceRight((text, { start, end, becomes }) => {
    const from = startInFile(start)
    const to = start === end ? from : endInFile(end)
    return text.slice(0, from) + becomes.replaceAll('\n', lineEnd) + text.slice(to)
  }, raw)
}

const toMend = ({ rule, place, fix: { was, becomes } }: Mendable): Mend => ({ rule, place, was, becomes })
