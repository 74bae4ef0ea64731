// What search engines, feeds and other websites are told of a page. Nothing is told that publication.yaml does not say.
import { createHash } from 'node:crypto'
import type { Publication } from '../model/publication.ts'
import type { Settings } from '../model/settings.ts'
import type { SitePage } from './site-plan.ts'

/** JSON-LD as text for a data block: `<` is escaped, so that no title can end the element. */
export function structuredData(page: SitePage, { publication }: Settings, web: string | undefined): string {
  const report = {
    '@type': 'Report',
    name: publication.title,
    ...(publication.subtitle ? { alternativeHeadline: publication.subtitle } : {}),
    ...(web ? { url: web } : {}),
    ...shared(publication),
  }
  const own = page.text ? ofText(page.text, publication) : page.moment && ofMoment(page.moment, publication)
  const about = own ? { ...article(page, web), ...own, isPartOf: report } : report
  return JSON.stringify({ '@context': 'https://schema.org', ...about }).replaceAll('<', '\\u003c')
}

const article = ({ title, description, address }: SitePage, web: string | undefined) => ({
  '@type': 'Article',
  headline: title,
  ...(description ? { description } : {}),
  ...(web ? { url: web + address } : {}),
})

const ofText = ({ chapter, section }: NonNullable<SitePage['text']>, publication: Publication) => ({
  ...(section.number ? { position: section.number } : {}),
  ...(chapter.matter.searchWords.length > 0 ? { keywords: chapter.matter.searchWords } : {}),
  ...shared(publication),
})

/** Said on the day and by whom its file says: neither the date nor the makers of the paper are its own. */
function ofMoment({ moment }: NonNullable<SitePage['moment']>, publication: Publication) {
  return {
    ...shared({ ...publication, date: moment.time, makers: [] }),
    ...(moment.author ? { author: { '@type': 'Person', name: moment.author } } : {}),
  }
}

const shared = ({ language, date, publisher, makers }: Publication) => ({
  inLanguage: language,
  ...(date ? { datePublished: date } : {}),
  ...(publisher ? { publisher: { '@type': 'Organization', name: publisher } } : {}),
  ...(makers.length > 0 ? { author: makers.map(({ name }) => ({ '@type': 'Person', name })) } : {}),
})

/**
 * A name for feed readers that stays: the address where there is one, else made from title and address (RFC 9562,
 * 5.8).
 */
export function feedId(address: string, { title }: Publication, web: string | undefined): string {
  if (web) return web + address
  const hex = createHash('sha256').update(`${title}\n${address}`).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`
}
