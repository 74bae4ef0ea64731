// The fields of a case study in the issue form of GitHub (https://docs.github.com/communities, “Syntax for GitHub’s
// form schema”).
import type { Field, ListName } from './field.ts'
import { FIELDS, fieldsOf } from './fields.ts'

export interface FormField {
  readonly type: string
  readonly id: string
  readonly attributes: {
    readonly label: string
    readonly description: string
    readonly multiple?: true
    readonly options?: readonly string[]
  }
  readonly validations?: { readonly required: true }
}

/** `lists`: the names of publication.yaml that can be chosen. */
export const formFields = (
  lists: Readonly<Record<ListName, readonly string[]>>,
  fields = FIELDS,
): FormField[] =>
  fieldsOf('case-study', fields).flatMap(({ key, form, list }) =>
    form
      ? [formField(key, form, list && [...lists[list.name], ...(list.other ? [list.other.value] : [])])]
      : [],
  )

const formField = (
  id: string,
  { type, label, description, required }: NonNullable<Field['form']>,
  options?: readonly string[],
): FormField => ({
  type,
  id,
  attributes: { label, description, ...(options ? { multiple: true, options } : {}) },
  ...(required ? { validations: { required } } : {}),
})
