// What the bookmarks must be: every heading in the order of print, at its depth in the book.

import type { Nodes, Root } from 'hast'
import { hasClass, isElement, textProperty } from '../ground/html/change-tree.ts'
import { withoutSoftHyphens } from '../ground/language/without-soft-hyphens.ts'
import type { BookHeading, Section } from '../model/book.ts'
import type { Chapter } from '../model/chapter.ts'
import type { Settings } from '../model/settings.ts'
import { partLabel } from './words.ts'

export function listHeadings(
  sections: readonly Section[],
  chapters: readonly Chapter[],
  settings: Settings,
): readonly BookHeading[] {
  const begun = new Set<number>()
  return sections.flatMap((section) => {
    if (section.kind === 'title-page') return [{ level: 1, text: section.title, id: section.id, line: 1 }]
    if (section.kind === 'contents') return [{ level: 1, text: section.title, id: section.id, line: 1 }]
    const part = begun.has(section.part) ? [] : partHeading(section, settings)
    begun.add(section.part)
    if (section.kind === 'part') return part
    const chapter = chapters[section.chapter ?? -1]
    if (!chapter) return []
    const title = {
      level: chapter.level,
      text: withoutSoftHyphens(section.title),
      ...heardIn(chapter.titleBody),
      id: chapter.prefix,
      line: chapter.matter.lines.title ?? 1,
    }
    const below = chapter.headings.filter((heading) => heading.id !== chapter.prefix)
    return [...part, ...[title, ...below].map((heading) => ({ ...heading, file: chapter.file }))]
  })
}

/** A title with a formula or a citation in it, as it is read aloud; the calls of its notes are no words of it. */
function heardIn(title: Root | undefined): { readonly heard?: string } {
  let saysMore = false
  const words = (node: Nodes): string => {
    if (node.type === 'text') return node.value
    if (!('children' in node) || (isElement(node) && hasClass(node, 'call'))) return ''
    if (isElement(node) && node.properties.dataMeans === 'formula') {
      saysMore = true
      return textProperty(node, 'ariaLabel') ?? ''
    }
    if (isElement(node) && hasClass(node, 'cite')) saysMore = true
    return node.children.map(words).join('')
  }
  const heard = title ? words(title).trim() : ''
  return saysMore ? { heard } : {}
}

/** A part without a divider has its heading above that of its first chapter. */
function partHeading(section: Section, settings: Settings): readonly BookHeading[] {
  const part = settings.publication.parts[section.part - 1]
  if (!part) return []
  const text = `${partLabel(settings, section.part)}: ${part.title}`
  return [{ level: 1, text, id: `part-${section.part}`, line: 1 }]
}
