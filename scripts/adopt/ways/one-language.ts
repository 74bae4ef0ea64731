// A site that is there in several languages → one of them: `de/…` beside `en/…` or beside the texts themselves,
// `a.de.md` beside `a.md`.
import { posix } from 'node:path'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'

export interface Languages {
  /** The folder in which all texts of the site lie; '' for none. */
  readonly root: string
  /** The file that has the list of chapters, or the name of the folder, for findings. */
  readonly list: string
  /** The site's own, where it says so. */
  readonly own: string | undefined
  /** The one that was asked for. */
  readonly wished: string | undefined
}

export interface OneLanguage {
  /** Texts of one language. */
  readonly names: readonly string[]
  /** The folder in which all of these lie. */
  readonly root: string
  /** Its code, where the names of files tell it. */
  readonly language?: string
  readonly findings: readonly Finding[]
}

export function oneLanguage(names: readonly string[], site: Languages): OneLanguage {
  const { root, list, own, wished } = site
  const codes = codesIn(names, root, own)
  const found = [...new Set(codes.values())]
  const others = found.filter((code) => code !== '')
  if (others.length === 0) return { names, root, findings: [] }
  const chosen = nearest(found, wished) ?? mainOf(found, own)
  const taken = names.filter((name) => codes.get(name) === chosen)
  const left = names.length - taken.length
  const inFolder = chosen !== '' && taken.every((name) => posix.relative(root, name).startsWith(`${chosen}/`))
  const facts = {
    problem: 'languages',
    taken: chosen,
    others: others.filter((code) => code !== chosen).join(', '),
    count: left,
  } as const
  return {
    names: taken,
    root: inFolder ? posix.join(root, chosen) : root,
    ...(chosen === '' ? {} : { language: chosen }),
    findings: left === 0 ? [] : [finding('adopted-list-is-followed', { file: list }, facts)],
  }
}

/** Of each text its language; '' for what stands there without any. */
function codesIn(
  names: readonly string[],
  root: string,
  own: string | undefined,
): ReadonlyMap<string, string> {
  const known = new Set(names)
  const folderOf = (name: string): string => posix.relative(root, name).split('/')[0] ?? ''
  const byFolder = new Map<string, string[]>()
  for (const name of names) {
    const folder = folderOf(name)
    const path = posix.relative(posix.join(root, folder), name)
    const paths = byFolder.get(folder)
    if (paths) paths.push(path)
    else byFolder.set(folder, [path])
  }
  const languages = languagesAmong(byFolder, own, (path) => known.has(posix.join(root, path)))
  return new Map(
    names.map((name) => {
      const [, stem = '', code = '', ending = ''] =
        /^(.*)\.([a-z]{2}(?:[-_][a-z]{2,4})?)(\.\w+)$/i.exec(name) ?? []
      if (languages.has(folderOf(name))) return [name, folderOf(name)]
      return [name, isCode(code) && known.has(stem + ending) ? code : '']
    }),
  )
}

/**
 * `it` beside `hr` can be two offices: a folder is a language where most of its files are there in the site's own
 * language, in English or without a folder as well, or where the site has such folders alone.
 */
function languagesAmong(
  byFolder: ReadonlyMap<string, readonly string[]>,
  own: string | undefined,
  isPlain: (path: string) => boolean,
): ReadonlySet<string> {
  const folders = [...byFolder.keys()].filter(isCode)
  const mains = folders.filter((code) => ['en', own].some((one) => one && primary(one) === primary(code)))
  if (mains.length > 0 && folders.length === byFolder.size) return new Set(folders)
  const sources = new Map(mains.map((code) => [code, new Set(byFolder.get(code))]))
  const translated = folders.filter((folder) => {
    const files = byFolder.get(folder) ?? []
    const isThere = (path: string): boolean =>
      isPlain(path) || [...sources].some(([code, paths]) => code !== folder && paths.has(path))
    return files.filter(isThere).length * 2 >= files.length
  })
  return new Set(translated.length > 0 ? [...translated, ...mains] : [])
}

const NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** Whether these signs are the code of a language that people write: `pt-BR`, `zh_CN`. */
const isCode = (text: string): boolean =>
  /^[a-z]{2}(?:[-_](?:[a-z]{2}|[a-z]{4}))?$/i.test(text) && NAMES.of(text.slice(0, 2)) !== undefined

const primary = (code: string): string => code.toLowerCase().split(/[-_]/)[0] ?? ''

function nearest(codes: readonly string[], wished: string | undefined): string | undefined {
  if (wished === undefined) return undefined
  const plain = (code: string): string => code.toLowerCase().replace('_', '-')
  return (
    codes.find((code) => plain(code) === plain(wished)) ??
    codes.find((code) => code !== '' && primary(code) === primary(wished))
  )
}

/** The site's own, what stands there without a code, English, or the first. */
const mainOf = (codes: readonly string[], own: string | undefined): string =>
  nearest(codes, own) ??
  codes.find((code) => code === '') ??
  nearest(codes, 'en') ??
  codes.toSorted()[0] ??
  ''
