import type { Options } from '../build/resolve-settings.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
import { adoptInto } from './adopt-into.ts'
import { openOutput } from './command-output.ts'

export interface AdoptOptions extends Pick<Options, 'root' | 'report' | 'quiet' | 'all'> {
  readonly language?: string
}

/** `whitepaper adopt`: exit status 0, 1 when something was lost or could not be read, 2 on wrong use. */
export async function adoptCommand(paths: readonly string[], options: AdoptOptions): Promise<number> {
  const output = openOutput(options)
  const { findings, summary = 'Nothing was written' } = await output.guard(async () => {
    const { root = '.', language } = options
    mustBeCode(language)
    return adoptInto({ paths, root, ...(language ? { language } : {}) }, output)
  })
  return output.close(findings, { findings }, summary)
}

function mustBeCode(language: string | undefined): void {
  if (language === undefined || /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.test(language)) return
  throw new WrongUseError(`\`${language}\` is no code of a language.`, 'Write it as `cy`, `de` or `pt-BR`.')
}
