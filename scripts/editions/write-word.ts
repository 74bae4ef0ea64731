import { join } from 'node:path'
import { isFit } from '../build/is-fit.ts'
import { publish } from '../build/publish.ts'
import type { Stages } from '../build/stages.ts'
import type { Book } from '../model/book.ts'
import type { Settings } from '../model/settings.ts'
import type { Followed } from './edition.ts'
import { fileLine } from './file-lines.ts'

/** `NAME-review.docx`, written when what was read back from its bytes says what the book says. */
export const writeWord = (book: Book, settings: Settings, stages: Stages): Promise<Followed> =>
  stages.run('Writing the Word file', async () => {
    const { makeWord } = await import('./make-word.ts')
    const { bytes, findings } = await makeWord(book, settings)
    const unmade = 'The Word file was not written'
    if (!isFit(findings, settings)) return { summary: unmade, findings }
    const name = settings.fileName.replace(/\.pdf$/, '-review.docx')
    const unwritten = await publish([{ path: join(settings.out, name), content: bytes }])
    const written = fileLine(settings, name, bytes, 'a Word file for review')
    return { summary: unwritten.length > 0 ? unmade : written, findings: [...findings, ...unwritten] }
  })
