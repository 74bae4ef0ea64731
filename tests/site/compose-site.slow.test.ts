import { beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from '../../scripts/model/finding.ts'
import { faultsIn, pagesOf } from './html-faults.ts'
import { siteOf } from './make-site.ts'

describe('the website of the paper', () => {
  let files: ReadonlyMap<string, string>
  let findings: readonly Finding[]
  beforeAll(async () => {
    ;({ files, findings } = await siteOf(process.cwd()))
  })

  it('has no findings: every link lands, and every page is sound', () => expect(findings).toEqual([]))

  it('has a page for each chapter and case study, and the lists', () => {
    const pages = pagesOf(files).map(([path]) => path)
    for (const path of [
      'index.html',
      '404.html',
      'chapters/survey/index.html',
      'case-studies/dudley-flickr/index.html',
      'case-studies/index.html',
      'councils/index.html',
      'channels/index.html',
      'themes/index.html',
      'glossary/index.html',
      'sources/index.html',
      'data/index.html',
      'search/index.html',
      'accessibility/index.html',
    ])
      expect(pages).toContain(path)
    expect(pages.filter((path) => /^case-studies\/.+\//.test(path))).toHaveLength(20)
  })

  it('is valid HTML', async () => expect(await faultsIn(files)).toEqual([]))

  it('holds no page numbers, and nothing that only print needs', () => {
    for (const [path, html] of pagesOf(files)) {
      expect.soft(html, path).not.toMatch(/data-(?:src|made|means|page-of)/)
      expect.soft(html, path).not.toMatch(/[\uFDD0\uFDD1]/)
      expect.soft(html, path).not.toContain('(page 000)')
    }
  })

  it('runs nothing on any page but that of the search, and nothing that is written into a page', () => {
    for (const [path, html] of pagesOf(files)) {
      const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
      expect.soft(policy, path).toMatch(/^default-src 'none'/)
      expect.soft(policy, path).not.toContain('unsafe-inline')
      expect.soft(policy.includes('script-src'), path).toBe(path === 'search/index.html')
      const scripts = html.match(/<script(?![^>]*(?: src=| type="application\/ld\+json"))/g)
      expect.soft(scripts, path).toBeNull()
    }
  })

  it('links relatively, so that it works in any folder; only the page for lost addresses cannot', () => {
    const absolute = pagesOf(files).filter(([, html]) => /\s(?:href|src)="\//.test(html))
    expect(absolute.map(([path]) => path)).toEqual(['404.html'])
  })

  it('gives the numbers of its charts as files', () => {
    expect(files.get('data/survey-importance-council.csv')).toBe(
      '\uFEFFAnswer,Note,People,Out of,Share\r\nVery important,,34,40,85%\r\nImportant,,6,40,15%\r\n',
    )
    expect(files.get('data/figures.csv')).toContain('\r\n97.5%,Expect use to grow,39,40,https://')
    expect(files.get('chapters/survey/index.html')).toContain(
      'href="../../data/survey-importance-council.csv"',
    )
  })

  it('claims no address of its own, for it has none', () => {
    const all = pagesOf(files)
      .map(([, html]) => html)
      .join('')
    expect(all).not.toContain('rel="canonical"')
    expect(all).not.toContain('og:url')
    expect(files.has('sitemap.xml')).toBe(false)
    expect(files.get('robots.txt')).toBe('User-agent: *\nAllow: /\n')
    expect(files.get('feed.xml')).toMatch(
      /<id>urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}<\/id>/,
    )
  })

  it('is made of the same bytes each time', async () => {
    const again = await siteOf(process.cwd())
    expect([...again.files.keys()].sort()).toEqual([...files.keys()].sort())
    for (const [path, content] of files) expect.soft(again.files.get(path) === content, path).toBe(true)
  })
})
