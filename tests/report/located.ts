import type { Finding } from '../../scripts/model/finding.ts'
import type { LocatedFinding } from '../../scripts/report/locate-findings.ts'
import { finding } from '../../scripts/rules/finding.ts'

/** A finding of a line of a file, as a test needs it. */
export function located(
  given: Partial<Finding> & Partial<Omit<LocatedFinding, 'finding'>> = {},
): LocatedFinding {
  const { path = 'chapters/01-one.md', range, lineText = '', isOnChangedLine, ...rest } = given
  const made = finding('image-has-alt', { file: path, line: 3 }, { picture: 'anchor.jpg' })
  return {
    finding: { ...made, ...rest },
    path,
    range: 'range' in given ? range : { line: 3, column: 1 },
    lineText,
    isOnChangedLine,
  }
}
