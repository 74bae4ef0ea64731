// Launch day on the website: the timeline, a wall of its photographs, a page for each moment, and one for each who said
// or showed something.
import { cropAddress } from '../ground/files/crop-address.ts'
import { withoutMarks } from '../ground/language/foreign-words.ts'
import {
  LAUNCH_ADDRESS,
  momentPages,
  PEOPLE_ADDRESS,
  PHOTOGRAPHS_ADDRESS,
  type TimelineEntry,
  timelineOf,
} from '../ground/time/timeline.ts'
import type { Book } from '../model/book.ts'
import type { MomentPicture } from '../model/launch.ts'
import type { Settings } from '../model/settings.ts'
import { frontMatterPicture } from './front-matter-picture.ts'
import { photoWall } from './photo-wall.ts'
import type { SitePicture } from './site-pictures.ts'
import type { SitePage } from './site-plan.ts'
import type { SiteContext } from './site-values.ts'

type Pictures = ReadonlyMap<string, SitePicture>

/** None without the folder launch/; of lists none that would be empty. */
export function launchPages({ launch }: Book, { publication: { language }, theme }: Settings): SitePage[] {
  if (!launch) return []
  const { event } = launch
  const timeline = timelineOf(launch, { language })
  const description = [event.dateInWords, event.place].filter(Boolean).join(', ')
  const list = (address: string, template: string, title: string): SitePage => ({
    address,
    template,
    title,
    description: `${withoutMarks(title)}: ${event.name}`,
  })
  const { photographs, people } = theme.words
  return [
    { address: LAUNCH_ADDRESS, template: 'launch', title: event.name, description },
    ...(timeline.photographs > 0 ? [list(PHOTOGRAPHS_ADDRESS, 'launch-photographs', photographs ?? '')] : []),
    ...momentPages(timeline).map((page) => {
      const { address, title, excerpt } = page.moment
      return { address, template: 'moment', title, description: excerpt || title, moment: page }
    }),
    ...(timeline.people.length > 0 ? [list(PEOPLE_ADDRESS, 'launch-people', people ?? '')] : []),
    ...timeline.people.map((person) => ({
      ...list(person.address, 'launch-person', person.name),
      person,
    })),
  ]
}

export function launchValues(
  page: SitePage,
  { book, plan, settings }: SiteContext,
  pictures: Pictures,
): object {
  const { moment, person, template } = page
  if (moment) return { ...moment, ...picturesOfMoment(moment.moment.pictures, page, pictures) }
  const picture = (one: MomentPicture) => frontMatterPicture(one, pictures, page.address) ?? ''
  if (person)
    return { person: { ...person, moments: person.moments.map((one) => withPictures(one, picture)) } }
  if (template === 'launch-people') return { people: plan.pages.flatMap((one) => one.person ?? []) }
  if (!book.launch || !/^launch/.test(template)) return {}
  const about = (file: string) => {
    const found = plan.pages.find(({ text }) => text?.chapter.file === file)
    return found && { address: found.address, title: found.title }
  }
  const { language } = settings.publication
  if (template === 'launch') return { timeline: timelineOf(book.launch, { language, about, picture }) }
  const timeline = timelineOf(book.launch, { language })
  return { timeline, wall: photoWall(timeline.moments, pictures, page.address) }
}

const withPictures = (entry: TimelineEntry, element: (picture: MomentPicture) => string): TimelineEntry => ({
  ...entry,
  pictures: entry.pictures.map((picture) => ({ ...picture, element: element(picture) })),
})

/** The first of its own that is a photograph is shown where its address is shared. */
function picturesOfMoment(own: readonly MomentPicture[], { address }: SitePage, made: Pictures): object {
  const shown = own.flatMap((picture) => {
    const element = frontMatterPicture(picture, made, address)
    return element ? [{ element, credit: picture.credit }] : []
  })
  const cards = own.flatMap(({ file, crop, alt }) => {
    const { path, width, height } = made.get(cropAddress(file, crop)) ?? {}
    return path && width && height ? [{ path, width, height, alt: alt === 'decorative' ? '' : alt }] : []
  })
  return { pictures: shown, ...(cards[0] ? { card: cards[0] } : {}) }
}
