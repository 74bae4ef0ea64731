import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { start } from '../e2e/run-whitepaper.ts'
import { TWEETS, zipOf } from '../import/make-archives.ts'
import { filesIn } from '../import/read-drafts.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { whitepaperHere } from '../support/whitepaper-here.ts'

describe.concurrent('whitepaper import', () => {
  it('writes drafts of the day and says how many', async () => {
    const root = await publicationFolder({
      'tweets.js': TWEETS,
      'launch/event.yaml': 'name: A\ndate: 2013-07-26\ntimeZone: Europe/London\n',
    })
    const day = ['--from', '2013-07-26', '--to', '2013-07-26T10:32']
    const { status, stderr } = await start('import', join(root, 'tweets.js'), '--root', root, ...day).ended
    expect(stderr).toMatch(
      /1 draft written to .*launch\/moments, 1 of 2 posts asked for, 1 left out: passed on/,
    )
    expect([status, await filesIn(root)]).toEqual([
      0,
      ['2013-07-26-1032-twitter.md', 'event.yaml', 'tweets.js'],
    ])
  })

  it('ends with 1 and a finding at an archive that is damaged', async () => {
    const root = await publicationFolder({ 'a.zip': zipOf({ 'tweets.js': 'x' }) })
    const words = ['import', join(root, 'a.zip'), '--root', root, '--report', 'json']
    const { status, stdout, stderr } = await whitepaperHere(...words)
    expect([status, stderr, await filesIn(root)]).toEqual([1, '', ['a.zip']])
    expect(JSON.parse(stdout).findings).toMatchObject([
      { rule: 'archive-is-sound', place: { file: 'a.zip' } },
    ])
  })

  it.each([
    ['--from', 'noon', 'time'],
    ['--day', '2013-07-26T10:00', 'day'],
  ])('ends with 2 at %s %s', async (option, value, what) => {
    const { status, stderr } = await whitepaperHere('import', '.', option, value)
    expect(status).toBe(2)
    expect(stderr).toContain(`${option} is \`${value}\`, which is no ${what}.`)
  })
})
