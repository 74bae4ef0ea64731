import { readFile } from 'node:fs/promises'
import { fontTables } from './font-tables.ts'

/**
 * The PostScript name of a font file (TrueType, OpenType, WOFF or WOFF2): the name that a PDF has of it. '' when
 * there is none.
 */
export async function fontName(path: string): Promise<string> {
  try {
    return nameOfFont(await readFile(path))
  } catch {
    return ''
  }
}

export function nameOfFont(file: Buffer): string {
  try {
    const names = fontTables(file).table('name')
    return names ? postScriptName(names) : ''
  } catch {
    return '' // Not a font: then nothing in the PDF came from it.
  }
}

const POSTSCRIPT_NAME = 6
const MACINTOSH = 1

function postScriptName(names: Buffer): string {
  const strings = names.readUInt16BE(4)
  for (let index = 0; index < names.readUInt16BE(2); index++) {
    const record = 6 + index * 12
    if (names.readUInt16BE(record + 6) !== POSTSCRIPT_NAME) continue
    const from = strings + names.readUInt16BE(record + 10)
    const text = names.subarray(from, from + names.readUInt16BE(record + 8))
    return names.readUInt16BE(record) === MACINTOSH
      ? text.toString('latin1')
      : Buffer.from(text).swap16().toString('utf16le')
  }
  return ''
}
