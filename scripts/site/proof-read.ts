// Reads the finished pages back: what stands on them, and whether every link lands.

import { tagsOf } from '../ground/templating/html-tags.ts'
import type { Finding } from '../model/finding.ts'
import type { SiteFile } from '../model/site.ts'
import { finding } from '../rules/finding.ts'
import { fileOf } from './links.ts'

export interface ProofReader {
  readonly page: (address: string, html: string) => void
  readonly file: (file: SiteFile) => void
  readonly findings: () => readonly Finding[]
}

/** Keeps names and links of each page, not its text. `base` is the path of the website on its host: `/paper/`. */
export function proofReader(base: string): ProofReader {
  const idsOf = new Map<string, ReadonlySet<string>>()
  const links: { from: string; to: string }[] = []
  const findings: Finding[] = []
  return {
    page: (address, html) => {
      const read = readPage(html)
      idsOf.set(fileOf(address), read.ids)
      for (const to of read.links) links.push({ from: address, to })
      for (const fault of new Set(read.faults))
        findings.push(finding('site-page-is-sound', {}, { page: address, fault }))
      for (const fault of new Set(read.barriers))
        findings.push(finding('site-page-is-accessible', {}, { page: address, fault }))
    },
    file: ({ path }) => {
      if (!idsOf.has(path)) idsOf.set(path, new Set())
    },
    findings: () => [
      ...findings,
      ...links.flatMap(({ from, to }) =>
        lands(from, to, base, idsOf) ? [] : [finding('site-links-land', {}, { page: from, link: to })],
      ),
    ],
  }
}

const ATTRIBUTE = /\s([^\s"'<>/=]+)(?:=(?:"([^"]*)"|'([^']*)'))?/g
const FORBIDDEN = /^(?:style|on.*|srcdoc|formaction)$/i

function readPage(html: string) {
  const ids = new Set<string>()
  const links: string[] = []
  const faults: string[] = []
  const barriers: string[] = []
  const levels: number[] = []
  if (!/<html lang="[^"]+"/.test(html)) faults.push('does not say its language')
  if (!/<title>[^<]*\S[^<]*<\/title>/.test(html)) faults.push('has no title')
  if (!/<meta http-equiv="content-security-policy"/i.test(html)) faults.push('has no security policy')
  for (const { kind, name, text } of tagsOf(html)) {
    if (kind === 'close') continue
    if (/^h[1-6]$/.test(name)) levels.push(Number(name[1]))
    const given = Object.fromEntries(
      [...text.matchAll(ATTRIBUTE)].map(([, key = '', a, b]) => [key, a ?? b ?? '']),
    )
    for (const key of Object.keys(given))
      if (FORBIDDEN.test(key)) faults.push(`holds the attribute \`${key}\``)
    if (given.id !== undefined) {
      if (ids.has(given.id)) faults.push(`uses the name \`${given.id}\` twice`)
      ids.add(given.id)
    }
    if (name === 'style') faults.push('holds a style sheet')
    if (name === 'script' && given.src === undefined && given.type !== 'application/ld+json')
      faults.push('holds a script')
    if (name === 'img' && given.alt === undefined) barriers.push('shows a picture without a text alternative')
    links.push(...addressesOf(name, given).filter(isInside))
    const outside = name === 'a' ? [] : addressesOf(name, given).filter((one) => !isInside(one))
    if (outside.length > 0 && given.rel !== 'canonical') faults.push(`loads ${outside[0]} from elsewhere`)
  }
  if (skipsLevel(levels)) barriers.push('leaves a level of heading out')
  return { ids, links, faults: [...faults, ...headingFaults(levels)], barriers }
}

function addressesOf(name: string, given: Readonly<Record<string, string>>): string[] {
  const set = given.srcset?.split(',').map((one) => one.trim().split(/\s+/)[0] ?? '') ?? []
  const own = name === 'a' || name === 'link' ? given.href : given.src
  return [...(own === undefined ? [] : [own]), ...set].map(decode)
}

/** Relative, or from the root as on the page for lost addresses. */
const isInside = (address: string): boolean => !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address)

const decode = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&#x26;', '&').replaceAll('&#38;', '&').replaceAll('&#39;', "'")

const skipsLevel = (levels: readonly number[]): boolean =>
  levels.some((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)

function headingFaults(levels: readonly number[]): string[] {
  return [
    ...(levels.filter((level) => level === 1).length === 1 ? [] : ['does not have one first-level heading']),
    ...(levels.length > 0 && levels[0] !== 1 ? ['does not begin with its title'] : []),
  ]
}

const ORIGIN = 'http://site.invalid'

function lands(
  from: string,
  to: string,
  base: string,
  idsOf: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const page = ORIGIN + base + from
  if (!URL.canParse(to, page)) return false
  const { origin, pathname, hash } = new URL(to, page)
  if (origin !== ORIGIN || !pathname.startsWith(base)) return false
  const path = decoded(pathname.slice(base.length))
  const fragment = decoded(hash.slice(1))
  if (path === undefined || fragment === undefined) return false
  const ids = idsOf.get(fileOf(path))
  return ids !== undefined && (fragment === '' || ids.has(fragment))
}

/** Undefined where a `%` begins no sign. */
function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}
