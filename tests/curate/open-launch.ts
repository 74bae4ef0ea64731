// A launch of an invented library, in a folder of its own, on a desk.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { readerOf, replaceIn } from '../../scripts/commands/curate-tools.ts'
import { type Desk, openDesk } from '../../scripts/curate/desk.ts'
import type { DeskReader } from '../../scripts/curate/desk-files.ts'
import type { Moment } from '../../scripts/model/launch.ts'
import { settingsOf } from '../support/made-by-hand.ts'
import { publicationFolder } from '../support/publication-folder.ts'

export const EVENT = `name: Opening of the library
date: 2031-05-04
timeZone: Europe/London
programme:
  - { id: doors, title: Doors open, starts: '09:00' }
  - { id: talks, title: Talks, when: Afternoon }
`
export const PEOPLE = `# Who said what
- name: Ada Sample
  handles: ['@ada']
  consent: given
  when: 2031-05-05
  contact: ada@example.org
- name: Bo Example
  consent: asked
`
export const moment = (clock: string, more: string, body: string): string =>
  `---\ntime: 2031-05-04 ${clock}\nkind: post\n${more}\n---\n\n${body}\n`

export const MOMENTS = {
  'launch/moments/a.md': moment(
    '09:05',
    "author: Ada Sample\nhandle: '@ada'\nimport: { service: mastodon, id: '1' }",
    'The doors are open.',
  ),
  'launch/moments/b.md': moment(
    '09:40',
    'author: Bo Example\npicture: { file: pictures/hall.jpg }',
    'A hall.',
  ),
  'launch/moments/c.md': moment(
    '10:10',
    'consent: public-post\nauthor: Cy Instance',
    'First <b>book</b> & <script>alert(1)</script>',
  ),
  'launch/moments/d.md': moment('10:20', '', 'Nobody said this.'),
}

export interface OpenLaunch {
  readonly root: string
  readonly desk: Desk
  readonly text: (file: string) => Promise<string>
  readonly write: (file: string, text: string | Uint8Array) => Promise<void>
}

/** `many`: so many moments more, of which the first alone is read. */
export async function openLaunch(
  files: Readonly<Record<string, string>> = MOMENTS,
  many = 0,
): Promise<OpenLaunch> {
  const picture = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#446688' } })
    .jpeg()
    .toBuffer()
  const root = await publicationFolder({
    'launch/event.yaml': EVENT,
    'launch/people.yaml': PEOPLE,
    'launch/moments/pictures/hall.jpg': picture,
    ...files,
  })
  const { publication } = settingsOf({ title: 'The library' })
  const { value: desk, findings } = await openDesk({
    reader: withMany(readerOf({ root, publication }), many),
    replace: (...words) => replaceIn(root, ...words),
  })
  if (!desk) throw new Error(JSON.stringify(findings))
  return {
    root,
    desk,
    text: (file) => readFile(join(root, file), 'utf8'),
    write: async (file, text) => {
      await mkdir(dirname(join(root, file)), { recursive: true })
      await writeFile(join(root, file), text)
    },
  }
}

const MANY = 'launch/moments/m'
const A_MINUTE = 20

function withMany(reader: DeskReader, many: number): DeskReader {
  let first: Moment | undefined
  const made = (file: string, index: number): Moment => {
    first ??= reader.moment(`${MANY}.md`, moment('09:00', 'author: Ada Sample', 'A word.')).value!
    const text = `Word ${index} of the day.`
    const minute = Math.floor(index / A_MINUTE)
    const hour = String(9 + Math.floor(minute / 60)).padStart(2, '0')
    const clock = `${hour}:${String(minute % 60).padStart(2, '0')}`
    const instant = first.instant + minute * 60_000
    return { ...first, name: `m${index}`, file, instant, clock, body: text, text }
  }
  const isMade = (file: string): boolean => /\/m\d+\.md$/.test(file)
  return {
    ...reader,
    momentFiles: async () => [
      ...(await reader.momentFiles()),
      ...Array.from({ length: many }, (_, index) => `${MANY}${index}.md`),
    ],
    text: async (file) => (isMade(file) ? { value: '', findings: [] } : reader.text(file)),
    moment: (file, text) =>
      isMade(file)
        ? { value: made(file, Number(/\d+/.exec(file)?.[0])), findings: [] }
        : reader.moment(file, text),
  }
}
