// A folder of Markdown in the order of names, or one file of it.
import { posix } from 'node:path'
import type { Draft, Given, WayIn } from '../draft.ts'
import { bringIncludes } from './bring-includes.ts'
import { kindOfText } from './kind-of-text.ts'
import { listedTexts } from './listed-texts.ts'
import { IS_MARKDOWN, markdownText } from './markdown-text.ts'
import { matterIn } from './settings-of.ts'
import { treeOrder } from './tree-order.ts'

export const markdownFolder: WayIn = {
  recognise: async ({ files, only }) =>
    only === undefined ? files.names.some(isText) : IS_MARKDOWN.test(only),
  read: async (given) => (given.only === undefined ? readFolder(given) : readFile(given, given.only)),
}

async function readFile(given: Given, name: string): Promise<Draft> {
  const { text, made, findings } = await markdownText(given, name)
  const own = text ? [{ ...text, kind: kindOfText(text), isWhole: true }] : []
  const included = await bringIncludes(given, own)
  return {
    is: 'one file of Markdown',
    publication: {},
    texts: included.texts,
    made: new Map([...made, ...included.made]),
    findings: [...findings, ...included.findings],
  }
}

async function readFolder(given: Given): Promise<Draft> {
  const names = given.files.names.filter(isText)
  const texts = await Promise.all(names.map(async (name) => ({ name, matter: await matterIn(given, name) })))
  return listedTexts(given, {
    is: 'a folder of Markdown',
    publication: {},
    entries: treeOrder(texts, { root: commonFolder(names), position: () => undefined }),
    texts: names,
    findings: [],
    list: given.shown,
  })
}

/** The folder in which all of them lie. */
function commonFolder(names: readonly string[]): string {
  const [first = '', ...others] = names.map((name) => posix.dirname(name).split('/'))
  const steps = [...first].filter((_, index, all) =>
    others.every((other) => all.slice(0, index + 1).every((step, at) => other[at] === step)),
  )
  return steps.join('/').replace(/^\.$/, '')
}

/** Files that are about a repository and not of its text. */
const ABOUT_THE_FOLDER =
  /^(?:contributing|changelog|code_of_conduct|code-of-conduct|license|licence|security|support|pull_request_template|issue_template|adopted(?:-\d+)?)\.\w+$/i

const isText = (name: string): boolean =>
  IS_MARKDOWN.test(name) &&
  !ABOUT_THE_FOLDER.test(posix.basename(name)) &&
  !name.split('/').some((part) => part.startsWith('.'))
