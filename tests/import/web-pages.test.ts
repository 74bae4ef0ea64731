import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { publicationFolder } from '../support/publication-folder.ts'
import { photographOf, zipOf } from './make-archives.ts'
import { draftsIn, importInto } from './read-drafts.ts'

const picture = await photographOf()
const imported = async (files: Record<string, string | Uint8Array>, name: string) => {
  const root = await publicationFolder({ 'publication.yaml': 'title: A\n' })
  const folder = await publicationFolder(files)
  const { findings } = await importInto(root, `${folder}/${name}`)
  return { drafts: await draftsIn(root), told: findings.map(({ rule, message }) => `${rule} ${message}`) }
}

const X = `<!doctype html><html><body><main>
<article data-testid="tweet"><div data-testid="User-Name"><a href="/ann"><span><span>Ann Example</span></span></a><a href="/ann"><span>@ann</span></a>
<a href="https://x.com/ann/status/12"><time datetime="2013-07-26T09:32:00.000Z">Jul 26</time></a></div>
<div data-testid="tweetText"><span>The room is full </span><img alt="😀" src="x.svg"><span> #day &lt;b&gt;</span><script>alert(1)</script></div>
<a href="/ann/status/12/photo/1"><div data-testid="tweetPhoto"><img alt="Rows of chairs" src="./Search%20on%20X_files/hall.jpg"></div></a></article>
<article data-testid="tweet"><div data-testid="User-Name"><span>Bob</span><span>@bob</span></div>
<a href="https://x.com/bob/status/13"><time datetime="2013-07-26T09:40:00.000Z">Jul 26</time></a>
<div data-testid="tweetText">Look</div><div data-testid="tweetPhoto"><img alt="Image" src="https://pbs.twimg.com/media/ABCDEFGH.jpg?format=jpg"></div></article>
</main></body></html>`

describe('a saved web page', () => {
  it('of X gives its posts, with the pictures that the browser saved', async () => {
    const { drafts, told } = await imported(
      { 'Search on X.html': X, 'Search on X_files/hall.jpg': picture },
      'Search on X.html',
    )
    expect(told).toEqual([
      'archived-post-is-read The picture of the post https://twitter.com/bob/status/13 is not in the archive; it is at https://pbs.twimg.com/media/ABCDEFGH.jpg?format=jpg.',
    ])
    expect(drafts).toMatchObject([
      {
        name: '2013-07-26-1032-ann',
        body: String.raw`The room is full 😀 #day \<b>`,
        matter: {
          author: 'Ann Example',
          handle: '@ann',
          url: 'https://twitter.com/ann/status/12',
          picture: { alt: 'Rows of chairs' },
          import: { service: 'twitter', id: '12' },
        },
      },
      { body: 'Look', matter: { author: 'Bob', handle: '@bob', consent: 'public-post' } },
    ])
  })

  it.each([
    [
      'of Twitter as it was',
      '<div class="tweet" data-tweet-id="12" data-screen-name="ann" data-name="Ann Example"><span class="_timestamp" data-time="1374831120"></span><p class="tweet-text">Full</p></div>',
      { author: 'Ann Example', handle: '@ann', time: '2013-07-26T10:32:00+01:00' },
    ],
    [
      'with an embedded post',
      '<p>A story</p><blockquote class="twitter-tweet"><p>Full</p>&mdash; Ann Example (@ann) <a href="https://twitter.com/ann/status/12?x=1">July 26, 2013</a></blockquote>',
      { author: 'Ann Example', handle: '@ann', time: '2013-07-26', url: 'https://twitter.com/ann/status/12' },
    ],
    [
      'whose posts are marked as such',
      '<div class="h-entry"><a class="p-author"><span class="p-name">Ann Example</span></a><div class="e-content"><p>Full</p></div><a class="u-url" href="https://social.example/@ann/12"><time class="dt-published" datetime="2013-07-26T09:32:00Z"></time></a></div>',
      { author: 'Ann Example', time: '2013-07-26T10:32:00+01:00', url: 'https://social.example/@ann/12' },
    ],
  ])('%s', async (_, html, matter) => {
    const { drafts, told } = await imported({ 'page.html': html }, 'page.html')
    expect(told).toEqual([])
    expect(drafts).toMatchObject([{ body: 'Full', matter }])
  })

  it('in the letters of Windows keep them', async () => {
    const html = X.replace('The room is full ', '\x93Caf\xe9\x94 is full ').replace('😀', '!')
    const { drafts } = await imported({ 'page.html': Buffer.from(html, 'latin1') }, 'page.html')
    expect(drafts[0]?.body).toContain('“Café” is full')
  })

  it('as one file of MHTML', async () => {
    const mhtml = `From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://x.com/\n\n${X.replaceAll('=', '=3D')}\n--b--\n`
    const { drafts } = await imported({ 'page.mhtml': mhtml }, 'page.mhtml')
    expect(drafts.map(({ matter }) => matter.handle)).toEqual(['@ann', '@bob'])
  })

  it('as one file of MHTML, with the pictures that are parts of it', async () => {
    const page = `<article data-testid="tweet"><div data-testid="tweetText">Look</div><div data-testid="tweetPhoto"><img src="https://pbs.example/a?format=jpg&amp;name=small" alt="A hall"></div><div data-testid="tweetPhoto"><img src="cid:image1@mhtml.blink" alt="A door"></div></article>`
    const encoded = Buffer.from(picture)
      .toString('base64')
      .replace(/(.{76})/g, '$1\r\n')
    const part = (head: readonly string[], body: string) =>
      ['------MultipartBoundary--x----', ...head, '', body, ''].join('\r\n')
    const image = ['Content-Type: image/png', 'Content-Transfer-Encoding: base64']
    const mhtml = [
      'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----MultipartBoundary--x----"\r\n\r\n',
      part(['Content-Type: text/html', 'Content-Location: https://x.com/'], page),
      part([...image, 'Content-Location: https://pbs.example/a?format=jpg&name=small'], encoded),
      part(['Content-ID: <image1@mhtml.blink>', ...image], encoded),
      '------MultipartBoundary--x------\r\n',
    ].join('\r\n')
    const { drafts, told } = await imported({ 'page.mhtml': mhtml }, 'page.mhtml')
    expect(drafts.map(({ matter }) => matter.pictures)).toEqual([
      [
        { file: expect.stringMatching(/\.jpg$/), alt: 'A hall' },
        { file: expect.stringMatching(/_2\.jpg$/), alt: 'A door' },
      ],
    ])
    expect(told.filter((one) => one.includes('picture'))).toEqual([])
  })

  it.each([
    ['nested without end', `${'<div>'.repeat(200_000)}<p class="twitter-tweet">`, 'archived-post-is-read'],
    ['without a post', '<p>Hello</p>', 'archive-is-known'],
  ])('%s is named', async (_, html, rule) => {
    const { drafts, told } = await imported({ 'page.html': html }, 'page.html')
    expect([drafts, told.map((one) => one.split(' ')[0])]).toEqual([[], [rule]])
  })
})

const CRLF = '\r\n'
/** A record of WARC 1.1 (ISO 28500), and in it what a server answered. */
function record(url: string, type: string, body: string | Uint8Array, more: readonly string[] = []): Buffer {
  const http = Buffer.concat([
    Buffer.from(['HTTP/1.1 200 OK', `Content-Type: ${type}`, ...more, '', ''].join(CRLF)),
    Buffer.from(body as string),
  ])
  const head = [
    'WARC/1.1',
    'WARC-Type: response',
    `WARC-Target-URI: ${url}`,
    'Content-Type: application/http; msgtype=response',
  ]
  return Buffer.concat([
    Buffer.from([...head, `Content-Length: ${http.length}`, '', ''].join(CRLF)),
    http,
    Buffer.from(CRLF + CRLF),
  ])
}
const chunked = (text: string): string =>
  `${Buffer.byteLength(text).toString(16)}${CRLF}${text}${CRLF}0${CRLF}${CRLF}`
const RECORDS = [
  record('https://x.com/search', 'text/html; charset=utf-8', chunked(X), ['Transfer-Encoding: chunked']),
  record('https://x.com/search', 'text/html', gzipSync(X), ['Content-Encoding: gzip']),
  record('https://pbs.twimg.com/media/ABCDEFGH.jpg?format=jpg', 'image/jpeg', picture),
]

describe('a web archive', () => {
  const packed = Buffer.concat(RECORDS.map((one) => gzipSync(one)))
  it.each([
    ['as it is', 'a.warc', Buffer.concat(RECORDS)],
    ['packed', 'a.warc.gz', packed],
    ['in a WACZ', 'a.wacz', zipOf({ 'archive/data.warc.gz': packed, 'datapackage.json': '{}' })],
  ])('gives the posts of its pages once, and their pictures: %s', async (_, name, bytes) => {
    const { drafts, told } = await imported({ [name]: bytes }, name)
    expect(drafts.map(({ matter }) => [matter.handle, matter.picture !== undefined])).toEqual([
      ['@ann', false],
      ['@bob', true],
    ])
    expect(told).toEqual([expect.stringMatching(/The picture .* is not in the archive/)])
  })

  it.each([
    ['that ends early', Buffer.concat(RECORDS).subarray(0, 900)],
    ['that is none', Buffer.from('Not a web archive\r\n\r\n')],
    ['that lies about a length', Buffer.from('WARC/1.1\r\nContent-Length: -4\r\n\r\n')],
  ])('%s is named', async (_, bytes) => {
    const { drafts, told } = await imported({ 'a.warc': bytes }, 'a.warc')
    expect([drafts, told]).toEqual([[], [expect.stringMatching(/^archive-is-sound /)]])
  })

  it('that unpacks to far more than it is does no harm', async () => {
    const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024))
    const bytes = Buffer.concat([
      record('https://a.example', 'text/html', bomb, ['Content-Encoding: gzip']),
      ...RECORDS,
    ])
    expect((await imported({ 'a.warc': bytes }, 'a.warc')).drafts).toHaveLength(2)
  })
})
