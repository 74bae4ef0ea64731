import { type Bytes, isBytes, type Operand, readContentStream } from './content-stream.ts'
import { decodedText } from './decoded-text.ts'

/**
 * What marked content says of itself (ISO 32000-1, 14.6): the number of its mark, and what it is in place of its
 * glyphs.
 */
export interface MarkProperties {
  readonly id?: number
  readonly actualText?: string
}

const MCID = /\/MCID\s+(\d+)/
const ACTUAL_TEXT = /\/ActualText\s*(<[^>]*>|\([\s\S]*)/

export function markProperties(operand: Operand | undefined): MarkProperties {
  const source = typeof operand === 'string' ? operand : ''
  const id = MCID.exec(source)?.[1]
  const literal = source.includes('/ActualText') ? ACTUAL_TEXT.exec(source)?.[1] : undefined
  return {
    ...(id === undefined ? {} : { id: Number(id) }),
    ...(literal === undefined ? {} : { actualText: textOfLiteral(literal) }),
  }
}

function textOfLiteral(literal: string): string {
  let bytes: Bytes = []
  readContentStream(Buffer.from(`${literal} Tj`, 'latin1'), (_, { others: [operand] }) => {
    if (isBytes(operand) && bytes.length === 0) bytes = operand
  })
  return decodedText(bytes)
}
