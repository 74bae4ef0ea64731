// Trees as HTML, in which slots are spelt between two noncharacters, and back.
import type { Root } from 'hast'
import { changeTree } from '../../scripts/ground/html/change-tree.ts'
import { readHtml, writeHtml } from '../../scripts/ground/html/html-text.ts'
import { chartSlot, numberSlot, referenceSlot, type Slot, slotOf } from '../../scripts/ground/html/slot.ts'
import type { Chapter } from '../../scripts/model/chapter.ts'

export const slot = (name: Slot['kind'], value: string): string => `\uFDD0${name}:${value}\uFDD1`

export const htmlOf = (tree: Root): string =>
  writeHtml(
    changeTree(tree, (node) => {
      const found = slotOf(node)
      if (!found) return node
      const value = 'of' in found ? found.of : String(found.index)
      return { type: 'text', value: slot(found.kind, value) }
    }),
  )

export const treeOf = (html: string): Root =>
  changeTree(readHtml(html), (node) => {
    if (node.type !== 'text' || !node.value.includes('\uFDD0')) return node
    return node.value.split(/(\uFDD0[^\uFDD1]*\uFDD1)/).map((part) => {
      const [, name, value = ''] = /^\uFDD0(\w+):(.*)\uFDD1$/.exec(part) ?? []
      if (name === undefined) return { type: 'text' as const, value: part }
      if (name === 'reference') return referenceSlot(value, false)
      return name === 'number' ? numberSlot(value) : chartSlot(Number(value))
    })
  })

/** A chapter with its trees as HTML beside them. */
export const withHtml = (chapter: Chapter) => ({
  ...chapter,
  html: htmlOf(chapter.body),
  ...(chapter.titleBody ? { titleHtml: htmlOf(chapter.titleBody) } : {}),
  ...(chapter.standfirstBody ? { standfirstHtml: htmlOf(chapter.standfirstBody) } : {}),
})
