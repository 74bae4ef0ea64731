import { wordFault } from './word-fault.ts'

/** By their first bytes, whatever a file is called. Throws ArchiveFault for what is no zip, as Word files are. */
export function refuseOthers(bytes: Buffer): void {
  const head = bytes.subarray(0, 8).toString('latin1')
  if (head.startsWith('PK')) return
  if (head.startsWith(COMPOUND)) {
    const isLocked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw wordFault({ problem: isLocked ? 'locked' : 'old-word' })
  }
  if (head.startsWith('{\\rtf')) throw wordFault({ problem: 'rich-text' })
  const start = bytes.subarray(0, 2000).toString('latin1')
  throw wordFault({ problem: start.includes('<office:document') ? 'open-document' : 'other' })
}

/** Compound files: Word before 2007, and whatever is behind a password. */
const COMPOUND = Buffer.from('d0cf11e0', 'hex').toString('latin1')

/** Zips of others, by the names of what is in them. */
export function refuseOtherZips(names: readonly string[]): void {
  if (names.includes('content.xml') && names.includes('mimetype'))
    throw wordFault({ problem: 'open-document' })
  if (names.some((name) => /^Index\/Document\.iwa$|^index\.xml$/.test(name)))
    throw wordFault({ problem: 'pages' })
}
