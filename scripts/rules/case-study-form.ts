// The rules of forms for case studies that were filled in.
import { group, problem, ruleOfProblems } from './rule.ts'

export const CASE_STUDY_FORM_RULES = group({
  heading: 'Forms that were filled in',
  rules: {
    'form-is-carried': ruleOfProblems({
      kind: 'truth',
      severity: 'warning',
      why: 'Whoever filled in the form takes every word of it for sent.',
      problems: {
        missing: problem<{ label: string }>({
          says: (f) => `The form has nothing under “${f.label}”.`,
          mend: () => 'Ask whoever sent it, or write it at the top of the file.',
          example: { label: 'Summary' },
        }),
        outside: problem<{ words: string }>({
          says: (f) => `This was written beside the fields, and stands at the end of the text: “${f.words}”.`,
          mend: () => 'Move it to where it belongs.',
          example: { words: 'Call me before you print it.' },
        }),
        unknown: problem<{ field: string; words: string }>({
          says: (f) => `The form has a field that is not known, “${f.field}”. It says: “${f.words}”.`,
          mend: () => 'Write it into the text if readers need it: the form is of another release.',
          example: { field: 'Telephone', words: '01902 000000' },
        }),
      },
    }),
  },
})
