import { describe, expect, it } from 'vitest'
import { found, parse, readable } from './parse.ts'

const FILES = { files: ['chapters/images/Quay.JPG', 'static/img/map.png', 'a/x.png', 'b/x.png'] }
const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const html = (body: string) => readable(parse(body, FILES).html)

describe('a picture on another computer', () => {
  const ADDRESS = '<a href="https://example.org/a.png" class="external">https://example.org/a.png</a>'

  it.each([
    ['![The quay](https://example.org/a.png)', `<p>The quay (${ADDRESS})</p>`],
    ['![The quay](https://example.org/a.png "In spring")', `<p>The quay. In spring (${ADDRESS})</p>`],
    ['See ![](https://example.org/a.png) here.', `<p>See ${ADDRESS} here.</p>`],
    ['See ![The quay](//example.org/a.png).', `<p>See The quay (${ADDRESS}).</p>`],
    [
      '[![Build](https://example.org/a.svg)](https://example.org/ci)',
      '<p><a href="https://example.org/ci" class="external">Build</a></p>',
    ],
    [
      '[![](https://example.org/a.svg)](https://example.org/ci)',
      '<p><a href="https://example.org/ci" class="external">https://example.org/a.svg</a></p>',
    ],
    [
      '## Quay ![map](https://example.org/a.png)\n\na',
      '<h3 id="barriers--quay-map" class="s1">Quay map</h3>\n<p>a</p>',
    ],
    [':::figure{#x}\n![The quay](https://example.org/a.png)\n:::', `<p>The quay (${ADDRESS})</p>`],
    ['![The quay](file:///a.png)', '<p>The quay</p>'],
    ['![The quay][q]\n\n[q]: https://example.org/a.png', `<p>The quay (${ADDRESS})</p>`],
  ])('%s', (body, expected) => {
    const chapter = parse(body)
    expect(readable(chapter.html)).toBe(expected)
    expect(chapter.images).toEqual([])
    expect(found(chapter).filter((one) => !one.startsWith('link-'))).toEqual([
      body.startsWith(':::') ? 'image-is-local@5' : 'image-is-local@4',
    ])
  })

  it.each([
    ['![a](https://example.org/a.png)', 'text alternative and its address are printed', 'a (<a href="https'],
    ['![](https://example.org/a.png)', 'address is printed', 'https'],
    ['b <img alt="" src="https://example.org/a.png">', 'left out', '<p>b</p>'],
    ['![decorative](https://example.org/a.png)', 'left out', '<p></p>'],
    ['- b ![decorative](https://example.org/a.png)', 'left out', 'b</li>'],
    ['[b ![decorative](https://example.org/a.png)](https://example.org/)', 'left out', 'b</a>'],
    ['[![decorative](https://example.org/a.png)](https://example.org/)', 'address is printed', 'a.png</a>'],
    ['[![a](https://example.org/a.png)](https://example.org/)', 'text alternative is printed', 'a</a>'],
    ['## b ![](https://example.org/a.png)\n\nc', 'left out', 'b</h3>'],
    ['## b ![a](https://example.org/a.png)\n\nc', 'text alternative is printed', 'ba</h3>'],
    ['b ![](file:///a.png)', 'left out', '<p>b</p>'],
    ['b ![a](file:///a.png)', 'text alternative is printed', 'ba</p>'],
  ])('%s: %s', (body, told, shown) => {
    const chapter = parse(body)
    const said = chapter.findings.filter(({ rule }) => rule === 'image-is-local')
    expect(said.map(({ message }) => message)).toEqual([expect.stringContaining(told)])
    expect(readable(chapter.html).replaceAll(' ', '')).toContain(shown.replaceAll(' ', ''))
  })

  it('says how many of many are left out', () => {
    const body = `${'![B](https://example.org/b.svg)\n'.repeat(4)}<img alt="" src="https://example.org/p.gif">`
    expect(parse(body).findings[0]?.message).toMatch(/^5 pictures.*; 1 that say nothing is left out\.$/)
  })

  it('each of three is told, of more the first with their number', () => {
    const badges = (count: number) =>
      Array.from({ length: count }, (_, n) => `![B${n}](https://example.org/${n}.svg)`)
    expect(found(parse(badges(3).join('\n')))).toHaveLength(3)
    expect(parse(badges(8).join('\n')).findings).toMatchObject([
      { severity: 'warning', message: expect.stringMatching(/^8 pictures/), place: { line: 4 } },
    ])
  })
})

describe('a picture of the publication that is named in another way', () => {
  it.each([
    ['![a](images/quay.jpg)', 'chapters/images/Quay.JPG', ['markup-is-exact@4']],
    ['![a](images/Quay.JPG?raw=true)', 'chapters/images/Quay.JPG', ['markup-is-exact@4']],
    ['![a](images/Quay.JPG)', 'chapters/images/Quay.JPG', []],
    ['![a](/img/map.png)', 'static/img/map.png', ['markup-is-exact@4']],
    ['![a](../../common/img/map.png)', 'static/img/map.png', ['markup-is-exact@4']],
    ['![a](/x.png)', undefined, ['image-exists@4']],
    ['![a](/nowhere.png)', undefined, ['image-exists@4']],
  ])('%s', (body, file, told) => {
    const chapter = parse(body, FILES)
    expect(chapter.images.map((image) => image.file)).toEqual(file ? [file] : [])
    expect(found(chapter)).toEqual(told)
    if (!file) expect(chapter.text.map(({ text }) => text)).toEqual(['a'])
  })

  it('stands in the text itself', () => {
    expect(parse(`![a](${PNG})`).images).toMatchObject([{ file: PNG, alt: 'a' }])
    expect(parse(`![a][i]\n\n[i]: <${PNG}>`).images).toHaveLength(1)
    expect(parse(`![a](${PNG.replace('data', 'DATA')})`).images).toMatchObject([{ file: PNG }])
    expect(html('![a](data:text/html,x)')).toBe('<p>a</p>')
  })
})
