// A launch of an invented library, in a folder of its own, on a desk.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { readerOf, replaceIn } from '../../scripts/commands/curate-tools.ts'
import { type Desk, openDesk } from '../../scripts/curate/desk.ts'
import type { Finding } from '../../scripts/model/finding.ts'
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

/** `more`: files that need not be written, for there are thousands of them. */
export async function openLaunch(
  files: Readonly<Record<string, string>> = MOMENTS,
  more: ReadonlyMap<string, string> = new Map(),
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
  const faults: Finding[] = []
  const { publication } = settingsOf({ title: 'The library' })
  const reader = readerOf({ root, publication }, faults)
  const desk = await openDesk({
    reader: {
      ...reader,
      momentFiles: async () => [...(await reader.momentFiles()), ...more.keys()],
      text: async (file) => {
        const value = more.get(file)
        return value === undefined ? reader.text(file) : { value, findings: [] }
      },
    },
    replace: (...words) => replaceIn(root, ...words),
  })
  if (!desk) throw new Error(JSON.stringify(faults))
  return {
    ...{ root, desk },
    text: (file) => readFile(join(root, file), 'utf8'),
    write: async (file, text) => {
      await mkdir(dirname(join(root, file)), { recursive: true })
      await writeFile(join(root, file), text)
    },
  }
}
