import { readFile } from 'node:fs/promises'
import type { Finding } from '../../../model/finding.ts'
import { finding } from '../../../rules/finding.ts'
import { sha256 } from '../output-intents.ts'
import type { PressProof } from '../press-proof.ts'
import type { ReadPress } from '../read-press.ts'

/** The file is made for the printing condition of the plan, and has its profile in it, byte for byte. */
export async function outputIntentIsRight({ read, press }: PressProof): Promise<readonly Finding[]> {
  const [intent] = read.intents
  if (!intent?.profile) return [] // told by outputIntentIsSound
  const { path, condition, description } = press.profile
  const planned = sha256(await readFile(path))
  const faults = [
    intent.profile.sha256 !== planned &&
      `its profile is not ${description || condition}, which was asked for`,
    condition !== '' &&
      intent.condition !== condition &&
      `it says ${intent.condition || 'no condition'}, not ${condition}`,
  ]
  return told(faults)
}

/** One intent for PDF/X, with the profile of a CMYK press (ISO 15930-7, 6.2.2). */
export function outputIntentIsSound({ intents }: Pick<ReadPress, 'intents'>): readonly Finding[] {
  const [intent, another] = intents.filter(({ subtype }) => subtype === 'GTS_PDFX')
  if (!intent) return told(['it does not say which press it is made for'])
  const { profile, condition } = intent
  return told([
    another !== undefined && 'it says twice which press it is made for',
    condition === '' && 'it does not name the printing condition',
    !profile && 'the profile of the press is not in the file',
    profile && profile.kind !== 'prtr' && 'its profile is not that of a printer',
    profile &&
      !(profile.space === 'CMYK' && profile.components === 4) &&
      'its profile is not for the four inks',
  ])
}

const told = (faults: readonly (string | false | undefined)[]): readonly Finding[] =>
  faults.flatMap((fault) => (fault ? [finding('output-intent-is-right', {}, { fault })] : []))
