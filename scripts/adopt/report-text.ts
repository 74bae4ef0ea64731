// adopted.md: what was read as what, what became of it, and what a person has to look at.
import type { Finding } from '../model/finding.ts'
import type { WrittenChapter } from './chapter.ts'
import type { PlacedTable } from './place-tables.ts'
import type { OpenDraft } from './place-texts.ts'

export interface ReportFacts {
  readonly drafts: readonly OpenDraft[]
  readonly chapters: readonly WrittenChapter[]
  /** Pictures and other files that were brought along. */
  readonly brought: readonly string[]
  readonly tables: readonly PlacedTable[]
  readonly wrotePublication: boolean
  readonly findings: readonly Finding[]
}

export function reportText({
  drafts,
  chapters,
  brought,
  tables,
  wrotePublication,
  findings,
}: ReportFacts): string {
  const rows = chapters.map(({ from, file }) => `| ${code(from)} | ${code(file)} |`)
  return [
    '# What was adopted',
    ...drafts.map(({ given, draft }) => `${code(given.shown)} was read as ${draft.is}.`),
    'Nothing in the original was changed. This file is for you: it is not printed, and can be deleted.',
    '## Which file became which',
    ['| original | here |', '| --- | --- |', ...rows, ...tables.map(rowOf)].join('\n'),
    wrotePublication
      ? 'Title, language and the order of the files stand in `publication.yaml`.'
      : '`publication.yaml` was there already: where it lists its files, the new ones stand in it too, and nothing else of it was changed.',
    ...(brought.length > 0 ? ['Brought along:', list(brought.map(code))] : []),
    ...(tables.length > 0 ? ['## How its numbers are used', list(tables.map(useOf))] : []),
    '## What to look at',
    findings.length > 0 ? list(findings.map(inWords)) : 'Nothing: `whitepaper build` prints it.',
  ]
    .join('\n\n')
    .concat('\n')
}

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n')

const code = (text: string): string => {
  const marks = '`'.repeat(Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length)) + 1)
  return `${marks}${text.replaceAll('|', '\\|')}${marks}`
}

const rowOf = ({ from, file }: PlacedTable): string => `| ${code(from)} | ${code(file)} |`

/** A chart, and a number in a sentence. */
function useOf({ file, sheets }: PlacedTable): string {
  const name = file.replace(/^data\//, '')
  const others = sheets.slice(0, MOST_SHEETS).map((sheet) => code(`data="${name}#${sheet}"`))
  const further = others.length > 1 ? ` Of one sheet: ${others.join(', ')}.` : ''
  const stem = name.replace(/\.[^.]+$/, '')
  return `${code(file)}: \`:::chart{kind=bars data=${name} title="What it shows"}\` and \`:::\` on lines of their own draw it, and \`:value[${stem}.ROW.COLUMN]\` puts one number of it into a sentence.${further}`
}

const MOST_SHEETS = 12

function inWords({ place, message, mend, rule }: Finding): string {
  const where = [place.file, place.line].filter((part) => part !== undefined).join(':')
  return `${where === '' ? '' : `${code(where)} `}${message} ${mend} (${rule})`.replace(/\s+/g, ' ')
}
