// All that is in the folder launch/, whoever may be shown: the event, every moment, who agrees, the story as it is
// written. Behind `read-launch.ts` there is only what may be shown.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { nearest } from '../../ground/yaml/checked-yaml.ts'
import type { Source } from '../../model/chapter.ts'
import type { Finding } from '../../model/finding.ts'
import type { Settings } from '../../model/settings.ts'
import { finding, hasErrors } from '../../rules/finding.ts'
import { parseContext } from '../parse-context.ts'
import { readText } from '../read-text.ts'
import { EVENT_FILE, type EventFile, readEventFile } from './event-file.ts'
import { PEOPLE_FILE, type PersonToAsk, readPeopleFile } from './people-file.ts'
import { type ReadMoments, readMoments } from './read-moments.ts'
import { readStoryFile, STORY_FILE, type WrittenPart } from './story-file.ts'

const FOLDER = 'launch'

export interface GatheredLaunch extends EventFile {
  /** Of event.yaml. */
  readonly text: string
  readonly read: ReadMoments
  readonly people: readonly PersonToAsk[]
  /** There is a people.yaml, and what it says cannot be read. */
  readonly isPeopleLost: boolean
  /** Undefined without the file. */
  readonly story?: readonly WrittenPart[]
}

/** Throws for no fault in the texts. Without a value there is no launch, or the findings say why. */
export async function gatherLaunch(
  sources: readonly Source[],
  settings: Settings,
): Promise<{ value?: GatheredLaunch; findings: readonly Finding[] }> {
  const { root, publication } = settings
  const names = await readdir(join(root, FOLDER)).catch(() => undefined)
  if (!names) return { findings: [] }
  const unread = unreadFiles(names)
  if (unread.length > 0) return { findings: unread }
  if (!names.includes('event.yaml')) {
    const facts = { problem: 'launch-without-event' } as const
    return { findings: [finding('publication-is-complete', { file: EVENT_FILE }, facts)] }
  }
  const { text, findings: faults } = await readText(root, EVENT_FILE)
  if (text === undefined) return { findings: faults }
  const files = sources.map(({ file }) => file)
  const event = readEventFile(text, files, publication.language)
  const findings = [...faults, ...event.findings]
  if (!event.value) return { findings }
  const read = await readMoments(settings, event.value, parseContext(sources, settings))
  const people = await readOne(root, names, PEOPLE_FILE, readPeopleFile)
  const story = await readOne(root, names, STORY_FILE, readStoryFile)
  return {
    value: {
      ...event.value,
      text,
      read,
      people: people.value?.people ?? [],
      isPeopleLost: isLost(people),
      ...(story.value ? { story: story.value.parts } : {}),
    },
    findings: [...findings, ...people.findings, ...story.findings],
  }
}

const READ = ['event.yaml', 'people.yaml', 'story.yaml', 'moments']

/** Whoever has refused in `people.yml` has refused. What an editor leaves behind a file is none. */
const unreadFiles = (names: readonly string[]): Finding[] =>
  names.flatMap((name) => {
    if (READ.includes(name) || !/^[^.][^.~]*(?:\.ya?ml(?:\.txt)?)?$/i.test(name)) return []
    const meant = nearest(name.replace(/\.ya?ml(?:\.txt)?$/i, '.yaml'), READ)
    if (!meant || names.includes(meant)) return []
    const facts = { problem: 'launch-file-unread', meant } as const
    return [finding('publication-is-complete', { file: `${FOLDER}/${name}` }, facts)]
  })

const isLost = ({ findings }: { readonly findings: readonly Finding[] }): boolean => hasErrors(findings)

/** A file that need not be there. */
async function readOne<T extends { readonly findings: readonly Finding[] }>(
  root: string,
  names: readonly string[],
  file: string,
  read: (text: string) => T,
): Promise<{ value?: T; findings: readonly Finding[] }> {
  if (!names.includes(file.slice(FOLDER.length + 1))) return { findings: [] }
  const { text, findings } = await readText(root, file)
  if (text === undefined) return { findings }
  const value = read(text)
  return { value, findings: [...findings, ...value.findings] }
}
