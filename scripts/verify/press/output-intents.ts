import { createHash } from 'node:crypto'
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib'
import { textOf } from '../../ground/pdf/decoded-text.ts'
import { inflated } from '../../ground/pdf/inflated.ts'

/** What the file says its colours are meant for (ISO 32000-1, 14.11.5). */
export interface ReadIntent {
  readonly subtype: string
  readonly condition: string
  readonly registry: string
  /** Undefined where no profile is embedded. */
  readonly profile: EmbeddedProfile | undefined
}

export interface EmbeddedProfile {
  readonly sha256: string
  /** `N` of the stream. */
  readonly components: number
  /** `prtr` is a printer's. */
  readonly kind: string
  readonly space: string
}

export function readOutputIntents({ catalog }: PDFDocument): readonly ReadIntent[] {
  const intents = catalog.lookup(PDFName.of('OutputIntents'))
  if (!(intents instanceof PDFArray)) return []
  return intents.asArray().flatMap((_, index) => {
    const intent = intents.lookup(index)
    if (!(intent instanceof PDFDict)) return []
    const text = (key: string): string => textOf(intent.lookup(PDFName.of(key)))
    const subtype = intent.lookup(PDFName.of('S'))
    return [
      {
        subtype: subtype instanceof PDFName ? subtype.decodeText() : '',
        condition: text('OutputConditionIdentifier'),
        registry: text('RegistryName'),
        profile: readEmbedded(intent.lookup(PDFName.of('DestOutputProfile'))),
      },
    ]
  })
}

function readEmbedded(stream: unknown): EmbeddedProfile | undefined {
  if (!(stream instanceof PDFRawStream)) return undefined
  const components = stream.dict.lookup(PDFName.of('N'))
  const bytes = inflated(stream)
  return {
    sha256: sha256(bytes),
    components: components instanceof PDFNumber ? components.asNumber() : 0,
    ...profileHeader(bytes),
  }
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Class and colour space of an ICC profile (ICC.1:2010, 7.2). */
const profileHeader = (bytes: Buffer): { kind: string; space: string } => ({
  kind: bytes.toString('latin1', 12, 16).trim(),
  space: bytes.toString('latin1', 16, 20).trim(),
})
