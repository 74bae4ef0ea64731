import type { Root } from 'mdast'
import type { OutlineBlock, SourceText } from '../model.ts'
import { sourceOutline } from './source-outline.ts'

/** What a file says, block by block in the order of print, notes last. */
export const sourceText = (tree: Root): SourceText[] =>
  textOfOutline(sourceOutline(tree, { level: 1, target: () => undefined }))

/** The words of an outline alone: what stands for a picture is not text of the page. */
export const textOfOutline = (outline: readonly OutlineBlock[]): SourceText[] =>
  outline.flatMap(({ kind, text, line }) => (kind === 'figure' || text === '' ? [] : [{ line, text }]))
