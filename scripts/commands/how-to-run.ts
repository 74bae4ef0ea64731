// A command as whoever reads of it can type it: a folder without a package.json knows no `npm run`.

import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** `root` as it is seen from where the command was given. */
export function howToRun(
  command: string,
  root?: string,
  { npm_command: npm }: Environment = process.env,
): string {
  const wish = root ? `--root ${/\s/.test(root) ? `'${root}'` : root}` : ''
  if (npm === 'run-script' || npm === 'run') return `npm run ${command}${wish && ` -- ${wish}`}`
  return `${npm === 'exec' ? 'npx ' : ''}whitepaper ${command}${wish && ` ${wish}`}`
}

/** A folder as it is seen from where the command was given. */
export function fromHere(root: string): string {
  const shown = relative(process.cwd(), resolve(root)) || '.'
  return shown.startsWith('..') ? resolve(root) : shown
}

/** What prints a new publication. npm would ask a registry for a program that is neither in it nor around it. */
export function howToPrint(root: string, environment: Environment = process.env): string {
  if (environment.npm_command !== 'exec' || isInstalledAround(resolve(root)))
    return `\`${howToRun('build', fromHere(root), environment)}\` prints them`
  return 'there, `npm install` brings the program, and `npm run build` prints them'
}

function isInstalledAround(folder: string): boolean {
  if (existsSync(join(folder, 'node_modules', 'whitepaper'))) return true
  return dirname(folder) !== folder && isInstalledAround(dirname(folder))
}
