import type { Finding } from '../../model.ts'
import { finding } from '../../rules.ts'
import { type PrintedFile, reference } from '../read-printed.ts'

// Chromium draws in units of 0.24 pt (1/300 inch) and sets the text area's content in CSS pixels: 0.75 pt / 0.24 pt.
const FULL_SIZE = 3.125
const AFTER_CLIP = /re\s+W\*?\s+n\s+q\s+([\d.]+) 0 0 ([\d.]+) [-\d.]+ [-\d.]+ cm/

// Chromium shrinks all pages alike, so a few that have content tell.
const SAMPLE = 24

/** Whether Chromium shrank the pages to make something fit: read from the matrix that begins each page's content. */
export function checkScale(printed: PrintedFile): Finding[] {
  const step = Math.max(1, Math.floor(printed.pages.length / SAMPLE))
  for (let index = 0; index < printed.pages.length; index += step) {
    const scale = scaleOf(printed, printed.pages[index]!)
    if (scale !== undefined && Math.abs(scale / FULL_SIZE - 1) > 0.0005) {
      return [
        finding('scale-is-one', { page: index + 1 }, { actual: ((scale / FULL_SIZE) * 100).toFixed(1) }),
      ]
    }
  }
  return []
}

function scaleOf(printed: PrintedFile, page: number): number | undefined {
  const head = printed.streamHead(reference(printed.object(page), 'Contents'), 1024)
  const scale = AFTER_CLIP.exec(head)?.[1]
  return scale === undefined ? undefined : Number(scale)
}
