import { stat } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { slot, treeOf } from '../support/html.ts'
import { bookOf, chapterOf, composed, matterOf, sectionOf } from './small-book.ts'

describe('the document', () => {
  it('tells each line from its file and gives each run a page of its own', async () => {
    const { html, files, runs, findings } = await composed(bookOf())
    expect(findings).toEqual([])
    const [[number, file] = []] = Object.entries(files)
    expect(file).toBe('chapters/01-a.md')
    expect(html).toContain(`<p data-src="${number}:5">Text.</p>`)
    expect(runs).toMatchObject([
      { id: 'a', kind: 'flow', folio: true, heads: { left: 'Book', right: '1\u00a0\u00a0A chapter' } },
    ])
    expect(html).toContain(`style="page: ${runs[0]?.page}"`)
    expect(html).toContain(`@page ${runs[0]?.page}:right`)
  })

  it('says whether the forty marks are those of its cover', async () => {
    const yaml = 'title: Book\nlanguage: en\ncover: { rings: cover }\n'
    const data = 'figures: { a: { value: 3 of 4, count: 3, of: 4, label: A } }\nlists: { cover: [a] }\n'
    const isMarked = async (files: Record<string, string>): Promise<boolean> =>
      (await composed(bookOf(), files)).html.includes(' data-marks>')
    expect(await isMarked({})).toBe(false)
    expect(await isMarked({ 'publication.yaml': yaml, 'data/a.yaml': data })).toBe(true)
  })

  it('says whether lines end at the right edge, which they do on wish alone', async () => {
    const yaml = 'title: Book\nlanguage: en\njustify: true\n'
    const isJustified = async (files: Record<string, string>): Promise<boolean> =>
      (await composed(bookOf(), files)).html.includes(' data-justify>')
    expect(await isJustified({})).toBe(false)
    expect(await isJustified({ 'publication.yaml': yaml })).toBe(true)
  })

  it('puts a full opener before the text, with the title on it and nowhere else', async () => {
    const chapter = chapterOf({ matter: matterOf({ opener: { ring: '', caption: '' } }) })
    const { html, runs } = await composed(
      bookOf({ chapters: [chapter], sections: [sectionOf({ starts: 'right' })] }),
    )
    expect(runs.map(({ id, kind, starts }) => [id, kind, starts])).toEqual([
      ['a', 'full', 'right'],
      ['a--run-2', 'flow', 'any'],
    ])
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
  })

  it('makes it a head of the chapter where the look wants no pages for openers', async () => {
    const chapter = chapterOf({ matter: matterOf({ opener: { ring: '', caption: '' } }) })
    const book = bookOf({ chapters: [chapter], sections: [sectionOf()] })
    const { html, runs } = await composed(book, {
      'publication.yaml': 'title: Book\nlanguage: en\nlook: report\n',
    })
    expect(runs.map(({ id, kind }) => [id, kind])).toEqual([['a', 'flow']])
    expect(html).toContain('class="chapter-head strong')
  })

  it('draws charts where their slots stand', async () => {
    const chart = {
      kind: 'counts',
      title: 'T',
      question: '',
      caption: '',
      rows: [{ label: 'A', note: '', count: 3, percent: '' }],
      accent: '',
    } as const
    const chapter = chapterOf({
      body: treeOf(`<figure>${slot('chart', '0')}</figure>`),
      exhibits: [{ kind: 'figure', id: 'a--x', caption: '', line: 3, chart }],
    })
    const { html } = await composed(bookOf({ chapters: [chapter] }))
    expect(html).toMatch(/<figure><svg [^>]*aria-label="T\. A 3\."/)
  })

  it('names an anchor for every heading; the index leads to places that are there anyway', async () => {
    const see = { instead: [], also: [] }
    const index = [
      {
        see,
        term: 'Grit',
        key: 'grit',
        letter: 'G',
        anchors: ['a--i1'],
        under: [{ term: 'salt', key: 'salt', anchors: ['a--i2'], see }],
      },
    ]
    expect((await composed(bookOf({ index }))).anchors).toEqual(['a'])
  })

  it('loads the faces that stand in margin boxes alone', async () => {
    const { faces } = await composed(bookOf())
    expect(faces).toContain('normal 600 12px "Source Sans 3"')
    expect(faces.join()).not.toContain('Emoji')
  })
})

describe('what authors write stays text', () => {
  it('in titles', async () => {
    const hostile = 'A "title" </style><script>alert(1)</script> {{ publication }} {% include "x" %}'
    const section = sectionOf({ title: hostile, heads: { left: hostile, right: hostile } })
    const { html, findings } = await composed(
      bookOf({ sections: [section], chapters: [chapterOf({ matter: matterOf({ title: hostile }) })] }),
    )
    expect(findings).toEqual([])
    expect(html).not.toContain('<script>')
    expect(html.match(/<\/style>/g)).toHaveLength(1)
    expect(html).toContain('{{ publication }}')
  })

  it('in the text itself', async () => {
    const { html } = await composed(
      bookOf({ chapters: [chapterOf({ body: treeOf('<p data-src="1">{{ 1 | plus: 1 }}</p>') })] }),
    )
    expect(html).toContain('{{ 1 | plus: 1 }}')
  })
})

describe('templates', () => {
  it('of the publication win, file by file', async () => {
    const { html } = await composed(bookOf(), {
      'templates/chapter.liquid': '<div>ours: {{ section.title }}</div>',
    })
    expect(html).toContain('<div>ours: A chapter</div>')
    expect(html).toContain('@page')
  })

  it('may do more with the text than print it', async () => {
    const { html, files } = await composed(bookOf(), {
      'templates/chapter.liquid':
        '{% if body contains "Text." %}<div>seen</div>{% endif %}{{ body | replace: "Text", "Word" | raw }}{{ body | raw }}',
      'templates/document.liquid':
        '<!doctype html><html><body>{% for section in sections %}{% for one in section.runs %}{{ one.html | replace: "seen", "found" | raw }}{% endfor %}{% endfor %}</body></html>',
    })
    const src = `${Object.keys(files)[0]}:5`
    expect(html).toBe(
      `<!doctype html><html><body><div>found</div><p data-src="${src}">Word.</p><p data-src="${src}">Text.</p></body></html>`,
    )
  })

  it('that cannot be used are named with file and line', async () => {
    const { findings } = await composed(bookOf(), {
      'templates/chapter.liquid': '<div>\n{{ section.title | shout }}</div>',
    })
    expect(findings).toMatchObject([
      { rule: 'template-renders', place: { file: 'templates/chapter.liquid', line: 2 } },
    ])
  })

  it('reach no file outside of the template folders', async () => {
    const { findings, html } = await composed(bookOf(), {
      'secret.liquid': 'secret',
      'templates/chapter.liquid': '{% include "../secret" %}',
    })
    expect(findings).toMatchObject([
      { rule: 'template-renders', place: { file: 'templates/chapter.liquid', line: 1 } },
    ])
    expect(html).not.toContain('secret')
  })
})

describe('style sheets', () => {
  it('ask for nothing outside, and are told where they do', async () => {
    const css =
      '/* url(http://a) */\n@import "http://b/x.css";\np { background: url(https://c/d.png) }\nq { background: url("../../x.png") }\n'
    const { html, findings } = await composed(bookOf(), { 'templates/styles/90-own.css': css })
    expect(findings.map(({ rule, place }) => [rule, place.file, place.line])).toEqual([
      ['style-stays-inside', 'templates/styles/90-own.css', 2],
      ['style-stays-inside', 'templates/styles/90-own.css', 3],
      ['style-stays-inside', 'templates/styles/90-own.css', 4],
    ])
    expect(html).not.toContain('https://c')
  })

  it('use files of the template folders', async () => {
    const css = '.cover { background: url("../paper.svg") }'
    const { assets, findings } = await composed(bookOf(), {
      'templates/styles/90-own.css': css,
      'templates/paper.svg': '<svg/>',
    })
    expect(findings).toEqual([])
    expect(assets.map(({ url }) => url)).toContain('/templates/paper.svg')
  })

  it('cannot end their element', async () => {
    const { html } = await composed(bookOf(), {
      'templates/styles/90-own.css': 'p::before { content: "</style><b>" }',
    })
    expect(html.match(/<\/style>/g)).toHaveLength(1)
  })

  it('puts fonts that the publication adds behind those of the theme, and before the fallbacks', async () => {
    const { html } = await composed(bookOf(), {
      'publication.yaml': 'title: Book\nlanguage: en\nfonts:\n  - { family: Our Hebrew, file: ours.woff2 }\n',
      'ours.woff2': 'a font',
    })
    for (const token of ['serif', 'sans', 'code'])
      expect(html).toMatch(
        new RegExp(`--${token}: .*3", "Our Hebrew", .*"Noto Sans Hebrew", .*"DejaVu Sans"[,;]`),
      )
  })

  it('never ask the pinned browser to balance lines, which it does not survive', async () => {
    const { html } = await composed(bookOf(), { 'templates/styles/90-own.css': 'h1 { text-wrap: balance }' })
    expect(html).not.toMatch(/text-wrap:\s*balance/)
  })
})

describe('pictures', () => {
  const chapterWith = (file: string) =>
    chapterOf({
      body: treeOf(`<img src="${file}" alt="x">`),
      images: [{ file, alt: 'x', decorative: false, line: 1, column: 1, widthMm: 25.4 }],
    })

  it('are printed at 300 pixels an inch, upright, and with their size', async () => {
    const photo = await sharp({ create: { width: 1200, height: 600, channels: 3, background: '#888' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    await composed(
      bookOf({ chapters: [chapterWith('images/p.jpg')] }),
      { 'images/p.jpg': photo },
      async ({ html, assets }) => {
        expect(html).toMatch(/<img src="\/pictures\/[\da-f]+\.jpeg" width="300" height="600" alt="x">/)
        const asset = assets.find(({ url }) => url.startsWith('/pictures/'))
        expect((await stat(asset?.path ?? '')).size).toBeGreaterThan(0)
      },
    )
  })

  it.each([
    ['a landscape photograph has the hanging column as well', 2400, 'picture', 'picture wide'],
    ['not where its width was asked for', 2400, 'picture w50', 'picture w50'],
    ['nor where it is too coarse', 900, 'picture', 'picture'],
  ])('%s', async (_, width, before, after) => {
    const create = { width, height: width / 2, channels: 3, background: '#888' } as const
    const file = 'images/p.jpg'
    const chapter = {
      ...chapterWith(file),
      body: treeOf(
        `<figure class="${before}"><div class="fig-body"><img src="${file}" alt="x"></div></figure>`,
      ),
      images: [{ file, alt: 'x', decorative: false, line: 1, column: 1, widthMm: 127.5, landscapeMm: 170 }],
    }
    const photograph = await sharp({ create }).jpeg().toBuffer()
    const { html } = await composed(bookOf({ chapters: [chapter] }), { [file]: photograph })
    expect(html).toContain(`<figure class="${after}">`)
    if (after.endsWith('wide')) expect(html).toContain(' width="2008" ')
  })

  it('keep their transparency', async () => {
    const png = await sharp({
      create: { width: 40, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0.5 } },
    })
      .png()
      .toBuffer()
    await composed(
      bookOf({ chapters: [chapterWith('images/p.png')] }),
      { 'images/p.png': png },
      async ({ assets }) => {
        const asset = assets.find(({ url }) => url.startsWith('/pictures/'))
        expect((await sharp(asset?.path).metadata()).hasAlpha).toBe(true)
      },
    )
  })

  it('that cannot be read are named', async () => {
    const { findings } = await composed(bookOf({ chapters: [chapterWith('images/p.jpg')] }), {
      'images/p.jpg': 'text',
    })
    expect(findings).toMatchObject([{ rule: 'image-is-picture', place: { file: 'images/p.jpg' } }])
  })
})

describe('a case study', () => {
  const study = (given = {}) =>
    composed(
      bookOf({
        sections: [sectionOf({ kind: 'case-study', number: '5' })],
        chapters: [chapterOf({ kind: 'case-study', level: 2, matter: matterOf(given) })],
      }),
    )

  it('opens with a panel made from its front matter, and leaves out what is not known', async () => {
    const { html } = await study({
      began: 'April 2010',
      channels: ['Flickr'],
      keyFigures: [{ value: '126,000', label: 'views' }],
    })
    expect(html).toContain('At a glance')
    expect(html).toMatch(/<span class="big"[^>]*>126,000<\/span> views/)
    expect(html).toContain('>Channel<')
    expect(html).not.toContain('>People<')
  })

  it('has no panel, no picture and no sources when there are none', async () => {
    const { html } = await study()
    expect(html).not.toContain('class="panel"')
    expect(html).not.toContain('<img')
    expect(html).not.toContain('class="sources"')
  })
})
