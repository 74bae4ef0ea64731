// `![The quay](my pictures/quay in spring.jpg)`: with a blank in it an address is none for Markdown. It is one where
// a picture or a file of the book is meant, and the signs would otherwise be printed. `[text] (address)` and
// `(text)[address]` likewise.
import { addressMeant, isPicture, type KnownFiles } from '../known-files.ts'
import { type Prose, proseOf } from '../prose.ts'
import { type Reading, type Respelling, readAs } from '../respell.ts'

const LABEL = String.raw`\[((?:[^[\]]|\[[^[\]]{0,200}\]){0,500})\]`
const INSIDE = String.raw`\(((?:[^()\n]|\([^()\n]{0,300}\)){1,600})\)`
const WRITTEN = new RegExp(`(!?)${LABEL}([ \\t]?)${INSIDE}`, 'g')
const TURNED = /(?<![\w\]!])\(([^()\n]{1,300})\)\[(https?:\/\/[^\s[\]]{1,500})\]/g
const DEFINED = /^( {0,3}\[[^[\]\n]{1,200}\]:[ \t]+)([^\n<]{1,500}?)[ \t]*$/gm
const TITLED = /^(.*?)(?:[ \t]+("[^"]*"|'[^']*'))?(?:[ \t]+=(\d*%?)x\d*%?)?$/

export function spacedNames({ tree, text }: Reading, known: KnownFiles): Respelling[] {
  if (!/\]\s?\(|\)\[|\]:/.test(text)) return []
  return proseOf(tree, text).flatMap((prose) => [
    ...written(prose, text, known),
    ...turned(prose, text),
    ...defined(prose, text, known),
  ])
}

function written({ shown, start }: Prose, text: string, known: KnownFiles): Respelling[] {
  if (!shown.includes('(')) return []
  return [...shown.matchAll(WRITTEN)].flatMap(
    ({ 0: whole, 1: mark, 2: label = '', 3: gap = '', index }): Respelling[] => {
      const from = start + index
      const to = from + whole.length
      const opens = from + (mark ?? '').length + label.length + 2 + gap.length
      const [, address = '', title = '', size] = TITLED.exec(text.slice(opens + 1, to - 1).trim()) ?? []
      const meant = mark
        ? pictureMeant(address)
        : gap && isNamed(text, from)
          ? undefined
          : addressMeant(address, known)
      // What has neither a gap nor a blank is no link for another reason.
      // Between angle brackets it has its form already.
      if (
        meant === undefined ||
        /[<>]/.test(meant) ||
        (gap === '' && size === undefined && !/\s/.test(address))
      )
        return []
      const becomes = `(${/[\s()]/.test(meant) ? `<${meant}>` : meant}${title ? ` ${title}` : ''})${mark ? widthOf(size) : ''}`
      const edit = { start: opens - gap.length, end: to, becomes: [becomes] }
      return [{ edits: [edit], told: readAs(text.slice(edit.start, to), becomes) }]
    },
  )
}

/** `=300x200` of HackMD and others; the height follows from the width. */
const widthOf = (size = ''): string => (size === '' ? '' : `{width=${size}${size.endsWith('%') ? '' : 'px'}}`)

const pictureMeant = (address: string): string | undefined =>
  isPicture(address) && !/[<>]/.test(address) ? address : undefined

/** `array[index] (see #4)`: brackets behind a word are no link text. */
const isNamed = (text: string, at: number): boolean => /[\w\])]/.test(text.charAt(at - 1))

function turned({ shown, start }: Prose, text: string): Respelling[] {
  if (!shown.includes(')[')) return []
  return [...shown.matchAll(TURNED)].map(({ 0: whole, 1: words = '', 2: address = '', index }) => {
    const from = start + index
    const stretch = { start: from + 1, end: from + 1 + words.length }
    const end = from + whole.length
    const meant = `[${text.slice(stretch.start, stretch.end)}](${address})`
    return {
      edits: [{ start: from, end, becomes: ['[', stretch, `](${address})`] }],
      told: readAs(text.slice(from, end), meant),
    }
  })
}

/** `[plan]: my pictures/plan.jpg`, to which references lead. */
function defined({ shown, start, node }: Prose, text: string, known: KnownFiles): Respelling[] {
  if (node.type !== 'paragraph' || !shown.includes(']:')) return []
  return [...shown.matchAll(DEFINED)].flatMap(({ 1: head = '', 2: rest = '', index }): Respelling[] => {
    const from = start + index + head.length
    const [, address = '', title = ''] = TITLED.exec(text.slice(from, from + rest.length)) ?? []
    const meant = isPicture(address) ? address : addressMeant(address, known)
    if (meant === undefined || !/\s/.test(address) || head.trimStart().startsWith('[^')) return []
    const becomes = `<${meant}>${title ? ` ${title}` : ''}`
    const edit = { start: from, end: from + rest.length, becomes: [becomes] }
    return [{ edits: [edit], told: readAs(rest, becomes) }]
  })
}
