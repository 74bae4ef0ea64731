import { open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import exifr from 'exifr'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { publishNew } from '../../scripts/build/publish-new.ts'
import { readLaunch } from '../../scripts/content/launch/read-launch.ts'
import { htmlOf } from '../support/html.ts'
import { settingsOf } from '../support/made-by-hand.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import {
  ACCOUNT,
  blobOf,
  carOf,
  IN_WEST_BROMWICH,
  photographOf,
  TWEETS,
  zipAround,
  zipOf,
} from './make-archives.ts'
import { draftsIn, filesIn, importInto } from './read-drafts.ts'

const EVENT = 'name: Launch\ndate: 2013-07-26\ntimeZone: Europe/London\n'
const publication = (files: Record<string, string> = {}) =>
  publicationFolder({ 'launch/event.yaml': EVENT, ...files })
const picture = await photographOf(IN_WEST_BROMWICH)
const TWITTER = {
  'data/tweets.js': TWEETS,
  'data/account.js': ACCOUNT,
  'data/tweets_media/360680000000000001-BQabc.jpg': picture,
}
const archive = async (files: Record<string, string | Uint8Array>): Promise<string> =>
  publicationFolder(files)

/** What the texts of the moments say, read by the same reader as every text. */
const said = async (root: string): Promise<string[]> => {
  const { launch } = await readLaunch([], settingsOf({}, { root }))
  return launch?.moments.map(({ text }) => text) ?? []
}

describe('a Twitter archive', () => {
  const HANDED: [string, () => Promise<string>][] = [
    ['as a zip', async () => join(await archive({ 'a.zip': zipOf(TWITTER) }), 'a.zip')],
    ['unpacked', async () => archive(TWITTER)],
    ['as its file of posts', async () => join(await archive(TWITTER), 'data/tweets.js')],
  ]
  it.each(HANDED)('%s becomes drafts', async (_, path) => {
    const root = await publication()
    const { findings, counts, written } = await importInto(root, await path(), { hashtag: '#BestByWM' })
    expect(findings).toEqual([])
    expect([written, counts]).toEqual([1, { posts: 2, wanted: 1, known: 0, leftOut: 1 }])
    const [draft] = await draftsIn(root)
    expect(draft?.name).toBe('2013-07-26-1032-annexample')
    expect(draft?.matter).toEqual({
      time: '2013-07-26T10:32:00+01:00',
      kind: 'post',
      author: 'Ann Example',
      handle: '@annexample',
      url: 'https://twitter.com/annexample/status/360680000000000001',
      picture: { file: 'pictures/2013-07-26-1032-annexample.jpg', alt: 'Rows of chairs: all taken' },
      consent: 'public-post',
      import: { service: 'twitter', id: '360680000000000001' },
    })
  })

  it('keeps the words of a post as words: nothing in them is markup, and addresses are whole', async () => {
    const root = await publication()
    await importInto(root, await archive(TWITTER))
    const { launch, findings } = await readLaunch([], settingsOf({}, { root }))
    expect(findings).toEqual([])
    expect(launch && htmlOf(launch.moments[0]!.said).replace(/ data-src="\d+"/g, '')).toBe(
      '<p>Room is full &#x26; ready &#x3C;script>alert(1)&#x3C;/script> #bestbywm</p>\n' +
        '<p># 1. *not* a list <a href="https://example.org/paper" class="external">example.org/paper</a></p>',
    )
  })

  it('as its file of posts is read with the parts beside it', async () => {
    const part = TWEETS.replaceAll('36068000000000000', '36068000000000001')
    const path = join(await archive({ 'tweets.js': TWEETS, 'tweets-part1.js': part }), 'tweets.js')
    expect((await importInto(await publication(), path)).counts).toMatchObject({ posts: 4, leftOut: 2 })
  })

  it('keeps every picture of a post, and names one that is not there', async () => {
    const root = await publication()
    const media = ['BQabc', 'BQdef', 'BQghi'].map((name) => {
      const media_url_https = `https://pbs.twimg.com/media/${name}.jpg`
      return { url: 'https://t.co/pics', type: 'photo', media_url_https, ext_alt_text: `Picture ${name}` }
    })
    const post = {
      id_str: '14',
      created_at: 'Fri Jul 26 09:32:00 +0000 2013',
      full_text: 'All https://t.co/pics',
      extended_entities: { media },
    }
    const files = {
      'data/tweets.js': JSON.stringify([post]),
      'data/tweets_media/14-BQabc.jpg': picture,
      'data/tweets_media/14-BQghi.jpg': picture,
    }
    const { findings } = await importInto(root, await archive(files))
    expect(findings.map(({ message }) => message)).toEqual([
      'The picture of the post 14 is not in the archive; it is at https://pbs.twimg.com/media/BQdef.jpg.',
    ])
    expect((await draftsIn(root))[0]?.matter).toMatchObject({
      pictures: [
        { file: 'pictures/2013-07-26-1032-twitter.jpg', alt: 'Picture BQabc' },
        { file: 'pictures/2013-07-26-1032-twitter_2.jpg', alt: 'Picture BQghi' },
      ],
    })
    const { launch } = await readLaunch([], settingsOf({}, { root }))
    expect(launch?.moments[0]?.pictures.map(({ alt }) => alt)).toEqual(['Picture BQabc', 'Picture BQghi'])
  })

  it('with a post that is only a film leads to it, and says that no still is there', async () => {
    const media = [{ url: 'https://t.co/film', type: 'video' }]
    const film = {
      id_str: '13',
      created_at: 'Fri Jul 26 09:32:00 +0000 2013',
      full_text: 'https://t.co/film',
      extended_entities: { media },
    }
    const path = await archive({ 'tweets.js': JSON.stringify([film]) })
    const root = await publication()
    const { findings } = await importInto(root, path)
    expect(findings.map(({ place, message }) => `${place.file} ${message}`)).toEqual([
      'launch/moments/2013-07-26-1032-twitter.md Of this film no still is in the archive: the moment leads to the film, and shows nothing of it.',
    ])
    expect((await draftsIn(root))[0]).toMatchObject({
      matter: { kind: 'video' },
      body: '<https://twitter.com/i/web/status/13>',
    })
  })

  it('gives long posts whole', async () => {
    const root = await publication()
    const long = `A long one about the day, ${'and on '.repeat(60)}to its end https://t.co/more`
    const short = {
      id_str: '15',
      created_at: 'Fri Jul 26 09:32:00 +0000 2013',
      full_text: `${long.slice(0, 270)}… https://t.co/cut`,
    }
    const other = { ...short, id_str: '16', created_at: 'Fri Jul 26 10:32:00 +0000 2013' }
    const urls = [
      {
        shortUrl: 'https://t.co/more',
        expandedUrl: 'https://example.org/more',
        displayUrl: 'example.org/more',
      },
    ]
    const noteTweet = { noteTweetId: '99', createdAt: '2013-07-26T09:32:01.000Z', core: { text: long, urls } }
    await importInto(
      root,
      await archive({
        'tweets.js': JSON.stringify([short, other]),
        'note-tweet.js': `window.YTD.note_tweet.part0 = ${JSON.stringify([{ noteTweet }])}`,
      }),
    )
    const [whole, cut] = await said(root)
    expect(whole).toBe(`${long.replace('https://t.co/more', 'example.org/more')}`)
    expect(cut).toMatch(/… https:\/\/t\.co\/cut$/)
  })

  it('of before 2022 is read as well', async () => {
    const root = await publication()
    const old = { id_str: '12', created_at: 'Fri Jul 26 09:32:00 +0000 2013', text: 'Here' }
    await importInto(root, await archive({ 'tweet.js': `window.YTD.tweet.part0 = ${JSON.stringify([old])}` }))
    expect(await said(root)).toEqual(['Here'])
  })

  it('of which a post cannot be read names it, and takes the others', async () => {
    const root = await publication()
    const broken = TWEETS.replace('"id_str":"360680000000000003"', '"id_str":"../3"')
    const { findings, written } = await importInto(root, await archive({ 'tweets.js': broken }))
    expect(written).toBe(1)
    expect(findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      'archived-post-is-read Post 3 of `tweets.js` could not be read, and is left out.',
      'archived-post-is-read The picture of the post 360680000000000001 is not in the archive; it is at https://pbs.twimg.com/media/BQabc.jpg.',
    ])
  })
})

const NOTE = {
  id: 'https://social.example/users/ann/statuses/1',
  url: 'https://social.example/@ann/1',
  type: 'Note',
  published: '2013-07-26T09:32:00Z',
  to: ['https://www.w3.org/ns/activitystreams#Public'],
  cc: [],
  content:
    '<p>Hello <a href="https://social.example/tags/bestbywm" class="mention hashtag" rel="tag">#<span>bestbywm</span></a> <a href="https://example.org/a"><span class="invisible">https://</span><span>example.org/a</span></a><script>alert(1)</script></p><p onclick="alert(1)">:::callout &lt;b&gt;</p>',
  attachment: [
    {
      type: 'Document',
      mediaType: 'image/jpeg',
      url: '/media_attachments/files/1/original/a.jpg',
      name: 'A hall',
    },
  ],
  tag: [{ type: 'Hashtag', name: '#bestbywm' }],
}
const OUTBOX = {
  '@context': 'https://www.w3.org/ns/activitystreams',
  id: 'outbox.json',
  type: 'OrderedCollection',
  totalItems: 3,
  orderedItems: [
    { type: 'Create', object: NOTE },
    { type: 'Announce', object: 'https://social.example/users/bob/statuses/2' },
    {
      type: 'Create',
      object: {
        ...NOTE,
        id: 'https://social.example/users/ann/statuses/3',
        to: ['https://social.example/users/ann/followers'],
      },
    },
  ],
}
const MASTODON = {
  'outbox.json': JSON.stringify(OUTBOX),
  'actor.json': JSON.stringify({
    id: 'https://social.example/users/ann',
    name: 'Ann',
    preferredUsername: 'ann',
  }),
  'media_attachments/files/1/original/a.jpg': picture,
}

describe('a Mastodon outbox', () => {
  it('becomes drafts of what everybody could see', async () => {
    const root = await publication()
    const { findings, counts } = await importInto(root, join(await archive(MASTODON), 'outbox.json'), {
      hashtag: 'bestbywm',
    })
    expect([findings, counts.leftOut]).toEqual([[], 2])
    const [draft, ...others] = await draftsIn(root)
    expect(others).toEqual([])
    expect(draft?.matter).toMatchObject({
      time: '2013-07-26T10:32:00+01:00',
      author: 'Ann',
      handle: '@ann@social.example',
      consent: 'public-post',
      url: 'https://social.example/@ann/1',
      picture: { alt: 'A hall' },
    })
    expect(await said(root)).toEqual(['Hello #bestbywm https://example.org/a :::callout <b>'])
  })
})

describe('posts that are only a film', () => {
  const film = {
    ...NOTE,
    content: '',
    attachment: [{ mediaType: 'video/mp4', url: '/media_attachments/a.mp4', name: '' }],
  }
  const record = {
    text: '',
    createdAt: '2013-07-26T09:32:00.000Z',
    embed: { $type: 'app.bsky.embed.video', video: { mimeType: 'video/mp4' } },
  }
  it.each([
    [
      'Mastodon',
      'outbox.json',
      JSON.stringify({ orderedItems: [{ type: 'Create', object: film }] }),
      NOTE.url,
    ],
    [
      'Bluesky',
      'repo.car',
      carOf('did:plc:abc', { 'app.bsky.feed.post/3k1': record }),
      'https://bsky.app/profile/did:plc:abc/post/3k1',
    ],
  ])('lead to it: %s', async (_, name, content, url) => {
    const root = await publication()
    const { findings } = await importInto(root, await archive({ [name]: content }))
    expect(findings.map(({ message }) => message)).toEqual([expect.stringMatching(/^Of this film no still/)])
    expect((await draftsIn(root))[0]).toMatchObject({ matter: { url }, body: `<${url}>` })
  })
})

describe('a Bluesky repository', () => {
  const blob = blobOf(picture)
  const post = (text: string, more: object = {}) => ({
    $type: 'app.bsky.feed.post',
    text,
    createdAt: '2013-07-26T09:32:00.000Z',
    ...more,
  })
  const CAR = carOf('did:plc:abc', {
    'app.bsky.actor.profile/self': { displayName: 'Ann' },
    'app.bsky.feed.like/3k0': { subject: 'x' },
    'app.bsky.feed.post/3k1': post('Bücher at example.org/a #bestbywm', {
      facets: [
        {
          index: { byteStart: 11, byteEnd: 24 },
          features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://example.org/a' }],
        },
      ],
      embed: {
        $type: 'app.bsky.embed.images',
        images: [{ alt: 'A hall', image: { $type: 'blob', ref: blob, mimeType: 'image/jpeg', size: 1 } }],
      },
    }),
    'app.bsky.feed.post/3k2': post('Something else'),
  })

  it('becomes drafts, with the pictures that lie beside it under their own names', async () => {
    const root = await publication()
    const folder = await archive({ 'repo.car': CAR, [`blobs/${blob}.jpg`]: picture })
    expect((await importInto(root, join(folder, 'repo.car'), { hashtag: '#bestbywm' })).findings).toEqual([])
    const [draft, ...others] = await draftsIn(root)
    expect(others).toEqual([])
    expect(draft).toMatchObject({
      body: 'Bücher at [example.org/a](https://example.org/a) #bestbywm',
      matter: {
        author: 'Ann',
        url: 'https://bsky.app/profile/did:plc:abc/post/3k1',
        picture: { alt: 'A hall' },
        import: { service: 'bluesky', id: 'did:plc:abc/3k1' },
      },
    })
  })

  it('with a changed byte is damaged', async () => {
    const changed = Buffer.from(CAR)
    changed[CAR.indexOf('Something')] = 0x78
    const root = await publication()
    const { findings } = await importInto(root, join(await archive({ 'repo.car': changed }), 'repo.car'))
    expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
      ['archive-is-sound', 'This archive is damaged: a block is not what its name says.'],
    ])
  })
})

describe('a Flickr export', () => {
  const photo = {
    id: '9371234567',
    name: 'The hall',
    description: 'Full & <b>loud</b>\nat ten',
    privacy: 'public',
    date_taken: '2013-07-26 10:32:00',
    photopage: 'https://www.flickr.com/photos/ann/9371234567/',
    tags: [{ tag: 'bestbywm', user: '1@N00' }],
    geo: { latitude: '52518600', longitude: '-1994400' },
  }
  const FLICKR = {
    'photo_9371234567.json': JSON.stringify(photo),
    'photo_9371234568.json': JSON.stringify({ ...photo, id: '9371234568', privacy: 'friend & family' }),
    'account_profile.json': JSON.stringify({ real_name: 'Ann Example', screen_name: 'ann' }),
    'the-hall_9371234567_o.jpg': picture,
  }
  it.each([
    ['leaves the place out', false, undefined],
    ['keeps the place when asked to', true, '52.51860, -1.99440'],
  ])('becomes drafts, and %s', async (_, withLocation, place) => {
    const root = await publication()
    const { findings, counts } = await importInto(root, await archive(FLICKR), {
      withLocation,
      hashtag: 'bestbywm',
    })
    expect([findings, counts.leftOut]).toEqual([[], 1])
    const [draft] = await draftsIn(root)
    expect(draft?.matter).toMatchObject({
      time: '2013-07-26T10:32:00+01:00',
      kind: 'photograph',
      author: 'Ann Example',
      handle: 'ann',
    })
    expect(draft?.matter.place).toBe(place)
    expect(await said(root)).toEqual(['The hall Full & loud at ten'])
  })
})

describe('a folder of photographs', () => {
  it('becomes drafts of what is written in them; where they were taken is gone, also from the pictures', async () => {
    const root = await publication()
    expect(await exifr.gps(picture)).toMatchObject({ latitude: expect.closeTo(52.518, 2) })
    const { findings } = await importInto(root, await archive({ 'IMG_1.jpg': picture, 'notes.txt': 'no' }))
    expect(findings).toEqual([])
    const [draft] = await draftsIn(root)
    expect(draft).toMatchObject({
      body: 'The room before the doors open #bestbywm',
      matter: {
        time: '2013-07-26T09:05:00+01:00',
        kind: 'photograph',
        consent: 'unknown',
        picture: { credit: 'Ann Example' },
      },
    })
    expect(draft?.matter).not.toHaveProperty('place')
    const copied = await readFile(join(root, 'launch/moments/pictures/2013-07-26-0905-ann-example.jpg'))
    expect(await exifr.parse(copied, { gps: true, exif: true, xmp: true, iptc: true })).toBeUndefined()
  })

  it('of any kind is read', async () => {
    const root = await publication()
    const [tiff, webp, png] = await Promise.all(
      (['tiff', 'webp', 'png'] as const).map((kind) => sharp(picture).keepExif().toFormat(kind).toBuffer()),
    )
    const names = { 'a.tif': tiff!, 'b.webp': webp!, 'c.png': png! }
    const told = (await importInto(root, await archive(names))).findings
    expect(told.map(({ rule }) => rule).sort()).toEqual(['archived-post-is-read', 'moment-may-be-told-twice'])
    const drafts = await draftsIn(root)
    // The program that makes the TIFF for this test writes no EXIF into it.
    expect(drafts.map(({ name }) => name)).toEqual([
      '2013-07-26-0905-ann-example-2',
      '2013-07-26-0905-ann-example',
      'undated-photographs',
    ])
    expect((await filesIn(root)).map((name) => name.split('.')[1]).sort()).toEqual([
      'jpg',
      'md',
      'md',
      'md',
      'png',
      'webp',
      'yaml',
    ])
  })

  it('names the pictures of kinds that are not read', async () => {
    const path = await archive({ 'IMG_1.jpg': picture, 'IMG_2.HEIC': 'ftypheic' })
    const { findings, written } = await importInto(await publication(), path)
    expect([written, findings.map(({ rule, message }) => `${rule} ${message}`)]).toEqual([
      1,
      ['archived-post-is-read The picture `IMG_2.HEIC` is of a kind that is not read, and is left out.'],
    ])
  })

  it('names a text that lies beside them', async () => {
    const folder = await archive({
      'IMG_1.jpg': picture,
      'minutes of the day.docx': 'A',
      'a.txt': 'A',
    })
    const { written, findings } = await importInto(await publication(), folder)
    expect([written, findings.map(({ message }) => message)]).toEqual([
      1,
      ['`minutes of the day.docx`, a Word file, is no post and no photograph, and is left out.'],
    ])
  })

  it('leaves to its author what only a person knows, and check says what', async () => {
    const root = await publication()
    await importInto(root, await archive({ 'IMG_1.jpg': picture, 'IMG_2.jpg': await photographOf() }))
    const { findings } = await readLaunch([], settingsOf({}, { root }))
    expect([...new Set(findings.map(({ rule }) => rule))].sort()).toEqual([
      'consent-is-given',
      'image-has-alt',
      'moment-has-time',
    ])
  })
})

describe('importing', () => {
  it('a second time makes no doubles, and touches no file of an author’s', async () => {
    const root = await publication()
    const path = await archive({ ...TWITTER, 'tweets-part1.js': TWEETS.replace('part0', 'part1') })
    await importInto(root, path)
    const [first] = await draftsIn(root)
    const file = join(root, `launch/moments/${first?.name}.md`)
    await writeFile(file, (await readFile(file, 'utf8')).replace('Room is full', 'The room was full'))
    const before = await filesIn(root)
    const { written, counts, findings } = await importInto(root, path)
    expect([written, counts.known, findings.length]).toEqual([0, counts.wanted, 0])
    expect(await filesIn(root)).toEqual(before)
    expect(await readFile(file, 'utf8')).toContain('The room was full')
  })

  it('knows a moment that was written by hand by its address, under both names of the service', async () => {
    const own =
      '---\ntime: 2013-07-26\nkind: post\nurl: https://x.com/annexample/status/360680000000000001/\n---\n\nMine\n'
    const root = await publication({ 'launch/moments/mine.md': own })
    const { counts } = await importInto(root, await archive(TWITTER))
    expect(counts).toMatchObject({ wanted: 2, known: 1 })
  })

  it('gives a draft another name where one is taken', async () => {
    const root = await publication({ 'launch/moments/2013-07-26-1032-annexample.md': 'Mine' })
    await importInto(root, await archive(TWITTER), { hashtag: 'bestbywm' })
    expect((await draftsIn(root)).map(({ name }) => name)).toEqual([
      '2013-07-26-1032-annexample-2',
      '2013-07-26-1032-annexample',
    ])
  })

  it('leaves a picture whose moment is gone, and takes another name', async () => {
    const left = 'launch/moments/pictures/2013-07-26-1032-annexample.jpg'
    const root = await publication({ [left]: 'Mine' })
    const { findings } = await importInto(root, await archive(TWITTER), { hashtag: 'bestbywm' })
    expect([findings, (await draftsIn(root)).map(({ name }) => name)]).toEqual([
      [],
      ['2013-07-26-1032-annexample-2'],
    ])
    expect(await readFile(join(root, left), 'utf8')).toBe('Mine')
  })

  it('says when a file of the same name came to be there', async () => {
    const file = { path: join(await archive({ 'a.md': 'Mine' }), 'a.md'), content: 'Another' }
    const drafts = async function* () {
      yield [file]
    }
    const [problem] = (await publishNew(drafts())).findings
    expect(problem?.message).toContain('a file of this name is there already')
  })

  it('reads of a zip of 2 GB only what it needs', { timeout: 20_000 }, async () => {
    const folder = await archive({})
    const size = 2_000_000_000
    const { head, tail } = zipAround(TWITTER, 'data/tweets_media/film.mp4', size)
    const handle = await open(join(folder, 'a.zip'), 'w')
    await handle.write(head, 0, head.length, 0)
    await handle.write(tail, 0, tail.length, head.length + size) // A hole: no disk is filled.
    await handle.close()
    const root = await publication()
    const before = process.memoryUsage().rss
    const { written, findings } = await importInto(root, join(folder, 'a.zip'))
    expect([written, findings]).toEqual([2, []])
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
  })

  const bomb = 'x'.repeat(20 * 1024 * 1024)
  const deep = `window.YTD.tweets.part0 = ${'['.repeat(100_000)}`
  it.each<[name: string, file: string, content: string | Uint8Array, finding: RegExp]>([
    ['a text', 'notes.txt', 'Notes', /^archive-is-known `notes\.txt` is no archive/],
    ['an empty zip', 'a.zip', zipOf({}), /^archive-is-known/],
    [
      'a Word file with a small picture of itself',
      'draft one.docx',
      zipOf({
        '[Content_Types].xml': '<Types/>',
        'word/document.xml': '<w/>',
        'docProps/thumbnail.jpeg': 'A',
        'word/media/image1.png': 'A',
      }),
      /^archive-is-known `draft one\.docx` is a Word file, and no archive/,
    ],
    [
      'a sheet, whatever its name says',
      'numbers.zip',
      zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>', 'docProps/thumbnail.png': 'A' }),
      /^archive-is-known `numbers\.zip` is a sheet of numbers, and no archive/,
    ],
    [
      'a file of LibreOffice',
      'a.odt',
      zipOf({
        mimetype: 'x',
        'content.xml': 'x',
        'META-INF/manifest.xml': 'x',
        'Thumbnails/thumbnail.png': 'A',
      }),
      /^archive-is-known `a\.odt` is a file of a word processor, and no archive/,
    ],
    [
      'a document of Google Docs as a web page',
      'Plan.zip',
      zipOf({ 'Plan.html': '<p>', 'images/image1.png': 'A' }),
      /^archive-is-known `Plan\.zip` is a web page, and no archive/,
    ],
    ['a page', 'page.html', '<p>', /^archive-is-known `page\.html` is a web page, and no archive/],
    ['a PDF', 'a.pdf', '%PDF', /^archive-is-known `a\.pdf` is a PDF, and no archive/],
    ['a zip of something else', 'a.zip', zipOf({ 'letter.doc': 'A' }), /^archive-is-known/],
    ['a zip that ends early', 'a.zip', zipOf(TWITTER).subarray(0, 900), /^archive-is-sound .*ends early/],
    ['a zip with a changed byte', 'a.zip', changed(zipOf(TWITTER), 120), /^archive-is-sound/],
    [
      'a zip whose list lies',
      'a.zip',
      zipOf({ 'tweets.js': TWEETS }, { 'tweets.js': 12 }),
      /^archive-is-sound/,
    ],
    [
      'a path that leads out',
      'a.zip',
      zipOf({ '../../evil.md': 'A', 'tweets.js': TWEETS }),
      /^archive-is-safe .*`\.\.\/\.\.\/evil\.md` leads out/,
    ],
    ['an absolute path', 'a.zip', zipOf({ '/etc/evil': 'A' }), /^archive-is-safe/],
    ['a zip with a password', 'a.zip', locked(zipOf({ 'tweets.js': TWEETS })), /^archive-is-safe .*locked/],
    ['a bomb', 'a.zip', zipOf({ 'tweets.js': bomb }), /^archive-is-safe .*200 times its size/],
    ['a program for posts', 'tweets.js', 'window.YTD.tweets.part0 = [];process.exit(3)', /^archive-is-sound/],
    ['posts that end early', 'tweets.js', TWEETS.slice(0, 300), /^archive-is-sound .*`tweets\.js`/],
    [
      'posts that are no list',
      'tweets.js',
      'window.YTD.tweets.part0 = {}',
      /^archive-is-sound .*holds no posts/,
    ],
    ['brackets without end', 'tweets.js', deep, /^archive-is-sound/],
    ['bytes that are no letters', 'tweets.js', Buffer.from([0x5b, 0xff, 0xfe, 0x5d]), /^archive-is-sound/],
    ['an outbox without posts', 'outbox.json', '{"type":"OrderedCollection"}', /^archive-is-sound/],
    ['a repository that is none', 'a.car', 'Not a car', /^archive-is-sound .*no repository/],
    ['an empty repository', 'a.car', '', /^archive-is-sound/],
    [
      'a picture that is none',
      'IMG_1.jpg',
      'Not a picture',
      /^archived-post-is-read The picture `IMG_1\.jpg` could not be read/,
    ],
    [
      'a drawing with the name of a photograph',
      'IMG_1.jpg',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      /^archived-post-is-read/,
    ],
    ['a name of nothing', 'gone.zip/', '', /^archive-is-known/],
  ])('%s is a finding, and nothing is written', async (_, file, content, wanted) => {
    const folder = await archive(file.endsWith('/') ? {} : { [file]: content })
    const root = await publication()
    const { findings, written } = await importInto(root, join(folder, file))
    expect(written).toBe(0)
    expect(findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([expect.stringMatching(wanted)])
    expect(await filesIn(root)).toEqual(['event.yaml'])
  })
})

function changed(bytes: Buffer, at: number): Buffer {
  bytes[at] = (bytes[at] ?? 0) ^ 0xff
  return bytes
}

/** The flag of encryption, before the file and in the list. */
function locked(bytes: Buffer): Buffer {
  bytes[6] = 1
  bytes[bytes.indexOf('PK\u0001\u0002') + 8] = 1
  return bytes
}
