// A path that was named → its draft, or why there is none.
import { ArchiveFault } from '../ground/archives/archive-fault.ts'
import type { Finding } from '../model/finding.ts'
import { finding, findingOf, hasErrors, withCause } from '../rules/finding.ts'
import type { FactsOf } from '../rules/rules.ts'
import type { AdoptTools } from './adopt-tools.ts'
import { saveAsOf, withFilesBeside } from './files-beside.ts'
import { openGiven } from './open-given.ts'
import type { OpenDraft } from './place-texts.ts'
import { readGiven } from './ways.ts'

/** Throws WrongUseError where nothing of that name is. */
export async function readDraft(
  path: string,
  { questions }: AdoptTools,
  language?: string,
): Promise<OpenDraft | { readonly fault: Finding }> {
  let shown = path
  try {
    const given = { ...(await openGiven(path)), questions, ...(language ? { language } : {}) }
    shown = given.shown
    const read = await readGiven(given)
    const draft = read && (await withFilesBeside(given, read))
    if (draft && (draft.texts.length > 0 || draft.tables || hasErrors(draft.findings)))
      return { given, draft }
    given.files.close()
    const saveAs = saveAsOf(given.only ?? '')
    const facts = saveAs
      ? ({ problem: 'other-kind', original: shown, saveAs } as const)
      : ({ problem: 'no-text', original: shown } as const)
    return { fault: finding('adopted-original-is-read', { file: shown }, facts) }
  } catch (fault) {
    if (!(fault instanceof ArchiveFault)) throw fault
    if (fault.breach.rule === 'word-file-is-read')
      return { fault: withCause(findingOf(fault.breach, { file: shown }), fault.cause) }
    const told = finding('adopted-original-is-read', { file: shown }, factsOf(fault, shown))
    return { fault: withCause(told, fault.cause) }
  }
}

/** An archive of posts has rules of its own. */
function factsOf({ breach }: ArchiveFault, original: string): FactsOf<'adopted-original-is-read'> {
  if (breach.rule === 'archive-is-safe')
    return breach.facts.problem === 'records-too-large' ? { problem: 'damaged', original } : breach.facts
  if (breach.rule === 'archive-is-known') return { problem: 'no-text', original }
  const { facts } = breach
  if (facts.problem === 'file-is-missing' || facts.problem === 'no-file')
    return { problem: 'file-is-missing', file: facts.file }
  return { problem: 'damaged', original }
}
