import { describe, expect, it } from 'vitest'
import { found, parse, parseFile } from './parse.ts'

describe('each rule about a text names the line that breaks it', () => {
  it.each([
    ['heading-levels-in-order@6', '## A\n\n#### B\n\nb'],
    ['heading-levels-in-order@4', '### A\n\nb'],
    ['heading-levels-in-order@6', 'a\n\n# A second title\n\nb'],
    ['heading-has-words@6', 'a\n\n## <!-- b -->\n\nb'],
    ['anchor-is-unique@8', '## A {#x}\n\nb\n\n## B {#x}\n\nb'],
    ['anchor-is-unique@8', ':::note{#x}\na\n:::\n\n:::note{#x}\nb\n:::'],
    ['anchor-is-unique@7', '## Cost {#x}\n\n:::figure{#x}\n![a](b.jpg)\n:::'],
    ['note-resolves@5', 'a\nb[^x]'],
    ['note-resolves@6', 'a\n\n[^x]: never called'],
    ['link-is-safe@4', '[a](javascript:alert(1))'],
    ['link-resolves@4', '[the chapter](03-nothing.md)'],
    ['link-resolves@4', '[the data](../data/survey.yaml)'],
    ['path-stays-inside@4', '[the file](../../other/a.md)'],
    ['link-resolves@4', '[the file](/etc/passwd)'],
    ['link-says-where@4', '[Click here!](05-survey.md)'],
    ['link-says-where@4', 'see [here](05-survey.md)'],
    ['link-says-where@4', '[https://example.org/page](https://example.org/other)'],
    ['link-says-where@4', '[](https://example.org/page)'],
    ['image-has-alt@4', '![](a.jpg)'],
    ['image-is-local@4', '![a](https://example.org/a.jpg)'],
    ['image-is-local@4', '![a](data:image/gif;base64,AAAA)'],
    ['image-is-local@4', '![a](//example.org/a.jpg)'],
    ['path-stays-inside@4', '![a](../../a.jpg)'],
    ['image-exists@4', '![a](/a.jpg)'],
    ['path-stays-inside@4', '![a](%2e%2e/%2e%2e/a.jpg)'],
    ['table-has-header@4', '| | |\n|---|---|\n| a | b |\n| c | d |'],
    ['table-has-header@4', '| | |\n|---|---|\n| **a** | b |\n| c | **d** |'],
    ['quotation-has-source@4', ':::quote\na\n:::'],
    ['quotation-has-source@4', '> a'],
    ['html-is-allowed@5', 'a\n<script>b</script>'],
    ['html-can-be-printed@4', 'a <iframe src="https://example.org/"></iframe>'],
    ['tag-is-html@5', 'a\nList<String> and Map<K>'],
    ['table-has-header@4', '<table><tr><td>a<td>b<tr><td>c<td>d</table>'],
    ['quotation-has-source@6', 'Text.\n\n> We did it.\n>\n> All of it.'],
    ['html-is-allowed@4', '<abbr onclick="x()">b</abbr>'],
    ['percentage-has-source@5', 'a 97.5%\nb 12%'],
    ['percentage-has-source@4', 'up by 190 per cent'],
    ['link-resolves@4', '[A link]()'],
    ['link-resolves@4', '[A link](#)'],
    ['directive-is-complete@4', ':::chart{data=constructor kind=counts title="A"}\n:::'],
    ['percentage-has-source@6', '| A | B |\n|---|---|\n| 12% | b |'],
  ])('%s: %s', (expected, markdown) => {
    expect(found(parse(markdown))).toEqual([expected])
  })

  it('reports the percentages of a case study’s front matter', () => {
    const text =
      '---\ntitle: T\nfigures:\n  - value: 12%\n    label: more\nsummary: Of all, 35% and 13% did.\n---\na\n'
    const chapter = parseFile(text, { kind: 'case-study', file: 'case-studies/08-dudley-flickr.md' })
    expect(found(chapter)).toEqual(['percentage-has-source@3', 'percentage-has-source@6'])
  })

  it('says nothing of colons that a backslash says are meant', () => {
    const { findings } = parse('\\::: note\n\nA line\n\n\\:::callout Title\n')
    expect(findings).toEqual([])
  })

  it('says nothing about percentages when the publication keeps none in data/', () => {
    const chapter = parse('12%', { data: { figures: {}, questions: {}, lists: {}, percentages: [] } })
    expect(found(chapter)).toEqual([])
  })

  it('knows a percentage however it is written', () => {
    expect(found(parse('35%, 35.0%, 35 % and 97.5 per cent; 37,5 % and 37·5%; `12%` in code'))).toEqual([])
  })

  it('suggests the file that was meant', () => {
    const { findings } = parse('[Dudley on Flickr](../case-studies/08-dudley-flicker.md)')
    expect(findings[0]?.mend).toBe('Did you mean `../case-studies/08-dudley-flickr.md`?')
  })
})

describe('links that would run or read something are refused in every disguise', () => {
  it.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](&#106;avascript:alert(1))',
    '[a](java&Tab;script:alert(1))',
    '[a](<java&NewLine;script:alert(1)>)',
    '[a](&#x1;javascript:alert(1))',
    '[a](java&shy;script:alert(1))',
    '[a](vbscript:x)',
    '[a](file:///etc/passwd)',
    '[a](data:text/html,x)',
    '[a](///evil.example)',
    '[a](\\\\\\\\evil.example)',
    '[a](blob:x)',
    '<javascript:alert(1)>',
    '[a][b]\n\n[b]: javascript:alert(1)',
  ])('%s', (markdown) => {
    const chapter = parse(markdown)
    expect(found(chapter).join()).toMatch(/link-is-safe@4|link-resolves@4/)
    expect(chapter.html).not.toMatch(/href/i)
    expect(chapter.html).toContain('>')
  })
})

describe('HTML that can do harm leaves nothing behind', () => {
  it.each([
    ['<script>alert(1)</script>', ''],
    ['a <script>alert(1)</script> b', 'ab'],
    ['<SCRIPT SRC=//x></SCRIPT>', ''],
    ['<style>p{color:red}</style>', ''],
    ['a <iframe src="x">b</iframe> c', 'axbc'],
    ['<base href="https://evil.example/">', ''],
    ['<meta http-equiv=refresh content=0>', ''],
    ['<link rel=stylesheet href=x>', ''],
    ['<svg><a onload=x>b</a></svg>', 'b'],
    ['<a href="javascript:alert(1)">b</a>', 'b'],
    ['<a href="java&#10;script:alert(1)">b</a>', 'b'],
    ['<iframe srcdoc="<p onclick=x>b"></iframe>', ''],
    ['<object data="data:text/html,x"></object>', ''],
    ['<math><mi xlink:href="data:x">b</mi></math>', 'b'],
    ['<form action="//x"><button formaction="//x">b</button></form>', 'b'],
    ['<p style="x">a</p>', 'a'],
    ['<div data-made id=x>a</div>', 'a'],
    ['<sub onmouseover="x">a</sub>', 'a'],
    ['<abbr title="&#xFDD0;chart:0&#xFDD1;">a</abbr>', 'a'],
    ['<cite>&#xFDD0;chart:0&#64977;</cite>', '�chart:0�'],
    ['<dl><dt>&#xFDD0;chart:0&#64977;</dt></dl>', 'chart:0'],
    ['&#xFDD0;chart:0&#xFDD1;', '�chart:0�'],
    ['<?php echo 1 ?>', '&#x3C;?phpecho1?>'],
    ['<!DOCTYPE html>', ''],
    ['</p></div><b>a', 'a'],
    ['<sub>a', 'a'],
    ['<x-y>a</x-y>', '&#x3C;x-y>a&#x3C;/x-y>'],
    ['<plaintext>a', 'a'],
    ['<template><p>a</p></template>', 'a'],
    ['<!-- a --!> b -->', ''],
  ])('%s', (markdown, text) => {
    const { html } = parse(markdown)
    expect(html.replace(/<[^>]*>/g, '').replace(/\s/g, '')).toBe(text)
    expect(html).not.toMatch(
      /script|style|iframe|<base|<meta|<link|<img|<svg|\son|\ssrc=|<div|\uFDD0|\uFDD1/i,
    )
  })

  it('a picture keeps its address and nothing else', () => {
    expect(parse('a <b <img src=x onerror=alert(1) style="x" srcset=y alt=z>c').html).toBe(
      '<p data-src="4">a &#x3C;b <img src="chapters/x" alt="z" data-src="4" class="inline">c</p>',
    )
  })

  it('takes no slot from attributes of a block', () => {
    const { html } = parse(':::quote{by="&#xFDD0;chart:0&#xFDD1;"}\na\n:::')
    expect(html).toContain('<b>chart:0</b>')
  })

  it('takes no slot from front matter', () => {
    expect(parseFile('---\ntitle: "\\uFDD0chart:0\\uFDD1 \\x07"\n---\na\n').matter.title).toBe('chart:0')
  })
})
