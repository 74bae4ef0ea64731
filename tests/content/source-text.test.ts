// The text that is compared with the PDF comes from the Markdown, the page from the HTML. Here one is held against
// the other.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Element, Root, RootContent } from 'hast'
import rehypeRaw from 'rehype-raw'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { resolveSettings } from '../../scripts/build/resolve-settings.ts'
import { parseChapters } from '../../scripts/content/parse-chapters.ts'
import { readSources } from '../../scripts/content/read-sources.ts'
import type { Chapter } from '../../scripts/model/chapter.ts'
import { notesAtFoot } from '../../scripts/pages/notes-at-foot.ts'
import { htmlOf } from '../support/html.ts'
import { CASES } from './construct-cases.ts'
import { parse } from './parse.ts'

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

const squeezed = (text: string): string => text.replace(/[\s\u00a0]+/g, '')

const said = (chapter: Chapter): string => squeezed(chapter.text.map((one) => one.text).join(' '))

/** The text of a fragment outside `[data-made]`, slots left out. */
function printed(html: string): string {
  const tree = unified()
    .use(rehypeRaw)
    .runSync({ type: 'root', children: [{ type: 'raw', value: html }] } as Root) as Root
  return squeezed(textOf(tree).replace(/\uFDD0[^\uFDD1]*\uFDD1/g, ''))
}

function textOf(node: Root | RootContent): string {
  if (node.type === 'text') return node.value
  if (!('children' in node) || (node as Element).properties?.dataMade !== undefined) return ''
  return node.children.map(textOf).join('')
}

describe('the text of the source is the text of its HTML', () => {
  it.each(CASES)('%s', (_name, markdown) => {
    const chapter = parse(markdown)
    expect(said(chapter)).toBe(printed(chapter.html))
  })

  it('is not fooled by an empty fragment', () => {
    expect(printed('<p>a <b>b</b><i data-made="">c</i></p>')).toBe('ab')
    expect(said(parse('a *b*'))).toBe('ab')
  })

  it('leaves out what only a drawing shows, and keeps titles, captions and speakers', () => {
    const body = `:::chart{kind=counts title="T" question="Q" caption="C"}
| Label | People |
|---|---|
| unseen | 3 |
:::

:::quote{by="Ann" role="Post"}
“a”
:::

![alt](b.jpg "caption")
`
    expect(parse(body).text).toEqual([
      { line: 4, text: 'T' },
      { line: 4, text: 'Q' },
      { line: 4, text: 'C' },
      { line: 11, text: '“a”' },
      { line: 10, text: 'Ann, Post' },
      { line: 14, text: 'caption' },
    ])
  })

  it('puts notes last, in the order of their calls', () => {
    const body = 'a[^2] b[^1]\n\n[^1]: one\n\n[^2]: two\n\nc'
    expect(parse(body).text.map((one) => one.text)).toEqual(['a b', 'c', 'two', 'one'])
  })

  it('holds for every file of this publication', async () => {
    const { settings } = await resolveSettings({ root: ROOT })
    if (!settings) throw new Error('publication.yaml cannot be read')
    const { sources } = await readSources(settings)
    const chapters = await parseChapters(sources, settings, { remember: false })
    expect(chapters.length).toBeGreaterThan(30)
    for (const chapter of chapters) {
      const body = { type: 'root' as const, children: [...notesAtFoot(chapter)] }
      expect(said(chapter), chapter.file).toBe(printed(htmlOf(body)))
      if (chapter.matter.layout === 'text') expect(said(chapter).length, chapter.file).toBeGreaterThan(200)
    }
  })
})
