// The words of citations (“and”, “edited by”, “p.”) in the language of the publication, and what its authors write
// before the number of a page.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readXml } from '../../ground/xml/read-xml.ts'
import type { Finding } from '../../model/finding.ts'
import type { Place } from '../../model/place.ts'
import { finding } from '../../rules/finding.ts'

/** What a style falls back on. */
const AMERICAN = 'en-US'

export interface ReadLocales {
  /** The file of each language that may be asked for. */
  readonly words: Readonly<Record<string, string>>
  readonly locators: Readonly<Record<string, string>>
  readonly findings: readonly Finding[]
}

export async function readLocales(
  folders: readonly string[],
  language: string,
  place: Place,
): Promise<ReadLocales> {
  const files = await localeFiles(folders)
  const name = nearestOf(language, [...files.keys()])
  const read = async (code: string): Promise<string> => readFile(files.get(code) ?? '', 'utf8')
  const american = await read(AMERICAN)
  const own = name === undefined || name === AMERICAN ? undefined : await read(name)
  return {
    words: { [AMERICAN]: american, [language]: own ?? american },
    locators: { ...ABBREVIATIONS, ...locatorsIn(american), ...(own ? locatorsIn(own) : {}) },
    findings: name === undefined ? [finding('citation-words-are-translated', place, { language })] : [],
  }
}

/** By language; the first folder wins. */
async function localeFiles(folders: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for (const folder of folders) {
    const names = await readdir(join(folder, 'citations')).catch((): string[] => [])
    for (const name of names.sort()) {
      const code = /^locales-([\w-]+)\.xml$/.exec(name)?.[1]
      if (code && !files.has(code)) files.set(code, join(folder, 'citations', name))
    }
  }
  return files
}

/** `cy` has what `cy-GB` has; of plain English it is the American, as the language of styles has it. */
function nearestOf(language: string, codes: readonly string[]): string | undefined {
  const exact = codes.find((code) => code.toLowerCase() === language.toLowerCase())
  const primary = language.split('-', 1)[0]
  const alike = codes.filter((code) => code.split('-', 1)[0] === primary)
  return exact ?? (primary === 'en' ? AMERICAN : alike[0])
}

const KINDS =
  'act appendix article-locator book canon chapter column elocation equation figure folio issue line note opus page paragraph part rule scene section sub-verbo supplement table timestamp title-locator verse version volume'.split(
    ' ',
  )

/** What is written in English beside the terms of the locale. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  'bk.': 'book',
  'ch.': 'chapter',
  'chap.': 'chapter',
  'chaps.': 'chapter',
  'col.': 'column',
  'fig.': 'figure',
  'figs.': 'figure',
  'fol.': 'folio',
  'no.': 'issue',
  'l.': 'line',
  'n.': 'note',
  p: 'page',
  'p.': 'page',
  'pg.': 'page',
  pp: 'page',
  'pp.': 'page',
  para: 'paragraph',
  'para.': 'paragraph',
  '¶': 'paragraph',
  'pt.': 'part',
  'sec.': 'section',
  '§': 'section',
  '§§': 'section',
  's.v.': 'sub-verbo',
  'v.': 'verse',
  'vv.': 'verse',
  'vol.': 'volume',
  'vols.': 'volume',
}

/** The words of a locale for the kinds of places, in small letters. What is no XML has none. */
function locatorsIn(xml: string): Record<string, string> {
  const found: Record<string, string> = {}
  let kind: string | undefined
  let words = ''
  const take = (): void => {
    const small = words.trim().toLowerCase()
    if (kind !== undefined && small !== '') found[small] ??= kind
    words = ''
  }
  readXml(xml, {
    opens: (name, attribute) => {
      words = ''
      if (name === 'term') kind = KINDS.find((one) => one === attribute('name'))
    },
    says: (text) => {
      words += text
    },
    closes: (name) => {
      if (/^(?:term|single|multiple)$/.test(name)) take()
      if (name === 'term') kind = undefined
    },
  })
  return found
}
