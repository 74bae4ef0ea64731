// Word files that no program would write: one part of a good file, with elements dropped, doubled, moved, or given
// numbers and names that make no sense.
import { type Element, isElement } from '../../../scripts/adopt/word/element.ts'
import { parsePart } from '../../../scripts/adopt/word/parse-part.ts'
import { escaped } from './docx-of.ts'

/** The same each time. From 0 to below `most`. */
export type Random = (most: number) => number

export function randomFrom(seed: number): Random {
  let state = seed
  return (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * most)
  }
}

interface Place {
  readonly parent: Growing
  readonly at: number
}
interface Growing {
  name: string
  attributes: Record<string, string>
  children: (Growing | string)[]
}

const VALUES = [
  '',
  '0',
  '-1',
  '99999999',
  '1e9',
  'NaN',
  'x',
  'continue',
  'rId99',
  '2',
  '7',
  '#',
  'é\u0000'.slice(0, 1),
]

/** `namespaces`: the attributes of the root that say what its prefixes mean. */
export function mutated(xml: string, random: Random): string {
  const root = growing(parsePart('part', Buffer.from(xml)))
  for (let count = 1 + random(3); count > 0; count--) mutateOnce(root, random)
  const namespaces = /<[\w:]+((?:\s[\w:.-]+="[^"]*")*)/.exec(xml.replace(/^<\?xml[^>]*>\s*/, ''))?.[1] ?? ''
  return `<?xml version="1.0" encoding="UTF-8"?>${written(root, namespaces)}`
}

function mutateOnce(root: Growing, random: Random): void {
  const places = placesIn(root)
  const any = (): Place => places[random(places.length)] ?? { parent: root, at: 0 }
  const { parent, at } = any()
  const child = parent.children[at]
  if (child === undefined || typeof child === 'string') return
  const other = any()
  switch (random(7)) {
    case 0:
      parent.children.splice(at, 1)
      return
    case 1:
      parent.children.splice(at, 0, structuredClone(child))
      return
    case 2:
      parent.children.reverse()
      return
    case 3:
      other.parent.children.splice(other.at, 0, structuredClone(child))
      return
    case 4:
      parent.children.splice(at, 1, ...child.children)
      return
    case 5: {
      const around = other.parent.children[other.at]
      if (around && typeof around !== 'string')
        parent.children[at] = { name: around.name, attributes: { ...around.attributes }, children: [child] }
      return
    }
    default: {
      const keys = Object.keys(child.attributes)
      const key = keys[random(keys.length)]
      if (key !== undefined) child.attributes[key] = VALUES[random(VALUES.length)] ?? ''
    }
  }
}

/** Every element but the root. */
function placesIn(parent: Growing): Place[] {
  return parent.children.flatMap((child, at) =>
    typeof child === 'string' ? [] : [{ parent, at }, ...placesIn(child)],
  )
}

const growing = ({ name, attributes, children }: Element): Growing => ({
  name,
  attributes: { ...attributes },
  children: children.map((child) => (isElement(child) ? growing(child) : child)),
})

function written({ name, attributes, children }: Growing, namespaces?: string): string {
  const said = Object.entries(attributes).filter(
    ([key]) => namespaces === undefined || !/^xmlns|Ignorable/.test(key),
  )
  const own = said.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')
  const inside = children
    .map((child) => (typeof child === 'string' ? escaped(child) : written(child)))
    .join('')
  return `<${name}${namespaces ?? ''}${namespaces === undefined ? own : ''}>${inside}</${name}>`
}
