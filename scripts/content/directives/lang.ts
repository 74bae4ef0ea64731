// `:lang[mot juste]{fr}`, words of another language. <span lang="fr" role="generic">
import type { ElementContent } from 'hast'
import { isRightToLeft } from '../../ground/language/right-to-left.ts'
import { report } from '../markdown/draft.ts'
import { draftOf, h, quietly, type TextDirective } from '../markdown/hast.ts'
import { inline } from './directive.ts'

export const lang = inline({
  name: 'lang',
  about: 'words of another language, by its code',
  example: 'They found the :lang[mot juste]{fr} at once.',
  attributes: undefined,
  words: 'foreign',
  html(state, node) {
    const draft = draftOf(state)
    const children = quietly(draft, () => state.all(node)) as ElementContent[]
    const language = languageOf(node)
    // A stop behind the last word stands where that language has it.
    const direction = isRightToLeft(language) ? { dir: 'rtl' } : {}
    if (language) return h('span', { lang: language, ...direction, role: 'generic' }, ...children)
    report(draft, 'directive-is-complete', node, { problem: 'no-language', directive: ':lang' })
    return children
  },
})

function languageOf(node: TextDirective): string | undefined {
  const { lang, ...others } = node.attributes ?? {}
  const code = lang || Object.keys(others)[0]
  return code && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(code) ? code : undefined
}
