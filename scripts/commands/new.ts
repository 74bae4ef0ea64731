import { join, relative, resolve } from 'node:path'
import type { Options } from '../build/resolve-settings.ts'
import type { FileKind } from '../model/chapter.ts'
import { readPublication } from '../settings/publication.ts'
import { type Asker, askerAt } from './asker.ts'
import { openOutput } from './command-output.ts'
import { howToRun } from './how-to-run.ts'
import { makeNewFile, type NewFile } from './make-new-file.ts'
import { newFileWishes, type SaidOfNewFile } from './new-file-wishes.ts'
import { rootOf } from './root-of.ts'

export type NewOptions = Pick<Options, 'root' | 'report' | 'quiet'> & SaidOfNewFile

/** `whitepaper new`: exit status 0, 1 when the file could not be written, 2 on wrong use. */
export async function newCommand(
  kind: FileKind,
  options: NewOptions,
  asker: Asker | undefined = askerAt(process, options),
): Promise<number> {
  const output = openOutput(options)
  const made = await output.guard(async (): Promise<NewFile> => {
    const root = await rootOf(options)
    const { value: publication, findings } = await readPublication(root)
    if (!publication) return { file: '', listed: '', findings }
    const wishes = await newFileWishes(root, kind, options, publication, asker)
    return makeNewFile(wishes)
  })
  const { file, listed, line, findings } = { ...NONE, ...made }
  const summary = file === '' ? 'Nothing was written' : summaryOf({ file, listed }, options)
  return output.close(findings, { file, listed, line, findings }, summary)
}

/** Where nothing came of it. */
const NONE: Pick<NewFile, 'file' | 'listed' | 'line'> = { file: '', listed: '' }

function summaryOf({ file, listed }: Pick<NewFile, 'file' | 'listed'>, { root }: NewOptions): string {
  const path = join(resolve(root ?? '.'), file)
  const near = relative(process.cwd(), path)
  const lines = [
    `${near.startsWith('..') ? path : near} was written`,
    ...(listed ? [`listed in publication.yaml (${listed})`] : []),
    `and \`${howToRun('check', root)}\` says what is to be filled in`,
  ]
  return lines.join(', ')
}
