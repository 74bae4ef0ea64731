// `[[Page]]`, `[[Page#Heading|words]]` and `![[quay.jpg|What it shows]]` of Obsidian and wikis, where a file fits.
// Any other is told as a link of a wiki, and printed as it stands.
import { posix } from 'node:path'
import { nameOf } from '../../../ground/anchors.ts'
import { findFile } from '../../links/find-file.ts'
import { isPicture, type KnownFiles } from '../known-files.ts'
import { proseOf } from '../prose.ts'
import { type Reading, type Respelling, readAs } from '../respell.ts'

const WIKI = /(!?)\[\[([^[\]|\n]{1,300})(?:\\?\|([^[\]\n]{0,300}))?\]\]/g

export function wikiLinks({ tree, text }: Reading, known: KnownFiles): Respelling[] {
  if (!text.includes('[[')) return []
  return proseOf(tree, text).flatMap(({ shown, start }) =>
    [...shown.matchAll(WIKI)].flatMap(({ 0: whole, 1: mark = '', index }): Respelling[] => {
      const from = start + index
      const typed = text.slice(from, from + whole.length)
      const [name = '', ...others] = typed.slice(mark.length + 2, -2).split(/\\?\|/)
      const becomes = mark
        ? pictureOf(name.trim(), others, known)
        : linkTo(name.trim(), others.join('|'), known)
      if (becomes === undefined) return []
      const edit = { start: from, end: from + whole.length, becomes: [becomes] }
      return [{ edits: [edit], told: readAs(typed, becomes) }]
    }),
  )
}

function linkTo(name: string, words: string, known: KnownFiles): string | undefined {
  const [path = '', heading = ''] = name.split('#', 2)
  const place = heading.trim() === '' ? '' : `#${nameOf(heading.trim())}`
  const file = path.trim() === '' ? '' : pathTo(path.trim(), known)
  if (file === undefined || (file === '' && place === '')) return undefined
  const shown = words.trim() || heading.trim() || posix.basename(path.trim()).replace(/\.md$/i, '')
  return `[${shown}](<${file}${place}>)`
}

/** A number behind the bar is a width; Obsidian takes other words for what the picture shows. */
function pictureOf(name: string, others: readonly string[], known: KnownFiles): string | undefined {
  const file = isPicture(name) ? pathTo(name, known) : undefined
  const alt = others.find((one) => !/^\s*\d+(?:x\d+)?\s*$/.test(one))?.trim() ?? ''
  const width = others.map((one) => /^\s*(\d+)/.exec(one)?.[1]).find((one) => one !== undefined)
  return file && `![${alt}](<${file}>)${width ? `{width=${width}px}` : ''}`
}

/** From the folder of the text. */
function pathTo(path: string, known: KnownFiles): string | undefined {
  const found = findFile(path, known.file, known)
  if (found?.kind !== 'text' && found?.kind !== 'file') return undefined
  return posix.relative(posix.dirname(known.file), found.file)
}
