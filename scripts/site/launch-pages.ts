// Launch day on the website: the timeline, and a page for each moment.
import { LAUNCH_ADDRESS, momentPages, timelineOf } from '../ground/time/timeline.ts'
import type { Book } from '../model/book.ts'
import type { MomentPicture } from '../model/launch.ts'
import type { Settings } from '../model/settings.ts'
import { frontMatterPicture } from './front-matter-picture.ts'
import type { SitePicture } from './site-pictures.ts'
import type { SitePage } from './site-plan.ts'
import type { SiteContext } from './site-values.ts'

/** None without the folder launch/. */
export function launchPages({ launch }: Book, { publication: { language } }: Settings): SitePage[] {
  if (!launch) return []
  const { event } = launch
  const day = {
    address: LAUNCH_ADDRESS,
    template: 'launch',
    title: event.name,
    description: [event.dateInWords, event.place].filter(Boolean).join(', '),
  }
  const moments = momentPages(timelineOf(launch, { language })).map((page) => {
    const { address, title, excerpt } = page.moment
    return { address, template: 'moment', title, description: excerpt || title, moment: page }
  })
  return [day, ...moments]
}

export function launchValues(
  page: SitePage,
  { book, plan, settings }: SiteContext,
  pictures: ReadonlyMap<string, SitePicture>,
): object {
  if (page.moment) {
    const shown = page.moment.moment.pictures.flatMap((picture) => {
      const element = frontMatterPicture(picture, pictures, page.address)
      return element ? [{ element, credit: picture.credit }] : []
    })
    return { ...page.moment, pictures: shown }
  }
  if (page.template !== 'launch' || !book.launch) return {}
  const about = (file: string) => {
    const found = plan.pages.find(({ text }) => text?.chapter.file === file)
    return found && { address: found.address, title: found.title }
  }
  const picture = (one: MomentPicture) => frontMatterPicture(one, pictures, page.address) ?? ''
  return { timeline: timelineOf(book.launch, { language: settings.publication.language, about, picture }) }
}
