import type { Finding } from '../../model.ts'
import { finding } from '../../rules.ts'
import type { Proof } from '../proof.ts'

/** Each page carries something besides its head, but for the blank ones that were put in on purpose. */
export function pageIsNotEmpty({ read, runs }: Proof): readonly Finding[] {
  return read.pages.flatMap(({ content }, index) => {
    const run = runs[index]
    if (!run || content.marks.size > 0) return []
    // A full page may be all decoration: the inside of a cover.
    const isDecorated = content.strokes > 0 || content.loose.some((text) => text.text.trim() !== '')
    return run.kind === 'full' && isDecorated ? [] : [finding('page-is-not-empty', { page: index + 1 })]
  })
}
