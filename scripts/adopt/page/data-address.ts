// `data:image/png;base64,…` → the picture that it is, by its own bytes and not by what its address says.

const MOST_BYTES = 50 * 1024 * 1024

export type DataRead =
  | { readonly bytes: Uint8Array; readonly ending: string }
  | { readonly problem: 'unknown' | 'too-large' | 'broken' }

export function decodeDataAddress(address: string): DataRead {
  const comma = address.indexOf(',')
  const head = /^data:([\w.+-]+\/[\w.+-]+)?((?:;[^;,]{0,100})*)$/i.exec(address.slice(0, Math.max(0, comma)))
  if (!head) return { problem: 'broken' }
  if (address.length > MOST_BYTES * 1.4) return { problem: 'too-large' }
  const isBase64 = /;\s*base64$/i.test(head[2] ?? '')
  const bytes = isBase64 ? fromBase64(address.slice(comma + 1)) : fromPercent(address.slice(comma + 1))
  if (bytes === undefined || bytes.length === 0) return { problem: 'broken' }
  if (bytes.length > MOST_BYTES) return { problem: 'too-large' }
  const ending = endingOf(bytes, head[1] ?? '')
  return ending === undefined ? { problem: 'unknown' } : { bytes, ending }
}

function fromBase64(text: string): Uint8Array | undefined {
  const plain = text.replace(/%3D/gi, '=').replace(/%2B/gi, '+').replace(/%2F/gi, '/').replace(/\s+/g, '')
  return /^[A-Za-z\d+/_-]*={0,2}$/.test(plain) ? Buffer.from(plain, 'base64') : undefined
}

function fromPercent(text: string): Uint8Array | undefined {
  try {
    return Buffer.from(decodeURIComponent(text), 'utf8')
  } catch {
    return undefined
  }
}

function endingOf(bytes: Uint8Array, type: string): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1')
  if (head.startsWith('\u0089PNG\r\n')) return 'png'
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'jpg'
  if (/^GIF8[79]a/.test(head)) return 'gif'
  if (/^RIFF.{4}WEBP/s.test(head)) return 'webp'
  return /svg\+xml$/i.test(type) && /<svg[\s>]/.test(head) ? 'svg' : undefined
}
