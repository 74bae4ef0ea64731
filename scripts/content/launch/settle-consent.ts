// Which moments and pictures may be shown. Whoever has not agreed is in no edition.
import type { LaunchPerson, Moment, MomentPicture, Withheld } from '../../model/launch.ts'
import { authorOf, isNamedIn, mayHavePosted, personNamed, wordsShown } from './persons.ts'

export interface Settled {
  /** With the pictures that may be shown. */
  readonly shown: readonly Moment[]
  readonly withheld: readonly (Omit<Withheld, 'stood' | 'isTold'> & { readonly moment: Moment })[]
}

type Reason = Pick<Withheld, 'person' | 'state'>

/** Order is kept. `isPeopleLost`: there is a people.yaml, and what it says cannot be read. */
export function settleConsent(
  moments: readonly Moment[],
  people: readonly LaunchPerson[],
  isPeopleLost = false,
): Settled {
  const gone = people.filter(({ consent }) => isNo(consent.state))
  const known = isPeopleLost ? moments.map(inDoubt) : moments
  const asWritten = { people, gone, noes: new Map() }
  const noes = new Map(known.flatMap((moment) => picturesOfNo(moment, asWritten)))
  const settled = known.map((moment) => settleOne(moment, { people, gone, noes }))
  return {
    shown: settled.flatMap(({ shown }) => (shown ? [shown] : [])),
    withheld: settled.flatMap(({ withheld }) => withheld),
  }
}

/** Where nobody can know who has withdrawn, nobody who is named is shown. */
const inDoubt = (moment: Moment): Moment =>
  moment.author || moment.handle || moment.pictures.length > 0
    ? { ...moment, consent: { state: 'unknown', note: '' }, lines: { consent: 1, ...moment.lines } }
    : moment

const isNo = (state: string): state is 'refused' | 'withdrawn' => state === 'refused' || state === 'withdrawn'

interface Answers {
  readonly people: readonly LaunchPerson[]
  readonly gone: readonly LaunchPerson[]
  /** Pictures that may not be shown in one moment, and so in no other. */
  readonly noes: ReadonlyMap<string, Reason>
}

/** As much of a picture as is shown. */
const shownPicture = ({ file, crop }: MomentPicture): string => JSON.stringify([file, crop])

function picturesOfNo(moment: Moment, answers: Answers): [string, Reason][] {
  const whole = moment.pictures.length > 0 ? whyNotShown(moment, answers) : undefined
  return moment.pictures.flatMap((picture): [string, Reason][] => {
    const reason = whole && isNo(whole.state) ? whole : whyPictureNotShown(picture, moment, answers)
    return reason ? [[shownPicture(picture), reason]] : []
  })
}

function settleOne(moment: Moment, answers: Answers): { shown?: Moment; withheld: Settled['withheld'] } {
  const { name, file, pictures, chosen } = moment
  const whole = whyNotShown(moment, answers)
  const out = (reason: Reason, what: Withheld['what'], of: readonly MomentPicture[]) => {
    const files = of.map((picture) => picture.file)
    return { name, file, what, chosen, pictures: files, ...reason, moment }
  }
  if (whole) return { withheld: [out(whole, 'moment', pictures)] }
  const reasons = pictures.map((picture) => whyPictureNotShown(picture, moment, answers))
  const left = pictures.filter((_, index) => !reasons[index])
  const first = reasons.find((reason) => reason !== undefined)
  // What is left of a photograph without its picture is nothing.
  if (first && left.length === 0 && moment.text === '') return { withheld: [out(first, 'moment', pictures)] }
  const withheld = pictures.flatMap((picture, index) => {
    const reason = reasons[index]
    return reason ? [out(reason, 'picture', [picture])] : []
  })
  const consent = moment.consent.state === 'public-post' ? moment.consent : settledConsent(moment)
  return { shown: { ...moment, consent, pictures: left }, withheld }
}

/** Whoever is shown, and said nothing in the moment itself, has agreed in people.yaml. */
const settledConsent = ({ consent, author, handle, pictures }: Moment): Moment['consent'] =>
  author || handle || pictures.some(({ credit }) => credit !== '') ? { ...consent, state: 'given' } : consent

/** Undefined for what may be shown. */
function whyNotShown(moment: Moment, { people, gone }: Answers): Reason | undefined {
  const { author, handle, consent, lines } = moment
  const person = authorOf(moment, people)
  const who = person?.name ?? (author || handle)
  if (person && isNo(person.consent.state)) return { person: person.name, state: person.consent.state }
  const words = gone.length > 0 ? wordsShown(moment) : ''
  const named = gone.find((one) => mayHavePosted(moment, one) || isNamedIn(words, one))
  if (named && isNo(named.consent.state)) return { person: named.name, state: named.consent.state }
  if (consent.state === 'public-post' || consent.state === 'given') return undefined
  if (isNo(consent.state)) return { person: who, state: consent.state }
  const given = (person ?? (who === '' ? creditedIn(moment, people) : undefined))?.consent.state
  if (given === 'given') return undefined
  if (lines.consent !== undefined) return { person: who, state: consent.state }
  if (given !== undefined) return { person: who, state: given }
  const shown = who || (moment.pictures.find(({ credit }) => credit !== '')?.credit ?? '')
  return shown === '' ? undefined : { person: shown, state: 'unsaid' }
}

/** Of photographs whose author is not named otherwise. */
function creditedIn({ pictures }: Moment, people: readonly LaunchPerson[]): LaunchPerson | undefined {
  const credited = pictures
    .filter(({ credit }) => credit !== '')
    .map(({ credit }) => personNamed(credit, people))
  return credited.find((one) => one?.consent.state !== 'given') ?? credited[0]
}

/** A picture also shows the people that can be recognised, and its photographer's work. */
function whyPictureNotShown(
  picture: MomentPicture,
  moment: Moment,
  { people, gone, noes }: Answers,
): Reason | undefined {
  const { alt, credit, shows } = picture
  const no = gone.find((one) =>
    [alt, credit, ...shows].some((text) => isNamedIn(text, one) || personNamed(text, [one])),
  )
  if (no && isNo(no.consent.state)) return { person: no.name, state: no.consent.state }
  const author = authorOf(moment, people)
  for (const name of shows) {
    const person = personNamed(name, people)
    if (person?.consent.state === 'given') continue
    // Who posts a picture of themselves, and agrees, is in it.
    if (name === moment.author || (person && person === author)) continue
    return { person: name, state: person?.consent.state ?? 'unsaid' }
  }
  return noes.get(shownPicture(picture))
}
