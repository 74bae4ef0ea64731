// The fields of a case study as a form for a word processor asks for them.
import { z } from 'zod'
import type { FormPart, FormQuestion } from '../../model/case-study-form.ts'
import type { Field, ListName } from './field.ts'
import { FIELDS, fieldsOf } from './fields.ts'

/** `lists`: the names of publication.yaml that can be chosen; any value will do where a list has none. */
export const formQuestions = (
  lists: Readonly<Record<ListName, readonly string[]>>,
  fields = FIELDS,
): FormQuestion[] =>
  inOrder(fieldsOf('case-study', fields)).map((row) => {
    const { key, form, schema } = row
    return {
      key,
      label: form?.label ?? capital(key),
      hint: form?.inWord ?? form?.description ?? sentence(schema.description ?? ''),
      isNeeded: form?.required ?? false,
      answer: answerOf(row, lists),
    }
  })

/** What few are asked for comes last. */
const inOrder = (fields: readonly Field[]): Field[] => [
  ...fields.filter(({ form }) => form),
  ...fields.filter(({ form }) => !form),
]

interface Schema {
  readonly type?: string
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly description?: string
}

function answerOf(
  { schema, list }: Field,
  lists: Readonly<Record<ListName, readonly string[]>>,
): FormQuestion['answer'] {
  const asked = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema
  if (list) {
    const names = lists[list.name]
    return { is: 'list', choices: names.length > 0 && list.other ? [...names, list.other.value] : names }
  }
  if (asked.anyOf?.some(({ type }) => type === 'array')) return { is: 'list', choices: [] }
  if (asked.type === 'object') return { is: 'group', parts: partsOf(asked) }
  return asked.type === 'array' && asked.items?.properties
    ? { is: 'groups', parts: partsOf(asked.items) }
    : { is: 'text' }
}

const partsOf = ({ properties = {}, required = [] }: Schema): FormPart[] =>
  Object.entries(properties).map(([key, { description = key }]) => ({
    key,
    label: key === 'file' ? 'The file' : description,
    isNeeded: required.includes(key),
    isPicture: key === 'file',
  }))

const capital = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1)

const sentence = (words: string): string => (words === '' || words.endsWith('.') ? words : `${words}.`)
