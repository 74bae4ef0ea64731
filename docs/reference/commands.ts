// The page of the commands, from the program itself.
import type { Command, Option } from 'commander'
import type { RootContent } from 'mdast'
import { program } from '../../scripts/commands/program.ts'
import { code, heading, type Page, paragraph, table } from './markdown.ts'

export const commandsPage = (): Page => ({
  title: 'Commands',
  standfirst: 'Every command of the program, with its options.',
  content: [
    paragraph(
      'A command is `npx whitepaper build`, in the folder of a paper as in a clone of the repository. `--help` behind any of them says the same as this page.',
    ),
    paragraph(
      'Exit status: 0 fit to publish; 1 findings of severity error (or warnings with `--strict`), also when a draft was written in spite of them; 2 wrong use, or no browser.',
    ),
    ...program.commands.flatMap((one) => ofCommand(one)),
    heading(2, 'Variables of the environment'),
    ...table([['Variable', 'What it does'], ...VARIABLES]),
  ],
})

const VARIABLES: readonly (readonly string[])[] = [
  [
    '`SOURCE_DATE_EPOCH`',
    'Dates the PDF; else the date of the publication does. The same input gives the same bytes.',
  ],
  [
    '`WHITEPAPER_BROWSER`',
    'A Chrome or Chromium, or the `ws://` address of one, as `--browser` names it. Several addresses with commas between print at once.',
  ],
  ['`WHITEPAPER_CACHE`', 'An absolute path: where the program keeps what it remembers.'],
  [
    '`WHITEPAPER_RENDERERS`',
    'How many browsers print at once, 1 to 8. Without it as many as there are processors, or addresses. The bytes are the same; fewer need less memory.',
  ],
  ['`WHITEPAPER_VERAPDF`', 'A jar or program of veraPDF, as `--verapdf` names it.'],
]

function ofCommand(command: Command, before = ''): RootContent[] {
  const name = `${before}${command.name()}`
  if (command.commands.length > 0) return command.commands.flatMap((one) => ofCommand(one, `${name} `))
  return [
    heading(2, name),
    paragraph(`${capital(command.description())}.`),
    code('sh', `whitepaper ${name} ${usageOf(command)}`.trim()),
    ...table([
      ['Behind it', 'What it is'],
      ...command.registeredArguments.map((one) => [`\`${shown(one)}\``, one.description]),
    ]),
    ...table([['Option', 'What it does'], ...command.options.map(rowOf)]),
  ]
}

function rowOf({ flags, description, argChoices, defaultValue }: Option): string[] {
  const choices = argChoices ? ` One of: ${argChoices.map((one) => `\`${one}\``).join(', ')}.` : ''
  const usual = defaultValue === undefined ? '' : ` Without it: \`${String(defaultValue)}\`.`
  return [`\`${flags}\``, `${capital(description)}.${choices}${usual}`]
}

const usageOf = (command: Command): string =>
  [command.options.length > 0 ? '[options]' : '', ...command.registeredArguments.map(shown)]
    .filter(Boolean)
    .join(' ')

const shown = (one: Command['registeredArguments'][number]): string => {
  const name = `${one.name()}${one.variadic ? '...' : ''}`
  return one.required ? `<${name}>` : `[${name}]`
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
