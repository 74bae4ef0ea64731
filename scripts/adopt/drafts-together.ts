// What was named one after the other → drafts that stand together: a file that two of them hold is taken once.
import { posix } from 'node:path'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import type { Draft } from './draft.ts'
import { amongOthers } from './merged-publication.ts'
import type { OpenDraft } from './place-texts.ts'

export function draftsTogether(opened: readonly OpenDraft[]): {
  readonly drafts: readonly OpenDraft[]
  readonly findings: readonly Finding[]
} {
  const seen = new Map<string, string>()
  const findings: Finding[] = []
  const isFirst = ({ given }: OpenDraft, file: string): boolean => {
    const path = posix.join(given.root, file)
    const taken = seen.get(path)
    if (taken === undefined) seen.set(path, file)
    else findings.push(finding('adopted-file-is-text', { file }, { problem: 'named-twice' }))
    return taken === undefined
  }
  const drafts = opened.map((one): OpenDraft => {
    const { given, draft } = one
    const texts = draft.texts.filter(({ from }) => isFirst(one, from))
    const tables = draft.tables?.filter(({ from }) => isFirst(one, from))
    return { given, draft: withSubtitles({ ...draft, texts, ...(tables ? { tables } : {}) }, opened.length) }
  })
  return { drafts, findings }
}

/** Of a file that was named among others. */
function withSubtitles(draft: Draft, count: number): Draft {
  const [only, more] = draft.texts
  if (count < 2 || only === undefined || more !== undefined) return draft
  return { ...draft, texts: [amongOthers(only, draft.publication)] }
}
