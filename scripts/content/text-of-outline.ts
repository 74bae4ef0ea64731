import type { OutlineBlock, SourceText } from '../model/outline.ts'

/** The words of an outline alone: what stands for a picture is not text of the page. */
export const textOfOutline = (outline: readonly OutlineBlock[]): SourceText[] =>
  outline.flatMap(({ kind, text, line }) => (kind === 'figure' || text === '' ? [] : [{ line, text }]))
