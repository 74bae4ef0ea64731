import type { Element, Nodes } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { toXml } from 'xast-util-to-xml'
import { formQuestions } from '../../../scripts/content/fields/form-questions.ts'
import { zipBytes } from '../../../scripts/ground/archives/zip-bytes.ts'
import { zipFilesIn } from '../../../scripts/ground/archives/zip-files.ts'
import { caseStudyForm } from '../../../scripts/start/form/case-study-form.ts'
import { formSections } from '../../../scripts/start/form/form-sections.ts'

const TEMPLATE = `<!-- Hint: Begin. -->

## What was done

<!-- Hint: How. -->

:::steps
## What others can use

<!-- Hint: Three. -->
:::
`

export const emptyForm = (): Buffer =>
  caseStudyForm({
    questions: formQuestions({ councils: ['Dudley', 'Telford & Wrekin'], channels: [], themes: [] }),
    sections: formSections(TEMPLATE),
    language: 'en-GB',
  })

/** A form as a person leaves it: for each field its values, in the order of its controls. */
export async function filledForm(
  values: Readonly<Record<string, readonly string[]>>,
  change: (xml: string) => string = (xml) => xml,
): Promise<Buffer> {
  const files = await zipFilesIn(emptyForm())
  const read = (name: string) => files.read(name, 1_000_000)
  const tree = fromXml(await read('word/document.xml'))
  const left = new Map(Object.entries(values).map(([tag, all]) => [`case-study:${tag}`, [...all]]))
  const walk = (node: Nodes): void => {
    if (node.type === 'element' && node.name === 'w:sdt') fill(node, left)
    if ('children' in node) node.children.forEach(walk)
  }
  walk(tree)
  const parts = files.names.map(async (name) => ({
    name,
    content: name === 'word/document.xml' ? change(toXml(tree)) : await read(name),
  }))
  return zipBytes(await Promise.all(parts))
}

const child = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((one): one is Element => one.type === 'element' && one.name === name)

function fill(control: Element, left: ReadonlyMap<string, string[]>): void {
  const properties = child(control, 'w:sdtPr')
  const value = left.get(child(properties, 'w:tag')?.attributes['w:val'] ?? '')?.shift()
  if (value === undefined || !properties) return
  properties.children = properties.children.filter(
    (one) => one.type !== 'element' || one.name !== 'w:showingPlcHdr',
  )
  const texts: Element[] = []
  const walk = (node: Nodes): void => {
    if (node.type === 'element' && node.name === 'w:t') texts.push(node)
    if ('children' in node) node.children.forEach(walk)
  }
  walk(control)
  const [text] = texts
  if (text) text.children = [{ type: 'text', value }]
}
