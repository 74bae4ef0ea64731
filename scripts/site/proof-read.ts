// Reads the finished pages back: what stands on them, and whether every link lands.

import type { Element } from 'hast'
import { visit } from 'unist-util-visit'
import { textProperty } from '../ground/html/change-tree.ts'
import { readHtml } from '../ground/html/html-text.ts'
import type { Finding } from '../model/finding.ts'
import type { SiteFile } from '../model/site.ts'
import { finding } from '../rules/finding.ts'
import type { FactsOf, FactsWithout } from '../rules/rules.ts'
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
      for (const fault of once(read.faults))
        findings.push(finding('site-page-is-sound', {}, { page: address, ...fault }))
      for (const problem of new Set(read.barriers))
        findings.push(finding('site-page-is-accessible', {}, { page: address, problem }))
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

const FORBIDDEN = /^(?:style|on.*|srcdoc|formaction)$/

type Fault = FactsWithout<'site-page-is-sound', 'page'>

const once = (faults: readonly Fault[]): readonly Fault[] => [
  ...new Map(faults.map((one) => [JSON.stringify(one), one])).values(),
]

interface PageReading {
  readonly ids: Set<string>
  readonly links: string[]
  readonly faults: Fault[]
  readonly barriers: FactsOf<'site-page-is-accessible'>['problem'][]
  readonly levels: number[]
  /** What a page must have once, as far as it was met. */
  readonly met: Set<'title' | 'language' | 'policy'>
}

function readPage(html: string): PageReading {
  const page: PageReading = {
    ids: new Set(),
    links: [],
    faults: [],
    barriers: [],
    levels: [],
    met: new Set(),
  }
  visit(readHtml(html), 'element', (element) => readElement(element, page))
  const { met, faults, barriers, levels } = page
  if (!met.has('language')) faults.push({ problem: 'no-language' })
  if (!met.has('title')) faults.push({ problem: 'no-title' })
  if (!met.has('policy')) faults.push({ problem: 'no-policy' })
  if (skipsLevel(levels)) barriers.push('leap-of-headings')
  faults.push(...headingFaults(levels))
  return page
}

function readElement(element: Element, page: PageReading): void {
  const { tagName, properties } = element
  const { ids, links, faults, barriers } = page
  meet(element, page)
  for (const name of Object.keys(properties).map((key) => key.toLowerCase()))
    if (FORBIDDEN.test(name)) faults.push({ problem: 'attribute', name })
  const id = textProperty(element, 'id')
  if (id !== undefined) {
    if (ids.has(id)) faults.push({ problem: 'name-twice', name: id })
    ids.add(id)
  }
  if (tagName === 'style') faults.push({ problem: 'style-sheet' })
  if (tagName === 'script' && properties.src === undefined && properties.type !== 'application/ld+json')
    faults.push({ problem: 'script' })
  if (tagName === 'img' && properties.alt === undefined) barriers.push('no-alternative')
  const addresses = addressesOf(element)
  links.push(...addresses.filter(isInside))
  const outside = tagName === 'a' ? undefined : addresses.find((one) => !isInside(one))
  if (outside !== undefined && textProperty(element, 'rel') !== 'canonical')
    faults.push({ problem: 'from-elsewhere', address: outside })
}

/** Headings, and what a page must have once. */
function meet(element: Element, { met, levels }: PageReading): void {
  const { tagName, properties, children } = element
  if (/^h[1-6]$/.test(tagName)) levels.push(Number(tagName[1]))
  if (tagName === 'html' && textProperty(element, 'lang')) met.add('language')
  if (tagName === 'title' && children.some((child) => child.type === 'text' && child.value.trim() !== ''))
    met.add('title')
  if (tagName === 'meta' && /^content-security-policy$/i.test(String(properties.httpEquiv))) met.add('policy')
}

function addressesOf(element: Element): string[] {
  const set =
    textProperty(element, 'srcSet')
      ?.split(',')
      .map((one) => one.trim().split(/\s+/)[0] ?? '') ?? []
  const { tagName } = element
  const own = textProperty(element, tagName === 'a' || tagName === 'link' ? 'href' : 'src')
  return [...(own === undefined ? [] : [own]), ...set]
}

/** Relative, or from the root as on the page for lost addresses. */
const isInside = (address: string): boolean => !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address)

const skipsLevel = (levels: readonly number[]): boolean =>
  levels.some((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)

function headingFaults(levels: readonly number[]): Fault[] {
  return [
    ...(levels.filter((level) => level === 1).length === 1 ? [] : [{ problem: 'not-one-heading' } as const]),
    ...(levels.length > 0 && levels[0] !== 1 ? [{ problem: 'begins-otherwise' } as const] : []),
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
