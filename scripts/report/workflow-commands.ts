// What GitHub's runner takes for a command in what a program prints, and how text is kept from being one.

export type AnnotationLevel = 'error' | 'warning' | 'notice'

/** One annotation, as the runner reads it. Properties without a value are left out. */
export function annotation(
  level: AnnotationLevel,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(',')
  return `::${level}${written === '' ? '' : ` ${written}`}::${escapeData(message)}`
}

const escapeData = (text: string): string =>
  text
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/**
 * The same lines, none of which is a command: the runner takes a line that begins with `::`, spaces before it or not,
 * and, in its older form, `##[` anywhere in a line.
 */
export const withoutCommands = (text: string): string =>
  text.replaceAll('##[', '# #[').replace(/^([\s\u0085\uFEFF]*):(?=:)/gmu, '$1: ')

/** JSON that says the same and holds no command of the older form. */
export const jsonWithoutCommands = (value: unknown): string =>
  JSON.stringify(value, null, 2).replaceAll('##[', '#\\u0023[')
