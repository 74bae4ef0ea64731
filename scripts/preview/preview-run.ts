// What a running preview knows at one time, and how that is told to whoever looks.
import { join } from 'node:path'
import { digest } from '../ground/digest.ts'
import type { Finding } from '../model/finding.ts'
import { folioOfPage } from '../print/folio-of-page.ts'
import type { MarkedPage } from '../print/page-marks.ts'
import type { PlacedRun } from '../print/place-runs.ts'
import type { Laid } from '../print/warm-page.ts'
import type { EditorLink } from './editor-link.ts'
import type { Places } from './places.ts'
import type { PrintWork } from './prepare-print.ts'
import type {
  AheadPages,
  PreviewFinding,
  PreviewHeading,
  PreviewPage,
  PreviewPaper,
  PreviewState,
} from './protocol.ts'

export interface PreviewRun {
  /** Absolute path of the publication. */
  readonly root: string
  readonly editor: EditorLink | undefined
  readonly listeners: Set<(state: PreviewState) => void>
  /** The PDFs that can be had. */
  readonly files: Map<string, Uint8Array>
  /** Names of those of the last few prints. */
  readonly kept: { paper: readonly (readonly string[])[]; ahead: readonly (readonly string[])[] }
  /** Physical pages. */
  looksAt: readonly number[]
  /** What the texts came to when they could last be printed. */
  work: PrintWork | undefined
  /** Why the texts cannot be printed as they are: it stands among the findings. */
  isStopped: boolean
  /** Findings of the texts, of the last whole print, and of reading it back. */
  texts: readonly Finding[]
  printing: readonly Finding[]
  proof: readonly Finding[]
  /** As `work` is laid out. */
  laid: Laid | undefined
  places: Places | undefined
  /** Of which work `paper` is, and of which one everything was read back. */
  printed: PrintWork | undefined
  proven: PrintWork | undefined
  paper: PreviewPaper | undefined
  ahead: AheadPages | undefined
  state: PreviewState
}

export function newRun(root: string, editor: EditorLink | undefined): PreviewRun {
  return {
    root,
    editor,
    listeners: new Set(),
    files: new Map(),
    kept: { paper: [], ahead: [] },
    looksAt: [1],
    isStopped: false,
    texts: [],
    printing: [],
    proof: [],
    work: undefined,
    laid: undefined,
    places: undefined,
    printed: undefined,
    proven: undefined,
    paper: undefined,
    ahead: undefined,
    state: { version: 0, title: '', language: 'en', phase: 'starting', contents: [], findings: [] },
  }
}

/** Everybody is told the whole truth anew. */
export function tell(run: PreviewRun): void {
  const publication = run.work?.settings.publication
  run.state = {
    version: run.state.version + 1,
    title: publication?.title ?? run.state.title,
    language: publication?.language ?? run.state.language,
    phase: phaseOf(run),
    ...(run.paper ? { paper: run.paper } : {}),
    ...(run.ahead ? { ahead: run.ahead } : {}),
    contents: contentsOf(run),
    findings: findingsOf(run),
  }
  for (const listener of run.listeners) listener(run.state)
}

function phaseOf({ work, isStopped, printed, proven, paper, ahead }: PreviewRun): PreviewState['phase'] {
  if (isStopped) return 'stopped'
  if (!paper && !ahead) return 'starting'
  if (printed !== work) return 'settling'
  return proven === work ? 'settled' : 'checking'
}

const DEEPEST = 3

function contentsOf({ work, laid }: PreviewRun): PreviewHeading[] {
  const anchors = laid?.layout.pageMap.anchors ?? {}
  return (work?.book.headings ?? []).flatMap(({ id, level, text }) => {
    const page = anchors[id]
    return page === undefined || level > DEEPEST ? [] : [{ title: text, level, page }]
  })
}

function findingsOf(run: PreviewRun): PreviewFinding[] {
  return [...run.texts, ...run.printing, ...run.proof].map((one) => {
    const shownOn = run.places?.pageOf(one.place)
    const { file, line = 1 } = one.place
    return {
      ...one,
      ...(shownOn === undefined ? {} : { shownOn }),
      ...(file === undefined ? {} : editorUrl(run, file, line)),
    }
  })
}

export const editorUrl = (run: PreviewRun, file: string, line: number): { editorUrl?: string } =>
  run.editor ? { editorUrl: run.editor(join(run.root, file), line) } : {}

/** Each file has a name of its own, and stays for as long as a page may still be loading it. */
export function keepFiles(run: PreviewRun, kind: 'paper' | 'ahead', files: readonly Uint8Array[]): string[] {
  const names = files.map((bytes) => `${kind}-${digest(bytes).slice(0, 24)}.pdf`)
  for (const [index, name] of names.entries()) run.files.set(name, files[index]!)
  const kept = [...run.kept[kind].slice(1 - KEPT), names]
  run.kept[kind] = kept
  const isKept = new Set(kept.flat())
  for (const name of run.files.keys()) if (name.startsWith(kind) && !isKept.has(name)) run.files.delete(name)
  return names
}

const KEPT = 3

/** Pages of a print by their physical numbers, from 1. */
export function pagesOf(
  { work, laid }: PreviewRun,
  placed: readonly PlacedRun[],
  marked: readonly MarkedPage[],
  numbers: readonly number[],
): PreviewPage[] {
  const folios = folioOfPage(placed)
  const withFolio = new Set(
    ((laid ?? work)?.document.runs ?? []).flatMap(({ id, folio }) => (folio ? [id] : [])),
  )
  return marked.map((page, index) => {
    const number = numbers[index] ?? index + 1
    const run = placed.find(({ first, pages }) => number >= first && number < first + pages)
    return { ...page, number, folio: withFolio.has(run?.id ?? '') ? (folios[number - 1] ?? '') : '' }
  })
}
