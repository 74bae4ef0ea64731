import { resolve } from 'node:path'
import { findVerapdf } from '../../scripts/verapdf/find-verapdf.ts'
import { NoAnswerError, sentenceOf } from '../../scripts/verapdf/no-answer.ts'
import { runVerapdf, type VerapdfVerdict } from '../../scripts/verapdf/run-verapdf.ts'

const found = await findVerapdf({ given: process.env.WHITEPAPER_VERAPDF ?? '', cache: resolve('.cache') })

/**
 * '' when veraPDF can be asked; else why tests that need it are skipped. With WHITEPAPER_REQUIRE_VERAPDF they fail
 * instead.
 */
export const whyNoVerapdf =
  'missing' in found && !process.env.WHITEPAPER_REQUIRE_VERAPDF
    ? ` [skipped: ${sentenceOf(found.missing)}]`
    : ''

export async function askVerapdf(files: readonly string[]): Promise<readonly VerapdfVerdict[]> {
  if ('missing' in found) throw new NoAnswerError(found.missing)
  return (await runVerapdf(found, files)).verdicts
}

/** One line for each fault: nothing for a file that meets both claims. */
export const faultsOf = (verdict: VerapdfVerdict): readonly string[] => [
  ...(verdict.silence ? [sentenceOf(verdict.silence)] : []),
  ...['PDF/A-2a', 'PDF/UA-1']
    .filter((name) => !verdict.profiles.some((one) => one.name === name))
    .map((name) => `no claim of ${name}`),
  ...verdict.profiles.flatMap(({ name, failures }) =>
    failures.map(({ rule, count, says }) => `${name} ${rule} (${count}): ${says}`),
  ),
]
