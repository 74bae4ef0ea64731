import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { publicationFolder } from '../support/publication-folder.ts'
import { whitepaperHere } from '../support/whitepaper-here.ts'

const EVENT = 'name: Opening of the library\ndate: 2031-05-04\ntimeZone: Europe/London\n'
const moment = (more: string, body = 'What was said.') =>
  `---\ntime: 2031-05-04 10:32\nkind: post\n${more}\n---\n\n${body}\n`
const files = {
  'publication.yaml':
    'title: A paper\nlanguage: en-GB\npublisher: The Library of Example\ncontact: library@example.org\n',
  'chapters/01-a.md': '# A\n\nText.\n',
  'launch/event.yaml': EVENT,
  'launch/people.yaml':
    "- name: Ann Example\n  handles: ['@ann']\n  consent: asked\n  when: 2031-05-06\n  contact: ann@example.org\n- name: Cy Sample\n  consent: refused\n",
  'launch/moments/a.md': moment('author: Ann Example', `Such a day. ${'All of it was good. '.repeat(8)}`),
  'launch/moments/b.md': moment(
    "handle: '@ann'\nchosen: true\npicture: { file: pictures/hall.jpg, alt: The hall }",
    'And a picture.',
  ),
  'launch/moments/c.md': moment("handle: '=HYPERLINK(1)'"),
  'launch/moments/d.md': moment('author: Cy Sample'),
  'launch/moments/e.md': moment('author: Bo\nconsent: public-post'),
}

describe('whitepaper consent', () => {
  it('lists whom to ask, on the screen without how to reach them', async () => {
    const root = await publicationFolder(files)
    const { status, stdout, stderr } = await whitepaperHere('consent', '--root', root)
    expect(stdout).toBe(
      '=HYPERLINK(1): not asked\n    launch/moments/c.md\nAnn Example, @ann: asked on 2031-05-06, no answer\n    launch/moments/a.md\n    launch/moments/b.md\n',
    )
    expect([status, stderr]).toEqual([0, expect.stringContaining('2 people to ask')])
    const json = await whitepaperHere('consent', '--root', root, '--report', 'json')
    expect(JSON.parse(json.stdout).people).toMatchObject([
      { moments: 1 },
      { name: 'Ann Example', moments: 2 },
    ])
    expect(json.stdout).not.toContain('ann@example.org')
  })

  it('writes a table that no spreadsheet runs, and a mail for each person', async () => {
    const root = await publicationFolder(files)
    const folder = await mkdtemp(join(tmpdir(), 'whitepaper-mails-'))
    const words = ['--csv', join(folder, 'ask.csv'), '--mails', join(folder, 'mails')]
    const { status, stderr } = await whitepaperHere('consent', '--root', root, ...words)
    expect(stderr).toContain('2 mails written')
    const csv = await readFile(join(folder, 'ask.csv'), 'utf8')
    expect(csv).toContain("\r\n'=HYPERLINK(1),'=HYPERLINK(1),,not asked,")
    expect(csv).toContain("\r\nAnn Example,'@ann,ann@example.org,asked,2031-05-06,2,1,")
    expect([status, await readdir(join(folder, 'mails'))]).toEqual([0, ['ann-example.txt', 'hyperlink1.txt']])
    const mail = await readFile(join(folder, 'mails/ann-example.txt'), 'utf8')
    expect(mail).toMatch(
      /^To: ann@example\.org\nSubject: May we show .*“Opening of the library”\?\n\nDear Ann Example,\n/,
    )
    expect(mail).toContain('* Post, 4 May 2031, 10:32\n  “Such a day.')
    expect(mail).toContain('  Picture: hall.jpg (The hall)')
    expect(mail.replace(/\s+/g, ' ')).toContain('in the printed paper and its PDF, and on its website')
    expect(mail).toContain('The Library of Example\n')
    expect(Math.max(...mail.split('\n').map((line) => line.length))).toBeLessThanOrEqual(72)
    await rm(folder, { recursive: true })
  })

  it('puts nothing of it where it would be published', async () => {
    const root = await publicationFolder(files)
    const { status, stderr } = await whitepaperHere(
      'consent',
      '--root',
      root,
      '--csv',
      join(root, 'dist/ask.csv'),
    )
    expect([status, stderr]).toEqual([2, expect.stringContaining('in the folder of what is published')])
  })
})
