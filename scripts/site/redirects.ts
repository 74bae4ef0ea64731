// Old addresses keep leading to what they led to: a small page for any host, and a list for hosts that read one.
import { tellForeignWords } from '../ground/language/foreign-words.ts'
import type { Finding } from '../model/finding.ts'
import type { SiteFile } from '../model/site.ts'
import { finding } from '../rules/finding.ts'
import { fileOf, relativeHref } from './links.ts'
import type { SitePage } from './site-plan.ts'
import type { SiteContext } from './site-values.ts'

/** `plain`: the files of the website that are no pages. None of them, and no page, may be hidden by an old address. */
export function redirectPages(
  { plan, base }: SiteContext,
  plain: readonly string[],
  render: (name: string, values: object) => string,
): { pages: { address: string; html: string }[]; files: SiteFile[]; findings: Finding[] } {
  const taken = new Map([
    ...[...OF_HOSTS, ...plain].map((path) => [keyOf(path), `the file ${path}`] as const),
    ...plan.pages.map((page) => [keyOf(fileOf(page.address)), nameOf(page)] as const),
  ])
  const pages: { address: string; html: string }[] = []
  const lines: string[] = []
  const findings: Finding[] = []
  for (const page of plan.pages) {
    const { chapter } = page.text ?? {}
    for (const from of (chapter?.matter.redirects ?? []).map(folderOrFile)) {
      const owner = holderOf(fileOf(from), taken)
      if (owner !== undefined && chapter) {
        const place = { file: chapter.file, line: chapter.matter.lines.redirects ?? 1 }
        findings.push(finding('address-is-free', place, { address: from, owner }))
        continue
      }
      taken.set(keyOf(fileOf(from)), nameOf(page))
      const to = relativeHref(from, page.address)
      pages.push({
        address: from,
        html: tellForeignWords(
          render('site/redirect', { to, title: page.title, root: relativeHref(from, '') }),
        ),
      })
      for (const one of spellings(from)) lines.push(`${base}${one} ${base}${page.address} 301\n`)
    }
  }
  return { pages, findings, files: lines.length > 0 ? [{ path: '_redirects', content: lines.join('') }] : [] }
}

/** Files with a meaning for hosts and programs, whether this build makes them or not. */
const OF_HOSTS = ['_headers', '_redirects', 'robots.txt', 'sitemap.xml', 'feed.xml']
/** Folders whose files change with each build. */
const OF_BUILDS: ReadonlySet<string> = new Set(['styles', 'fonts', 'pagefind', 'pictures'])

const nameOf = ({ text, title }: SitePage): string => text?.chapter.file ?? title

/** Disks of Windows and macOS, and some hosts, take capitals and small letters for the same. */
const keyOf = (path: string): string => path.toLowerCase()

/** `old-name` without a dot was a page, not a file: the page stands in a folder of that name. */
const folderOrFile = (address: string): string => (/(?:^|\/)[^./]+$/.test(address) ? `${address}/` : address)

/** A host tells `/old` from `/old/` when it reads its list. */
const spellings = (address: string): string[] =>
  address.endsWith('/') ? [address.slice(0, -1), address] : [address]

/** Who has this file already, or a file where it needs a folder, or a folder where it would stand. */
function holderOf(file: string, taken: ReadonlyMap<string, string>): string | undefined {
  const key = keyOf(file)
  const [first = ''] = key.split('/')
  if (OF_BUILDS.has(first)) return `the files in ${first}/`
  for (const [path, name] of taken)
    if (path === key || key.startsWith(`${path}/`) || path.startsWith(`${key}/`)) return name
  return undefined
}
