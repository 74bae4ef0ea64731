import { describe, expect, it } from 'vitest'
import { CASES } from './construct-cases.ts'
import { found, html, parse, parseFile } from './parse.ts'

describe('each construct of the dialect becomes its HTML', () => {
  it.each(CASES)('%s', (_name, markdown, expected) => {
    expect(html(markdown)).toBe(expected)
  })
})

describe('a file with raw HTML goes through the HTML parser, and nothing else of it changes', () => {
  const raw = '\n\nCO<sub>2</sub>\n'
  const tail = '<p>CO<sub>2</sub></p>'
  it.each(CASES)('%s', (_name, markdown, expected) => {
    const [before, notes = ''] = expected.split(/\n?(?=<div class="notes">)/)
    const pieces = [before, tail, notes].filter((piece) => piece !== '')
    expect(html(markdown + raw)).toBe(pieces.join('\n'))
  })
})

describe('what a chapter tells the other rooms', () => {
  it('numbers notes by their first call and links each call', () => {
    const text = html('a[^b] c[^a] d[^b]\n\n[^a]: one\n[^b]: two')
    expect(text).toContain(
      '<li id="barriers--note-1" data-means="note"><p>two <a class="back" data-made data-means="noteback" href="#barriers--call-1">↑</a> <a class="back" data-made data-means="noteback" href="#barriers--call-1-2">↑</a></p></li>',
    )
    expect(text).toContain('<a id="barriers--call-1-2" href="#barriers--note-1" data-means="noteref">1</a>')
    expect(text).toContain('<li id="barriers--note-2" data-means="note"><p>one ')
  })

  it('prints a note that only another note calls', () => {
    expect(parse('a[^1]\n\n[^1]: b[^2]\n\n[^2]: c').text.map((one) => one.text)).toEqual(['a', 'b', 'c'])
  })

  it('puts headings one level below the title of the file', () => {
    const chapter = parseFile('# Title\n\n## A\n\n### B\n\nb', { level: 1 })
    expect(chapter.headings).toEqual([
      { level: 2, text: 'A', id: 'barriers--a', line: 3 },
      { level: 3, text: 'B', id: 'barriers--b', line: 5 },
    ])
    expect(chapter.matter.title).toBe('Title')
    expect(chapter.html).not.toContain('Title')
    expect(chapter.findings).toEqual([])
  })

  it('keeps the line of every block', () => {
    expect(parse('## A\n\nb\n\n- c\n').html).toBe(
      '<h3 id="barriers--a" class="s1" data-src="4">A</h3>\n<p data-src="6">b</p>\n<ul>\n<li data-src="8">c</li>\n</ul>',
    )
  })

  it('lists exhibits in order, with what a chart shows', () => {
    const { exhibits } = parse('![a](b.jpg "c")\n\n:::chart{kind=share data=rings title="T"}\n:::\n')
    expect(exhibits.map(({ kind, id, caption }) => ({ kind, id, caption }))).toEqual([
      { kind: 'figure', id: 'barriers--figure-1', caption: 'c' },
      { kind: 'figure', id: 'barriers--figure-2', caption: 'T' },
    ])
    expect(exhibits[1]?.chart).toEqual({
      kind: 'share',
      title: 'T',
      question: '',
      caption: '',
      of: 40,
      accent: '',
      rows: [
        { label: 'Expect growth', note: '', count: 39, percent: '97.5%' },
        { label: 'Lack a policy', note: '', count: 17, percent: '42.5%' },
      ],
    })
  })

  it('reads label, count, share and note from the table of a chart', () => {
    const { exhibits } = parse(
      ':::chart{kind=counts title="T"}\n| L | P | S | N |\n|---|---|---|---|\n| A | 1,200 | 37.5% | all |\n:::',
    )
    expect(exhibits[0]?.chart?.rows).toEqual([
      { label: 'A', count: 1200, typed: '1,200', percent: '37.5%', note: 'all' },
    ])
  })

  it('lists links with their target, words and place', () => {
    expect(parse('a [b](05-survey.md#x%20y)').links).toEqual([
      { target: 'survey--xu20y', written: '05-survey.md#x%20y', text: 'b', line: 4, column: 3 },
    ])
  })

  it('lists pictures with the width at which they are printed', () => {
    const body = '![a](a.png)\n\n:::figure{wide}\n![b](b.png)\n:::\n\n:::plate\n![c](c.png)\n:::\n'
    expect(parse(body).images.map(({ file, widthMm }) => [file, widthMm])).toEqual([
      ['chapters/a.png', 127.5],
      ['chapters/b.png', 170],
      ['chapters/c.png', 170],
    ])
  })

  it('marks for the index: terms in the text, and who, where and with what of a case study', () => {
    const text = `---
title: Flickr
council: Dudley
place: Dudley
people:
  - name: Jason Whyley
    role: Officer
channels: [Flickr]
themes: [Pride]
index: [Titanic]
---
:index[an anchor]{as="Titanic > anchor; anchors"} and a hashtag
`
    const chapter = parseFile(text, {
      kind: 'case-study',
      file: 'case-studies/08-dudley-flickr.md',
      prefix: 'case-dudley-flickr',
    })
    expect(chapter.indexMarks.map(({ term, anchor }) => `${term} → ${anchor}`)).toEqual([
      'Titanic → case-dudley-flickr',
      'Dudley → case-dudley-flickr',
      'Whyley, Jason → case-dudley-flickr',
      'Flickr → case-dudley-flickr',
      'Pride → case-dudley-flickr',
      'Titanic > anchor → case-dudley-flickr--i1',
      'anchors → case-dudley-flickr--i1',
      'hashtag → case-dudley-flickr--i2',
    ])
  })

  it('wraps each section of a numbered layout, and leaves own pages and notes outside', () => {
    const text =
      '---\ntitle: T\nlayout: numbered\n---\nFirst[^1].\n\n## A\n\na\n\n:::landscape\nb\n:::\n\n## B\n\nc\n\n[^1]: d'
    const shape = parseFile(text).html.replace(/ (?:id|href|data-src|data-made)="[^"]*"/g, '')
    expect(shape).toContain(
      '<div class="item"><p class="item-number">1</p><div class="item-body"><h3 class="s1">A</h3><p>a</p></div></div>',
    )
    expect(shape).toContain(
      '</div>\n<div data-landscape="" class="landscape"><p>b</p></div>\n<div class="item"><p class="item-number">2</p>',
    )
    expect(shape).toMatch(/<p>c<\/p><\/div><\/div>\n<div class="notes">/)
  })

  it('says nothing about a text that has no faults', () => {
    expect(found(parse('## A\n\nb [c](05-survey.md) 97.5% at 9:30am.\n'))).toEqual([])
  })
})
