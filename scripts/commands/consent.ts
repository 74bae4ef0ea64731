import { mkdir } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { publish } from '../build/publish.ts'
import { publishNew } from '../build/publish-new.ts'
import { type Options, resolveSettings } from '../build/resolve-settings.ts'
import { type Found, withFindings } from '../build/with-findings.ts'
import { mailText } from '../consent/mail-text.ts'
import { type PersonAsked, peopleToAsk } from '../consent/people-to-ask.ts'
import { type GatheredLaunch, gatherLaunch } from '../content/launch/gather-launch.ts'
import { settleConsent } from '../content/launch/settle-consent.ts'
import { readSources } from '../content/read-sources.ts'
import { csvOf } from '../ground/csv.ts'
import { asciiSlug } from '../ground/language/ascii-slug.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import { openOutput } from './command-output.ts'

export interface ConsentOptions extends Pick<Options, 'root' | 'out' | 'report' | 'quiet'> {
  /** A file for spreadsheets. */
  readonly csv?: string
  /** A folder that gets a text for each person. */
  readonly mails?: string
}

/** `whitepaper consent`: whom to ask. Exit status 0, 1 when launch day cannot be read, 2 on wrong use. */
export async function consentCommand(options: ConsentOptions): Promise<number> {
  const output = openOutput(options)
  const {
    findings,
    people = [],
    written = [],
  } = await output.guard(async (): Promise<Asked> => {
    const { settings, findings } = await resolveSettings(options)
    const faults = errorsOf(findings)
    return settings ? withFindings(faults, () => ask(settings, options, faults)) : { findings: faults }
  })
  output.endProgress()
  const isForReaders = (options.report ?? 'text') === 'text'
  if (isForReaders && !options.quiet) process.stdout.write(listOf(people))
  const count = `${people.length} ${people.length === 1 ? 'person' : 'people'} to ask`
  // How to reach them is for the files that were asked for, and for no report.
  const report = {
    people: people.map(({ contact: _, moments, ...one }) => ({ ...one, moments: moments.length })),
  }
  return output.close(findings, { findings, ...report }, [count, ...written].join('; '))
}

interface Asked extends Found {
  readonly people?: readonly PersonAsked[]
  /** In words, what was written. */
  readonly written?: readonly string[]
}

const errorsOf = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ severity }) => severity === 'error')

async function ask(settings: Settings, options: ConsentOptions, before: readonly Finding[]): Promise<Asked> {
  refusePublished(options, settings)
  const { sources } = await readSources(settings)
  const { value, findings: told } = await gatherLaunch(sources, settings)
  const findings = errorsOf(told)
  if (!value || before.length + findings.length > 0) return { findings }
  const people = peopleToAsk(settleConsent(value.read.moments, value.people).withheld, value.people)
  const wished = await writeWished(people, value, settings, options)
  return { people, ...wished }
}

/** Whatever lies in dist/ is published sooner or later. */
function refusePublished({ csv, mails }: ConsentOptions, { out }: Settings): void {
  for (const path of [csv, mails]) {
    if (path === undefined) continue
    if (`${resolve(path)}${sep}`.startsWith(`${resolve(out)}${sep}`))
      throw new WrongUseError(
        `\`${path}\` is in the folder of what is published.`,
        'Name a place outside it: these files say how to reach people.',
      )
  }
}

type Written = Found & { readonly written: readonly string[] }

async function writeWished(
  people: readonly PersonAsked[],
  launch: GatheredLaunch,
  settings: Settings,
  { csv, mails }: ConsentOptions,
): Promise<Written> {
  const { written, findings } = csv === undefined ? NOTHING : await writeTable(people, csv)
  return withFindings(findings, async () => {
    const next = mails === undefined ? NOTHING : await writeMails(people, launch, settings, mails)
    return { written: [...written, ...next.written], findings: next.findings }
  })
}

const NOTHING: Written = { written: [], findings: [] }

async function writeTable(people: readonly PersonAsked[], csv: string): Promise<Written> {
  const findings = await publish([{ path: resolve(csv), content: csvOf(rowsOf(people)) }])
  return { findings, written: findings.length === 0 ? [`${csv} written`] : [] }
}

async function writeMails(
  people: readonly PersonAsked[],
  launch: GatheredLaunch,
  settings: Settings,
  mails: string,
): Promise<Written> {
  const folder = resolve(mails)
  await mkdir(folder, { recursive: true })
  const { written, findings } = await publishNew(mailsOf(people, launch, settings, folder))
  const where = relative(process.cwd(), folder) || '.'
  return { findings, written: [`${written} ${written === 1 ? 'mail' : 'mails'} written to ${where}`] }
}

async function* mailsOf(
  people: readonly PersonAsked[],
  { event }: GatheredLaunch,
  { publication, theme }: Settings,
  folder: string,
): AsyncGenerator<readonly { path: string; content: string }[]> {
  const taken = new Set<string>()
  for (const person of people) {
    const wanted = asciiSlug(person.name) || 'person'
    let name = wanted
    for (let turn = 2; taken.has(name); turn += 1) name = `${wanted}-${turn}`
    taken.add(name)
    const content = mailText(person, { event, publication, words: theme.words })
    yield [{ path: join(folder, `${name}.txt`), content }]
  }
}

const rowsOf = (people: readonly PersonAsked[]): string[][] => [
  ['name', 'handles', 'contact', 'consent', 'when', 'moments', 'pictures', 'files'],
  ...people.map(({ name, handles, contact, isAsked, since, moments }) => [
    name,
    handles.join(' '),
    contact,
    isAsked ? 'asked' : 'not asked',
    since,
    String(moments.filter(({ what }) => what === 'moment').length),
    String(moments.reduce((sum, { pictures }) => sum + pictures.length, 0)),
    moments.map(({ file }) => file).join(' '),
  ]),
]

/** On the screen: a person a block, what waits below. */
const listOf = (people: readonly PersonAsked[]): string =>
  people
    .map(({ name, handles, isAsked, since, moments }) => {
      const who = [name, ...handles.filter((handle) => handle !== name)].join(', ')
      const state = isAsked ? `asked${since && ` on ${since}`}, no answer` : 'not asked'
      const waiting = moments.map(({ file, what }) => `    ${file}${what === 'picture' ? ' (picture)' : ''}`)
      return `${[`${who}: ${state}`, ...waiting].join('\n')}\n`
    })
    .join('')
