import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import { type PrintedFile, reference } from '../read-printed.ts'

// Chromium draws in units of 0.24 pt (1/300 inch) and sets the text area's content in CSS pixels: 0.75 pt / 0.24 pt.
const FULL_SIZE = 3.125
const AFTER_CLIP = /re\s+W\*?\s+n\s+q\s+([\d.]+) 0 0 ([\d.]+) [-\d.]+ [-\d.]+ cm/

// Chromium shrinks all pages alike, down to two thirds at most, so a few pages tell, and one at full size is enough. A
// drawing that begins a page has a matrix of its own, of any size.
const SAMPLE = 48
const SMALLEST = FULL_SIZE / 1.51

/** Whether Chromium shrank the pages to make something fit: read from the matrix that begins each page's content. */
export function checkScale(printed: PrintedFile): Finding[] {
  const step = Math.max(1, Math.floor(printed.pages.length / SAMPLE))
  const scales = printed.pages
    .filter((_, index) => index % step === 0)
    .map((page) => scaleOf(printed, page))
    .filter((scale) => scale !== undefined && scale >= SMALLEST && scale < FULL_SIZE * 1.0005)
  const scale = Math.max(...scales.map(Number))
  if (scales.length === 0 || scale > FULL_SIZE * 0.9995) return []
  return [finding('scale-is-one', {}, { percent: ((scale / FULL_SIZE) * 100).toFixed(1) })]
}

function scaleOf(printed: PrintedFile, page: number): number | undefined {
  const head = printed.streamHead(reference(printed.object(page), 'Contents'), 1024)
  const scale = AFTER_CLIP.exec(head)?.[1]
  return scale === undefined ? undefined : Number(scale)
}
