// launch/people.yaml: what a person has answered. How to reach them, and whatever else is said of them, stays.
import { type Document, isMap, isSeq, type YAMLMap, YAMLSeq } from 'yaml'
import { EditRefused } from './edit-refused.ts'
import { editYaml, setKey } from './edit-yaml.ts'
import type { ChangeOf } from './protocol.ts'

/** The file's new text; '' is one that is not there yet. Throws EditRefused. */
export const editPeople = (text: string, { name, handle, state, when, how }: ChangeOf<'person'>): string =>
  editYaml(text, (document) => {
    const person = personOf(document, name, handle)
    setKey(person, 'consent', state === 'unknown' ? '' : state)
    setKey(person, 'when', when)
    setKey(person, 'how', how)
  })

function personOf(document: Document, name: string, handle: string): YAMLMap {
  if (document.contents !== null && !isSeq(document.contents))
    throw new EditRefused('launch/people.yaml is no list of people.')
  const people = document.contents ?? new YAMLSeq()
  document.contents = people
  const known = people.items.find((one) => isMap(one) && sameName(String(one.get('name') ?? ''), name))
  if (isMap(known)) return known
  const made = document.createNode({ name, ...(handle ? { handles: [handle] } : {}) }) as YAMLMap
  const handles = made.get('handles', true)
  if (isSeq(handles)) handles.flow = true
  people.items.push(made)
  people.flow = false
  return made
}

const sameName = (one: string, other: string): boolean =>
  one.replace(/\s+/g, ' ').trim().toLowerCase() === other.replace(/\s+/g, ' ').trim().toLowerCase()
