// A template of a Markdown or YAML file, with its values put after the keys that wait for them.
import { Document } from 'yaml'

export interface Value {
  readonly key: string
  /** Text, or a list. Without any, the key stays empty. */
  readonly value: string | readonly string[]
  /** What it can be, told in a remark above a key that stays empty. */
  readonly choices?: readonly string[]
}

/**
 * Fills in front matter. All but the lines of these keys stays as the template has it; a key that it lacks is added
 * at the top.
 */
export function fillInTemplate(template: string, values: readonly Value[]): string {
  const front = /^---[ \t]*\n(?:[\s\S]*?\n)?---[ \t]*(?=\n|$)/.exec(template)?.[0] ?? '---\n---'
  const rest = template.startsWith(front) ? template.slice(front.length) : `\n${template}`
  const open = front.indexOf('\n') + 1
  return front.slice(0, open) + fillInYaml(front.slice(open), values) + rest
}

/** The same for a file that is YAML as a whole. */
export const fillInYaml = (yaml: string, values: readonly Value[]): string =>
  values.reduceRight(withValue, yaml)

function withValue(yaml: string, value: Value): string {
  const lines = linesOf(value)
  const line = new RegExp(`^${value.key}:.*$`, 'm')
  // A function, for in a string `$&` would mean something.
  return line.test(yaml) ? yaml.replace(line, () => lines) : `${lines}\n${yaml}`
}

function linesOf({ key, value, choices = [] }: Value): string {
  if (value.length === 0) return [...remark(choices), `${key}:`].join('\n')
  const document = new Document({})
  document.set(key, document.createNode(value, { flow: true }))
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd()
}

const WIDTH = 100

/** `# From the list …: Audioboo, blog, Facebook`, in lines that an editor shows whole. */
function remark(choices: readonly string[]): string[] {
  if (choices.length === 0) return []
  const lines = ['# From the list in publication.yaml, one or more in square brackets:']
  for (const [index, choice] of choices.entries()) {
    const word = `${choice}${index < choices.length - 1 ? ',' : ''}`
    const longer = `${lines.at(-1)} ${word}`
    if (longer.length <= WIDTH) lines[lines.length - 1] = longer
    else lines.push(`#   ${word}`)
  }
  return lines
}
