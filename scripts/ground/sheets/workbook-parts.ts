// The parts of a workbook (.xlsx, .xlsm; ECMA-376) and how they name each other. Nothing beyond the file is read.
import { posix } from 'node:path'
import { ArchiveFault } from '../archives/archive-fault.ts'
import type { ArchiveFiles } from '../archives/archive-files.ts'
import { zipFilesIn } from '../archives/zip-files.ts'
import { MEGABYTE } from '../limits.ts'
import { readXml } from '../xml/read-xml.ts'

/** Why a workbook, or a part of it, cannot be read. */
export type WorkbookFault =
  | { readonly problem: 'no-workbook' | 'locked' | 'declares-names' | 'ends-early' | 'does-harm' }
  | { readonly problem: 'part-too-large'; readonly megabytes: number }
  | { readonly problem: 'too-many-rows' | 'too-many-columns'; readonly most: number }

export class WorkbookError extends Error {
  readonly fault: WorkbookFault
  constructor(fault: WorkbookFault) {
    super(fault.problem)
    this.fault = fault
  }
}

export interface WorkbookParts {
  readonly names: readonly string[]
  /** The text of one part; '' where there is none. Throws WorkbookError. */
  readonly read: (name: string) => Promise<string>
  readonly close: () => void
}

const MOST_MEGABYTES = 16
/** How Office keeps what has a password, and how it kept all files until 2007. */
const OF_OLD = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** Throws WorkbookError. */
export async function openWorkbook(bytes: Buffer): Promise<WorkbookParts> {
  if (bytes.subarray(0, 8).equals(OF_OLD)) throw new WorkbookError({ problem: 'locked' })
  if (bytes.toString('latin1', 0, 2) !== 'PK') throw new WorkbookError({ problem: 'no-workbook' })
  const files = await zipFilesIn(bytes).catch(tellWhy)
  return { names: files.names, read: (name) => readText(files, name), close: () => files.close() }
}

async function readText(files: ArchiveFiles, name: string): Promise<string> {
  if (!files.names.includes(name)) return ''
  const bytes = await files.read(name, MOST_MEGABYTES * MEGABYTE).catch(tellWhy)
  const isWide = bytes[0] === 0xff || bytes[0] === 0xfe
  return new TextDecoder(isWide ? `utf-16${bytes[0] === 0xff ? 'le' : 'be'}` : 'utf-8').decode(bytes)
}

function tellWhy(error: unknown): never {
  if (!(error instanceof ArchiveFault)) throw error
  const { rule, facts } = error.breach
  if (rule !== 'archive-is-safe') throw new WorkbookError({ problem: 'ends-early' })
  if (facts.problem === 'locked') throw new WorkbookError({ problem: 'locked' })
  if (facts.problem === 'file-too-large')
    throw new WorkbookError({ problem: 'part-too-large', megabytes: MOST_MEGABYTES })
  throw new WorkbookError({ problem: 'does-harm' })
}

export interface Relation {
  readonly id: string
  /** The last word of its kind: `worksheet`. */
  readonly kind: string
  /** Of a part: its name; else an address that is not followed. */
  readonly target: string
  readonly isOutside: boolean
}

/** What the part names; targets that lead out of the workbook name no part. */
export async function relationsOf(parts: WorkbookParts, part: string): Promise<Relation[]> {
  const { dir, base } = posix.parse(part)
  const relations: Relation[] = []
  const xml = await parts.read(posix.join(dir, '_rels', `${base}.rels`))
  readOrThrow(xml, {
    opens: (name, attribute) => {
      if (name !== 'Relationship') return
      const target = attribute('Target') ?? ''
      const isOutside = attribute('TargetMode') === 'External'
      relations.push({
        id: attribute('Id') ?? '',
        kind: (attribute('Type') ?? '').split('/').at(-1) ?? '',
        target: isOutside ? target : posix.resolve('/', dir, target).slice(1),
        isOutside,
      })
    },
  })
  return relations
}

/** An empty part says nothing. */
export function readOrThrow(xml: string, reader: Parameters<typeof readXml>[1]): void {
  if (xml === '') return
  const fault = readXml(xml, reader)
  if (fault) throw new WorkbookError({ problem: fault === 'no-xml' ? 'ends-early' : fault })
}
