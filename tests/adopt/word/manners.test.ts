import type { Element, Nodes } from 'hast'
import { describe, expect, it } from 'vitest'
import type { Book } from '../../../scripts/model/book.ts'
import { checkedPublication } from '../../support/build-publication.ts'
import { publicationFolder } from '../../support/publication-folder.ts'
import { docxOf } from './docx-of.ts'
import { MANNERS } from './manners.ts'
import { readBytes } from './read.ts'

const NAMED = /^(?:strong|em|mark|sub|sup|del|figcaption|caption|pre)$/

/** The structure of what is printed, in the words of `has`. */
function structureOf(node: Nodes, depth = 0): string[] {
  if (node.type !== 'element')
    return 'children' in node ? node.children.flatMap((child) => structureOf(child, depth)) : []
  const { tagName, properties } = node
  const isList = tagName === 'ul' || tagName === 'ol'
  const inner = node.children.flatMap((child) => structureOf(child, isList ? depth + 1 : depth))
  return [...own(node, String(properties.className ?? ''), depth), ...inner]
}

function own(node: Element, classes: string, depth: number): string[] {
  const { tagName, properties } = node
  if (/^h[1-6]$/.test(tagName)) return [`${tagName} ${wordsIn(node)}`]
  if (NAMED.test(tagName))
    return /call|fig-number/.test(classes)
      ? /call/.test(classes)
        ? ['note']
        : []
      : [`${tagName} ${wordsIn(node).replace(/^(?:Figure|Table) \d+ /, '')}`]
  if (tagName === 'blockquote' || tagName === 'aside') return [`${tagName} ${wordsIn(node)}`]
  if (tagName === 'th' || tagName === 'td')
    return [`${tagName} ${properties.colSpan ?? 1}x${properties.rowSpan ?? 1} ${wordsIn(node)}`]
  if (tagName === 'li') return [`li ${depth} ${wordsIn(node, /^(?:ul|ol)$/)}`]
  if (tagName === 'ol') return [`ol ${properties.start ?? 1}`]
  if (tagName === 'img') return [`img ${properties.alt}`]
  if (tagName === 'a') return [`a ${String(properties.href).replace(/^#m-\d+--/, '#')}`]
  if (tagName === 'annotation') return [`math ${wordsIn(node)}`]
  return properties.lang ? [`lang ${properties.lang} ${wordsIn(node)}`] : []
}

const wordsIn = (node: Nodes, without = /^$/): string =>
  node.type === 'text'
    ? node.value
    : 'children' in node
      ? node.children
          .filter((child) => child.type !== 'element' || !without.test(child.tagName))
          .map((child) => wordsIn(child, without))
          .join('')
          .trim()
      : ''

const NAMES = Object.keys(MANNERS)

async function bookOf(): Promise<Book> {
  const files: Record<string, string | Uint8Array> = {
    'publication.yaml': 'title: Manners\nlanguage: en-GB\naccessibility: reported\n',
  }
  for (const [index, name] of NAMES.entries()) {
    const { markdown, made, lost } = await readBytes(docxOf(MANNERS[name]!.docx), `m${index}.docx`)
    expect(`${name}: ${lost.join(' | ')}`).toBe(`${name}: `)
    files[`chapters/${String(index + 1).padStart(2, '0')}-m.md`] =
      `---\ntitle: M${index}\n---\n\n${lowered(markdown)}`
    for (const [file, bytes] of made) files[`chapters/${file}`] = bytes
  }
  const checked = await checkedPublication(await publicationFolder(files))
  if (!('book' in checked)) throw new Error(JSON.stringify(checked.findings))
  return checked.book
}

const lowered = (markdown: string): string => markdown.replace(/^(?=#{1,5} )/gm, '#')

describe('Word files in the manner of Word, Google Docs, LibreOffice and Pandoc', () => {
  it('keep every word and all of the structure that they are looked at for', async () => {
    const book = await bookOf()
    const missing: string[] = []
    for (const [index, name] of NAMES.entries()) {
      const chapter = book.chapters[index]
      const got = chapter ? structureOf(chapter.body) : []
      for (const one of MANNERS[name]!.has) {
        const at = got.indexOf(one)
        if (at < 0) missing.push(`${name}: ${one} `)
        else got.splice(at, 1)
      }
    }
    expect(NAMES.length).toBeGreaterThanOrEqual(20)
    expect(missing).toEqual([])
  })
})
