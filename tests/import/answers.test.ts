// Saved answers of the APIs of Bluesky and Mastodon.
import { describe, expect, it } from 'vitest'
import { publicationFolder } from '../support/publication-folder.ts'
import { photographOf } from './make-archives.ts'
import { draftsIn, importInto } from './read-drafts.ts'

const publication = () => publicationFolder({ 'publication.yaml': 'title: A\n' })
const picture = await photographOf()
const CID = 'bafkreiaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'

const view = (key: string, text: string, more: object = {}, author: object = {}) => ({
  $type: 'app.bsky.feed.defs#postView',
  uri: `at://did:plc:ann/app.bsky.feed.post/${key}`,
  cid: 'bafyrei',
  author: { did: 'did:plc:ann', handle: 'ann.example', displayName: 'Ann Example', ...author },
  record: { $type: 'app.bsky.feed.post', text, createdAt: '2013-07-26T09:32:00.000Z', ...more },
})
const node = (post: unknown, replies: readonly unknown[] = [], parent?: unknown) => ({
  $type: 'app.bsky.feed.defs#threadViewPost',
  post,
  replies,
  ...(parent ? { parent } : {}),
})
const images = { $type: 'app.bsky.embed.images', images: [{ alt: 'A hall', image: { ref: { $link: CID } } }] }

describe('saved answers of Bluesky', () => {
  const gone = { $type: 'app.bsky.feed.defs#notFoundPost', notFound: true, uri: 'at://did:plc:x/y/z' }
  it.each([
    [
      'a thread',
      { thread: node(view('2', 'Two'), [node(view('3', 'Three')), gone], node(view('1', 'One'))) },
      ['One', 'Three', 'Two'],
      1,
    ],
    ['a search', { posts: [view('1', 'One'), view('2', 'Two')], hitsTotal: 2 }, ['One', 'Two'], 0],
    ['a feed', { feed: [{ post: view('1', 'One') }, { post: view('1', 'One') }] }, ['One'], 0],
  ])('become drafts: %s', async (_, answer, words, leftOut) => {
    const root = await publication()
    const folder = await publicationFolder({ 'saved.json': JSON.stringify(answer) })
    const { findings, counts } = await importInto(root, folder)
    expect([findings, counts.leftOut]).toEqual([[], leftOut])
    const drafts = await draftsIn(root)
    expect(drafts.map(({ body }) => body).sort()).toEqual(words)
    expect(drafts[0]?.matter).toMatchObject({ author: 'Ann Example', handle: '@ann.example', kind: 'post' })
  })

  it('have pictures where they lie beside them, know the posts of the repository, and ask whoever hides', async () => {
    const root = await publication()
    const hidden = { labels: [{ val: '!no-unauthenticated' }], did: 'did:plc:bob', handle: 'handle.invalid' }
    const posts = [view('1', 'With', { embed: images }), view('9', 'Hidden', {}, hidden)]
    const folder = await publicationFolder({
      'a.json': JSON.stringify({ posts }),
      'b.json': JSON.stringify({ posts: [view('1', 'With', { embed: images })] }),
      [`${CID}.jpg`]: picture,
    })
    const { findings, counts } = await importInto(root, folder)
    expect([findings, counts.wanted]).toEqual([[], 2])
    const [first, second] = (await draftsIn(root)).sort((a, b) => (a.body < b.body ? -1 : 1))
    expect(second?.matter).toMatchObject({
      picture: { alt: 'A hall' },
      consent: 'public-post',
      import: { service: 'bluesky', id: 'did:plc:ann/1' },
    })
    expect(first?.matter).toMatchObject({ consent: 'unknown' })
    expect(first?.matter.handle).toBeUndefined()
    expect((await importInto(root, folder)).written).toBe(0)
  })
})

const status = (id: string, content: string, more: object = {}) => ({
  id,
  created_at: '2013-07-26T09:32:00.000Z',
  visibility: 'public',
  spoiler_text: '',
  content,
  uri: `https://social.example/users/ann/statuses/${id}`,
  url: `https://social.example/@ann/${id}`,
  account: { acct: 'ann', username: 'ann', display_name: 'Ann Example', url: 'https://social.example/@ann' },
  media_attachments: [],
  tags: [{ name: 'launch' }],
  reblog: null,
  ...more,
})

describe('saved answers of Mastodon', () => {
  it.each([
    ['a timeline', [status('1', '<p>One</p>'), status('2', '<p>Two</p>')]],
    ['a context', { ancestors: [status('1', '<p>One</p>')], descendants: [status('2', '<p>Two</p>')] }],
    ['a search', { accounts: [], statuses: [status('1', '<p>One</p>'), status('2', '<p>Two</p>')] }],
  ])('become drafts: %s', async (_, answer) => {
    const root = await publication()
    const { findings } = await importInto(
      root,
      await publicationFolder({ 'saved.json': JSON.stringify(answer) }),
      { hashtag: '#Launch' },
    )
    expect(findings).toEqual([])
    const drafts = await draftsIn(root)
    expect(drafts.map(({ body }) => body).sort()).toEqual(['One', 'Two'])
    expect(drafts[0]?.matter).toMatchObject({ author: 'Ann Example', handle: '@ann@social.example' })
  })

  it('give what was passed on as its author wrote it, leave out what is not public, and do nothing of what is in them', async () => {
    const root = await publication()
    const media = [
      { type: 'image', url: 'https://files.example/a/one.jpg', description: 'A hall' },
      { type: 'image', url: 'https://files.example/a/two.jpg', description: 'A door' },
    ]
    const answer = [
      status('1', '', {
        reblog: status('7', '<p>Said<script>alert(1)</script></p>', { media_attachments: media }),
      }),
      status('2', '<p>Secret</p>', { visibility: 'private' }),
      { id: 3, account: {} },
    ]
    const folder = await publicationFolder({ 'saved.json': JSON.stringify(answer), 'one.jpg': picture })
    const { findings, counts } = await importInto(root, folder)
    expect(counts.leftOut).toBe(1)
    expect(findings.map(({ message }) => message)).toEqual([
      'Post 3 of `saved.json` could not be read, and is left out.',
      'The picture of the post https://social.example/users/ann/statuses/7 is not in the archive; it is at https://files.example/a/two.jpg.',
    ])
    const drafts = await draftsIn(root)
    expect(drafts.map(({ body }) => body)).toEqual(['Said'])
    expect(drafts[0]?.matter).toMatchObject({ picture: { alt: 'A hall' } })
  })
})

describe('a saved answer', () => {
  it.each([
    ['of another kind', '{"acct":"ann"}', 'archive-is-sound'],
    ['that ends early', '[{"acct":"ann"', 'archive-is-sound'],
    [
      'nested without end',
      `{"uri":"at://did:plc:a","thread":${'{"parent":'.repeat(200_000)}`,
      'archive-is-sound',
    ],
    ['of no service', '{"a":1}', 'archive-is-known'],
  ])('%s is named', async (_, content, rule) => {
    const folder = await publicationFolder({ 'saved.json': content })
    const { findings, written } = await importInto(await publication(), `${folder}/saved.json`)
    expect([written, findings.map((one) => one.rule)]).toEqual([0, [rule]])
  })
})
