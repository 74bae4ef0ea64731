// `bibliography:`, `citationStyle:` and `nocite:` of publication.yaml: the works, the style and the words of its
// language. Nothing here is loaded for a publication without a bibliography.
import { nearest } from '../../ground/language/nearest.ts'
import type { Citations, WorkEntry } from '../../model/citations.ts'
import type { Finding } from '../../model/finding.ts'
import type { Publication } from '../../model/publication.ts'
import { finding } from '../../rules/finding.ts'
import { placeOfKey } from '../place-of-key.ts'
import { readBibliography } from './read-bibliography.ts'
import { readLocales } from './read-locales.ts'
import { readStyle } from './read-style.ts'

/** Without a value, the findings say why. `folders` of templates: the first that has a style or a locale wins. */
export async function readCitations(
  root: string,
  folders: readonly string[],
  { bibliography, citationStyle, nocite, language }: Publication,
): Promise<{ value?: Citations; findings: readonly Finding[] }> {
  const placeOf = (key: string) => placeOfKey(root, 'publication.yaml', [key])
  const named = await placeOf('bibliography')
  const [read, style, locales] = await Promise.all([
    Promise.all(bibliography.map((file) => readBibliography(root, file, named))),
    readStyle(root, folders, citationStyle, await placeOf('citationStyle')),
    readLocales(folders, language, await placeOf('language')),
  ])
  const { works, findings: twice } = eachOnce(read.flatMap(({ works }) => works))
  const findings = [...read.flatMap((one) => one.findings), ...style.findings, ...locales.findings, ...twice]
  const asked = nocite.map((key) => key.replace(/^@/, ''))
  const keys = works.map(({ key }) => key)
  for (const key of asked.filter((one) => one !== '*' && !keys.includes(one))) {
    const facts = { problem: 'uncited-key', key, suggestion: nearest(key, keys) } as const
    findings.push(finding('citation-resolves', await placeOf('nocite'), facts))
  }
  if (!style.value) return { findings }
  const { words, locators } = locales
  return {
    value: { works, uncited: asked, style: style.value, language, locales: words, locators },
    findings,
  }
}

/** The first of a key is cited. */
function eachOnce(works: readonly WorkEntry[]): { works: WorkEntry[]; findings: Finding[] } {
  const first = new Map<string, WorkEntry>()
  const findings: Finding[] = []
  for (const work of works) {
    const { key, file, line } = work
    const before = first.get(key)
    if (!before) {
      first.set(key, work)
      continue
    }
    const facts = { problem: 'key-twice', key, earlier: `${before.file}:${before.line}` } as const
    findings.push(finding('bibliography-is-sound', { file, line }, facts))
  }
  return { works: [...first.values()], findings }
}
