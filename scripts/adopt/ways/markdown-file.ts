// One file of Markdown.
import type { WayIn } from '../draft.ts'
import { bringIncludes } from './bring-includes.ts'
import { kindOfText } from './kind-of-text.ts'
import { IS_MARKDOWN, markdownText } from './markdown-text.ts'
import { worksOfTexts } from './works-named.ts'

export const markdownFile: WayIn = {
  recognise: async ({ only = '' }) => IS_MARKDOWN.test(only),
  read: async (given) => {
    const { text, made, findings } = await markdownText(given, given.only ?? '')
    const own = text ? [{ ...text, kind: kindOfText(text), isWhole: true }] : []
    const included = await bringIncludes(given, own)
    return {
      is: 'one file of Markdown',
      publication: {},
      texts: included.texts,
      works: worksOfTexts(given, included.texts),
      made: new Map([...made, ...included.made]),
      findings: [...findings, ...included.findings],
    }
  },
}
