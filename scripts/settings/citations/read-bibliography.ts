// A file of works, by what it holds: BibTeX, CSL-JSON or CSL-YAML.
import { extname } from 'node:path'
import { decodeText } from '../../ground/files/decode-text.ts'
import { insidePath, readRegularFile } from '../../ground/files/paths.ts'
import { MEGABYTE } from '../../ground/limits.ts'
import type { Finding } from '../../model/finding.ts'
import type { Place } from '../../model/place.ts'
import { finding } from '../../rules/finding.ts'
import type { FactsOf } from '../../rules/rules.ts'
import { bibtexEntries } from './bibtex-entries.ts'
import { cslItems } from './csl-items.ts'
import type { ReadWorks } from './read-works.ts'

/** A library of ten thousand works, with summaries. */
const MOST_MEGABYTES = 8

/** `named`: where the publication asks for the file. */
export async function readBibliography(root: string, file: string, named: Place): Promise<ReadWorks> {
  const none = (one: Finding): ReadWorks => ({ works: [], findings: [one] })
  const fault = (facts: FactsOf<'bibliography-is-there'>): ReadWorks =>
    none(finding('bibliography-is-there', named, facts))
  const found = await insidePath(root, file)
  if ('problem' in found) {
    if (found.problem === 'outside') return none(finding('path-stays-inside', named, { path: file }))
    return fault({ problem: 'no-file', file })
  }
  const bytes = await readRegularFile(found.path, MOST_MEGABYTES * MEGABYTE).catch((cause: Error) => cause)
  if (bytes instanceof Error || bytes === 'not-a-file') return fault({ problem: 'unopened', file })
  if (bytes === 'too-large') return fault({ problem: 'too-large', file, most: MOST_MEGABYTES })
  const read = decodeText(bytes)
  if ('problem' in read) return none(finding('file-is-utf8', { file }, { problem: 'no-letters' }))
  const text = read.text.replace(/\r\n?/g, '\n').normalize('NFC')
  const { coding, sample } = read
  const coded = coding
    ? [finding('file-is-in-utf8', { file, line: sample?.line ?? 1 }, { coding, sample: sample?.word })]
    : []
  const kind = kindOf(file, text)
  if (kind === 'other') return fault({ problem: 'other-kind', file })
  const { works, findings } = kind === 'bibtex' ? bibtexEntries(text, file) : cslItems(text, file, kind)
  return { works, findings: [...coded, ...findings] }
}

const BY_ENDING: Readonly<Record<string, 'bibtex' | 'json' | 'yaml'>> = {
  '.bib': 'bibtex',
  '.bibtex': 'bibtex',
  '.json': 'json',
  '.yaml': 'yaml',
  '.yml': 'yaml',
}

/** What other programs export has marks of its own: `TY  - BOOK` of RIS, a document of XML. */
function kindOf(file: string, text: string): 'bibtex' | 'json' | 'yaml' | 'other' {
  const known = BY_ENDING[extname(file).toLowerCase()]
  if (known) return known
  if (/^[ \t]*@[a-z]+[ \t]*[{(]/im.test(text)) return 'bibtex'
  return /^\s*[[{]/.test(text) ? 'json' : 'other'
}
