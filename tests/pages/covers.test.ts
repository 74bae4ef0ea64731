import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { capitalInitial, initialOf } from '../../scripts/ground/templating/initial.ts'
import { bookOf, chapterOf, composed, matterOf, sectionOf } from './small-book.ts'

const RINGS = {
  'publication.yaml':
    'title: Book\nsubtitle: On rings\npublisher: A press\nlanguage: en\ncover: { rings: cover }\n',
  'data/a.yaml': 'figures: { a: { value: 3 of 4, count: 3, of: 4, label: A } }\nlists: { cover: [a] }\n',
}
const backCover = bookOf({ chapters: [], sections: [sectionOf({ id: 'back-cover', kind: 'back-cover' })] })

describe('the forty marks', () => {
  it('stand on blank pages where the cover is made of them, and nowhere else', async () => {
    expect((await composed(bookOf(), RINGS)).blank).toContain('<svg class="art squares"')
    expect((await composed(bookOf())).blank).toBe('<div class="sheet" aria-hidden="true"></div>\n')
  })

  it('leave the back cover of any other to its own words', async () => {
    const yaml =
      'title: Book\nsubtitle: On paths\npublisher: A town\ndate: 2025-05-12\ncontact: a@b.example\nlanguage: en\n'
    const { html } = await composed(backCover, { 'publication.yaml': yaml })
    expect(html).not.toMatch(/<svg|<p[^>]*><\/p>/)
    expect(html).toMatch(/On paths<[\s\S]*A town<br>May 2025<[\s\S]*a@b\.example</)
    expect((await composed(backCover, RINGS)).html).not.toContain('On rings')
  })

  it('say both where it has a sentence and a subtitle', async () => {
    const yaml = 'title: Book\nsubtitle: On paths\nlanguage: en\nbackCover: { text: Read this. }\n'
    expect((await composed(backCover, { 'publication.yaml': yaml })).html).toMatch(
      /class="text"[^>]*>Read this\.<[\s\S]*class="sub"[^>]*>On paths</,
    )
  })
})

describe('a logo', () => {
  const yaml = 'title: Book\nlanguage: en\nlogo: { file: logo.svg, alt: Two houses }\n'
  const book = bookOf({
    chapters: [],
    sections: [
      sectionOf({ id: 'front-cover', kind: 'front-cover' }),
      sectionOf({ id: 'imprint', kind: 'imprint' }),
    ],
  })
  const drawing = (inner: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 3">${inner}<path d="M0 0h6v3z"/></svg>`

  it.each(['standard', 'report'])('stands on cover and imprint with its alternative: %s', async (look) => {
    const { html, findings } = await composed(book, {
      'publication.yaml': `${yaml}look: ${look}\n`,
      'logo.svg': drawing(''),
    })
    expect(findings).toEqual([])
    expect(html.match(/<img class="logo" src="\/pictures\/[^"]+\.svg" alt="Two houses">/g)).toHaveLength(2)
    expect(html).toContain('with-logo')
  })

  it('is printed without what it would run', async () => {
    const files = { 'publication.yaml': yaml, 'logo.svg': drawing('<script>alert(1)</script>') }
    const drawn: string[] = []
    await composed(book, files, async ({ assets }) => {
      for (const { type, path } of assets)
        if (type === 'image/svg+xml') drawn.push(await readFile(path, 'utf8'))
    })
    expect(drawn).toEqual([expect.stringContaining('M0 0h6v3z')])
    expect(drawn[0]).not.toContain('alert')
  })
})

describe('the initial of a title', () => {
  it.each([
    ['“Öffentlich”', 'Ö', 'Ö'],
    ['Йошкар', 'Й', 'Й'],
    ['été', 'é', 'É'],
    ['ßtrange', 'ß', 'ß'],
    ['— 2013', '2', '2'],
    ['…', '', ''],
  ])('of %s is %s', (title, letter, capital) => {
    expect([initialOf(title), capitalInitial(title.normalize('NFD'))]).toEqual([letter, capital])
  })

  it('is a number of one or two digits on an opener, and no first half of a longer one', async () => {
    const openerOf = async (number: string) => {
      const chapter = chapterOf({ matter: matterOf({ opener: { ring: '', caption: '' } }) })
      const { html } = await composed(bookOf({ chapters: [chapter], sections: [sectionOf({ number })] }))
      return /data-initial="([^"]*)"/.exec(html)?.[1]
    }
    expect([await openerOf('12'), await openerOf('112'), await openerOf('')]).toEqual(['12', 'A', 'A'])
  })

  it('is whole in its box, whatever the letter', async () => {
    const css = await readFile(resolve('templates/styles/10-pages.css'), 'utf8')
    const [, wide, high] = /font: italic 400 min\((\d+)cqw, (\d+)cqh\)\/1/.exec(css) ?? []
    const [, baseline] = /bottom: calc\(min\([^)]*\) \* (\.\d+)\)/.exec(css) ?? []
    await registerFaces()
    for (const style of ['italic', 'normal']) {
      for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZÄÅÉÖÜÇŞ0123456789') {
        const { up, down, right } = extents(letter, style)
        expect(right * Number(wide), `${letter} ${style}`).toBeLessThan(100)
        expect((up + down) * Number(high), `${letter} ${style}`).toBeLessThan(100)
        // The box of a line ends 0.15 em below its baseline: (0.97 + 0.27 - 1) / 2 less than the descent of the face.
        expect(down, `${letter} ${style}`).toBeLessThanOrEqual(Number(baseline) + 0.15)
      }
    }
  })
})

/** Of a letter of Libre Baskerville, in em from where it begins on its baseline. */
function extents(letter: string, style: string) {
  const context = createCanvas(1, 1).getContext('2d')
  context.font = `1000px "${letter === 'Ş' ? 'latin-ext' : 'latin'} ${style}"`
  const measured = context.measureText(letter)
  return {
    up: measured.actualBoundingBoxAscent / 1000,
    down: measured.actualBoundingBoxDescent / 1000,
    right: measured.actualBoundingBoxRight / 1000,
  }
}

async function registerFaces(): Promise<void> {
  const folder = resolve('node_modules/@fontsource/libre-baskerville/files')
  for (const face of ['latin italic', 'latin normal', 'latin-ext italic', 'latin-ext normal']) {
    const file = `libre-baskerville-${face.replace(' ', '-400-')}.woff2`
    GlobalFonts.register(await readFile(resolve(folder, file)), face)
  }
}
