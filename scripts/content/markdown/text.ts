// Running text. Line ends of the source become spaces' equals; terms of the glossary are explained.
import type { Text } from 'mdast'
import { draftOf, type Handler } from './hast.ts'
import { explainTerms } from './terms-in-text.ts'

export const text: Handler = (state, node: Text) => {
  const value = node.value.replace(/[ \t]*(\r?\n|\r)[ \t]*/g, '\n')
  return explainTerms(value, draftOf(state))
}
