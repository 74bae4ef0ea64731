import { createHash } from 'node:crypto'
import type { Severity } from '../model/place.ts'
import { type RuleId, ruleOf } from '../rules/rules.ts'
import type { LocatedFinding, Range } from './locate-findings.ts'

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>

export interface SarifRun {
  readonly version: string
  /**
   * What a finding of no file is shown at: code scanning takes none without a place. Path below the repository's
   * root.
   */
  readonly home: string
  /** Address of the page of a rule in the handbook; undefined where there is none that others could open. */
  helpUri(id: RuleId): string | undefined
  /** Why the command came to no end, '' when it did. */
  readonly refusal: string
}

/**
 * Findings as SARIF 2.1.0 (OASIS), for code scanning. Paths are relative to the repository's root, columns in UTF-16
 * units.
 */
export function reportSarif(
  findings: readonly LocatedFinding[],
  { version, home, helpUri, refusal }: SarifRun,
): object {
  const ids = [...new Set(findings.map(({ finding }) => finding.rule))].sort()
  const count = fingerprints()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'whitepaper', version, rules: ids.map((id) => describeRule(id, helpUri(id))) },
        },
        invocations: [invocation(refusal)],
        originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the repository.' } } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((one) => result(one, ids, home, count(one))),
      },
    ],
  }
}

const invocation = (refusal: string): object =>
  refusal === ''
    ? { executionSuccessful: true }
    : {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: 'error', message: { text: refusal } }],
      }

function describeRule(id: RuleId, helpUri: string | undefined): object {
  const { kind, severity, why } = ruleOf(id)
  const words = id.replaceAll('-', ' ')
  return {
    id,
    shortDescription: { text: `${words.charAt(0).toUpperCase()}${words.slice(1)}.` },
    fullDescription: { text: why },
    help: { text: withoutLinks(mendOf(id)) },
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: [kind],
      'problem.severity': { error: 'error', warning: 'warning', info: 'recommendation' }[severity],
    },
  }
}

/** How to mend it whatever it is about: what only a finding knows is left open. */
function mendOf(id: RuleId): string {
  const open = new Proxy({}, { get: (_, key) => (key === 'suggestion' || key === 'mend' ? undefined : '…') })
  const mend = ruleOf(id).mend(open)
  return mend === '' || mend.includes('undefined') ? ruleOf(id).why : mend
}

function result(one: LocatedFinding, ids: readonly RuleId[], home: string, fingerprint: string): object {
  const { finding, path, range } = one
  const page = finding.place.page
  return {
    ruleId: finding.rule,
    ruleIndex: ids.indexOf(finding.rule),
    level: LEVELS[finding.severity],
    message: {
      text: withoutLinks(
        `${finding.message}${page === undefined ? '' : ` (page ${page} of the PDF)`} ${finding.mend}`,
      ),
    },
    locations: [{ physicalLocation: { artifactLocation: artifact(path || home), region: regionOf(range) } }],
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(page === undefined ? {} : { properties: { page } }),
    ...fixesOf(one),
  }
}

/** In a message `[words](address)` is a link (SARIF 2.1.0, 3.11.6): text of a publication makes none. */
const withoutLinks = (text: string): string => text.replace(/\[([^[\]]*)\](?=\()/g, '\\[$1\\]')

const artifact = (path: string): object => ({
  uri: path.split('/').map(encodeURIComponent).join('/'),
  uriBaseId: 'SRCROOT',
})

const regionOf = ({ line, column, endLine, endColumn }: Range = { line: 1 }): object => ({
  startLine: line,
  ...(column === undefined ? {} : { startColumn: column }),
  ...(endLine === undefined ? {} : { endLine }),
  ...(endColumn === undefined ? {} : { endColumn }),
})

/** Only of a mend that was found in the file as it is now: its range says where. */
function fixesOf({ finding: { fix, mend }, path, range }: LocatedFinding): object {
  if (!fix || path === '' || range?.endLine === undefined) return {}
  const replacement = { deletedRegion: regionOf(range), insertedContent: { text: fix.becomes } }
  const change = { artifactLocation: artifact(path), replacements: [replacement] }
  return { fixes: [{ description: { text: mend }, artifactChanges: [change] }] }
}

/**
 * What stays the same when lines move: rule, file, and the words of the line, or, where there is none, of the
 * finding. Several that are alike are counted.
 */
function fingerprints(): (one: LocatedFinding) => string {
  const seen = new Map<string, number>()
  return ({ finding, path, lineText }) => {
    const words = lineText.trim().replace(/\s+/g, ' ') || finding.message
    const hash = createHash('sha256')
      .update([finding.rule, path, words].join('\0'))
      .digest('hex')
      .slice(0, 16)
    const count = (seen.get(hash) ?? 0) + 1
    seen.set(hash, count)
    return `${hash}:${count}`
  }
}
