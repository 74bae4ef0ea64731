// The page of the rules, from the rules themselves: the words are those that an author reads.
import type { RootContent } from 'mdast'
import type { RuleKind } from '../../scripts/rules/rule.ts'
import { headingOf, type RuleId, ruleIds, ruleOf } from '../../scripts/rules/rules.ts'
import { heading, list, type Page, paragraph, table } from './markdown.ts'

export const rulesPage = (): Page => ({
  title: 'Rules',
  standfirst: 'Every rule, how severe it is, why it matters, what it says and how to mend it.',
  content: [
    paragraph(
      'The id of a rule names the healthy state. An error stops the paper, a warning does not (with `--strict` it does), info is worth a look. `npx whitepaper explain RULE` says the same at the command line, and how to switch the rule. What a rule says stands in bold, with how to mend it behind: an example for each of the things that it finds.',
    ),
    ...table([
      ['Kind', 'What its rules are about', 'How many'],
      ...Object.entries(KINDS).map(([kind, about]) => [
        kind,
        about,
        String(ruleIds.filter((id) => ruleOf(id).kind === kind).length),
      ]),
    ]),
    ...ruleIds.flatMap(ofRule),
  ],
})

function ofRule(id: RuleId, index: number): RootContent[] {
  const { kind, severity, why, says, mend, example = {}, moreExamples = [] } = ruleOf(id)
  const group = headingOf(id)
  const before = index > 0 ? headingOf(ruleIds[index - 1]!) : undefined
  return [
    ...(group === before ? [] : [heading(2, group)]),
    heading(3, id),
    paragraph(`${SEVERITIES[severity]} of the kind ${kind}. ${why}`),
    list([example, ...moreExamples].map((facts) => ({ says: says(facts), mend: mend(facts) }))),
  ]
}

const SEVERITIES = { error: 'An error', warning: 'A warning', info: 'A remark (info)' } as const

const KINDS: Readonly<Record<RuleKind, string>> = {
  truth: 'what was written is what is read',
  accessibility: 'what WCAG and PDF/UA ask for, in every style',
  safety: 'nothing is run, fetched or shown that should not be',
  print: 'what pages and paper need',
  making: 'what keeps a paper from being made',
  slip: 'what is wrong in anybody’s style',
  style: 'how a house writes, told where `style:` or `rules:` asks for it',
}
