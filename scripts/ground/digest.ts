import { createHash } from 'node:crypto'

/** SHA-256 of several parts in hexadecimal digits, with a mark between them so that where they part counts. */
export function digest(...parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part).update('\0')
  return sum.digest('hex')
}
