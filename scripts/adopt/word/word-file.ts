// One Word file.
import { posix } from 'node:path'
import type { FileText, Given, WayIn } from '../draft.ts'
import { readWord } from './read-word.ts'
import { refuseOthers } from './refuse-others.ts'

const MOST_BYTES = 512 * 1024 * 1024
const IS_WORD = /\.(?:docx|docm|dotx|dotm)$/i
/** What other programs, and Word before 2007, write: it is told what to do with it. */
const IS_NEAR = /\.(?:doc|dot|odt|ott|fodt|rtf|pages|wpd|wps)$/i

export const wordFile: WayIn = {
  recognise: async ({ only = '' }) => IS_WORD.test(only) || IS_NEAR.test(only),
  read: async (given) => {
    const { text, publication = {}, ...rest } = await wordText(given, given.only ?? '')
    return { is: 'a Word file', publication, texts: text ? [text] : [], ...rest }
  },
}

/** Word keeps a file of its own beside one that is open: `~$draft.docx`. */
export const isWord = (name: string): boolean => IS_WORD.test(name) && !/^[~.]/.test(posix.basename(name))

/** Throws ArchiveFault where nothing can be read. */
export async function wordText(given: Given, name: string): Promise<FileText> {
  const bytes = await given.files.read(name, MOST_BYTES)
  refuseOthers(bytes)
  return readWord(bytes, name, given.questions)
}
