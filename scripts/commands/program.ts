// Every command with its options, as data: the help of the program and the handbook are made from it, and nothing
// runs until it is asked.

import { Command, type Option } from 'commander'
import type { Options } from '../build/resolve-settings.ts'
import { EDITIONS } from '../editions/editions.ts'
import { handbookFrom } from '../ground/handbook.ts'
import { VERSION } from '../ground/version.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
import { kindsInWords } from '../import/kinds-of-archives.ts'
import type { FileKind } from '../model/chapter.ts'
import type { AdoptOptions } from './adopt.ts'
import type { CheckOptions } from './check.ts'
import type { CompareOptions } from './compare.ts'
import type { ConsentOptions } from './consent.ts'
import type { CurateOptions } from './curate.ts'
import type { DevOptions } from './dev.ts'
import type { ImportOptions } from './import.ts'
import type { ImposeOptions } from './impose.ts'
import type { InitOptions } from './init.ts'
import type { NewOptions } from './new.ts'
import type { NewFormOptions } from './new-form.ts'
import {
  all,
  browser,
  choice,
  flag,
  marks,
  noCache,
  ofFindings,
  out,
  port,
  quiet,
  report,
  root,
  sheet,
  text,
  texts,
} from './options.ts'
import type { ReviewOptions } from './review.ts'
import type { SchemaOptions } from './schema.ts'
import type { VerifyOptions } from './verify.ts'

// Each command is loaded when it is asked for: half a second is much for `--help`.
export const program = new Command('whitepaper')
  .description('Publishes a white paper from plain text: Markdown in, a verified PDF out.')
  .version(VERSION, '--version', 'say which release this is')
  .showHelpAfterError('(whitepaper --help lists what can be asked for)')
  .addHelpText('after', () => `\nThe handbook: ${handbookFrom(process.cwd())}`)
  .exitOverride()

/** `words`: the name and what stands behind it: `impose <file>`. */
const command = (
  words: string,
  description: string,
  options: readonly Option[] = [],
  parent = program,
): Command =>
  options.reduce((made, option) => made.addOption(option), parent.command(words).description(description))

const draft = (what: string): Option =>
  flag('--draft', `build in spite of errors, ${what} and marked on every page`)

command('build', 'print the publication, read it back, and write the PDF when it is fit to publish', [
  root(),
  ...ofFindings,
  out,
  draft('under a name of its own'),
  text('--html <file>', 'also write the exact HTML that was printed'),
  text(
    '--edition <names>',
    `${EDITIONS.map(({ name, is }) => `${name}: ${is}`).join('; ')}; several with commas between (default: screen)`,
  ),
  sheet,
  marks,
  browser,
  noCache,
]).action(async (options: Options) => {
  const { buildCommand } = await import('./build.ts')
  process.exitCode = await buildCommand(options)
})

command('site', 'build the website and show it on this machine', [
  root(),
  ...ofFindings,
  out,
  draft('in a folder of its own'),
  port(4173),
]).action(async (options: Options & { port: number }) => {
  const { siteCommand } = await import('./site.ts')
  process.exitCode = await siteCommand(options)
})

command('dev', 'show the printed pages in your browser, and print them anew whenever you save', [
  root('the publication to show'),
  text('--out <folder>', 'where builds go, and what is not watched (default: dist in it)'),
  port(4174),
  flag('--open', 'open that address in your browser'),
  text(
    '--editor <name>',
    'what opens a file from the page: vscode, zed, idea … or an address with {path} and {line}',
  ),
  browser,
  flag('--quiet', 'say nothing but where it is shown'),
]).action(async (options: DevOptions) => {
  const { devCommand } = await import('./dev.ts')
  process.exitCode = await devCommand(options)
})

command('check', 'everything that needs no browser', [
  root('the publication to check'),
  ...ofFindings,
  flag('--fix', 'mend in the files what can be mended without changing what they say'),
]).action(async (options: CheckOptions) => {
  const { checkCommand } = await import('./check.ts')
  process.exitCode = await checkCommand(options)
})

command(
  'explain',
  'why a rule matters, what it says, how to mend it and how to switch it; without a name, all rules',
)
  .argument('[rule]', 'the name at the end of a finding, such as link-says-where')
  .action(async (name?: string) => {
    const { explainCommand } = await import('./explain.ts')
    process.exitCode = explainCommand(name)
  })

command('verify', 'check the bytes of PDF files, and ask veraPDF where it is there', [
  root('the publication whose dist is meant'),
  text('--out <folder>', 'where its files are (default: dist in the publication)'),
  text('--verapdf <path>', 'the jar or program of veraPDF (default: the one that was installed)'),
  report,
  all,
  quiet,
])
  .argument('[files...]', 'PDF files (default: those in dist)')
  .action(async (files: readonly string[], options: VerifyOptions) => {
    const { verifyCommand } = await import('./verify.ts')
    process.exitCode = await verifyCommand(files, options)
  })

command(
  'impose',
  'put the pages of a PDF on sheets to be folded into a booklet, or side by side as proof pages',
  [
    text('--out <file>', 'the file to write (default: FILE-booklet.pdf or FILE-two-up.pdf beside it)'),
    sheet,
    choice('--layout <form>', 'booklet (default), or two-up in reading order', ['booklet', 'two-up']),
    text('--section <sheets>', 'sheets to be folded together, at most (default: a pile of 2 mm)'),
    text('--paper <mm>', 'thickness of the paper, for the creep (default: 0.1)'),
    marks,
    flag('--back-cover', 'the last page is the back cover: blank pages go before it'),
    report,
    quiet,
  ],
)
  .argument('<file>', 'a PDF; it stays as it is')
  .action(async (file: string, options: ImposeOptions) => {
    const { imposeCommand } = await import('./impose.ts')
    process.exitCode = await imposeCommand(file, options)
  })

command('compare', 'say what an edit did to a paper: text, page breaks, references', [
  text('--html <file>', 'also write a page that shows both side by side, for a browser'),
  text(
    '--pdf <file>',
    'also write the new paper as a PDF with its changes marked, a list of them at its head',
  ),
  flag('--all', 'show every page that changed there, however many'),
  flag('--json', 'the same as --report json'),
  choice('--report <form>', 'text, json, or github: the summary of a job as well', [
    'text',
    'json',
    'github',
  ]),
  flag('--exit-code', 'end with 1 where they differ'),
  flag('--quiet', 'print nothing but faults'),
])
  .argument('<old>', 'a PDF, or the folder of a build')
  .argument('<new>', 'a PDF, or the folder of a build')
  .action(async (old: string, now: string, options: CompareOptions) => {
    const { compareCommand } = await import('./compare.ts')
    process.exitCode = await compareCommand(old, now, options)
  })

command('import', 'make drafts of launch-day moments from an archive of posts or photographs', [
  root('the publication that gets them'),
  text('--hashtag <tag>', 'only posts with this hashtag'),
  text('--from <time>', 'only from this day or time on: 2013-07-26, 2013-07-26T09:00'),
  text('--to <time>', 'only up to this day or time'),
  text('--day <date>', 'the day of all that tells none: 2013-07-26'),
  flag('--with-location', 'keep where photographs were taken, and places on maps'),
  flag('--with-contacts', 'keep telephone numbers and addresses of e-mail'),
  text('--columns <pairs>', 'which column of a sheet holds what: author=Name,text=Message'),
  report,
  all,
  quiet,
])
  .argument(
    '<archive...>',
    'zips, files or folders, or - for what is pasted: archives and saved threads of services, sheets, mails, chats, saved pages, photographs',
  )
  .addHelpText('after', kindsInWords)
  .action(async (archives: readonly string[], options: ImportOptions) => {
    const { importCommand } = await import('./import.ts')
    process.exitCode = await importCommand(archives, options)
  })

command('consent', 'list the people to ask before their moments of launch day can be shown', [
  root(),
  out,
  text('--csv <file>', 'also as a file for spreadsheets, with how to reach them'),
  text('--mails <folder>', 'write a mail for each of them, as plain text; none is sent'),
  report,
  quiet,
]).action(async (options: ConsentOptions) => {
  const { consentCommand } = await import('./consent.ts')
  process.exitCode = await consentCommand(options)
})

command(
  'curate',
  'show what was gathered of launch day beside the story of it, to be put in order in your browser',
  [
    root(),
    port(4175),
    flag('--open', 'open that address in your browser'),
    flag('--quiet', 'say nothing but where it is shown'),
  ],
).action(async (options: CurateOptions) => {
  const { curateCommand } = await import('./curate.ts')
  process.exitCode = await curateCommand(options)
})

command('adopt', 'bring texts in from elsewhere: a folder of another tool, or files', [
  root('the publication that gets them; it is made where there is none'),
  text('--language <code>', 'which one is taken where a site has several (default: its own)'),
  report,
  all,
  quiet,
])
  .argument(
    '<original...>',
    'folders of texts (of mdBook, Quarto, MkDocs, Docusaurus, VitePress, Jekyll, Hugo, GitBook or none of them), or files; they stay as they are',
  )
  .action(async (paths: readonly string[], options: AdoptOptions) => {
    const { adoptCommand } = await import('./adopt.ts')
    process.exitCode = await adoptCommand(paths, options)
  })

command('init', 'make a small, complete publication of your own that builds at once', [
  text('--root <folder>', 'the same, as the other commands name it'),
  text('--title <title>', 'its title (default: you are asked)'),
  text(
    '--from <original>',
    'begin with the texts of a folder or a file, as adopt brings them in, instead of examples',
  ),
  choice('--style <name>', 'whose rules of writing are told (default: you are asked)', ['gov-uk', 'none']),
  report,
  quiet,
])
  .argument('[folder]', 'one that is empty, or not there yet')
  .action(async (folder: string | undefined, { root, ...options }: InitOptions & { root?: string }) => {
    const { initCommand } = await import('./init.ts')
    process.exitCode = await initCommand(folder ?? root ?? '.', options)
  })

const word = flag('--word', 'write a form for a case study, for a word processor, which adopt reads back')

const makeNew = command('new', 'write a new case study or chapter, with hints for what goes where', [word])

const newFile = (kind: FileKind, options: readonly Option[] = []): Command =>
  command(
    kind,
    `write a new ${kind === 'chapter' ? 'chapter' : 'case study'} under the next number, and list it in publication.yaml`,
    [
      root('the publication that gets it'),
      text('--part <title>', 'the part of publication.yaml that lists it, or front, or back'),
      report,
      quiet,
      ...options,
    ],
    makeNew,
  )
    .argument('[title]', 'its title, in quotation marks; without it, you are asked')
    .action(async (title: string | undefined, options: NewOptions, made: Command) => {
      const form = made.optsWithGlobals<NewFormOptions & { word?: true }>()
      if (form.word || form.out !== undefined) {
        if (kind === 'chapter' || !form.word || title !== undefined)
          throw new WrongUseError(
            'There is a form for case studies alone, and it takes no title: new --word case-study.',
            '',
          )
        const { newFormCommand } = await import('./new-form.ts')
        process.exitCode = await newFormCommand(form)
        return
      }
      const { newCommand } = await import('./new.ts')
      process.exitCode = await newCommand(kind, title === undefined ? options : { ...options, title })
    })

newFile('case-study', [
  texts('--council <name>', 'from the list in publication.yaml, or regional; once for each'),
  texts('--channel <name>', 'from the list in publication.yaml; once for each'),
  texts('--theme <name>', 'from the list in publication.yaml; once for each'),
  word,
  text('--out <file>', 'with --word: the form to write (default: case-study-form.docx)'),
])
newFile('chapter')

command('review', 'bring what reviewers did in a Word file back into the texts', [
  root('the publication that the file was made of'),
  flag('--apply', 'write the changes into the texts, and a patch that undoes them beside the Word file'),
  text('--patch <file>', 'write the changes as a patch for `git apply` (default: to standard output)'),
  ...ofFindings,
])
  .argument('<file>', 'the Word file that came back')
  .action(async (file: string, options: ReviewOptions) => {
    const { reviewCommand } = await import('./review.ts')
    process.exitCode = await reviewCommand(file, options)
  })

command(
  'schema',
  'write the schemas by which editors complete and check publication.yaml, data and front matter',
  [root('the publication that gets them'), quiet],
).action(async (options: SchemaOptions) => {
  const { schemaCommand } = await import('./schema.ts')
  process.exitCode = await schemaCommand(options)
})

command('install-browser', 'fetch the browser to print with, on systems for which npm brings none').action(
  async () => {
    const { installBrowserCommand } = await import('./install-browser.ts')
    process.exitCode = await installBrowserCommand()
  },
)

command('install-verapdf', 'fetch veraPDF with Maven into the cache folder').action(async () => {
  const { installVerapdfCommand } = await import('./install-verapdf.ts')
  process.exitCode = await installVerapdfCommand()
})
