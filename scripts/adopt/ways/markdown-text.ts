// One file of Markdown → a text of the draft, as it stands: its front matter by key, its body, and all of it for the
// account of words.
import { decodeText } from '../../ground/files/decode-text.ts'
import { MOST_BYTES_OF_TEXT } from '../../ground/limits.ts'
import { splitFrontMatter } from '../../ground/yaml/split-front-matter.ts'
import type { Finding } from '../../model/finding.ts'
import { finding, hasErrors } from '../../rules/finding.ts'
import type { DraftText, Given, Matter } from '../draft.ts'
import { matterOf } from '../matter-of.ts'

export interface MarkdownText {
  /** Undefined where it cannot be read as a text; a finding says why. */
  readonly text: DraftText | undefined
  readonly findings: readonly Finding[]
}

export const IS_MARKDOWN = /\.(?:md|markdown|mdown|mkdn?|mdx|qmd|rmd)$/i

/** Throws ArchiveFault where it is too large. */
export async function markdownText(given: Given, name: string): Promise<MarkdownText> {
  const place = { file: name }
  const read = decodeText(await given.files.read(name, MOST_BYTES_OF_TEXT))
  if ('problem' in read)
    return { text: undefined, findings: [finding('adopted-file-is-text', place, { problem: 'no-text' })] }
  const original = read.text.replace(/\r\n?/g, '\n')
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
      markdown: isRead ? bodyOf(body) : original,
      words: [],
      original,
    },
    findings: told,
  }
}

/** Without the blanks that stand for front matter. */
const bodyOf = (body: string): string => body.replace(/^(?:[ \t\u200B\u2060\uFEFF]*\n)+/, '')

export const titleIn = (matter: Matter): string =>
  typeof matter.title === 'string' ? matter.title.trim() : ''
