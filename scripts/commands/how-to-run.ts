// A command as whoever reads of it can type it: a folder without a package.json knows no `npm run`.

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
