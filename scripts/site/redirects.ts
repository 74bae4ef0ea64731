// Old addresses keep leading to what they led to: a small page for any host, and a list for hosts that read one.
import type { Finding, SiteFile } from '../model.ts'
import { finding } from '../rules.ts'
import { fileOf, relativeHref } from './links.ts'
import type { SitePage } from './plan-site.ts'
import type { SiteContext } from './site-values.ts'

export function redirectPages(
  { plan, base }: SiteContext,
  render: (name: string, values: object) => string,
): { pages: { address: string; html: string }[]; files: SiteFile[]; findings: Finding[] } {
  const taken = new Map(plan.pages.map((page) => [fileOf(page.address), nameOf(page)]))
  const pages: { address: string; html: string }[] = []
  const lines: string[] = []
  const findings: Finding[] = []
  for (const page of plan.pages) {
    const { chapter } = page.text ?? {}
    for (const from of chapter?.matter.redirects ?? []) {
      const other = taken.get(fileOf(from))
      if (other !== undefined && chapter) {
        const place = { file: chapter.file, line: chapter.matter.lines.redirects ?? 1 }
        findings.push(finding('address-is-free', place, { actual: from, other }))
        continue
      }
      taken.set(fileOf(from), nameOf(page))
      const to = relativeHref(from, page.address)
      pages.push({
        address: from,
        html: render('site/redirect', { to, title: page.title, root: relativeHref(from, '') }),
      })
      lines.push(`${base}${from} ${base}${page.address} 301\n`)
    }
  }
  return { pages, findings, files: lines.length > 0 ? [{ path: '_redirects', content: lines.join('') }] : [] }
}

const nameOf = ({ text, title }: SitePage): string => text?.chapter.file ?? title
