import { PARAGRAPH } from './word-file.ts'

/** A text for the screen. */
export const short = (text: string): string => {
  const plain = text.replaceAll(PARAGRAPH, ' ¶ ').replace(/\s+/g, ' ').replaceAll('\uFFFC', '▯')
  return plain.length > 160 ? `${plain.slice(0, 160)}…` : plain
}
