// Launch day on the website: the timeline, and a page for each moment.
import { LAUNCH_ADDRESS, momentPages, type Timeline, timelineOf } from '../launch/timeline.ts'
import type { Book, Moment } from '../model.ts'
import { pictureElement } from './picture-element.ts'
import type { SitePage } from './plan-site.ts'
import type { SitePicture } from './site-pictures.ts'
import type { SiteContext } from './site-values.ts'

/** None without the folder launch/. */
export function launchPages({ launch }: Book): SitePage[] {
  if (!launch) return []
  const { event } = launch
  const day = {
    ...{ address: LAUNCH_ADDRESS, template: 'launch', title: event.name },
    description: [event.dateInWords, event.place].filter(Boolean).join(', '),
  }
  const moments = momentPages(timelineOf(launch)).map((page) => {
    const { address, title, excerpt } = page.moment
    return { address, template: 'moment', title, description: excerpt || title, moment: page }
  })
  return [day, ...moments]
}

export function launchValues(
  page: SitePage,
  { book, plan }: SiteContext,
  pictures: ReadonlyMap<string, SitePicture>,
): { timeline?: Timeline } | object {
  const element = (picture: NonNullable<Moment['picture']>): string => {
    const made = pictures.get(picture.file)
    return made ? pictureElement(`<img src="" alt="${attribute(picture.alt)}">`, made, page.address) : ''
  }
  if (page.moment) {
    const { picture } = page.moment.moment
    const shown = picture && element(picture)
    return { ...page.moment, ...(shown ? { picture: { element: shown, credit: picture.credit } } : {}) }
  }
  if (page.template !== 'launch' || !book.launch) return {}
  const about = (file: string) => {
    const found = plan.pages.find(({ text }) => text?.chapter.file === file)
    return found && { address: found.address, title: found.title }
  }
  return { timeline: timelineOf(book.launch, { about, picture: element }) }
}

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
