// argv → one command. The only file that knows process.argv and process.exitCode.

import { writeSync } from 'node:fs'
import { Command, InvalidArgumentError, Option } from 'commander'
import type { Options } from './build/resolve-settings.ts'
import type { CheckOptions } from './commands/check.ts'
import type { CompareOptions } from './commands/compare.ts'
import type { DevOptions } from './commands/dev.ts'
import type { ImportOptions } from './commands/import.ts'
import type { ImposeOptions } from './commands/impose.ts'
import type { InitOptions } from './commands/init.ts'
import type { NewOptions } from './commands/new.ts'
import type { SchemaOptions } from './commands/schema.ts'
import type { VerifyOptions } from './commands/verify.ts'
import { EDITIONS } from './editions/editions.ts'
import type { FileKind } from './model/chapter.ts'
import { withoutCommands } from './report/workflow-commands.ts'

// Each command is loaded when it is asked for: half a second is much for `--help`.
const REPORTS = ['text', 'json', 'github', 'sarif']

const program = new Command('whitepaper')
  .description('Publishes a white paper from plain text: Markdown in, a verified PDF out.')
  .showHelpAfterError('(whitepaper --help lists what can be asked for)')
  .exitOverride()

const shared = (name: string, description: string): Command =>
  program
    .command(name)
    .description(description)
    .option('--root <folder>', 'the publication to build (default: this folder)', notEmpty)
    .option('--strict', 'warnings count as errors')
    .addOption(
      new Option('--report <form>', 'how findings are written; json and sarif go to standard output').choices(
        REPORTS,
      ),
    )
    .option('--all', 'show each finding, however many there are')
    .option('--quiet', 'say nothing but the findings')

shared('build', 'print the publication, read it back, and write the PDF when it is fit to publish')
  .option('--out <folder>', 'where the files go (default: dist in the publication)', notEmpty)
  .option('--draft', 'build in spite of errors, under a name of its own and marked on every page')
  .option('--html <file>', 'also write the exact HTML that was printed', notEmpty)
  .option(
    '--edition <names>',
    `${EDITIONS.map(({ name, is }) => `${name}: ${is}`).join('; ')}; several with commas between (default: screen)`,
    notEmpty,
  )
  .option(
    '--sheet <size>',
    'the sheet of a booklet: A4, A3, or 320x450 in mm (default: twice the page)',
    notEmpty,
  )
  .option('--marks', 'mark folds and staples on the booklet')
  .option('--browser <path>', 'a browser to print with, or the ws:// address of one', notEmpty)
  .action(async (options: Options) => {
    const { buildCommand } = await import('./commands/build.ts')
    process.exitCode = await buildCommand(options)
  })

shared('site', 'build the website and show it on this machine')
  .option('--out <folder>', 'where the files go (default: dist in the publication)', notEmpty)
  .option('--draft', 'build in spite of errors, in a folder of its own and marked on every page')
  .option('--port <number>', 'where it is shown: http://127.0.0.1:PORT/', portNumber, 4173)
  .action(async (options: Options & { port: number }) => {
    const { siteCommand } = await import('./commands/site.ts')
    process.exitCode = await siteCommand(options)
  })

program
  .command('dev')
  .description('show the printed pages in your browser, and print them anew whenever you save')
  .option('--root <folder>', 'the publication to show (default: this folder)', notEmpty)
  .option('--out <folder>', 'where builds go, and what is not watched (default: dist in it)', notEmpty)
  .option('--port <number>', 'where it is shown: http://127.0.0.1:PORT/', portNumber, 4174)
  .option('--open', 'open that address in your browser')
  .option(
    '--editor <name>',
    'what opens a file from the page: vscode, zed, idea … or an address with {path} and {line}',
    notEmpty,
  )
  .option('--browser <path>', 'a browser to print with, or the ws:// address of one', notEmpty)
  .option('--quiet', 'say nothing but where it is shown')
  .action(async (options: DevOptions) => {
    const { devCommand } = await import('./commands/dev.ts')
    process.exitCode = await devCommand(options)
  })

shared('check', 'everything that needs no browser')
  .option('--fix', 'mend in the files what can be mended without changing what they say')
  .action(async (options: CheckOptions) => {
    const { checkCommand } = await import('./commands/check.ts')
    process.exitCode = await checkCommand(options)
  })

program
  .command('explain')
  .description(
    'why a rule matters, what it says, how to mend it and how to switch it; without a name, all rules',
  )
  .argument('[rule]', 'the name at the end of a finding, such as link-says-where')
  .action(async (name?: string) => {
    const { explainCommand } = await import('./commands/explain.ts')
    process.exitCode = explainCommand(name)
  })

program
  .command('verify')
  .description('check the bytes of PDF files, and ask veraPDF where it is there')
  .argument('[files...]', 'PDF files (default: those in dist)')
  .option('--root <folder>', 'the publication whose dist is meant (default: this folder)', notEmpty)
  .option('--out <folder>', 'where its files are (default: dist in the publication)', notEmpty)
  .option('--verapdf <path>', 'the jar or program of veraPDF (default: the one that was installed)', notEmpty)
  .addOption(
    new Option('--report <form>', 'how findings are written; json and sarif go to standard output').choices(
      REPORTS,
    ),
  )
  .option('--all', 'show each finding, however many there are')
  .option('--quiet', 'say nothing but the findings')
  .action(async (files: readonly string[], options: VerifyOptions) => {
    const { verifyCommand } = await import('./commands/verify.ts')
    process.exitCode = await verifyCommand(files, options)
  })

program
  .command('impose')
  .description('put the pages of a PDF on sheets to be folded into a booklet, or side by side as proof pages')
  .argument('<file>', 'a PDF; it stays as it is')
  .option(
    '--out <file>',
    'the file to write (default: FILE-booklet.pdf or FILE-two-up.pdf beside it)',
    notEmpty,
  )
  .option('--sheet <size>', 'A4, A3, or 320x450 in mm (default: twice the page)', notEmpty)
  .addOption(
    new Option('--layout <form>', 'booklet (default), or two-up in reading order').choices([
      'booklet',
      'two-up',
    ]),
  )
  .option('--section <sheets>', 'sheets to be folded together, at most (default: a pile of 2 mm)', notEmpty)
  .option('--paper <mm>', 'thickness of the paper, for the creep (default: 0.1)', notEmpty)
  .option('--marks', 'mark folds and staples')
  .option('--back-cover', 'the last page is the back cover: blank pages go before it')
  .addOption(
    new Option('--report <form>', 'how findings are written; json and sarif go to standard output').choices(
      REPORTS,
    ),
  )
  .option('--quiet', 'say nothing but the findings')
  .action(async (file: string, options: ImposeOptions) => {
    const { imposeCommand } = await import('./commands/impose.ts')
    process.exitCode = await imposeCommand(file, options)
  })

program
  .command('compare')
  .description('say what an edit did to a paper: text, page breaks, page references')
  .argument('<old>', 'a PDF, or the folder of a build')
  .argument('<new>', 'a PDF, or the folder of a build')
  .option('--html <file>', 'also write a page that shows both side by side, for a browser', notEmpty)
  .option('--all', 'show every page that changed there, however many')
  .option('--json', 'the same as --report json')
  .addOption(
    new Option('--report <form>', 'text, json, or github: the summary of a job as well').choices([
      'text',
      'json',
      'github',
    ]),
  )
  .option('--exit-code', 'end with 1 where they differ')
  .option('--quiet', 'print nothing but faults')
  .action(async (old: string, now: string, options: CompareOptions) => {
    const { compareCommand } = await import('./commands/compare.ts')
    process.exitCode = await compareCommand(old, now, options)
  })

program
  .command('import')
  .description('make drafts of launch-day moments from an archive of posts or photographs')
  .argument('<archive>', 'a zip, a file or a folder: Twitter, Mastodon, Bluesky, Flickr, or photographs')
  .option('--root <folder>', 'the publication that gets them (default: this folder)', notEmpty)
  .option('--hashtag <tag>', 'only posts with this hashtag', notEmpty)
  .option('--from <time>', 'only from this day or time on: 2013-07-26, 2013-07-26T09:00', notEmpty)
  .option('--to <time>', 'only up to this day or time', notEmpty)
  .option('--with-location', 'keep where photographs were taken, as words')
  .addOption(
    new Option('--report <form>', 'how findings are written; json and sarif go to standard output').choices(
      REPORTS,
    ),
  )
  .option('--all', 'show each finding, however many there are')
  .option('--quiet', 'say nothing but the findings')
  .action(async (archive: string, options: ImportOptions) => {
    const { importCommand } = await import('./commands/import.ts')
    process.exitCode = await importCommand(archive, options)
  })

program
  .command('init')
  .description('make a small, complete publication of your own that builds at once')
  .argument('[folder]', 'one that is empty, or not there yet')
  .option('--root <folder>', 'the same, as the other commands name it', notEmpty)
  .option('--title <title>', 'its title (default: you are asked)', notEmpty)
  .addOption(
    new Option('--style <name>', 'whose rules of writing are told (default: you are asked)').choices([
      'gov-uk',
      'none',
    ]),
  )
  .addOption(
    new Option('--report <form>', 'how findings are written; json goes to standard output').choices(REPORTS),
  )
  .option('--quiet', 'say nothing but the findings')
  .action(async (folder: string | undefined, { root, ...options }: InitOptions & { root?: string }) => {
    const { initCommand } = await import('./commands/init.ts')
    process.exitCode = await initCommand(folder ?? root ?? '.', options)
  })

const anew = program
  .command('new')
  .description('write a new case study or chapter, with hints for what goes where')

const newFile = (kind: FileKind, description: string): Command =>
  anew
    .command(kind)
    .description(description)
    .argument('[title]', 'its title, in quotation marks; without it, you are asked')
    .option('--root <folder>', 'the publication that gets it (default: this folder)', notEmpty)
    .option('--part <title>', 'the part of publication.yaml that lists it, or front, or back', notEmpty)
    .addOption(
      new Option('--report <form>', 'how findings are written; json goes to standard output').choices(
        REPORTS,
      ),
    )
    .option('--quiet', 'say nothing but the findings')
    .action(async (title: string | undefined, options: NewOptions) => {
      const { newCommand } = await import('./commands/new.ts')
      process.exitCode = await newCommand(kind, title === undefined ? options : { ...options, title })
    })

newFile('case-study', 'write a new case study under the next number, and list it in publication.yaml')
  .option('--council <name>', 'from the list in publication.yaml, or regional; once for each', several)
  .option('--channel <name>', 'from the list in publication.yaml; once for each', several)
  .option('--theme <name>', 'from the list in publication.yaml; once for each', several)
newFile('chapter', 'write a new chapter under the next number, and list it in publication.yaml')

program
  .command('schema')
  .description(
    'write the schemas by which editors complete and check publication.yaml, data and front matter',
  )
  .option('--root <folder>', 'the publication that gets them (default: this folder)', notEmpty)
  .option('--quiet', 'say nothing but the findings')
  .action(async (options: SchemaOptions) => {
    const { schemaCommand } = await import('./commands/schema.ts')
    process.exitCode = await schemaCommand(options)
  })

program
  .command('install-verapdf')
  .description('fetch veraPDF with Maven into the cache folder')
  .action(async () => {
    const { installVerapdfCommand } = await import('./commands/install-verapdf.ts')
    process.exitCode = await installVerapdfCommand()
  })

function portNumber(value: string): number {
  const port = Number(value)
  if (!/^\d+$/.test(value) || port > 65_535) throw new InvalidArgumentError('It is no port: 0 to 65535.')
  return port
}

function several(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, notEmpty(value)]
}

function notEmpty(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It is empty.')
  return value
}

// `--report json | head -1`: whoever stops reading does not stop the work, nor change how it ended.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') giveUp(error)
  })
}
// What is thrown where nobody can catch it, such as by a browser that may not be run.
process.on('uncaughtException', giveUp)

try {
  await program.parseAsync()
} catch (error) {
  const { code, exitCode } = error as { code?: string; exitCode?: number }
  if (!code?.startsWith('commander.')) giveUp(error as Error)
  process.exitCode = exitCode === 0 ? 0 : 2
}

/** One sentence and status 2. A browser that runs is ended on the way out. */
function giveUp({ message }: Error): never {
  try {
    writeSync(process.stderr.fd, `whitepaper: ${withoutCommands(message.split('\n')[0] ?? '')}\n`)
  } finally {
    process.exit(2)
  }
}
