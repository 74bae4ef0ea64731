// The bytes of a drawing as text: unpacked, decoded, and with the entities of its DOCTYPE in their places.
import { gunzipSync } from 'node:zlib'
import type { DrawingFault } from './drawing-fault.ts'

const MOST_MB = 20
const MOST_BYTES = MOST_MB * 1024 * 1024
const ENTITIES: DrawingFault = { problem: 'declares-entities' }

export type Decoded = { readonly text: string } | { readonly fault: DrawingFault }

export function decodeDrawing(bytes: Uint8Array): Decoded {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? unpacked(bytes) : bytes
  if (!plain) return { fault: { problem: 'cannot-be-unpacked', mostMb: MOST_MB } }
  const head = Buffer.from(plain.subarray(0, 200)).toString('latin1')
  const label = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? 'utf-8'
  try {
    const hasMark = (plain[0] === 0xff && plain[1] === 0xfe) || (plain[0] === 0xfe && plain[1] === 0xff)
    const encoding = hasMark ? (plain[0] === 0xff ? 'utf-16le' : 'utf-16be') : label
    return withoutDoctype(new TextDecoder(encoding, { fatal: true }).decode(plain))
  } catch {
    return { fault: { problem: 'is-in-other-letters', encoding: label.toUpperCase() } }
  }
}

function unpacked(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES })
  } catch {
    return undefined
  }
}

/**
 * Illustrator writes the names of its namespaces as entities, and others write a DOCTYPE for its own sake. Entities
 * that stand for plain words are put in their places; of any other the drawing is refused.
 */
function withoutDoctype(text: string): Decoded {
  const start = /<!DOCTYPE\b/i.exec(text)?.index ?? -1
  const root = /<(?:[\w.-]+:)?svg[\s/>]/i.exec(text)?.index ?? text.length
  if (start < 0 || start > root) return { text }
  const { end, subset } = doctypeAt(text, start)
  if (end < 0) return { fault: { problem: 'has-open-doctype' } }
  const values = new Map<string, string>()
  for (const [, percent, name = '', kind, double, single] of subset.matchAll(ENTITY)) {
    const value = double ?? single
    if (percent || kind || value === undefined || /[&<%]/.test(value)) return { fault: ENTITIES }
    values.set(name, value)
  }
  const rest = text.slice(0, start) + text.slice(end)
  if (values.size === 0) return { text: rest }
  let left = MOST_BYTES
  const resolved = rest.replace(/&([A-Za-z_][\w.-]*);/g, (whole, name: string) => {
    const value = values.get(name)
    left -= value?.length ?? 0
    return value === undefined || left < 0 ? whole : value.replaceAll('"', '&quot;').replaceAll("'", '&apos;')
  })
  return left < 0 ? { fault: ENTITIES } : { text: resolved }
}

const ENTITY = /<!ENTITY\s+(%\s*)?([\w:.-]+)\s+(SYSTEM|PUBLIC)?\s*(?:"([^"]*)"|'([^']*)')?/g

/** Where the DOCTYPE that begins at `start` ends, and what stands between its square brackets. */
function doctypeAt(text: string, start: number): { readonly end: number; readonly subset: string } {
  let quote = ''
  let opened = -1
  let closed = -1
  for (let at = start; at < text.length; at++) {
    const sign = text.charAt(at)
    if (quote) quote = sign === quote ? '' : quote
    else if (sign === '"' || sign === "'") quote = sign
    else if (text.startsWith('<!--', at)) at = Math.max(at, text.indexOf('-->', at))
    else if (sign === '[' && opened < 0) opened = at
    else if (sign === ']' && opened >= 0) closed = at
    else if (sign === '>' && (opened < 0 || closed >= 0))
      return { end: at + 1, subset: opened < 0 ? '' : text.slice(opened + 1, closed) }
  }
  return { end: -1, subset: '' }
}
