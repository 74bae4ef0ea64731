// Files of settings of other tools, read as the data that they are. Nothing in them is run.
import { decodeText } from '../../ground/files/decode-text.ts'
import { MOST_BYTES_OF_TEXT } from '../../ground/limits.ts'
import { readToml } from '../../ground/yaml/read-toml.ts'
import { readYaml } from '../../ground/yaml/read-yaml.ts'
import { splitFrontMatter } from '../../ground/yaml/split-front-matter.ts'
import type { Given, Matter, MatterValue } from '../draft.ts'
import { matterOf } from '../matter-of.ts'

/** Of YAML, JSON or TOML; empty where it cannot be read. */
export async function settingsOf(given: Given, name: string | undefined): Promise<Matter> {
  if (name === undefined) return {}
  const text = await textOf(given, name)
  if (/\.toml$/i.test(name)) return matterOf(readToml({ text, file: name, firstLine: 1 }).document)
  // `!!python/name:…` and `!ENV` name programs: what stands behind them is a value like any other.
  const plain = text.replace(/((?:^|[\s\-[,])|:[ \t]+)!{1,2}[\w/.:-]+/gm, '$1')
  return matterOf(readYaml({ text: plain, file: name, firstLine: 1 }).document)
}

/** Front matter alone. */
export async function matterIn(given: Given, name: string): Promise<Matter> {
  const { matter } = splitFrontMatter(await textOf(given, name), name)
  return matterOf(matter.document)
}

/** '' for what is no text, or too large for one. */
export async function textOf(given: Given, name: string): Promise<string> {
  const bytes = await given.files.read(name, MOST_BYTES_OF_TEXT).catch(() => undefined)
  const read = bytes && decodeText(bytes)
  return read && 'text' in read ? read.text.replace(/\r\n?/g, '\n') : ''
}

export const wordsIn = (value: MatterValue | undefined): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.replace(/\s+/g, ' ').trim() : undefined

export const groupIn = (value: MatterValue | undefined): Matter =>
  typeof value === 'object' && !Array.isArray(value) ? (value as Matter) : {}

export const listIn = (value: MatterValue | undefined): readonly MatterValue[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value as MatterValue]

/** A number that was typed. */
export const numberIn = (value: MatterValue | undefined): number | undefined =>
  typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
    ? Number(value)
    : undefined

/** Without keys that have no value. */
export const only = (values: Readonly<Record<string, MatterValue | undefined>>): Matter =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, value]],
    ),
  )

/** The file of one of these names that lies highest. */
export function fileNamed(given: Given, pattern: RegExp, deepest = 1): string | undefined {
  const found = given.files.names.filter(
    (name) => pattern.test(name.split('/').at(-1) ?? '') && name.split('/').length <= deepest + 1,
  )
  return found.sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1))[0]
}
