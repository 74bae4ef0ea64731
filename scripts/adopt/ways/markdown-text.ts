// One file of Markdown → a text of the draft, as it stands: its front matter by key, its body, and all of it for the
// account of words.
import { tooLarge } from '../../ground/archives/folder-files.ts'
import { decodeText } from '../../ground/files/decode-text.ts'
import { MEGABYTE, MOST_BYTES_OF_TEXT } from '../../ground/limits.ts'
import { tangleIn } from '../../ground/tangle-in.ts'
import { splitFrontMatter } from '../../ground/yaml/split-front-matter.ts'
import { finding, hasErrors } from '../../rules/finding.ts'
import type { FileText, Given, Matter } from '../draft.ts'
import { matterOf } from '../matter-of.ts'
import { heldPictures } from './held-pictures.ts'
import { plainHeadings } from './plain-headings.ts'

/** Middleman's have a second ending, of the program that fills them in. */
export const IS_MARKDOWN = /\.(?:md|markdown|mdown|mkdn?|mdx|qmd|rmd)(?:\.(?:erb|njk|liquid|j2|jinja2?))?$/i

/** Throws ArchiveFault where it is too large. */
export async function markdownText(given: Given, name: string): Promise<FileText> {
  const place = { file: name }
  const read = decodeText(await given.files.read(name, MOST_BYTES_WITH_PICTURES))
  if ('problem' in read) return noText(name)
  const { text: original, made } = heldPictures(read.text.replace(/\r\n?/g, '\n'), name)
  if (original.length > MOST_BYTES_OF_TEXT) throw tooLarge(name, MOST_BYTES_OF_TEXT)
  const tangle = tangleIn(original)
  if (tangle) {
    const { line, ...facts } = tangle
    const left = finding('adopted-file-is-text', { ...place, line }, { problem: 'tangled', ...facts })
    return { text: undefined, made, findings: [left] }
  }
  const { matter, hasMatter, body, findings } = splitFrontMatter(original, name)
  // Front matter that nobody can read is left where it stands: `check` says what is wrong with it.
  const isRead =
    hasMatter && matter.document !== undefined && !hasErrors(findings) && !hasErrors(matter.findings)
  const told = read.coding
    ? [finding('adopted-file-is-text', place, { problem: 'coding', coding: read.coding })]
    : []
  return {
    text: {
      from: name,
      kind: 'chapter',
      isWhole: false,
      matter: isRead ? matterOf(matter.document) : {},
      markdown: plainHeadings(isRead ? bodyOf(body) : original),
      words: [],
      original,
      told: [
        ...[...original.matchAll(ATTRIBUTES)].map(([, attributes = '']) => attributes),
        ...(isRead
          ? (original.slice(0, original.length - body.trimStart().length).match(ESCAPED) ?? [])
          : []),
      ],
    },
    made,
    findings: told,
  }
}

/** Of a block, as in `::: details Title {open}`: they are no words. */
const ATTRIBUTES = /^[ \t>]*:{3,}[^\n{]{1,200}\{([^{}\n]{1,200})\}[ \t]*$/gm

/** A value with an escape: it is carried, or told, by what it stands for. */
const ESCAPED = /"(?:[^"\\\n]|\\.)*\\[a-z\\/](?:[^"\\\n]|\\.)*"/g

/** Of which no more than a text may be left when its pictures are files. */
const MOST_BYTES_WITH_PICTURES = 128 * MEGABYTE

const noText = (file: string): FileText => ({
  text: undefined,
  made: new Map(),
  findings: [finding('adopted-file-is-text', { file }, { problem: 'no-text' })],
})

/** Without the blanks that stand for front matter. */
const bodyOf = (body: string): string => body.replace(/^(?:[ \t\u200B\u2060\uFEFF]*\n)+/, '')

export const titleIn = (matter: Matter): string =>
  typeof matter.title === 'string' ? matter.title.trim() : ''
