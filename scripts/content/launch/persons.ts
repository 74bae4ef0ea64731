// Who is meant by a name or a handle.
import type { Nodes } from 'hast'
import type { LaunchPerson, Moment } from '../../model/launch.ts'

/** ` @Ann ` → `ann`. */
export const bareHandle = (handle: string): string => handle.trim().replace(/^@/, '').toLowerCase()

const sameForm = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

/** The person of exactly this name, or of one under which they post. */
export function personNamed(name: string, people: readonly LaunchPerson[]): LaunchPerson | undefined {
  if (name === '') return undefined
  const isAlias = (one: LaunchPerson): boolean => one.handles.some((own) => own.name === sameForm(name))
  return people.find((one) => sameForm(one.name) === sameForm(name)) ?? people.find(isAlias)
}

type Posted = Pick<Moment, 'author' | 'handle' | 'url' | 'imported'>

/** Whoever wrote or took a moment. A handle of another service is another person's. */
export function authorOf(moment: Posted, people: readonly LaunchPerson[]): LaunchPerson | undefined {
  const named = personNamed(moment.author, people)
  if (named || moment.handle === '') return named
  const handle = bareHandle(moment.handle)
  const service = serviceOf(moment)
  return people.find(({ handles }) =>
    handles.some((one) => one.name === handle && isOfService(one.service, service)),
  )
}

/** In doubt about the server or the service, somebody may. */
export function mayHavePosted(moment: Posted, { handles }: LaunchPerson): boolean {
  if (moment.handle === '') return false
  const [account = '', server = ''] = bareHandle(moment.handle).split('@')
  const service = serviceOf(moment)
  return handles.some((one) => {
    const [ownAccount, ownServer = ''] = one.name.split('@')
    const isServer = server === '' || ownServer === '' || server === ownServer
    return account === ownAccount && isServer && (isWayIn(service) || isOfService(one.service, service))
  })
}

const isOfService = (one: string, service: string): boolean =>
  one === '' || service === '' || service.includes(one)

/** By which posts of any service come in. */
const isWayIn = (service: string): boolean =>
  ['sheets', 'lines', 'mails', 'photographs', 'web-page'].includes(service)

const AT: Readonly<Record<string, RegExp>> = {
  twitter: /^https?:\/\/(?:[\w-]+\.)*(?:twitter|x)\.com\//i,
  bluesky: /^https?:\/\/bsky\.app\//i,
  instagram: /^https?:\/\/(?:[\w-]+\.)*instagram\.com\//i,
  facebook: /^https?:\/\/(?:[\w-]+\.)*facebook\.com\//i,
  flickr: /^https?:\/\/(?:[\w-]+\.)*flickr\.com\//i,
  mastodon: /^https?:\/\/[^/]+\/(?:@[^/]+|users\/[^/]+\/statuses)\/\d+/i,
}

function serviceOf({ imported, url }: Posted): string {
  const service = imported?.service.toLowerCase() ?? ''
  if (!isWayIn(service)) return service
  return Object.keys(AT).find((name) => AT[name]?.test(url)) ?? service
}

/** All that is shown of a moment but its pictures, addresses behind words too. */
export const wordsShown = ({ author, place, text, url, consent, said }: Moment): string =>
  [author, place, text, url, consent.note, ...addressesIn(said)].join('\n|\n')

const addressesIn = (node: Nodes): string[] => {
  if (!('children' in node)) return []
  const own = node.type === 'element' ? node.properties.href : undefined
  return [...(own ? [String(own)] : []), ...node.children.flatMap(addressesIn)]
}

/**
 * Whether words name a person: a whole name, a hashtag of it, or a handle behind its `@` or in an address. A name of
 * one word counts as it is spelt alone: `will` is not Will.
 */
export function isNamedIn(text: string, person: Named): boolean {
  if (text === '') return false
  const given = plainLetters(text)
  return patternsOf(person).some((pattern) => pattern.test(given))
}

type Named = Pick<LaunchPerson, 'name' | 'handles'>
/** There can be ten thousand texts to look into. */
const patterns = new WeakMap<Named, readonly RegExp[]>()

function patternsOf(person: Named): readonly RegExp[] {
  const known = patterns.get(person)
  if (known) return known
  const handles = person.handles.map(({ name }) => plainLetters(name))
  const names = [plainLetters(person.name), ...handles.filter((one) => /\s/.test(one))]
  const made = [...names.map(wordsAlone), ...handles.map(handleIn)]
  patterns.set(person, made)
  return made
}

function wordsAlone(name: string): RegExp {
  const words = name.trim().split(/\s+/).map(escaped)
  const alone = `(?<![\\p{L}\\p{N}])(?:${words.join('\\s+')}|#${words.join('_?')})(?![\\p{L}\\p{N}])`
  return new RegExp(alone, words.length > 1 ? 'iu' : 'u')
}

/** `@ann@example.social` is `@ann` to those on its server, and to whoever reads what they wrote. */
function handleIn(handle: string): RegExp {
  const [account = '', server] = handle.split('@')
  const own = server ? `${escaped(account)}(?:@${escaped(server)}|(?!@))` : escaped(account)
  return new RegExp(`(?:@|${PROFILE})${own}(?![\\p{L}\\p{N}_])`, 'iu')
}

/** What stands before the name of an account in an address. */
const PROFILE =
  '(?<![\\w-])(?:(?:twitter|x|facebook|instagram|tiktok|youtube)\\.com|threads\\.net)/|/(?:profile|users|people|photos|in)/'

/** As people type names: without accents, marks that are not seen, and in one form of apostrophe and hyphen. */
const plainLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐-―−]/g, '-')

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
