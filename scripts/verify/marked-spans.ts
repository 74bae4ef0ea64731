// Marked content (ISO 32000-1, 14.6): what belongs to which tag, what is decoration, and what is said in place of
// glyphs.
import type { PDFRef } from '@cantoo/pdf-lib'
import type { Operands } from '../ground/pdf/content-stream.ts'
import { markProperties } from '../ground/pdf/mark-properties.ts'
import type { MarkSink, Reading, Sink, Span } from './reading.ts'

/** Ids of marked content are counted anew in each form (a group drawn with transparency, for instance). */
export const markKey = (id: number, form?: PDFRef): string => (form ? `${id} ${form.objectNumber}` : `${id}`)

/** Where text goes that is shown now: into the innermost mark, or beside the structure. */
export function sinkOf(reading: Reading): Sink {
  for (let index = reading.spans.length - 1; index >= 0; index--) {
    const { sink } = reading.spans[index]!
    if (sink) return sink
  }
  if (!reading.looseNow) {
    const [, b, , d, , f] = reading.state.matrix
    const yPt = reading.line[4] * b + reading.line[5] * d + f
    // The background of a page is marked content too, and painted before all else.
    const comesFirst = [...reading.marks.values()].every((mark) => mark.text === '')
    reading.looseNow = { text: '', yPt, comesFirst }
    reading.loose.push(reading.looseNow)
  }
  return reading.looseNow
}

export function openSpan(reading: Reading, { others: [tag, properties] }: Operands): void {
  const { id, actualText: actual } = markProperties(properties)
  let sink: MarkSink | undefined
  if (id !== undefined) {
    const key = markKey(id, reading.form)
    sink = reading.marks.get(key) ?? { text: '', place: undefined }
    reading.marks.set(key, sink)
  }
  if (actual !== undefined && reading.actual++ === 0) (sink ?? sinkOf(reading)).text += actual
  const reversedFrom = tag === '/ReversedChars' ? sinkOf(reading).text.length : -1
  const marks = id !== undefined ? 'content' : tag === '/Artifact' ? 'artifact' : undefined
  if (marks && reading.marked++ > 0 && isTangled(reading, marks)) reading.tangled = true
  reading.spans.push({ marks, sink, actual, reversedFrom })
  reading.sink = undefined
}

/** An artifact may stand in another, not in content that is tagged, and no tagged content in an artifact (14.8.2.2). */
const isTangled = (reading: Reading, marks: Span['marks']): boolean =>
  reading.spans.some(
    (span) => span.marks !== undefined && (span.marks === 'artifact') !== (marks === 'artifact'),
  )

export function closeSpan(reading: Reading): void {
  const span = reading.spans.pop()
  reading.sink = undefined
  if (span?.actual !== undefined) reading.actual--
  if (span?.marks) reading.marked--
  if (!span || span.reversedFrom < 0) return
  // Right-to-left text is painted from the left: the last letter comes first.
  const sink = sinkOf(reading)
  const painted = sink.text.slice(span.reversedFrom)
  sink.text = sink.text.slice(0, span.reversedFrom) + [...painted].reverse().join('')
}
