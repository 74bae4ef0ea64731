// `rules:` in publication.yaml: which rules a publication makes louder, quieter or silent, and why.
import { z } from 'zod'
import type { RuleChange, Severity } from '../model.ts'
import { type RuleId, rule, ruleIds } from '../rules.ts'

const LOUDNESS: Readonly<Record<Severity | 'off', number>> = { off: 0, info: 1, warning: 2, error: 3 }

const change = z.strictObject({
  severity: z.enum(['off', 'info', 'warning', 'error']).optional(),
  except: z.array(z.string().trim().min(1)).default([]),
  reason: z.string().trim().default(''),
})

type Change = z.infer<typeof change>

/** For editors: of a rule that is an error by itself they offer what can be said, and mark the rest. */
const changeOfError = change.extend({
  severity: change.shape.severity.meta({ enum: ['error'] }),
  except: change.shape.except.meta({ maxItems: 0 }),
})

/** One change, or several where each exception has a reason of its own. */
const changes = (usual: Severity) => {
  const one = (usual === 'error' ? changeOfError : change).superRefine((given, context) => {
    const isQuieter = given.severity !== undefined && LOUDNESS[given.severity] < LOUDNESS[usual]
    if (!isQuieter && given.except.length === 0) return
    const path = [isQuieter ? 'severity' : 'except']
    if (usual === 'error') context.addIssue({ code: 'custom', path, message: NEVER, params: NEVER_MEND })
    else if (given.reason === '')
      context.addIssue({ code: 'custom', path, message: WHY, params: { mend: WHY_MEND } })
  })
  return z.union([one, z.array(one).min(1)], {
    error: 'must be a group of keys like `{ severity: info, reason: … }`',
  })
}

const NEVER = 'makes a rule quieter that proves the paper fit to be published'
const NEVER_MEND = { mend: 'Take it out: what is wrong must be mended.' }
const WHY = 'makes the rule quieter without saying why'
const WHY_MEND = 'Add `reason:` with a sentence.'

const SHAPES = {
  error: changes('error').optional(),
  warning: changes('warning').optional(),
  info: changes('info').optional(),
}

export const rulesSchema = z.strictObject(
  Object.fromEntries(ruleIds.map((id) => [id, SHAPES[rule(id).severity]])) as Record<
    RuleId,
    (typeof SHAPES)[Severity]
  >,
)

/** The changes one after another, each with the line of publication.yaml on which its rule stands. */
export function flatRules(given: z.infer<typeof rulesSchema>, yaml: string): RuleChange[] {
  const lines = yaml.split('\n')
  return ruleIds.flatMap((id) => {
    const line = lines.findIndex((one) => new RegExp(`^\\s+['"]?${id}['"]?\\s*:`).test(one)) + 1 || 1
    return listed(given[id]).map(({ severity, except, reason }) => ({
      ...{ rule: id, except, reason, line },
      ...(severity ? { severity } : {}),
    }))
  })
}

const listed = (given: Change | Change[] | undefined): readonly Change[] =>
  given === undefined ? [] : Array.isArray(given) ? given : [given]
