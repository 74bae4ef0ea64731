import { HtmlValidate } from 'html-validate'

export const pagesOf = (files: ReadonlyMap<string, string>): (readonly [string, string])[] =>
  [...files].filter(([path]) => path.endsWith('.html'))

const VALIDATOR = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // A frame around a region that scrolls, and the roles of charts and of their figures, are meant as they are.
    'prefer-native-element': 'off',
    'no-redundant-role': 'off',
    // Attributes without a value, and the ids of a book in any language, are valid.
    'valid-id': ['error', { relaxed: true }],
    'long-title': 'off',
    'no-inline-style': 'error',
  },
})

/** What another program finds wrong in the HTML of a website. */
export async function faultsIn(files: ReadonlyMap<string, string>): Promise<string[]> {
  const faults: string[] = []
  for (const [path, html] of pagesOf(files)) {
    const { results } = await VALIDATOR.validateString(html)
    for (const { ruleId, line, message } of results.flatMap(({ messages }) => messages))
      faults.push(`${path}:${line} ${ruleId} ${message}`)
  }
  return faults
}
