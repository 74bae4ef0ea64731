// A tree of YAML or TOML → its values as they were typed: `4.50`, `007` and `no` stay what they are.
import { isMap, isScalar, isSeq, type Node } from 'yaml'
import type { YamlDocument } from '../ground/yaml/read-yaml.ts'
import type { Matter, MatterValue } from './draft.ts'

/** Keys without a value are not in it. */
export function matterOf(document: YamlDocument | undefined): Matter {
  const value = document && typedValue(document.contents as Node | null)
  return typeof value === 'object' && !Array.isArray(value) ? (value as Matter) : {}
}

function typedValue(node: Node | null): MatterValue | undefined {
  if (isScalar(node)) {
    if (node.value === null || node.value === undefined) return undefined
    return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
  }
  if (isSeq(node)) return (node.items as Node[]).flatMap((item) => typedValue(item) ?? [])
  if (!isMap(node)) return undefined
  const pairs = node.items.flatMap(({ key, value }) => {
    const inner = typedValue(value as Node | null)
    return inner === undefined
      ? []
      : [[isScalar(key) ? String(key.source ?? key.value) : String(key), inner] as const]
  })
  return Object.fromEntries(pairs)
}
