// What is said of a file: to whoever built it, and in report.json.
import { join, relative } from 'node:path'
import { sha256 } from '../build/publish.ts'
import type { Settings } from '../model/settings.ts'

/** `dist/a-paper.pdf: 56 pages, 1.23 MB, read back and found true`. */
export function fileLine(settings: Settings, name: string, bytes: Uint8Array, what: string): string {
  const path = relative(process.cwd(), join(settings.out, name))
  const said = settings.draft ? 'a draft, nothing claimed' : 'read back and found true'
  return `${path}: ${what}, ${(bytes.length / 1e6).toFixed(2)} MB, ${said}`
}

export const describeFile = (file: string, bytes: Uint8Array) => ({
  file,
  bytes: bytes.length,
  sha256: sha256(bytes),
})

/** Findings have a list of their own. */
export function withoutFindings<Facts extends { readonly findings: unknown }>(
  facts: Facts,
): Omit<Facts, 'findings'> {
  const { findings: _, ...rest } = facts
  return rest
}
