/**
 * Throws unless the bytes begin and end as a PDF does, with a cross-reference where the end says it is. Readers
 * repair a file that was cut off, silently and with pages missing, so that opening it proves nothing.
 */
export function fileIsWhole(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!file.subarray(0, 8).toString('latin1').startsWith('%PDF-'))
    throw new Error('it does not begin as a PDF does')
  const end = /startxref\s+(\d+)\s+%%EOF[\s\0]*$/.exec(file.subarray(-1024).toString('latin1'))
  if (!end) throw new Error('its end is missing')
  const at = Number(end[1])
  const start = file.subarray(at, at + 64).toString('latin1')
  if (!/^\s*(xref\s|\d+ \d+ obj)/.test(start))
    throw new Error('its table of contents is not where its end says')
  if (file.subarray(at).includes('/Encrypt')) throw new Error('it is encrypted')
}
