import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'

/** A moment has one picture. */
export const morePictures = (id: string, count: number, shown: string): Finding =>
  finding(
    'archived-post-is-read',
    { file: shown },
    {
      actual: `Of the ${count} pictures of the post ${id} the first is taken, and`,
      other: count === 2 ? 'the other is left out' : 'the others are left out',
      mend: 'Make moments of their own for those that matter.',
    },
  )
