import { isMeaning, type Meaning, withMeaning } from '../ground/html/meaning.ts'
import { mapTags } from '../ground/templating/html-tags.ts'

/** Elements that say by their name what they are, and lose it in print. */
const BY_NAME: Readonly<Record<string, Meaning>> = {
  dl: 'terms',
  dt: 'term',
  dd: 'meaning',
  aside: 'aside',
}

const CALLOUT = /\sclass="(?:[^"]*\s)?(?:callout|brief)[\s"]/
const MEANS = /\sdata-means="([^"]*)"/
const LANGUAGE = /\slang="([^"]*)"/

/**
 * Writes into the language of an element what it is, so that it lasts through printing (see meaning.ts): what its name says, or
 * `data-means`, which templates and content/ set.
 */
export const carryMeaning = (html: string, language: string): string =>
  mapTags(html, (tag, name) => {
    const meaning = meaningOf(tag, name)
    if (!meaning) return name === 'q' && LANGUAGE.test(tag) ? tag.replace('<q', '<q role="generic"') : tag
    const own = LANGUAGE.exec(tag)?.[1] ?? language
    // Chromium leaves boxes without a role or a text of their own out of its tree.
    const role = (name === 'div' || name === 'span') && !tag.includes(' role="') ? ' role="generic"' : ''
    // Of a picture without any text Chromium makes decoration. What stands here is taken off again in pdf/.
    const alt = meaning === 'picture' ? ' alt="–"' : ''
    return `<${name}${alt} lang="${withMeaning(own, meaning)}"${role}${tag.slice(name.length + 1).replace(LANGUAGE, '')}`
  })

function meaningOf(tag: string, name: string): Meaning | undefined {
  const given = MEANS.exec(tag)?.[1]
  if (given !== undefined && isMeaning(given)) return given
  if (name === 'aside' && CALLOUT.test(tag)) return 'callout'
  if (name === 'abbr' && tag.includes(' title="')) return 'abbr'
  return Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined
}
