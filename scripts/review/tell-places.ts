// What came back for texts that are not what they were, or not there; and paragraphs whose marks were lost.
import { fileKey, readMark } from '../ground/review-marks.ts'
import { wordsKey } from '../ground/sent-marks.ts'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import { alike } from './likeness.ts'
import type { Paired } from './pair-stretches.ts'
import { short } from './short-words.ts'
import type { SourceBlock } from './source-block.ts'
import type { Stretch, WordFile } from './word-file.ts'

interface Texts {
  readonly files: readonly string[]
  readonly blocks: ReadonlyMap<number, SourceBlock>
}

export function tellPlaces(back: WordFile, sent: WordFile, paired: Paired, { files }: Texts): Finding[] {
  const keys = new Map(files.map((file) => [fileKey(file), file]))
  const findings: Finding[] = []
  const there = new Set(sent.stretches.map(({ text }) => alike(text)))
  const whole = wholeParagraphs(back)
  for (const [place, now] of paired.changed) {
    const stretch = back.stretches[place]
    const said = stretch && whole.get(stretch.paragraph.id)
    if (!stretch?.mark || (said !== undefined && there.has(alike(said)))) continue
    const file = keys.get(stretch.mark.file)
    const words = short(stretch.text || stretch.before)
    if (file === undefined) findings.push(finding('review-mark-is-known', {}, { problem: 'no-file', words }))
    else if (said !== undefined || !isLeftAlone(stretch, back))
      findings.push(...ofChanged(stretch, now === undefined ? undefined : sent.stretches[now], file))
  }
  for (const name of new Set(back.repeated)) {
    const mark = readMark(name)
    const own = back.stretches.find((one) => one.name === name)
    const file = mark && keys.get(mark.file)
    const facts = { problem: 'twice', words: short(own?.text ?? name) } as const
    findings.push(finding('review-mark-is-known', mark && file ? { file, line: mark.line } : {}, facts))
  }
  const { size } = paired.byWords
  if (size > 0)
    findings.push(finding('review-places-are-marked', {}, { count: size, of: back.stretches.length }))
  return findings
}

/** What a reviewer did not touch may be what its author likes. */
const isLeftAlone = ({ name = '', text }: Stretch, { wentOut }: WordFile): boolean =>
  wentOut?.get(name) === wordsKey(text)

/** Of those that a reviewer made one of several: what they say together. */
function wholeParagraphs({ stretches }: WordFile): ReadonlyMap<number, string> {
  const texts = new Map<number, { text: string; count: number }>()
  for (const { paragraph, text, isSpaced } of stretches) {
    const { text: before = '', count = 0 } = texts.get(paragraph.id) ?? {}
    texts.set(paragraph.id, { text: before + (isSpaced ? ' ' : '') + text, count: count + 1 })
  }
  return new Map([...texts].flatMap(([id, { text, count }]) => (count > 1 ? [[id, text] as const] : [])))
}

/** Of what was taken out and is gone there is nothing to tell. */
function ofChanged(stretch: Stretch, now: Stretch | undefined, file: string): Finding[] {
  const isDone = now ? alike(now.text) === alike(stretch.text) : stretch.text === ''
  if (isDone) return []
  const line = now?.mark?.line ?? stretch.mark?.line ?? 1
  const words = short(stretch.text)
  return now
    ? [
        finding(
          'review-text-is-unchanged',
          { file, line },
          { problem: 'changed', back: words, now: short(now.text) },
        ),
      ]
    : [finding('review-text-is-unchanged', { file, line }, { problem: 'gone', back: words })]
}
