import { describe, expect, it } from 'vitest'
import { found, html, parse } from '../parse.ts'

const figure = (alt: string, caption = '', more = '', width = ''): string =>
  `<figure role="group" class="fig picture${more}"><div class="fig-body"><img src="chapters/a.png" alt="${alt}"${width && ` data-width="${width}"`}></div>${caption && `<figcaption><span class="caption">${caption}</span></figcaption>`}</figure>`

describe('small syntax of other tools is done where its meaning is plain', () => {
  it.each([
    ['a ==b **c**== d', '<p>a <mark>b <strong>c</strong></mark> d</p>'],
    ['H~2~O and x^2^, 1^st^', '<p>H<sub>2</sub>O and x<sup>2</sup>, 1<sup>st</sup></p>'],
    ['a :tada: :+1: b', '<p>a 🎉 👍 b</p>'],
    ['**Note:**see', '<p><strong>Note:</strong>see</p>'],
    ['## H~2~O {.x}\n\na', '<h3 id="barriers--h2o" class="s1">H<sub>2</sub>O</h3>\n<p>a</p>'],
    ['## Cost {#money .x}\n\na', '<h3 id="barriers--money" class="s1">Cost</h3>\n<p>a</p>'],
    ['## 1. Cost {#1.-cost}\n\na', '<h3 id="barriers--1.-cost" class="s1">1. Cost</h3>\n<p>a</p>'],
    ['## Kosten {#größe}\n\na', '<h3 id="barriers--gruf6udfe" class="s1">Kosten</h3>\n<p>a</p>'],
    ['[Leave]{.smallcaps} is [*28* days]{.x} long', '<p>Leave is <em>28</em> days long</p>'],
    ['[a *b*]{#y}', '<p><span id="barriers--y"></span>a <em>b</em></p>'],
    ['[mot]{lang=fr .x}', '<p><span lang="fr" role="generic">mot</span></p>'],
    ['::: {lang=fr}\nLe *mot*.\n:::', '<p><span lang="fr" role="generic">Le <em>mot</em>.</span></p>'],
    [
      '- a\n\n  ::: {#y lang="de-AT"}\n  Wort\n  :::',
      '<ul>\n<li>\n<p>a</p>\n<p><span id="barriers--y"></span><span lang="de-AT" role="generic">Wort</span></p>\n</li>\n</ul>',
    ],
    ['a.^2^ ^b^', '<p>a.<sup>2</sup> <sup>b</sup></p>'],
    ['Term\n  ~ Meaning', '<dl class="terms"><dt>Term</dt><dd><p>Meaning</p></dd></dl>'],
    ['a\n[b [c](https://a.org)]{.x}', '<p>a\nb <a href="https://a.org" class="external">c</a></p>'],
    ['## Cost {-}\n\na', '<h3 id="barriers--cost" class="s1">Cost</h3>\n<p>a</p>'],
    [
      '[the site](https://a.org){.btn target="_blank"} `c`{.js} **b**{.x}',
      '<p><a href="https://a.org" class="external">the site</a> <code>c</code> <strong>b</strong></p>',
    ],
    ['a\n{: .lead}\n\n{: .x}\nb\n\n{:.no_toc}', '<p>a</p>\n<p>b</p>'],
    ['{#id}*w*', '<p>{#id}<em>w</em></p>'],
    [
      '```{.python .numberLines}\na\n```',
      '<pre data-first="1"><code class="language-python">a\n</code></pre>',
    ],
    ['a\n\n\\newpage\n\nb', '<p>a</p>\n<div class="page-break"></div>\n<p>b</p>'],
    ['a\n\n{pagebreak}\n\nb', '<p>a</p>\n<div class="page-break"></div>\n<p>b</p>'],
    ['a\n\n<!-- pagebreak -->\n\nb', '<p>a</p>\n<div class="page-break"></div>\n<p>b</p>'],
    [
      'a\n\n<div style="page-break-after: always"></div>\n\nb',
      '<p>a</p>\n<div class="page-break"></div>\n<p>b</p>',
    ],
    ['a\n\n<!-- truncate -->\n\n<!--more-->\n\nb', '<p>a</p>\n<p>b</p>'],
  ])('%s', (written, expected) => {
    expect(html(written)).toBe(expected)
    expect(parse(written).findings).toEqual([])
  })

  it('a note in the line is a note, and keeps its place', () => {
    const page = html('a^[b *c*] d^[the second]')
    expect(page).toContain('<p>b <em>c</em> <a class="back"')
    expect(page).toContain('id="barriers--note-2"')
    expect(found(parse('a\nb^[see [x](y.md) there]'))).toEqual(['link-resolves@5'])
  })

  it.each(['[TOC]', '[[toc]]', '[[_TOC_]]', '\\tableofcontents', '{:toc}', '\u0024{toc}', '* TOC\n{:toc}'])(
    '%s is left out',
    (mark) => {
      expect(html(`a\n\n${mark}\n\nb`)).toBe('<p>a</p>\n<p>b</p>')
      expect(found(parse(`a\n\n${mark}\n\nb`))).toEqual(['markup-is-exact@6'])
    },
  )

  it.each([
    ['~40 people and ~20 more', '<p>~40 people and ~20 more</p>'],
    ['at 10:30:00, a:b:c, :nothing:', '<p>at 10:30:00, a:b:c, :nothing:</p>'],
    ['`==a==` `:tada:` `x^2^`', '<p><code>==a==</code> <code>:tada:</code> <code>x^2^</code></p>'],
    ['a == b == c', '<p>a == b == c</p>'],
    ['x^[1]', '<p>x^[1]</p>'],
    ['\\==a== \\:tada: x\\^2^', '<p>==a== :tada: x^2^</p>'],
    ['a]{.x} b', '<p>a]{.x} b</p>'],
    ['set {a, b} and {x}', '<p>set {a, b} and {x}</p>'],
  ])('%s stays', (written, expected) => expect(html(written)).toBe(expected))
})

describe('a picture with a line to itself is a figure', () => {
  it.each([
    ['![b](a.png)\n*Figure 1: c*', figure('b', 'Figure 1: c')],
    ['![b](a.png)  \nFig. 2 c', figure('b', 'Fig. 2 c')],
    ['> ![b](a.png)\n> *Figure 1: c*\n> — D', undefined],
    ['Intro:\n![b](a.png)', `<p>Intro:</p>\n${figure('b')}`],
    ['![b](a.png) ![c](a.png)\n![d](a.png)', [figure('b'), figure('c'), figure('d')].join('\n')],
    [
      '![b](a.png)\nBy [Ann](https://a.org)',
      `${figure('b')}\n<p>By <a href="https://a.org" class="external">Ann</a></p>`,
    ],
    ['![b](a.png){width=50%}', figure('b', '', ' w50', '63.75mm')],
    ['![b](a.png){place=here}', figure('b', '', ' here')],
    ['![b](a.png){place=float}', figure('b')],
    ['![b](a.png =300x200)', figure('b', '', ' w60', '79.38mm')],
    ['![b](a.png =50%x)', figure('b', '', ' w50', '63.75mm')],
    ['- ![b](a.png)\n  *Figure 3 c*', `<ul>\n<li>\n${figure('b', 'Figure 3 c')}\n</li>\n</ul>`],
    ['a ![b](a.png) c', '<p>a <img src="chapters/a.png" alt="b" class="inline"> c</p>'],
  ])('%s', (written, expected) => {
    if (expected) expect(html(written)).toBe(expected)
    else expect(html(written)).toContain('<figure')
  })

  it('numbered by us where its caption has no number', () => {
    expect(html('![b](a.png)\n*The quay*')).toContain(
      'Figure ⟨number:barriers--figure-1⟩</span> <span class="caption">The quay</span>',
    )
  })

  it('with its link', () => {
    expect(html('[![b](a.png)](https://a.org)')).toContain(
      '<div class="fig-body"><a href="https://a.org" class="external"><img src="chapters/a.png" alt="b"></a></div>',
    )
    expect(parse('[![b](a.png)](05-survey.md)').links.map(({ target }) => target)).toEqual(['survey'])
    expect(found(parse('[![b](a.png)](nowhere.md)'))).toEqual(['link-resolves@4'])
    expect(found(parse('[![b](a.png)](javascript:x)'))).toEqual(['link-is-safe@4'])
  })
})
