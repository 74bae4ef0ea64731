// `rules:` in publication.yaml: which rules a publication makes louder, quieter or silent, and why.
import { z } from 'zod'
import { nearest } from '../ground/language/nearest.ts'
import type { Severity } from '../model/place.ts'
import type { RuleChange } from '../model/publication.ts'
import { ruleIds, ruleOf } from '../rules/rules.ts'

const LOUDNESS: Readonly<Record<Severity | 'off', number>> = { off: 0, info: 1, warning: 2, error: 3 }

const change = z.strictObject({
  severity: z.enum(['off', 'info', 'warning', 'error']).optional().describe('How loud the rule is'),
  except: z
    .array(z.string().trim().min(1))
    .default([])
    .describe('Words of the text, files or folders/ that it leaves alone'),
  reason: z.string().trim().default('').describe('Why; needed where the rule is made quieter'),
})

type Change = z.infer<typeof change>

/** One change, or several where each exclusion has a reason of its own. */
const changes = z.union([change, z.array(change).min(1)], {
  error: 'must be a group of keys like `{ severity: info, reason: … }`',
})

const switchable = ruleIds.filter((id) => ruleOf(id).severity !== 'error')

/** Editors offer the names of the rules that can be switched. */
export const rulesSchema = z
  .record(z.string().meta({ enum: switchable }), changes)
  .superRefine((given, context) => {
    const tell = (path: PropertyKey[], message: string, mend: string): void =>
      context.addIssue({ code: 'custom', path, message, params: { mend } })
    for (const [name, value] of Object.entries(given)) {
      const id = ruleIds.find((one) => one === name)
      if (!id) tell([name], 'is no rule', nearestRule(name))
      else
        for (const [index, one] of listed(value).entries()) {
          const fault = faultIn(one, ruleOf(id).severity)
          if (fault) tell([name, ...(Array.isArray(value) ? [index] : []), fault.key], fault.says, fault.mend)
        }
    }
  })

function nearestRule(name: string): string {
  const suggestion = nearest(name, ruleIds)
  return suggestion ? `Did you mean \`${suggestion}\`?` : '`whitepaper explain` lists them.'
}

function faultIn({ severity, except, reason }: Change, usual: Severity) {
  const isQuieter = severity !== undefined && LOUDNESS[severity] < LOUDNESS[usual]
  if (!isQuieter && except.length === 0) return undefined
  const key = isQuieter ? 'severity' : 'except'
  if (usual === 'error')
    return {
      key,
      says: 'makes a rule quieter that proves the paper fit to be published',
      mend: 'Take it out: what is wrong must be mended.',
    }
  if (reason !== '') return undefined
  return { key, says: 'makes the rule quieter without saying why', mend: 'Add `reason:` with a sentence.' }
}

/** The changes one after another, each with the line of publication.yaml on which its rule stands. */
export function flatRules(given: z.infer<typeof rulesSchema>, yaml: string): RuleChange[] {
  const lines = yaml.split('\n')
  return ruleIds.flatMap((id) => {
    if (!given[id]) return []
    const line = lines.findIndex((one) => new RegExp(`^\\s+['"]?${id}['"]?\\s*:`).test(one)) + 1 || 1
    return listed(given[id]).map(({ severity, except, reason }) => ({
      rule: id,
      except,
      reason,
      line,
      ...(severity ? { severity } : {}),
    }))
  })
}

const listed = (given: Change | Change[] | undefined): readonly Change[] =>
  given === undefined ? [] : Array.isArray(given) ? given : [given]
