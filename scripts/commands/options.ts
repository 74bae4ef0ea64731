// The options that several commands share, and what may stand behind an option.
import { InvalidArgumentError, Option } from 'commander'

const REPORTS = ['text', 'json', 'github', 'sarif']

/** Of text that may neither be empty nor left out. */
export const text = (flags: string, description: string): Option =>
  new Option(flags, description).argParser(given)

/** One that may stand there several times. */
export const texts = (flags: string, description: string): Option =>
  new Option(flags, description).argParser((value: string, earlier: readonly string[] = []) => [
    ...earlier,
    given(value),
  ])

export const choice = (flags: string, description: string, choices: readonly string[]): Option =>
  new Option(flags, description).choices(choices)

export const flag = (flags: string, description: string): Option => new Option(flags, description)

/** `which`: what the command does with the publication. */
export const root = (which = 'the publication to build'): Option =>
  text('--root <folder>', `${which} (default: this folder)`)

export const out = text('--out <folder>', 'where the files go (default: dist in the publication)')
export const strict = flag('--strict', 'warnings count as errors')
export const report = choice(
  '--report <form>',
  'how findings are written; json and sarif go to standard output',
  REPORTS,
)
export const all = flag('--all', 'show each finding, however many there are')
export const noCache = flag('--no-cache', 'make everything anew, whatever earlier builds left')
export const quiet = flag('--quiet', 'say nothing but the findings')
export const browser = text('--browser <path>', 'a browser to print with, or the ws:// address of one')
export const sheet = text(
  '--sheet <size>',
  'the sheet of a booklet: A4, A3, or 320x450 in mm (default: twice the page)',
)
export const marks = flag('--marks', 'mark folds and staples')

export const port = (usual: number): Option =>
  new Option('--port <number>', 'where it is shown: http://127.0.0.1:PORT/')
    .argParser(portNumber)
    .default(usual)

/** What every command takes that reads a publication and finds faults in it. */
export const ofFindings: readonly Option[] = [strict, report, all, quiet]

function portNumber(value: string): number {
  const number = Number(value)
  if (!/^\d+$/.test(value) || number > 65_535) throw new InvalidArgumentError('It is no port: 0 to 65535.')
  return number
}

function given(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It is empty.')
  // Where nothing is given, what stands behind would be taken: `--html --quiet` would write a file of that name.
  if (/^--[a-z]/.test(value)) throw new InvalidArgumentError(`It is missing: ${value} is an option.`)
  return value
}
