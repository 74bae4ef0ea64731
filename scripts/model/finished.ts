// The file, and what was read back from it.
import type { RuleId } from '../rules/rules.ts'
import type { Finding } from './finding.ts'

export interface FinishedPdf {
  readonly bytes: Uint8Array
  /** Printed folio of each physical page, index 0 is page 1. */
  readonly labels: readonly string[]
}

/** What was read back from the bytes. */
export interface PdfFacts {
  readonly pages: number
  readonly characters: number
  readonly links: number
  readonly outlineEntries: number
  readonly fonts: readonly string[]
  readonly labels: readonly string[]
  /** Conformance that the file itself claims: `PDF/UA-1`, `PDF/A-2a`. */
  readonly claims: readonly string[]
  /** The rules that the file was held against: of the others nothing is known. */
  readonly checked: readonly RuleId[]
  readonly findings: readonly Finding[]
}
