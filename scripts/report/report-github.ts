import type { Finding } from '../model.ts'

const LEVELS = { error: 'error', warning: 'warning', info: 'notice' } as const

/** Findings as workflow commands, which GitHub shows on the changed lines of a pull request. */
export function reportGithub(findings: readonly Finding[]): string {
  return findings
    .map(({ place, severity, message, rule, mend }) => {
      const properties = Object.entries({
        file: place.file,
        line: place.line,
        col: place.column,
        title: rule,
      })
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
      return `::${LEVELS[severity]} ${properties.join(',')}::${escapeData(`${message}\n${mend}`)}`
    })
    .join('\n')
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
