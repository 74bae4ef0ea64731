import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { webAddress } from '../../scripts/ground/addresses.ts'
import type { Finding } from '../../scripts/model/finding.ts'
import type { SitePaper } from '../../scripts/model/site.ts'
import { coverPictures } from '../../scripts/site/cover-picture.ts'
import { proofReader } from '../../scripts/site/proof-read.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { faultsIn, pagesOf } from './html-faults.ts'
import { launchDayFiles } from './launch-day.ts'
import { bookIn, PAPER, siteOf } from './make-site.ts'

const rules = (findings: readonly Finding[]): string[] => findings.map(({ rule }) => rule)
const study = (more = '', text = 'They took pictures.') =>
  `---\ntitle: Pictures <by> "residents"\ncouncil: [Dudley, Solihull]\nchannels: [Flickr]\nthemes: [pride]\nsummary: They & others sent them.\n${more}---\n\n${text}\n`

const SMALL = {
  'publication.yaml': 'title: A paper\nlanguage: en-GB\n',
  'chapters/01-beginning.md':
    '# The beginning\n\n## First things\n\nSee [Flickr](../case-studies/01-flickr.md) and [above](#first-things).\n\n| a | b | c | d | e |\n|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 |\n',
  'case-studies/01-flickr.md': study(),
}
const small = (more: Readonly<Record<string, string | Uint8Array>> = {}) =>
  publicationFolder({ ...SMALL, ...more })

describe('launch day on the website', () => {
  let files: ReadonlyMap<string, string>
  let findings: readonly Finding[]
  /** With an address and a story. */
  let told: Awaited<ReturnType<typeof siteOf>>
  beforeAll(async () => {
    const day = await launchDayFiles()
    const story =
      '- session: welcome\n  items:\n    - line: Nobody came, and all of them spoke.\n    - moment: 2001-02-03-0941-ann\n'
    const publication = 'title: A made-up paper\nlanguage: en-GB\nweb: https://example.org/paper/\n'
    ;({ files, findings } = await siteOf(await publicationFolder(day)))
    told = await siteOf(
      await publicationFolder({ ...day, 'launch/story.yaml': story, 'publication.yaml': publication }),
    )
  })
  const pageOf = (address: string): string => files.get(`${address}index.html`) ?? ''

  it('is sound, and valid HTML', async () => {
    expect(findings).toEqual([])
    expect(await faultsIn(files)).toEqual([])
  })

  it('is found from the home page, the foot of every page, the list of all pages and its chapter', () => {
    expect(pageOf('')).toContain('<p class="t"><a href="launch/">Launch of the made-up paper</a></p>')
    expect(pageOf('accessibility/')).toContain('<li><a href="../launch/">Launch day</a></li>')
    expect(files.get('404.html')).toContain('<li><a href="/launch/">Launch of the made-up paper</a></li>')
    expect(pageOf('chapters/beginning/')).toContain('<a href="../../launch/">All of the day</a>')
  })

  it('is told by the hour, and leads to the texts that sessions are about', () => {
    const html = pageOf('launch/')
    expect([...html.matchAll(/<h3 id="hour-[^>]*>([^<]*)</g)].map(([, hour]) => hour)).toEqual([
      'Time not known',
      '09:00',
    ])
    expect(html).toContain('<a href="../chapters/beginning/">The beginning</a>')
    expect(html).toMatch(
      /<picture>.*<img src="\.\.\/pictures\/\w+\.jpeg" alt="A yellow square &#x26; nothing/,
    )
  })

  it('has a page for each moment, which says who agreed and leads to its neighbours', () => {
    const html = pageOf('launch/moments/2001-02-03-0941-ann/')
    expect(html).toContain('Shown here with the person’s consent. In a made-up letter')
    expect(html).toContain('<link rel="prev" href="../../../launch/moments/2001-02-03-notes/">')
    expect(html).toContain('<link rel="next" href="../../../launch/moments/2001-02-03-0955-square/">')
    expect(pageOf('launch/moments/2001-02-03-notes/')).not.toContain('<dl')
  })

  it('hangs its photographs on a wall, each a link to its moment, in files for each width of screen', () => {
    const html = pageOf('launch/photographs/')
    expect(html).toMatch(
      /<figure class="cell">\s*<a href="[./]*launch\/moments\/2001-02-03-0955-square\/"><picture>/,
    )
    expect(html).toMatch(/<source type="image\/avif" srcset="[^"]*480w[^"]*960w/)
    expect(html).toContain('alt="A yellow square &#x26; nothing else"')
    expect(html).toContain('<span class="credit">Picture: Bob Example</span>')
    expect(html).not.toContain('<script src')
  })

  it('has a page for each who said or showed something, with all of it', () => {
    expect(pageOf('launch/people/')).toMatch(/<a href="[./]*launch\/people\/ann-example\/">Ann Example<\/a>/)
    const html = pageOf('launch/people/ann-example/')
    expect(html).toContain('<h1>Ann Example</h1>')
    expect(html).toContain('<p class="standfirst">@ann</p>')
    expect(html).toContain('The hall is full of <em>nobody</em>')
    expect(html).not.toContain('2001-02-03-0955-square')
    expect(pageOf('launch/moments/2001-02-03-0941-ann/')).toMatch(
      /<dd><a href="[./]*launch\/people\/ann-example\/">Ann Example<\/a>, @ann<\/dd>/,
    )
  })

  it('shows the picture of a moment where its address is shared, and else the cover', () => {
    const page = (name: string): string =>
      told.files.get(`launch/moments/2001-02-03-${name}/index.html`) ?? ''
    expect(page('0955-square')).toMatch(
      /<meta property="og:image" content="https:\/\/example\.org\/paper\/pictures\/\w+\.jpeg">/,
    )
    expect(page('0955-square')).toContain('<meta property="og:image:width" content="1200">')
    expect(page('0955-square')).toContain(
      '<meta property="og:image:alt" content="A yellow square &amp; nothing else">',
    )
    expect(page('0941-ann')).toContain(
      '<meta property="og:image" content="https://example.org/paper/cover.png">',
    )
  })

  it('is told as its story tells it, and by the hour in short', async () => {
    expect(told.findings).toEqual([])
    const html = told.files.get('launch/index.html') ?? ''
    expect(html).toMatch(
      /<h2 id="story">How the day went<\/h2>\s*<h3>Welcome<\/h3>\s*<p>Nobody came, and all/,
    )
    expect(html.match(/The hall is full of <em>nobody<\/em>/g)).toHaveLength(1)
    expect(await faultsIn(told.files)).toEqual([])
  })

  it('tells other websites of a moment by its own day and author, as a part of the paper', () => {
    const html = pageOf('launch/moments/2001-02-03-0941-ann/')
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '')
    expect(data).toMatchObject({
      '@type': 'Article',
      headline: 'Ann Example, 09:41',
      datePublished: '2001-02-03T09:41:00+00:00',
      author: { '@type': 'Person', name: 'Ann Example' },
      isPartOf: { '@type': 'Report', name: 'A made-up paper', datePublished: '2001-02-03' },
    })
  })
})

describe('the website of a small publication', () => {
  it('has moments at addresses of plain letters, whatever their files are called', async () => {
    const day = {
      'launch/event.yaml': 'name: A day\ndate: 2001-02-03\ntimeZone: Europe/London\n',
      'launch/moments/second one 50% #x.md': '---\ntime: 2001-02-03\nkind: note\n---\n\nSaid.\n',
    }
    const { files, findings } = await siteOf(await small(day))
    expect(findings).toEqual([])
    expect([...files.keys()]).toContain('launch/moments/second-one-50-x/index.html')
    expect(files.get('launch/index.html')).toContain('href="../launch/moments/second-one-50-x/"')
  })

  it('is told of a link that is no address', () => {
    const reader = proofReader('/')
    reader.page('', '<a href="50%/">a</a><a href="#50%">b</a>')
    const lost = reader.findings().filter(({ rule }) => rule === 'site-links-land')
    expect(lost.map(({ message }) => /50%/.test(message))).toEqual([true, true])
  })

  it('leads from text to text, and keeps anchors', async () => {
    const { files } = await siteOf(await small())
    const html = files.get('chapters/beginning/index.html')
    expect(html).toContain('<a href="../../case-studies/flickr/">Flickr</a>')
    expect(html).toContain('<a href="#first-things">above</a>')
    expect(html).toContain('<h2 id="first-things"')
    expect(html).toMatch(/<div class="scroll" role="region" tabindex="0" aria-label="Table">/)
  })

  it.each([
    [
      'long words may break beyond the first column',
      '`name`',
      'a-long_word_that_would_be_wider_than_any_phone',
      false,
    ],
    ['names in the first column stay whole', '`a.name.that.is.wider.than.the.page`', 'short', true],
  ])(
    'lets a table scroll by itself only where a phone cannot hold it: %s',
    async (_, name, said, scrolls) => {
      const text = `# The beginning\n\n| Key | Holds | Says |\n|---|---|---|\n| ${name} | text | ${said} |\n`
      const { files } = await siteOf(await small({ 'chapters/01-beginning.md': text }))
      expect(files.get('chapters/beginning/index.html')?.includes('<div class="scroll"')).toBe(scrolls)
    },
  )

  it('says in every place what front matter says, and no more', async () => {
    const { files } = await siteOf(await small())
    const html = files.get('case-studies/flickr/index.html') ?? ''
    expect(html).toContain('<h1>Pictures &lt;by&gt; &#34;residents&#34;</h1>')
    expect(html).toContain('<meta name="description" content="They &amp; others sent them.">')
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '')
    expect(data).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Article',
      headline: 'Pictures <by> "residents"',
      description: 'They & others sent them.',
      position: '1',
      keywords: ['pride'],
      inLanguage: 'en-GB',
      isPartOf: { '@type': 'Report', name: 'A paper', inLanguage: 'en-GB' },
    })
    expect(files.get('councils/index.html')).toMatch(/Dudley[\s\S]*flickr[\s\S]*Solihull[\s\S]*flickr/)
  })

  it('tells its address everywhere when it has one', async () => {
    const { files, findings } = await siteOf(
      await small({ 'publication.yaml': `${SMALL['publication.yaml']}web: example.org/2013\n` }),
    )
    expect(findings).toEqual([])
    const html = files.get('case-studies/flickr/index.html')
    expect(html).toContain('<link rel="canonical" href="https://example.org/2013/case-studies/flickr/">')
    expect(html).toContain('<meta property="og:image" content="https://example.org/2013/cards/flickr.png">')
    expect(files.get('sitemap.xml')).toContain('<loc>https://example.org/2013/case-studies/flickr/</loc>')
    expect(files.get('robots.txt')).toContain('Sitemap: https://example.org/2013/sitemap.xml')
    expect(files.get('feed.xml')).toContain('<id>https://example.org/2013/case-studies/flickr/</id>')
    expect(files.get('404.html')).toContain('href="/2013/styles/site.css"')
  })

  it('tells what the picture shows that goes with its address, and shows that', async () => {
    const sea = await sharp({ create: { width: 90, height: 90, channels: 3, background: '#0808f8' } })
      .png()
      .toBuffer()
    const card = async (more: string) => {
      const root = await small({
        'publication.yaml': `${SMALL['publication.yaml']}web: example.org/2013\n${more}`,
        'sea.png': sea,
      })
      const { files } = await siteOf(root)
      const [, alt] = /property="og:image:alt" content="([^"]*)"/.exec(files.get('index.html') ?? '') ?? []
      const { book, settings } = await bookIn(root)
      const [picture] = await coverPictures(book, settings)
      const { dominant, entropy } = await sharp(Buffer.from(picture?.content as Uint8Array)).stats()
      return { alt, dominant, isPlain: entropy < 0.01 }
    }
    const initial = await card('')
    expect(initial.alt).toMatch(/^A large letter \p{L}, the first of “.+”$/u)
    expect(initial.isPlain).toBe(false)
    expect(await card('cover: { picture: sea.png }\n')).toEqual({
      alt: expect.stringMatching(/^The cover picture of “.+”$/),
      dominant: { r: 8, g: 8, b: 248 },
      isPlain: true,
    })
  })

  it('shows title and first figure of a case study where its address is shared, and says so', async () => {
    const files = await siteOf(
      await small({
        'publication.yaml': `${SMALL['publication.yaml']}web: example.org/2013\n`,
        'case-studies/01-flickr.md': study(
          "figures: [{ value: '126,000', label: views }, { value: '3', label: days }]\n",
        ),
      }),
    ).then((made) => made.files)
    const html = String(files.get('case-studies/flickr/index.html'))
    expect(html).toContain('content="https://example.org/2013/cards/flickr.png"')
    expect(html).toMatch(/og:image:alt" content="The title “[^”]+”, [^"]* and its figure “126,000 views”"/)
    expect(String(files.get('index.html'))).toContain('content="https://example.org/2013/cover.png"')
  })

  it('shows the cover for a case study whose title no face of ours can draw', async () => {
    const { files } = await siteOf(
      await small({
        'publication.yaml': `${SMALL['publication.yaml']}web: example.org/2013\n`,
        'case-studies/01-flickr.md': study('short: 漢\n').replace(/^title: .*$/m, 'title: 漢字'),
      }),
    )
    expect(String(files.get('case-studies/flickr/index.html'))).toContain('2013/cover.png"')
  })

  it('has the logo over every page but that for lost addresses', async () => {
    const { files, findings } = await siteOf(
      await small({
        'publication.yaml': `${SMALL['publication.yaml']}logo: { file: logo.svg, alt: Two houses }\n`,
        'logo.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 3"><script>a()</script><path d="M0 0h6v3z"/></svg>',
      }),
    )
    expect(findings).toEqual([])
    const shown = /<span class="logo"><img src="\.\.\/\.\.\/(pictures\/[^"]+)" alt="Two houses"/
    const [, path] = shown.exec(String(files.get('case-studies/flickr/index.html'))) ?? []
    expect(files.get(path ?? '')).toContain('<path')
    expect(files.get(path ?? '')).not.toContain('script')
    expect(files.get('404.html')).not.toContain('class="logo"')
  })

  it('asks for an address that is one: web-is-an-address', async () => {
    const { files, findings } = await siteOf(
      await small({ 'publication.yaml': `${SMALL['publication.yaml']}web: see our site\n` }),
    )
    expect(rules(findings)).toEqual(['web-is-an-address'])
    expect(files.get('index.html')).not.toContain('canonical')
  })

  it.each([
    'https://example.org/2013/index.html',
    'https://example.org/2013/?a=b',
    'https://example.org/2013/#top',
  ])('builds no address below %s', (web) => {
    expect(webAddress({ web })).toBeUndefined()
  })

  it('keeps old addresses alive', async () => {
    const root = await small({
      'case-studies/01-flickr.md': study('redirects: [/2012, /2012/old-name/, flickr.html]\n'),
    })
    const { files, findings } = await siteOf(root)
    expect(findings).toEqual([])
    expect(files.get('2012/index.html')).toContain('content="0; url=../case-studies/flickr/"')
    expect(files.get('2012/old-name/index.html')).toContain('content="0; url=../../case-studies/flickr/"')
    expect(files.get('flickr.html')).toContain('content="0; url=./case-studies/flickr/"')
    expect(files.get('_redirects')).toBe(
      ['/2012', '/2012/', '/2012/old-name', '/2012/old-name/', '/flickr.html']
        .map((from) => `${from} /case-studies/flickr/ 301\n`)
        .join(''),
    )
  })

  it('gives an address once: address-is-free', async () => {
    const root = await small({
      'case-studies/01-flickr.md': study('redirects: [chapters/beginning/, twice/, twice/index.html]\n'),
    })
    const { findings } = await siteOf(root)
    expect(findings).toMatchObject([
      {
        rule: 'address-is-free',
        place: { file: 'case-studies/01-flickr.md', line: 7 },
        message: expect.stringContaining('chapters/01-beginning.md'),
      },
      { rule: 'address-is-free' },
    ])
    const words = (title: string) => `---\ntitle: ${title}\nlayout: words\n---\n\nWords.\n`
    const twice = await siteOf(
      await small({ 'chapters/02-a.md': words('A'), 'chapters/03-b.md': words('B') }),
    )
    expect(twice.findings).toMatchObject([
      {
        rule: 'address-is-free',
        place: { file: 'chapters/03-b.md' },
        message: 'The address `/glossary/` of the website is that of chapters/02-a.md already.',
      },
    ])
  })

  it('keeps old addresses off every other file, whatever its capitals: address-is-free', async () => {
    const plain = 'feed.xml sitemap.xml Robots.TXT _headers _redirects paper.pdf search.js cover.png'.split(
      ' ',
    )
    const folders = 'styles pagefind/x.html pictures/a/ fonts/a.woff2 paper.pdf/old/'.split(' ')
    const redirects = [...plain, ...folders, 'Chapters/Beginning', 'old/', 'OLD']
    const { findings, files } = await siteOf(
      await small({ 'case-studies/01-flickr.md': study(`redirects: [${redirects.join(', ')}]\n`) }),
    )
    expect(findings.map(({ rule, message }) => [rule, /`\/(.*?)\/?`/.exec(message)?.[1]])).toEqual(
      redirects.filter((one) => one !== 'old/').map((one) => ['address-is-free', one.replace(/\/$/, '')]),
    )
    expect(files.has('old/index.html')).toBe(true)
  })

  it('does not take a template that runs something or shuts somebody out: site-page-is-sound, site-page-is-accessible', async () => {
    const root = await small({
      'templates/site/footer.liquid':
        '<footer style="color: red" onclick="x()"><h4>Foot</h4><script>x()</script><img src="https://example.org/x.png"></footer>',
    })
    const { findings } = await siteOf(root)
    expect([...new Set(rules(findings))].sort()).toEqual(['site-page-is-accessible', 'site-page-is-sound'])
    const said = findings.filter(({ message }) => message.includes('`/`')).map(({ message }) => message)
    expect(said).toEqual([
      'The page `/` of the website holds the attribute `style`.',
      'The page `/` of the website holds the attribute `onclick`.',
      'The page `/` of the website holds a script.',
      'The page `/` of the website loads https://example.org/x.png from elsewhere.',
      'The page `/` of the website shows a picture without a text alternative.',
      'The page `/` of the website leaves a level of heading out.',
    ])
  })

  it('does not take a template that leads nowhere: site-links-land', async () => {
    const root = await small({
      'templates/site/footer.liquid':
        '<footer><a href="{{ root }}nowhere/">Nowhere</a><a href="#nothing">Nothing</a></footer>',
    })
    const { findings } = await siteOf(root)
    expect([...new Set(rules(findings))]).toEqual(['site-links-land'])
    expect(findings.filter(({ message }) => message.includes('`/`'))).toHaveLength(2)
  })

  it('shows pictures in modern formats and fitting widths, with their size, when they come into view', async () => {
    const yellow = await sharp({ create: { width: 1000, height: 500, channels: 3, background: '#f8be16' } })
      .jpeg()
      .toBuffer()
    const root = await small({
      'case-studies/01-flickr.md': study('', '![A field](field.jpg "Yellow")'),
      'case-studies/field.jpg': yellow,
    })
    const { files, findings } = await siteOf(root)
    expect(findings).toEqual([])
    const html = files.get('case-studies/flickr/index.html') ?? ''
    const picture = /<picture>.*?<\/picture>/.exec(html)?.[0] ?? ''
    expect(picture).toMatch(
      /<source type="image\/avif" srcset="\S+\.avif 480w, \S+\.avif 960w, \S+\.avif 1000w"/,
    )
    expect(picture).toMatch(/<source type="image\/webp"/)
    expect(picture).toMatch(
      /<img src="\.\.\/\.\.\/pictures\/\w+\.jpeg" alt="A field" width="1000" height="500" loading="lazy"/,
    )
    const copies = [...files].filter(([path]) => path.endsWith('.avif')).map(([, copy]) => copy)
    expect(await Promise.all(copies.map(async (path) => (await sharp(path).metadata()).width))).toEqual([
      480, 960, 1000,
    ])
  })

  it('says when a picture is none: image-is-picture', async () => {
    const root = await small({
      'case-studies/01-flickr.md': study('', '![A field](field.jpg)'),
      'case-studies/field.jpg': 'no picture',
    })
    expect(rules((await siteOf(root)).findings)).toContain('image-is-picture')
  })

  it('has no search where there is no indexer, and no link to one: site-can-be-searched', async () => {
    vi.doMock('pagefind', () => ({
      createIndex: async () => ({ index: null, errors: ['no binary for this system'] }),
    }))
    const { files, findings } = await siteOf(await small())
    vi.doUnmock('pagefind')
    expect(findings).toMatchObject([
      { rule: 'site-can-be-searched', severity: 'warning', cause: 'no binary for this system' },
    ])
    expect([...files.keys()].some((path) => /search|pagefind/.test(path))).toBe(false)
    expect(files.get('index.html')).not.toContain('search')
  })

  it('marks a draft on every page, and claims nothing', async () => {
    const { files } = await siteOf(await small(), ({ book, settings }) => ({
      book,
      settings: { ...settings, draft: true, commit: 'abc1234' },
    }))
    for (const [path, html] of pagesOf(files))
      expect.soft(html, path).toContain('<p class="draft">Draft abc1234</p>')
    expect(files.get('robots.txt')).toContain('Disallow: /')
    expect(files.get('accessibility/index.html')).not.toContain('found to be so')
  })

  it('says which checks of the PDF did not run', async () => {
    const statement = async (paper: SitePaper): Promise<string> =>
      (await siteOf(await small(), undefined, paper)).files.get('accessibility/index.html') ?? ''
    const some = await statement({ ...PAPER, notRun: [{ says: 'Notes have ids.' }] })
    expect(some).toMatch(/What was not checked<\/h2>\s*<ul>\s*<li>Notes have ids\.<\/li>/)
    expect(await statement(PAPER)).not.toContain('What was not checked')
  })

  it('can be one chapter and nothing else', async () => {
    const root = await publicationFolder({
      'publication.yaml': SMALL['publication.yaml'],
      'chapters/01-a.md': '# A\n\nText.\n',
    })
    await writeFile(join(root, 'note.txt'), '')
    const { files, findings } = await siteOf(root, undefined, undefined)
    expect(findings).toEqual([])
    expect(
      pagesOf(files)
        .map(([path]) => path)
        .sort(),
    ).toEqual([
      '404.html',
      'accessibility/index.html',
      'chapters/a/index.html',
      'index.html',
      'search/index.html',
    ])
    expect(files.has('feed.xml')).toBe(false)
  })
})
