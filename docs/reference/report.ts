// The page of report.json and of the editions it tells of.
import { z } from 'zod'
import { EDITIONS } from '../../scripts/editions/editions.ts'
import { BUILD_REPORT } from '../../scripts/ground/build-report-schema.ts'
import { type Page, paragraph, table } from './markdown.ts'
import { type Schema, schemaTables } from './schema-table.ts'

export const editionsPage = (): Page => ({
  title: 'Editions',
  standfirst: 'What can be made of one text, and the files that each edition leaves.',
  content: [
    paragraph(
      '`--edition` names them, several with commas between; without it, `screen` is made. A build that is asked for one that needs another makes that one first, and writes only what was asked for.',
    ),
    ...table([
      ['Edition', 'What it is', 'Needs', 'Files'],
      ...EDITIONS.map(({ name, is, needs, fileNames }) => [
        `\`${name}\``,
        is,
        needs.map((one) => `\`${one}\``).join(', '),
        filesOf(name, fileNames('my-paper.pdf')),
      ]),
    ]),
  ],
})

export const reportPage = (): Page => ({
  title: 'Keys of report.json',
  standfirst: 'What a build leaves beside its files, for programs.',
  content: [
    paragraph(
      'The report is written whole or not at all, and read back by the parts of the program that ask it.',
    ),
    ...schemaTables(z.toJSONSchema(BUILD_REPORT, { target: 'draft-7', io: 'input' }) as Schema),
  ],
})

const filesOf = (name: string, files: readonly string[]): string =>
  files.length === 0 ? `a folder, \`${name}/\`` : files.map((file) => `\`${file}\``).join(', ')
