// Exports of Instagram and Facebook, whose JSON writes each byte of UTF-8 as a letter of its own.
import { describe, expect, it } from 'vitest'
import { withoutMojibake } from '../../scripts/import/meta-export.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { photographOf, zipOf } from './make-archives.ts'
import { draftsIn, importInto } from './read-drafts.ts'

const picture = await photographOf()
const SECONDS = Date.UTC(2013, 6, 26, 9, 32) / 1000
const garbled = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')
const imported = async (files: Record<string, string | Uint8Array>, withLocation = false) => {
  const root = await publicationFolder({ 'publication.yaml': 'title: A\n' })
  const folder = await publicationFolder({ 'export.zip': zipOf(files) })
  const { findings, counts } = await importInto(root, `${folder}/export.zip`, { withLocation })
  return {
    counts,
    drafts: await draftsIn(root),
    told: findings.map(({ message, mend }) => `${message} ${mend}`),
  }
}

describe('an export of Instagram', () => {
  const media = (uri: string, title = '') => ({
    uri,
    title,
    creation_timestamp: SECONDS,
    media_metadata: { photo_metadata: { exif_data: [{ latitude: 52.518, longitude: -1.995 }] } },
  })
  const FILES = {
    'your_instagram_activity/media/posts_1.json': JSON.stringify([
      { media: [media('media/posts/1.jpg', garbled('Café 😀 #day'))] },
      {
        title: 'Two at once',
        creation_timestamp: SECONDS + 60,
        media: [media('media/posts/1.jpg'), media('media/posts/2.jpg')],
      },
      { title: 'Nothing' },
    ]),
    'your_instagram_activity/media/stories.json': JSON.stringify({
      ig_stories: [media('media/stories/3.jpg')],
    }),
    'personal_information/personal_information/personal_information.json': JSON.stringify({
      profile_user: [
        { string_map_data: { Username: { value: 'ann' }, Name: { value: garbled('Ann Exämple') } } },
      ],
    }),
    'media/posts/1.jpg': picture,
    'media/posts/2.jpg': picture,
    'media/stories/3.jpg': picture,
  }

  it('becomes drafts with all pictures, its letters whole, and without its places', async () => {
    const { drafts, told } = await imported(FILES)
    expect(told).toEqual([expect.stringContaining('Post 3 of')])
    expect(drafts.map(({ name, body }) => [name, body])).toEqual([
      ['2013-07-26-1032-ann-2', ''],
      ['2013-07-26-1032-ann', 'Café 😀 #day'],
      ['2013-07-26-1033-ann', 'Two at once'],
    ])
    expect(drafts[1]?.matter).toMatchObject({ author: 'Ann Exämple', handle: '@ann', consent: 'unknown' })
    expect(drafts[2]?.matter.pictures).toHaveLength(2)
    expect(JSON.stringify(drafts)).not.toContain('52.518')
    expect(JSON.stringify((await imported(FILES, true)).drafts)).toContain('52.51800, -1.99500')
  })
})

describe('an export of Facebook', () => {
  it('becomes drafts of what was written and shown', async () => {
    const post = (more: object) => ({ timestamp: SECONDS, ...more })
    const { drafts, counts } = await imported({
      'your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json': JSON.stringify([
        post({
          data: [{ post: garbled('Grüße') }, { update_timestamp: 1 }],
          attachments: [
            { data: [{ media: { uri: 'your_facebook_activity/posts/media/a.jpg', creation_timestamp: 1 } }] },
            { data: [{ external_context: { url: 'https://example.org/paper' } }] },
          ],
        }),
        post({ title: 'Ann was with Bob.' }),
      ]),
      'your_facebook_activity/posts/media/a.jpg': picture,
      'profile_information.json': JSON.stringify({ profile_v2: { name: { full_name: 'Ann Example' } } }),
    })
    expect(counts.leftOut).toBe(1)
    expect(drafts).toHaveLength(1)
    expect(drafts[0]).toMatchObject({
      matter: { author: 'Ann Example', picture: { credit: 'Ann Example' } },
      body: 'Grüße\n\n<https://example.org/paper>',
    })
  })
})

it.each(['posts/your_posts_1.html', 'your_instagram_activity/media/posts_1.html'])(
  'an export as web pages says what to ask for: %s',
  async (name) => {
    const { told } = await imported({ [name]: '<p>', 'media/1.jpg': picture })
    expect(told).toEqual([
      '`export.zip` is an export of Instagram or Facebook as web pages, which tell too little to be read. Ask the service for it again, in the format JSON.',
    ])
  },
)

it.each([
  ['Ã©', 'é'],
  ['plain', 'plain'],
  ['é', 'é'],
  ['Ã© Ω', 'Ã© Ω'],
])('letters are mended where they were written as bytes: %s', (text, mended) => {
  expect(withoutMojibake(text)).toBe(mended)
})
