// The folder launch/ as every edition shows it: only those who agree. A publication without the folder has no launch.
import { cropAddress } from '../../ground/files/crop-address.ts'
import type { Source } from '../../model/chapter.ts'
import type { Finding } from '../../model/finding.ts'
import type { Launch, LaunchPerson, LaunchSession, Moment } from '../../model/launch.ts'
import type { Publication } from '../../model/publication.ts'
import type { Settings } from '../../model/settings.ts'
import { finding, findingAs } from '../../rules/finding.ts'
import { pictureFaultsOf } from '../checks/picture-faults.ts'
import { EVENT_FILE } from './event-file.ts'
import { type GatheredLaunch, gatherLaunch } from './gather-launch.ts'
import { momentsAreUnique } from './moments-are-unique.ts'
import { withoutContact } from './people-file.ts'
import { isNamedIn } from './persons.ts'
import { settleConsent } from './settle-consent.ts'
import { STORY_FILE, storyByTime, storyFaults, storyOf, type WrittenPart } from './story-file.ts'
import { tellNamed, whoIsGone } from './tell-named.ts'
import { tellWithheld } from './tell-withheld.ts'

/** Throws for no fault in the texts. Without a launch that can be shown, the findings say why. */
export async function readLaunch(
  sources: readonly Source[],
  settings: Settings,
): Promise<{ launch?: Launch; findings: readonly Finding[] }> {
  const { value, findings } = await gatherLaunch(sources, settings)
  if (!value) return { findings }
  const { launch, findings: told } = showLaunch(value, sources, settings.publication)
  const pictures = await momentPictureFaults(launch.moments, settings)
  return { launch, findings: [...findings, ...told, ...pictures] }
}

function showLaunch(
  { event, sessions, text, read, people: asked, isPeopleLost, story: written }: GatheredLaunch,
  sources: readonly Source[],
  publication: Publication,
): { launch: Launch; findings: readonly Finding[] } {
  const people = asked.map(withoutContact)
  const settled = settleConsent(read.moments, people, isPeopleLost)
  const { withheld, findings: told } = tellWithheld(settled.withheld, {
    sources,
    story: written ?? [],
    day: event.date,
  })
  const lines = linesWithoutNames(written ?? [], people)
  const { story, findings: empty } = written?.length
    ? storyOf(lines.parts, settled.shown)
    : { story: storyByTime(settled.shown), findings: [] }
  const ids = sessions.map(({ id }) => id)
  const names = read.moments.map(({ name }) => name)
  return {
    launch: {
      event,
      moments: settled.shown,
      people,
      withheld,
      sessions: sessions.map((session) => withoutSpeakers(session, people)),
      story: story.map((part) => (ids.includes(part.session) ? part : { ...part, session: '' })),
    },
    findings: [
      ...ofWhatIsShown(read.findings, withheld),
      ...told,
      ...storyFaults(written ?? [], names, ids),
      ...lines.findings,
      ...empty,
      ...tellNamed([...sources, { file: EVENT_FILE, text }], people),
      ...coverMayBeShown(publication, withheld),
      ...momentsAreUnique(settled.shown),
    ],
  }
}

/** No cover can be printed without its picture as if that were what its author wanted. */
function coverMayBeShown({ cover, logo }: Publication, withheld: Launch['withheld']): Finding[] {
  const files = new Set(withheld.flatMap(({ pictures }) => pictures))
  const isShown = [cover.picture, logo?.file ?? ''].some((file) => files.has(file))
  const place = { file: 'publication.yaml' }
  return isShown ? [findingAs('error', 'withdrawn-person-is-not-named', place, { problem: 'cover' })] : []
}

/** The programme names nobody who is not to be shown. */
const withoutSpeakers = (session: LaunchSession, people: readonly LaunchPerson[]): LaunchSession => ({
  ...session,
  speakers: session.speakers.filter(({ name }) => !whoIsGone(people).some((one) => isNamedIn(name, one))),
})

/** What the author wrote above and between moments, without the lines that name somebody who is not to be shown. */
function linesWithoutNames(
  parts: readonly WrittenPart[],
  people: readonly LaunchPerson[],
): { parts: readonly WrittenPart[]; findings: readonly Finding[] } {
  const gone = whoIsGone(people)
  const names = (words: string): boolean => gone.some((person) => isNamedIn(words, person))
  const findings: Finding[] = []
  const isLeft = (words: string, line: number): boolean => {
    if (!names(words)) return true
    findings.push(finding('withdrawn-person-is-not-named', { file: STORY_FILE, line }, { problem: 'line' }))
    return false
  }
  const kept = parts.map((part) => ({
    ...part,
    title: isLeft(part.title, part.line) ? part.title : '',
    items: part.items.filter((item) => item.kind === 'moment' || isLeft(item.words, item.line)),
  }))
  return { parts: kept, findings }
}

/** What is not shown need not be fit to be shown; whether it can be read is another matter. */
function ofWhatIsShown(findings: readonly Finding[], withheld: Launch['withheld']): Finding[] {
  const files = new Set(withheld.flatMap(({ file, what }) => (what === 'moment' ? [file] : [])))
  return findings.filter(
    ({ place, rule }) => !files.has(place.file ?? '') || /^(?:front-matter|yaml)-/.test(rule),
  )
}

/** Whether one is sharp enough in print is asked where a text prints it. */
function momentPictureFaults(moments: readonly Moment[], settings: Settings): Promise<Finding[]> {
  const wanted = moments.flatMap(({ pictures, file }) =>
    pictures.map((picture) => ({
      image: { file: cropAddress(picture.file, picture.crop), widthMm: 0 },
      place: { file, line: picture.line },
    })),
  )
  return pictureFaultsOf(wanted, settings)
}
