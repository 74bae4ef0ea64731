// `whitepaper explain`: what a rule is for, what it says, and how to switch it.

import { handbookFrom, pageOfRule } from '../ground/handbook.ts'
import { nearest } from '../ground/language/nearest.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
import type { Severity } from '../model/place.ts'
import type { RuleKind } from '../rules/rule.ts'
import { headingOf, type RuleId, ruleIds, ruleOf } from '../rules/rules.ts'

/**
 * What is printed for one rule, or for all of them when none is named. Throws WrongUseError for one that is not
 * there.
 */
export function explain(name?: string): string {
  if (name === undefined) return listOfRules()
  const id = ruleIds.find((one) => one === name)
  if (id) return pageOf(id)
  const suggestion = nearest(name, ruleIds)
  throw new WrongUseError(
    `There is no rule \`${name}\`.`,
    suggestion ? `Did you mean \`${suggestion}\`?` : '`whitepaper explain` lists them all.',
  )
}

/** Exit status 0, or 2 for a rule that is not there. */
export function explainCommand(name?: string): number {
  try {
    process.stdout.write(`${explain(name)}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof WrongUseError)) throw error
    process.stderr.write(`whitepaper: ${error.message}\n    ${error.mend}\n`)
    return 2
  }
}

function listOfRules(): string {
  const width = Math.max(...ruleIds.map((id) => id.length))
  const lines = ruleIds.flatMap((id, index) => {
    const group = headingOf(id)
    const before = index > 0 ? headingOf(ruleIds[index - 1]!) : undefined
    const { kind, severity, why } = ruleOf(id)
    const row = `  ${id.padEnd(width)}  ${severity.padEnd(7)}  ${kind.padEnd(13)}  ${why}`
    return group === before ? [row] : [...(index > 0 ? [''] : []), group, row]
  })
  return [...lines, '', '`whitepaper explain RULE` tells more of one.'].join('\n')
}

function pageOf(id: RuleId): string {
  const { kind, severity, why, says, mend, page, example = {} } = ruleOf(id)
  return [
    `${id}: ${NAMES[severity]}`,
    `  ${KINDS[kind]}`,
    '',
    `  ${why}`,
    '',
    'What it says, for example',
    `  ${says(example)}`,
    '',
    'How to mend it',
    `  ${mend(example)}`,
    '',
    'How to switch it, in publication.yaml',
    ...switchOf(id, severity).map((line) => `  ${line}`),
    '',
    'In the handbook',
    ...[pageOfRule(id), ...(page ? [page] : [])].map((one) => `  ${handbookFrom(process.cwd(), one)}`),
  ].join('\n')
}

const NAMES: Readonly<Record<Severity, string>> = {
  error: 'an error, which stops the build',
  warning: 'a warning, which stops a build with --strict',
  info: 'info, which stops nothing',
}

const KINDS: Readonly<Record<RuleKind, string>> = {
  truth: 'truth: what was written is what is read',
  accessibility: 'accessibility: what WCAG and PDF/UA ask for, in every style',
  safety: 'safety: nothing is run, fetched or shown that should not be',
  print: 'print: what pages and paper need',
  making: 'making: without it there is no paper',
  slip: 'slip: wrong in anybody’s style',
  style: 'style: told where publication.yaml says `style: gov-uk`, or names this rule',
}

function switchOf(id: RuleId, severity: Severity): string[] {
  if (severity === 'error')
    return ['Not at all: it is one of those that prove the paper fit to be published.']
  return [
    'rules:',
    `  ${id}: { severity: ${severity === 'info' ? 'off' : 'info'}, reason: Why it does not suit this paper }`,
    'severity is off, info, warning or error. To leave single things alone, name words, files or folders:',
    'rules:',
    `  ${id}: { except: [words of the text, case-studies/], reason: Why these stay }`,
  ]
}
