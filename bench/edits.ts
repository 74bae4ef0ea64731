// What an author changes between two builds: one word in the middle of the book, or a page more in its first chapter.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Outline } from './original-files.ts'

/** The word that another one becomes: of everybody's language, so that no rule of writing has anything to say. */
const WORD = 'another'
const WORDS_A_PAGE = 330

/** Changes one word of running text in the file in the middle of the parts. Returns the file. */
export async function changeOneWord(root: string): Promise<string> {
  const files = await filesOfParts(root)
  const file = files[Math.floor(files.length / 2)]!
  await rewrite(join(root, file), (lines) => {
    const at = lines.findIndex((line) => WORD_IN_TEXT.test(line))
    if (at < 0) throw new Error(`${file} has no running text.`)
    return lines.with(at, lines[at]!.replace(WORD_IN_TEXT, `$1${WORD}`))
  })
  return file
}

/** About a page of the first chapter’s own paragraphs once more, at the head of its first section. Returns the file. */
export async function addOnePage(root: string): Promise<string> {
  const [file = ''] = await filesOfParts(root)
  await rewrite(join(root, file), (lines) => {
    const at = lines.findIndex((line) => line.startsWith('## '))
    const paragraphs = lines.map(withoutMarks).filter((line) => RUNNING_TEXT.test(line))
    if (at < 0 || paragraphs.length === 0) throw new Error(`${file} has no section of running text.`)
    const page: string[] = []
    for (let words = 0, next = 0; words < WORDS_A_PAGE; next++) {
      const paragraph = paragraphs[next % paragraphs.length]!
      words += paragraph.split(/\s+/).length
      page.push('', paragraph)
    }
    return lines.toSpliced(at + 1, 0, ...page)
  })
  return file
}

async function filesOfParts(root: string): Promise<readonly string[]> {
  const outline = parse(await readFile(join(root, 'publication.yaml'), 'utf8')) as Outline
  return (outline.parts ?? []).flatMap(({ files }) => files)
}

async function rewrite(path: string, change: (lines: string[]) => readonly string[]): Promise<void> {
  const text = await readFile(path, 'utf8')
  const [matter = ''] = /^---\n[\s\S]*?\n---\n/.exec(text) ?? []
  await writeFile(path, matter + change(text.slice(matter.length).split('\n')).join('\n'))
}

/** No note, word of the index or link is said twice. */
const withoutMarks = (line: string): string =>
  line.replace(/\[\^[^\]]*\]/g, '').replace(/:?\w*\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})/g, '$1')

/** Paragraphs are lines. */
const RUNNING_TEXT = /^[A-Z][A-Za-z0-9 ,.’“”–-]{80,}\.$/
/** Before anything that is no plain word. */
const WORD_IN_TEXT = /^([A-Z][A-Za-z0-9 ,.’-]* )(?!another\b)[a-z]{5,9}(?= [a-z])/
