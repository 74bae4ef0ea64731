import type { DeskFiles } from './desk-files.ts'
import type { Change } from './protocol.ts'

/** As it stands behind “Undo:”. */
export function wordsOfChange(change: Change, files: DeskFiles): string {
  if (change.kind === 'person') return `the answer of ${change.name}`
  if ('name' in change) return `${WORDS[change.kind]} ${momentInWords(change.name, files)}`
  return WORDS[change.kind]
}

const WORDS: Readonly<Record<Exclude<Change['kind'], 'person'>, string>> = {
  moment: 'what was set for',
  picture: 'what was set for a picture of',
  take: 'taking',
  leave: 'leaving',
  move: 'moving an item of the story',
  'add-line': 'adding a line',
  line: 'changing a line',
  'add-part': 'adding a part',
  part: 'naming a part',
  'move-part': 'moving a part',
  'remove-part': 'removing a part',
}

const LONGEST = 40

function momentInWords(name: string, files: DeskFiles): string {
  const moment = files.moments().find((one) => one.name === name)
  const text = moment?.text || moment?.pictures[0]?.alt || name
  return `“${text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text}”`
}
