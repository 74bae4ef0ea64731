// A moment as somebody looks through thousands of them: what its front matter says, and its words as they were typed.
import { splitFrontMatter } from '../../ground/yaml/split-front-matter.ts'
import type { Finding } from '../../model/finding.ts'
import type { Moment } from '../../model/launch.ts'
import { hasErrors } from '../../rules/finding.ts'
import type { EventFile } from './event-file.ts'
import { readMomentMatter } from './moment-matter.ts'
import { nameOfMoment } from './parse-moment.ts'

/** A fifth of the time that it takes to understand its Markdown. Without a moment the findings say why. */
export function glanceAtMoment(
  text: string,
  file: string,
  event: EventFile,
): { moment?: Moment; findings: readonly Finding[] } {
  const split = splitFrontMatter(text, file)
  if (hasErrors(split.findings)) return { findings: split.findings }
  const { value: matter, findings } = readMomentMatter(split.matter, file, event)
  if (!matter) return { findings }
  const body = split.body.trim()
  const said = { type: 'root' as const, children: [] }
  const words = body.replace(/\s+/g, ' ')
  return { moment: { name: nameOfMoment(file), file, ...matter, body, said, text: words }, findings }
}
