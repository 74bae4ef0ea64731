// All changes of a text together: proven once more, and what spoils the others is left out.
import type { Change, ReviewedText } from './change.ts'
import { withOperations } from './operation.ts'
import { expectedTexts, firstDifference, type Known } from './prove-texts.ts'

export interface Proven {
  readonly texts: readonly ReviewedText[]
  readonly made: readonly Change[]
  readonly failed: readonly Change[]
}

export function proveFiles(changes: readonly Change[], known: ReadonlyMap<string, Known>): Proven {
  const texts: ReviewedText[] = []
  const [made, failed]: [Change[], Change[]] = [[], []]
  for (const [file, own] of known) {
    const ofFile = changes.filter((change) => change.file === file)
    if (ofFile.length === 0) continue
    const sound = soundOf(ofFile, own)
    made.push(...sound)
    failed.push(...ofFile.filter((change) => !sound.includes(change)))
    const operations = sound.flatMap((change) => change.operations)
    if (operations.length > 0) texts.push({ file, operations, becomes: withOperations(own.text, operations) })
  }
  return { texts, made, failed }
}

/** All, or as many as can be made one after the other. */
function soundOf(changes: readonly Change[], known: Known): readonly Change[] {
  if (holds(changes, known)) return changes
  const sound: Change[] = []
  for (const change of changes.slice(0, MOST_BY_ONES))
    if (holds([...sound, change], known)) sound.push(change)
  return sound
}

const MOST_BY_ONES = 80

function holds(changes: readonly Change[], known: Known): boolean {
  const text = withOperations(
    known.text,
    changes.flatMap(({ operations }) => operations),
  )
  const expected = expectedTexts(
    known.blocks,
    changes.map(({ effect }) => effect),
  )
  return firstDifference(known, text, expected) === undefined
}
