import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'

/** A moment has one picture. */
export const morePictures = (id: string, count: number, shown: string): Finding =>
  finding('archived-post-is-read', { file: shown }, { problem: 'first-picture-only', post: id, count })
