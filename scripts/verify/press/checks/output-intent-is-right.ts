import { readFile } from 'node:fs/promises'
import type { Finding } from '../../../model/finding.ts'
import { finding } from '../../../rules/finding.ts'
import type { FactsOf } from '../../../rules/rules.ts'
import { sha256 } from '../output-intents.ts'
import type { PressProof } from '../press-proof.ts'
import type { ReadPress } from '../read-press.ts'

/** The file is made for the printing condition of the plan, and has its profile in it, byte for byte. */
export async function outputIntentIsRight({ read, press }: PressProof): Promise<readonly Finding[]> {
  const [intent] = read.intents
  if (!intent?.profile) return [] // told by outputIntentIsSound
  const { path, condition, description } = press.profile
  const planned = sha256(await readFile(path))
  const other = intent.condition
  return told([
    intent.profile.sha256 !== planned && { problem: 'other-profile', wanted: description || condition },
    condition !== '' &&
      other !== condition && { problem: 'other-condition', condition: other, wanted: condition },
  ])
}

/** One intent for PDF/X, with the profile of a CMYK press (ISO 15930-7, 6.2.2). */
export function outputIntentIsSound({ intents }: Pick<ReadPress, 'intents'>): readonly Finding[] {
  const [intent, another] = intents.filter(({ subtype }) => subtype === 'GTS_PDFX')
  if (!intent) return told([{ problem: 'no-press' }])
  const { profile, condition } = intent
  return told([
    another !== undefined && { problem: 'named-twice' },
    condition === '' && { problem: 'no-condition' },
    !profile && { problem: 'no-profile' },
    profile && profile.kind !== 'prtr' && { problem: 'not-of-a-printer' },
    profile && !(profile.space === 'CMYK' && profile.components === 4) && { problem: 'not-of-four-inks' },
  ])
}

const told = (
  faults: readonly (FactsOf<'output-intent-is-right'> | false | undefined)[],
): readonly Finding[] =>
  faults.flatMap((facts) => (facts ? [finding('output-intent-is-right', {}, facts)] : []))
