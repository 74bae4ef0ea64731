import type { Nodes } from 'mdast'
import { wordsOf } from '../words-of.ts'

const PLACE = /^(?:<%[=-]?\s*[\w.]*title\s*-?%>|\{\{-?\s*[\w.$]*title\s*-?\}\})$/i

/** `# {{ page.title }}`, `# <%= current_page.data.title %>`: where a template would put the title of a file. */
export const isPlaceOfTitle = (node: Nodes): boolean =>
  node.type === 'heading' && node.depth === 1 && PLACE.test(wordsOf(node))
