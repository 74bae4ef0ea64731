import type { Finding } from '../../model/finding.ts'
import { linesAreThickEnough } from './checks/lines-are-thick-enough.ts'
import { outputIntentIsSound } from './checks/output-intent-is-right.ts'
import { pressBoxesAreSound } from './checks/press-boxes-are-exact.ts'
import { pressFontsAreEmbedded } from './checks/press-fonts-are-embedded.ts'
import { pressColoursAreSound } from './checks/press-inks-are-right.ts'
import { pressMeetsPdfx } from './checks/press-meets-pdfx.ts'
import { readPressBytes } from './read-press.ts'

/** What can be said of the bytes of any file that claims to be PDF/X-4, without knowing its plan. The file is whole. */
export async function checkPressBytes(bytes: Uint8Array): Promise<readonly Finding[]> {
  const read = await readPressBytes(bytes)
  return [
    ...pressMeetsPdfx(read),
    ...pressBoxesAreSound(read),
    ...outputIntentIsSound(read),
    ...pressFontsAreEmbedded(read),
    ...pressColoursAreSound(read),
    ...linesAreThickEnough(read),
  ]
}
