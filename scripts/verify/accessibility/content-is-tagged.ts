import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ReadPdf } from '../read-back.ts'

/** Every stroke and letter is tagged content or an artifact, and never both (PDF/UA-1, 7.1). */
export function contentIsTagged({ pages }: ReadPdf): readonly Finding[] {
  return pages.flatMap(({ content }, index) => {
    const place = { page: index + 1 }
    const [first] = content.untagged
    const loose = first === undefined ? [] : [finding('content-is-tagged', place, { what: shorten(first) })]
    const what = 'decoration stands inside of tagged content, or tagged content inside of decoration'
    return content.tangled ? [...loose, finding('content-is-tagged', place, { what })] : loose
  })
}

const shorten = (what: string): string => (what.length > 60 ? `${what.slice(0, 59)}…` : what)
