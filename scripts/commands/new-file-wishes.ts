// What a new file is to be: what was said on the command line, and answers to what was not.

import { fieldsOf } from '../content/fields/fields.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
import { nearest } from '../ground/yaml/checked-yaml.ts'
import type { FileKind } from '../model/chapter.ts'
import type { Publication } from '../model/publication.ts'
import type { Value } from '../start/fill-in-template.ts'
import { placeFor } from '../start/list-file.ts'
import type { Asker } from './asker.ts'
import type { NewFileWishes } from './make-new-file.ts'

export interface SaidOfNewFile {
  readonly title?: string
  readonly council?: readonly string[]
  readonly channel?: readonly string[]
  readonly theme?: readonly string[]
  readonly part?: string
}

/** Throws WrongUseError at a name that is on no list, and where something is missing that nobody can be asked for. */
export async function newFileWishes(
  root: string,
  kind: FileKind,
  said: SaidOfNewFile,
  publication: Publication,
  asker: Asker | undefined,
): Promise<NewFileWishes> {
  partIsKnown(kind, said.part, publication)
  const lists = kind === 'case-study' ? LISTS.map((list) => onList(list, said, publication)) : []
  const isConversation = said.title === undefined || lists.some(isMissing)
  const title = await titleOf(kind, said, asker)
  const values: Value[] = [{ key: 'short', value: title.length <= LONGEST_SHORT ? title : '' }]
  for (const list of lists) {
    // Whoever has said all that is needed is not asked for what can wait.
    const named = list.named.length > 0 ? list.named : await askFor(list, isConversation ? asker : undefined)
    const value = list.needed && named.length === 1 ? (named[0] ?? '') : named
    values.push({ key: list.key, value, choices: list.choices })
  }
  return { root, kind, title, values, ...(said.part === undefined ? {} : { part: said.part }) }
}

/** What fits in a running head and in the list of case studies. */
const LONGEST_SHORT = 40

const LISTS = fieldsOf('case-study').flatMap(({ key, list }) => (list ? [{ key, ...list }] : []))

interface Named {
  readonly key: string
  readonly option: string
  readonly needed: boolean
  /** What can be said where none of them fits. */
  readonly orElse: string
  readonly question: string
  readonly choices: readonly string[]
  readonly named: readonly string[]
}

/** The names as the publication spells them. Without a list there, every name will do. */
function onList(
  { key, option, name: list, question, other, needed = false }: (typeof LISTS)[number],
  said: SaidOfNewFile,
  publication: Publication,
): Named {
  const closed = publication[list]
  const choices = closed.length > 0 && other ? [...closed, other.value] : closed
  const named = (said[option] ?? []).flatMap((text) => {
    // A name may have a comma in it.
    const names = choices.includes(text.trim()) ? [text] : text.split(',')
    return names.map((name) => name.trim()).filter((name) => name !== '')
  })
  const spelt = named.map((name) => {
    const found = choices.find((choice) => choice.toLowerCase() === name.toLowerCase())
    if (found !== undefined || closed.length === 0) return found ?? name
    const meant = nearest(name, choices) ?? longerOrShorter(name, choices)
    throw new WrongUseError(
      `\`${name}\` is not among the ${list} of publication.yaml.`,
      meant
        ? `Did you mean \`${meant}\`?`
        : `It has ${choices.join(', ')}. Add \`${name}\` there first if it belongs to them.`,
    )
  })
  const orElse = other ? `; --${option} ${other.value} if ${other.when}` : ''
  return { key, option, question, choices, needed, orElse, named: [...new Set(spelt)] }
}

/** `Telford` for Telford & Wrekin, `Dudley Council` for Dudley. */
function longerOrShorter(name: string, choices: readonly string[]): string | undefined {
  const small = name.toLowerCase()
  return choices.find((choice) => {
    const other = choice.toLowerCase()
    return `${other} `.startsWith(`${small} `) || small.startsWith(`${other} `)
  })
}

const isMissing = ({ needed, named, choices }: Named): boolean =>
  needed && named.length === 0 && choices.length > 0

/** Without a list there is nothing to choose from, and the key stays empty. */
async function askFor(
  { option, question, choices, needed, orElse }: Named,
  asker: Asker | undefined,
): Promise<readonly string[]> {
  if (choices.length === 0) return []
  if (asker) return asker.several(question, choices, needed)
  if (!needed) return []
  throw new WrongUseError(
    `It was not said which ${option} the case study is about.`,
    `Add --${option} '${choices[0]}', or another of publication.yaml${orElse}.`,
  )
}

async function titleOf(kind: FileKind, said: SaidOfNewFile, asker: Asker | undefined): Promise<string> {
  const given = oneLine(said.title ?? '')
  if (given !== '') return given
  if (said.title === undefined && asker) {
    const answer = await asker.text('What is its title?', 'A headline that says what happened')
    return oneLine(answer)
  }
  throw new WrongUseError(
    `The ${kind.replace('-', ' ')} has no title.`,
    `Put it behind the command, in quotation marks: new ${kind} "A headline that says what happened".`,
  )
}

/** Front matter wants one line; control characters are of no use in it. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()

function partIsKnown(kind: FileKind, part: string | undefined, publication: Publication): void {
  if (part === undefined || placeFor(publication, kind, part)) return
  const known = [...publication.parts.map(({ title }) => title), 'front', 'back']
  const meant = nearest(part, known)
  throw new WrongUseError(
    `publication.yaml has no part “${part}”.`,
    meant ? `Did you mean “${meant}”?` : `It has ${known.map((title) => `“${title}”`).join(', ')}.`,
  )
}
