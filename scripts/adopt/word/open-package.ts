// A Word file is a zip of parts that name each other by their relations.
import { posix } from 'node:path'
import { ArchiveFault } from '../../ground/archives/archive-fault.ts'
import type { ArchiveFiles } from '../../ground/archives/archive-files.ts'
import { zipFilesIn } from '../../ground/archives/zip-files.ts'
import { childrenOf, type Element } from './element.ts'
import { parsePart } from './parse-part.ts'
import { refuseOtherZips } from './refuse-others.ts'
import { wordFault } from './word-fault.ts'

const MOST_MB = 256
const MOST_BYTES = MOST_MB * 1024 * 1024

export interface Relation {
  /** The last word of its type: `image`, `hyperlink`, `footnotes`. */
  readonly kind: string
  /** The name of a part, or an address of elsewhere as it is written. */
  readonly target: string
  readonly isOutside: boolean
}
export type Relations = ReadonlyMap<string, Relation>

export interface WordPackage {
  /** Of its parts, sorted. */
  readonly names: readonly string[]
  /** The part that holds the text. */
  readonly main: string
  readonly part: (name: string | undefined) => Promise<Element | undefined>
  /** What a part names, by the ids that it uses. */
  readonly relations: (name: string) => Promise<Relations>
  readonly bytes: (name: string, most: number) => Promise<Uint8Array | 'missing' | 'too-large'>
  readonly close: () => void
}

/** Throws ArchiveFault. */
export async function openPackage(bytes: Buffer): Promise<WordPackage> {
  const files = await zipFilesIn(bytes).catch((fault: unknown) => {
    throw inWords(fault)
  })
  refuseOtherZips(files.names)
  const known = new Map(files.names.map((name) => [name.toLowerCase(), name]))
  const part = (name: string | undefined): Promise<Element | undefined> => readPart(files, known, name)
  const relations = async (name: string): Promise<Relations> => {
    const { dir, base } = posix.parse(name)
    return relationsIn(await part(posix.join(dir, '_rels', `${base}.rels`)), dir)
  }
  const main = [...(await relations('')).values()].find(({ kind }) => kind === 'officeDocument')?.target
  const text = main ?? 'word/document.xml'
  if (!known.has(text.toLowerCase())) throw wordFault({ problem: 'no-text' })
  return {
    names: files.names,
    main: text,
    part,
    relations,
    bytes: (name, most) => readBytes(files, known.get(name.toLowerCase()), most),
    close: files.close,
  }
}

async function readPart(
  files: ArchiveFiles,
  known: ReadonlyMap<string, string>,
  name: string | undefined,
): Promise<Element | undefined> {
  const stored = known.get(name?.toLowerCase() ?? '')
  if (stored === undefined) return undefined
  const bytes = await readBytes(files, stored, MOST_BYTES)
  if (bytes === 'too-large') throw wordFault({ problem: 'too-large', file: stored, mostMb: MOST_MB })
  return bytes === 'missing' ? undefined : parsePart(stored, bytes)
}

async function readBytes(
  files: ArchiveFiles,
  stored: string | undefined,
  most: number,
): Promise<Uint8Array | 'missing' | 'too-large'> {
  if (stored === undefined) return 'missing'
  try {
    return await files.read(stored, most)
  } catch (fault) {
    const facts = fault instanceof ArchiveFault ? fault.breach.facts : undefined
    if (facts && 'problem' in facts && facts.problem === 'file-too-large') return 'too-large'
    throw inWords(fault)
  }
}

/** Names of parts have no case in Word, and may begin with a slash. */
function relationsIn(part: Element | undefined, folder: string): Relations {
  return new Map(
    childrenOf(part, 'rel:Relationship').map(({ attributes }) => {
      const { Id = '', Type = '', Target = '', TargetMode } = attributes
      const isOutside = TargetMode === 'External'
      const target = isOutside
        ? Target
        : posix.normalize(posix.join(Target.startsWith('/') ? '' : folder, Target))
      return [
        Id,
        {
          kind: Type.slice(Type.lastIndexOf('/') + 1),
          target: target.replace(isOutside ? /^$/ : /^\/+/, ''),
          isOutside,
        },
      ]
    }),
  )
}

/** What is wrong with the zip, in words that fit a Word file. */
function inWords(fault: unknown): ArchiveFault {
  if (!(fault instanceof ArchiveFault)) return wordFault({ problem: 'torn' }, fault)
  const { rule, facts } = fault.breach
  if (rule === 'word-file-is-read') return fault
  if (rule !== 'archive-is-safe') return wordFault({ problem: 'torn' }, fault.cause)
  if (facts.problem === 'locked') return wordFault({ problem: 'locked' }, fault.cause)
  return wordFault({ problem: 'unsafe', file: 'file' in facts ? String(facts.file) : '' }, fault.cause)
}
