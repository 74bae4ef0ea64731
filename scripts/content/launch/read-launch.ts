// The folder launch/: the event, and a file for each moment. A publication without the folder has no launch.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { cropAddress } from '../../ground/files/crop-address.ts'
import type { Source } from '../../model/chapter.ts'
import type { Finding } from '../../model/finding.ts'
import type { Launch, Moment } from '../../model/launch.ts'
import type { Settings } from '../../model/settings.ts'
import { finding } from '../../rules/finding.ts'
import { pictureFaultsOf } from '../checks/picture-faults.ts'
import { parseContext } from '../parse-context.ts'
import { readText } from '../read-text.ts'
import { EVENT_FILE, type EventFile, readEventFile } from './event-file.ts'
import { momentsAreUnique } from './moments-are-unique.ts'
import { parseMoment } from './parse-moment.ts'

const FOLDER = 'launch'
const MOMENTS = 'launch/moments'
/** Files that are read at once. */
const AT_ONCE = 8

/** Throws for no fault in the texts. Without a launch that can be shown, the findings say why. */
export async function readLaunch(
  sources: readonly Source[],
  settings: Settings,
): Promise<{ launch?: Launch; findings: readonly Finding[] }> {
  const { root, publication } = settings
  const names = await readdir(join(root, FOLDER)).catch(() => undefined)
  if (!names) return { findings: [] }
  if (!names.includes('event.yaml')) {
    const facts = { problem: 'launch-without-event' } as const
    return { findings: [finding('publication-is-complete', { file: EVENT_FILE }, facts)] }
  }
  const text = await readText(root, EVENT_FILE)
  if (text.text === undefined) return { findings: text.findings }
  const files = sources.map(({ file }) => file)
  const read = readEventFile(text.text, files, publication.language)
  const findings = [...text.findings, ...read.findings]
  if (!read.value) return { findings }
  const moments = await readMoments(read.value, sources, settings)
  const { event, sessions } = read.value
  return { launch: { event, sessions, moments: moments.value }, findings: [...findings, ...moments.findings] }
}

async function readMoments(
  event: EventFile,
  sources: readonly Source[],
  settings: Settings,
): Promise<{ value: readonly Moment[]; findings: readonly Finding[] }> {
  const context = parseContext(sources, settings)
  const files = await momentFiles(settings.root)
  const read: { moment?: Moment; findings: readonly Finding[] }[] = []
  for (let first = 0; first < files.length; first += AT_ONCE) {
    const some = files.slice(first, first + AT_ONCE)
    const texts = await Promise.all(some.map((file) => readText(settings.root, file)))
    for (const [index, { text, findings }] of texts.entries()) {
      const parsed = text === undefined ? undefined : parseMoment(text, some[index]!, event, context)
      read.push({ ...parsed, findings: [...findings, ...(parsed?.findings ?? [])] })
    }
  }
  const moments = read.flatMap(({ moment }) => (moment ? [moment] : []))
  const value = moments.toSorted((a, b) => a.instant - b.instant || (a.name < b.name ? -1 : 1))
  const pictures = await momentPictureFaults(value, settings)
  return {
    value,
    findings: [...read.flatMap(({ findings }) => findings), ...momentsAreUnique(value), ...pictures],
  }
}

async function momentFiles(root: string): Promise<string[]> {
  const entries = await readdir(join(root, MOMENTS), { withFileTypes: true }).catch(() => [])
  return entries
    .filter(
      (entry) =>
        !entry.isDirectory() && /\.md$/i.test(entry.name) && !/^(?:\.|_|readme\.md$)/i.test(entry.name),
    )
    .map((entry) => `${MOMENTS}/${entry.name}`)
    .sort()
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
