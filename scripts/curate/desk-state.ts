// What the page shows, made of what was read.
import type { LaunchPerson, Moment, StoryPart } from '../model/launch.ts'
import type { DeskFiles, SettledDesk } from './desk-files.ts'
import type { Journal } from './journal.ts'
import type { DeskMoment, DeskPart, DeskPerson, DeskState } from './protocol.ts'

export function deskState(files: DeskFiles, journal: Journal, version: number): DeskState {
  const { name, date, dateInWords } = files.event()
  const moments = files.moments()
  const settled = files.reader.settle(moments, files.people(), files.isPeopleLost())
  const shown = new Map(settled.shown.map((moment) => [moment.name, moment]))
  const withheld = byName(settled.withheld)
  return {
    version,
    ...files.reader.about,
    event: { name, date, dateInWords },
    sessions: files.sessions().map(({ id, title, starts, ends, when }) => ({
      id,
      title,
      hours: starts && ends ? `${starts}–${ends}` : starts || when,
    })),
    people: files.people().map(personOf),
    moments: moments.map((moment) =>
      momentOf(moment, shown.get(moment.name), withheld.get(moment.name) ?? [], files.stampOf),
    ),
    story: files.story().map(partOf),
    faults: files
      .findings()
      .filter(({ severity }) => severity === 'error')
      .map(({ place, message }) => ({ file: place.file ?? '', line: place.line ?? 1, says: message })),
    undo: journal.undo()?.says ?? '',
    redo: journal.redo()?.says ?? '',
  }
}

function byName(withheld: SettledDesk['withheld']): Map<string, SettledDesk['withheld'][number][]> {
  const found = new Map<string, SettledDesk['withheld'][number][]>()
  for (const one of withheld) found.set(one.name, [...(found.get(one.name) ?? []), one])
  return found
}

const personOf = ({ name, handles, consent }: LaunchPerson): DeskPerson => ({
  name,
  handles: handles.map((one) => one.name),
  ...consent,
})

function momentOf(
  moment: Moment,
  shown: Moment | undefined,
  withheld: SettledDesk['withheld'],
  stampOf: DeskFiles['stampOf'],
): DeskMoment {
  const { name, file, day, clock, kind, author, handle, url, session, chosen, body, consent, lines } = moment
  const whole = withheld.find(({ what }) => what === 'moment')
  const isSaid = lines.consent !== undefined
  return {
    name,
    file,
    day,
    clock,
    kind,
    author,
    handle,
    url,
    session,
    chosen,
    text: asSaid(body),
    service: moment.imported?.service ?? '',
    consent: isSaid ? consent.state : '',
    note: isSaid ? consent.note : '',
    state: shown ? 'shown' : (whole?.state ?? 'unsaid'),
    person: withheld[0]?.person ?? '',
    pictures: moment.pictures.map(({ file: picture, alt, credit, shows, crop }) => ({
      file: picture,
      alt,
      credit,
      shows,
      ...(crop ? { crop } : {}),
      canCrop: !/\.svgz?$/i.test(picture),
      isShown: shown?.pictures.some((one) => one.file === picture) ?? false,
      stamp: stampOf(picture),
    })),
  }
}

const partOf = ({ title, session, items }: StoryPart): DeskPart => ({
  title,
  session,
  items: items.map((item) => (item.kind === 'moment' ? { moment: item.moment } : { line: item.words })),
})

/** Without the backslashes that keep Markdown from reading signs of the words. */
const asSaid = (body: string): string => body.replace(/\\([!-/:-@[-`{-~\n])/g, '$1')
