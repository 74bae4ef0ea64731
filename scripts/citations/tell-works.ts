// What is to be said of the list of works: where it stands, and what it leaves out.
import { LAYOUTS } from '../ground/layouts.ts'
import type { Chapter } from '../model/chapter.ts'
import type { Citations } from '../model/citations.ts'
import type { Finding } from '../model/finding.ts'
import { finding, findingAs } from '../rules/finding.ts'
import { parentsNamed } from './parents-named.ts'

interface Told {
  readonly chapters: readonly Chapter[]
  /** The text that the list closes, where none is there for it. */
  readonly home: Chapter | undefined
  readonly citations: Citations
  /** Keys of the works that are listed, and of those that could be. */
  readonly listed: readonly string[]
  readonly wanted: Citations['works']
}

export function tellWorks({ chapters, home, citations, listed, wanted }: Told): Finding[] {
  const [page, second] = chapters.filter(({ matter }) => LAYOUTS[matter.layout].shows === 'bibliography')
  const at = ({ file, matter }: Chapter) => ({ file, line: matter.lines.layout ?? 1 })
  const { style } = citations
  const findings: Finding[] = []
  if (page && !style.hasList)
    findings.push(finding('works-are-listed', at(page), { problem: 'no-list', style: style.name }))
  else if (page && listed.length === 0)
    findings.push(finding('works-are-listed', at(page), { problem: 'no-works' }))
  if (second)
    findings.push(
      finding('works-are-listed', at(second), { problem: 'two-chapters', file: page?.file ?? '' }),
    )
  if (home)
    findings.push(
      finding('works-are-listed', { file: 'publication.yaml' }, { problem: 'no-chapter', file: home.file }),
    )
  return [...findings, ...notPrinted(listed, wanted, style), ...neverCited(chapters, citations)]
}

/** Some styles have no form for an interview, or for a map. */
const notPrinted = (listed: Told['listed'], wanted: Told['wanted'], style: Citations['style']): Finding[] =>
  style.hasList
    ? wanted
        .filter(({ key }) => !listed.includes(key))
        .map(({ key, file, line }) =>
          finding('works-are-listed', { file, line }, { problem: 'no-form', key, style: style.name }),
        )
    : []

const SHOWN = 8

/** Told at each file of works, once. */
function neverCited(chapters: readonly Chapter[], { works, uncited }: Citations): Finding[] {
  if (uncited.includes('*')) return []
  const cited = new Set(
    chapters.flatMap(({ citations = [] }) => citations.flatMap(({ cites }) => cites.map(({ key }) => key))),
  )
  const used = new Set(works.filter(({ key }) => cited.has(key)).flatMap(parentsNamed))
  const idle = works.filter(({ key }) => !cited.has(key) && !used.has(key) && !uncited.includes(key))
  return [...new Set(idle.map(({ file }) => file))].map((file) => {
    const own = idle.filter((work) => work.file === file)
    const more = own.length > SHOWN ? ` and ${own.length - SHOWN} more` : ''
    const keys = `${own
      .slice(0, SHOWN)
      .map(({ key }) => `\`${key}\``)
      .join(', ')}${more}`
    const facts = { problem: 'never-cited', keys, count: own.length } as const
    return findingAs('info', 'works-are-listed', { file, line: own[0]?.line ?? 1 }, facts)
  })
}
