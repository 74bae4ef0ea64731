import type { HtmlDocument } from '../model/document.ts'
import type { Place } from '../model/place.ts'

/** `3:14` → file 3 of the document, line 14. */
export function placeOfSource(src: string, { files }: Pick<HtmlDocument, 'files'>): Place {
  const [number, line] = src.split(':')
  const file = number ? files[Number(number)] : undefined
  if (file === undefined) return {}
  return line && Number(line) > 0 ? { file, line: Number(line) } : { file }
}
