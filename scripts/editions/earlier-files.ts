import { access } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { digestOfTexts, makeTheSame } from '../build/inputs.ts'
import { textsOfFolder } from '../build/publish-folder.ts'
import { readBuildReport } from '../ground/build-report-schema.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import { finding, findingAs } from '../rules/finding.ts'
import { EDITIONS } from './editions.ts'
import { siteFolder } from './write-site.ts'

/**
 * Files of editions that this build does not make, left by one of other texts: somebody would send them to the
 * printer. To be asked before anything is written. What is told once is told until it is made again or gone: the
 * report keeps their names.
 */
export async function earlierFiles(
  inputs: Readonly<Record<string, string>>,
  settled: readonly string[],
  { out, fileName }: Pick<Settings, 'out' | 'fileName'>,
): Promise<readonly string[]> {
  // Without a report nobody can say what the files were made from.
  const before = await readBuildReport(out, 'inputs', 'outdated')
  if (!before) return []
  const { outdated = [] } = before
  const isOfOtherTexts = makeTheSame(before.inputs, inputs)
    ? (name: string) => outdated.includes(name)
    : () => true
  const others = EDITIONS.flatMap(({ fileNames }) => fileNames(fileName)).filter(
    (name) => !settled.includes(name) && isOfOtherTexts(name),
  )
  const there = await Promise.all(others.map((name) => isThere(join(out, name))))
  return others.filter((_, index) => there[index])
}

export const stillThere = (files: readonly string[]): readonly Finding[] =>
  files.map((file) => finding('editions-are-of-one-text', {}, { file }))

/** The website of other texts, which says itself what it was made from, where this build makes none. */
export async function earlierSite(
  inputs: Readonly<Record<string, string>>,
  settings: Settings,
): Promise<readonly Finding[]> {
  if (settings.editions.includes('site')) return []
  const folder = siteFolder(settings)
  const texts = await textsOfFolder(folder)
  if (texts === undefined || texts === digestOfTexts(inputs)) return []
  return [findingAs('info', 'editions-are-of-one-text', {}, { file: `${basename(folder)}/` })]
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
