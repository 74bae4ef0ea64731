import { cacheFolder } from '../build/cache-folder.ts'
import { finding } from '../rules/finding.ts'
import { installVerapdf } from '../verapdf/install-verapdf.ts'
import { whyOf } from '../verapdf/no-answer.ts'
import { openOutput } from './command-output.ts'

/** `whitepaper install-verapdf`: exit status 0 when the jar is there and is the right one. */
export async function installVerapdfCommand(): Promise<number> {
  const output = openOutput({})
  try {
    const { path, fetched } = await installVerapdf(cacheFolder(process.env))
    return output.close(
      [],
      undefined,
      `${path}: ${fetched ? 'fetched' : 'already there'}, and its checksum is right`,
    )
  } catch (error) {
    return output.close([finding('verapdf-answers', {}, whyOf(error))])
  }
}
