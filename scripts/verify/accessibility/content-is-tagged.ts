import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ReadPdf } from '../read-back.ts'

/** Every stroke and letter is tagged content or an artifact, and never both (PDF/UA-1, 7.1). */
export function contentIsTagged({ pages }: ReadPdf): readonly Finding[] {
  return pages.flatMap(({ content }, index) => {
    const place = { page: index + 1 }
    const [first] = content.untagged
    return [
      ...(first === undefined
        ? []
        : [finding('content-is-tagged', place, { problem: 'untagged', drawn: first })]),
      ...(content.tangled ? [finding('content-is-tagged', place, { problem: 'tangled' })] : []),
    ]
  })
}
