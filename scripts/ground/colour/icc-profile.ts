// Reads what an ICC profile says of itself (ICC.1:2010, 7.2) from bytes that may be anything.
import { type Handle, LAYOUT, type LittleCms, littleCms } from './little-cms.ts'

export interface IccProfile {
  /** Signature of its class: `prtr` (printer), `mntr` (monitor), `scnr` (scanner), `spac`, `link` … */
  readonly kind: string
  /** `CMYK`, `RGB`, `GRAY`, `Lab` … */
  readonly space: string
  /** Channels of that space; 0 for one that is not known here. */
  readonly channels: number
  /** `2.1`, `4.3`. */
  readonly version: string
  /** In English where it has several; '' where it has none. */
  readonly description: string
}

/** What can be wrong with one. */
export type ProfileFault =
  | { readonly problem: 'no-profile' | 'damaged' }
  | { readonly problem: 'cut-off'; readonly bytes: number; readonly of: number }

export async function readProfile(bytes: Uint8Array): Promise<IccProfile | ProfileFault> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const fault = faultInTable(view)
  if (fault) return fault
  const profile = readHeader(view)
  return (await canBeUsed(view, profile)) ? profile : { problem: 'damaged' }
}

const HEADER_BYTES = 128
const ENTRY_BYTES = 12
const MOST_TAGS = 100 // Little CMS reads no more.
const MOST_LETTERS = 200
const CHANNELS: Readonly<Record<string, number>> = { GRAY: 1, RGB: 3, CMY: 3, Lab: 3, XYZ: 3, CMYK: 4 }

function faultInTable(view: Buffer): ProfileFault | undefined {
  if (view.length < HEADER_BYTES + 4 || signature(view, 36) !== 'acsp') return { problem: 'no-profile' }
  const size = view.readUInt32BE(0)
  if (size > view.length) return { problem: 'cut-off', bytes: view.length, of: size }
  const count = view.readUInt32BE(HEADER_BYTES)
  const end = HEADER_BYTES + 4 + count * ENTRY_BYTES
  if (count === 0 || count > MOST_TAGS || end > size) return { problem: 'damaged' }
  const sound = tagsOf(view).every(({ offset, length }) => offset >= end && offset + length <= size)
  return sound ? undefined : { problem: 'damaged' }
}

interface Tag {
  readonly name: string
  readonly offset: number
  readonly length: number
}

const tagsOf = (view: Buffer): Tag[] =>
  Array.from({ length: view.readUInt32BE(HEADER_BYTES) }, (_, index) => {
    const at = HEADER_BYTES + 4 + index * ENTRY_BYTES
    return {
      name: signature(view, at),
      offset: view.readUInt32BE(at + 4),
      length: view.readUInt32BE(at + 8),
    }
  })

function readHeader(view: Buffer): IccProfile {
  const space = signature(view, 16)
  const tag = tagsOf(view).find(({ name }) => name === 'desc')
  return {
    kind: signature(view, 12),
    space,
    channels: CHANNELS[space] ?? 0,
    version: `${view[8]}.${(view[9] ?? 0) >> 4}`,
    description: tag ? describe(view.subarray(tag.offset, tag.offset + tag.length)) : '',
  }
}

const signature = (view: Buffer, at: number): string => view.toString('latin1', at, at + 4).trim()

/** Version 2 keeps it as ASCII in a `desc`, version 4 in several languages in a `mluc`. */
function describe(tag: Buffer): string {
  const text = signature(tag, 0) === 'mluc' ? fromLanguages(tag) : fromAscii(tag)
  return text
    .replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]+/gu, ' ')
    .trim()
    .slice(0, MOST_LETTERS)
}

function fromAscii(tag: Buffer): string {
  if (tag.length < 12 || signature(tag, 0) !== 'desc') return ''
  return tag.toString('latin1', 12, 12 + tag.readUInt32BE(8)).replace(/\0[\s\S]*/, '')
}

function fromLanguages(tag: Buffer): string {
  if (tag.length < 28) return ''
  const count = Math.min(tag.readUInt32BE(8), Math.floor((tag.length - 16) / ENTRY_BYTES))
  const starts = Array.from({ length: count }, (_, index) => 16 + index * ENTRY_BYTES)
  const english = starts.find((at) => tag.toString('latin1', at, at + 2) === 'en') ?? 16
  const [length, offset] = [tag.readUInt32BE(english + 4), tag.readUInt32BE(english + 8)]
  const letters = Buffer.from(tag.subarray(offset, offset + length - (length % 2)))
  return letters.length % 2 === 0 ? letters.swap16().toString('utf16le') : ''
}

const LAYOUTS: Readonly<Record<string, number>> = {
  GRAY: LAYOUT.greyFloat,
  RGB: LAYOUT.rgbFloat,
  CMYK: LAYOUT.inksFloat,
}

/** What Little CMS makes no transform of is of no use to anybody. A profile for printing must lead both ways. */
async function canBeUsed(view: Buffer, { kind, space }: IccProfile): Promise<boolean> {
  const layout = LAYOUTS[space]
  const cms = await littleCms()
  try {
    const profile = cms.openProfile(view)
    if (profile === undefined) return false
    const joins =
      layout === undefined ||
      (joinsLab(cms, profile, layout, 'to') && (kind !== 'prtr' || joinsLab(cms, profile, layout, 'from')))
    cms.closeProfile(profile)
    return joins
  } catch {
    return false // A profile that was made to break Little CMS breaks its WebAssembly, and nothing else.
  }
}

function joinsLab(cms: LittleCms, profile: Handle, layout: number, way: 'to' | 'from'): boolean {
  const lab = cms.openLab()
  const [from, fromLayout, to, toLayout] =
    way === 'to' ? [profile, layout, lab, LAYOUT.labFloat] : [lab, LAYOUT.labFloat, profile, layout]
  const transform = cms.openTransform({ from, fromLayout, to, toLayout, blackPointCompensation: false })
  if (transform !== undefined) cms.closeTransform(transform)
  cms.closeProfile(lab)
  return transform !== undefined
}
