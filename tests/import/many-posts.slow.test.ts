import { expect, it } from 'vitest'
import { importArchives } from '../../scripts/import/import-archive.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const COUNT = 10_000
const MOST_SECONDS = 10

it('ten thousand posts are drafts in under ten seconds of processor time', { timeout: 120_000 }, async () => {
  const posts = Array.from({ length: COUNT }, (_, index) => ({
    uri: `at://did:plc:p${index % 300}/app.bsky.feed.post/3k${index}`,
    author: {
      did: `did:plc:p${index % 300}`,
      handle: `p${index % 300}.example`,
      displayName: `Person ${index % 300}`,
    },
    record: {
      text: `Post ${index} of the day: the room is full, and #day goes on`,
      createdAt: new Date(Date.UTC(2013, 6, 26, 9) + index * 3000).toISOString(),
    },
  }))
  const root = await publicationFolder({ 'saved.json': JSON.stringify({ posts }) })
  // A core that is shared does less in the same time: the best of three is what the program takes.
  let least = Number.POSITIVE_INFINITY
  for (let turn = 0; turn < 3 && least >= MOST_SECONDS; turn++)
    least = Math.min(least, await secondsFor(root))
  expect(least).toBeLessThan(MOST_SECONDS)
})

async function secondsFor(root: string): Promise<number> {
  const began = process.cpuUsage()
  const { counts, drafts } = await importArchives({
    paths: [`${root}/saved.json`],
    pasted: async () => Buffer.alloc(0),
    root,
    hashtag: '#day',
    columns: {},
    zone: 'Europe/London',
    day: '2013-07-26',
    withLocation: false,
    withContacts: false,
  })
  let made = 0
  for await (const { files } of drafts()) made += files.length
  const { user, system } = process.cpuUsage(began)
  expect([counts.wanted, made]).toEqual([COUNT, COUNT])
  return (user + system) / 1e6
}
