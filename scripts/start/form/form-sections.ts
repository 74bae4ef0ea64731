import type { FormSection } from '../../model/case-study-form.ts'

/** The parts of a text that the template of a new one has, each with its hint. */
export function formSections(template: string): FormSection[] {
  const body = template.replace(/^---[ \t]*\n[\s\S]*?\n---[ \t]*(?:\n|$)/, '')
  const sections: FormSection[] = [{ heading: '', hint: '', isSteps: false }]
  let isSteps = false
  for (const line of body.split('\n')) {
    const heading = /^#{2,6}[ \t]+(\S.*)$/.exec(line)?.[1]
    if (/^:{3,}/.test(line)) isSteps = /^:{3,}[ \t]*steps\b/.test(line)
    if (heading !== undefined) sections.push({ heading: heading.trim(), hint: '', isSteps })
    const hint = /<!--[ \t]*Hint:[ \t]*(.*?)[ \t]*-->/.exec(line)?.[1]
    const last = sections.at(-1)
    if (hint !== undefined && last)
      sections[sections.length - 1] = { ...last, hint: `${last.hint} ${hint}`.trim() }
  }
  return sections
}
