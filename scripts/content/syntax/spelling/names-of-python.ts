// `__init__` and `__main__.py`: names of Python that Markdown prints bold, without their underscores. Where the word
// between them could be stressed as well, what stands beside it must be of a program.
import type { Nodes, Strong } from 'mdast'
import { type Reading, type Respelling, readAs } from '../respell.ts'

const NAMES = new Set(
  'init main repr str eq ne lt le gt ge len iter getitem setitem delitem getattr setattr getattribute pycache dict slots hash bool bytes contains aenter aexit aiter anext await mro subclasses builtins debug qualname annotations metaclass mul sub truediv floordiv mod neg invert lshift rshift radd missing sizeof'.split(
    ' ',
  ),
)

export function namesOfPython({ tree, text }: Reading): Respelling[] {
  if (!text.includes('__')) return []
  const names = (node: Nodes): Strong[] => {
    if (node.type === 'strong' && isName(node, text)) return [node]
    return 'children' in node ? node.children.flatMap(names) : []
  }
  return names(tree).map((node): Respelling => {
    const [start, end] = placeOf(node)
    const name = text.slice(start + 2, end - 2)
    return {
      edits: [start, start + 1, end - 2, end - 1].map((at) => ({ start: at, end: at, becomes: ['\\'] })),
      told: readAs(`__${name}__`, `\\_\\_${name}\\_\\_`),
    }
  })
}

const placeOf = ({ position }: Nodes): readonly [number, number] => [
  position?.start.offset ?? 0,
  position?.end.offset ?? 0,
]

function isName(node: Strong, text: string): boolean {
  const [start, end] = placeOf(node)
  const [, name] = /^__([a-z]+)__$/.exec(text.slice(start, end)) ?? []
  if (name === undefined) return false
  const isOfProgram =
    /^(?:\(|\.[a-z])/.test(text.slice(end, end + 2)) || /\w\.$/.test(text.slice(0, start).slice(-2))
  return NAMES.has(name) || isOfProgram
}
