/** What GitHub's runner would take for a command in a line of a log, by its two ways of reading one. */
export function commandOf(line: string): string | undefined {
  const plain = line.replace(/^[\s\u0085\uFEFF]+/, '')
  if (plain.startsWith('::') && plain.indexOf('::', 2) > 0)
    return plain.slice(2, plain.indexOf('::', 2)).split(' ')[0]
  return /##\[([^\] ]*)[^\]]*\]/.exec(line)?.[1]
}

export const commandsIn = (text: string): readonly string[] =>
  text.split(/\r\n?|\n/).flatMap((line) => commandOf(line) ?? [])
