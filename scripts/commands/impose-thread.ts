// The inside of the thread: returns the sheets that it made of the bytes it was given, and what it found when it read
// them back.
import type { Imposed } from '../model/booklet.ts'
import { imposePdf } from '../pdf/impose/impose-pdf.ts'
import { hasErrors } from '../rules/finding.ts'
import { verifyBooklet } from '../verify/verify-booklet.ts'
import type { ImposeWork } from './impose-file.ts'

export const begin = (): typeof imposeBytes => imposeBytes

async function imposeBytes({ bytes, plan, title }: ImposeWork): Promise<Imposed> {
  const imposed = await imposePdf(bytes, plan, { title })
  if (hasErrors(imposed.findings)) return imposed
  return { ...imposed, findings: await verifyBooklet(imposed, bytes, plan) }
}
