import type { WorkEntry } from '../../model/citations.ts'
import type { Finding } from '../../model/finding.ts'

/** The works of a file. */
export interface ReadWorks {
  readonly works: readonly WorkEntry[]
  readonly findings: readonly Finding[]
}
