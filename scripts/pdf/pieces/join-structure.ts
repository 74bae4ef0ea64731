import { type PDFContext, type PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib'
import type { TaggedHeading } from '../link-outline.ts'
import { idOf, placeOfId } from '../place.ts'
import { roleMap } from '../tags/role-map.ts'
import type { PieceStructure, TopElement } from './finished-piece.ts'
import { JoinedObject } from './joined-object.ts'
import type { Joining } from './joining.ts'

/**
 * Puts the trees of all pieces together (ISO 32000-1, 14.7): one document, in which a section that goes on in the next
 * piece is one, and sections of the same part stand in it; and all that leads into the tree. Returns the headings;
 * undefined where a piece is not tagged.
 */
export function joinStructure(pdf: PDFDocument, joining: readonly Joining[]): TaggedHeading[] | undefined {
  const trees = joining.flatMap((one) => {
    const { structure } = one.piece
    return structure ? [{ ...one, structure }] : []
  })
  const { context, catalog } = pdf
  const first = trees[0]
  if (!first || trees.length < joining.length) return undefined
  const [root, document] = [context.nextRef(), context.nextRef()]
  for (const { structure, numbers } of trees) numbers.set(structure.document.number, document.objectNumber)
  const tops = joinTops(trees)
  const kids = gatherParts(context, tops, document)
  assign(context, document, first.textAt(first.structure.document.text), root, kids.map(String))
  const types = trees.flatMap(({ structure }) => structure.types)
  const roles = roleMap(new Set(types))
  const tree = context.obj({ Type: 'StructTreeRoot', K: document, ...parentTree(context, trees) })
  const ids = idTree(trees)
  if (ids) tree.set(PDFName.of('IDTree'), context.register(ids))
  if (Object.keys(roles).length > 0) tree.set(PDFName.of('RoleMap'), context.obj(roles))
  context.assign(root, tree)
  catalog.set(PDFName.of('StructTreeRoot'), root)
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
  return trees.flatMap(({ structure, numbers }) =>
    structure.headings.map(({ number, text }) => ({ reference: PDFRef.of(numbers.get(number)!), text })),
  )
}

type Tree = Joining & { readonly structure: PieceStructure }

/** What stands directly in the document, with all that it is made of. */
interface JoinedTop {
  readonly reference: PDFRef
  readonly part: string | undefined
  readonly from: { readonly tree: Tree; readonly top: TopElement }[]
}

function joinTops(trees: readonly Tree[]): JoinedTop[] {
  const tops: JoinedTop[] = []
  for (const tree of trees) {
    for (const [index, top] of tree.structure.tops.entries()) {
      const before = tops.at(-1)
      const goesOn =
        index === 0 && tree.piece.continues && top.part !== undefined && before?.part === top.part
      const reference = PDFRef.of(tree.numbers.get(top.number)!)
      const own: JoinedTop = goesOn && before ? before : { reference, part: top.part, from: [] }
      if (own !== before) tops.push(own)
      own.from.push({ tree, top })
      tree.numbers.set(top.number, own.reference.objectNumber)
    }
  }
  return tops
}

/** Sections of the same part, which stand side by side, become one Part. Returns the document's kids. */
function gatherParts(context: PDFContext, tops: readonly JoinedTop[], document: PDFRef): PDFRef[] {
  const kids: { readonly reference: PDFRef; readonly part: string; readonly sections: PDFRef[] }[] = []
  for (const top of tops) {
    const part = top.part ?? ''
    let home = kids.at(-1)
    if (part === '' || home?.part !== part) {
      home = { reference: part === '' ? top.reference : context.nextRef(), part, sections: [] }
      kids.push(home)
    }
    if (part !== '') home.sections.push(top.reference)
    const { tree, top: first } = top.from[0]!
    const within = part === '' ? document : home.reference
    const inTop = top.from.map((one) => one.tree.textAt(one.top.kids))
    assign(context, top.reference, tree.textAt(first.text), within, inTop)
  }
  for (const { reference, part, sections } of kids)
    if (part !== '') assign(context, reference, '<<\n/S /Part\n>>', document, sections.map(String))
  return kids.map(({ reference }) => reference)
}

function assign(
  context: PDFContext,
  reference: PDFRef,
  element: string,
  parent: PDFRef,
  kids: readonly string[],
): void {
  const entries = element.slice(0, -'>>'.length)
  context.assign(reference, new JoinedObject(`${entries}/P ${parent}\n/K [ ${kids.join(' ')} ]\n>>`))
}

/** From each page, form and annotation back to the elements: one number tree, keys in order (14.7.4.4). */
function parentTree(context: PDFContext, trees: readonly Tree[]) {
  const rows = trees.flatMap(({ structure, numbers, before }) =>
    structure.parents.map((parent, key) => `${before.key + key} ${numbers.get(parent)} 0 R`),
  )
  return {
    ParentTree: context.register(new JoinedObject(`<<\n/Nums [ ${rows.join(' ')} ]\n>>`)),
    ParentTreeNextKey: rows.length,
  }
}

function idTree(trees: readonly Tree[]): JoinedObject | undefined {
  const ids = trees.flatMap(({ structure, numbers, before }) =>
    structure.ids.map(({ id, number }) => {
      const { kind, number: counted } = placeOfId(id)
      return [idOf(kind, before[kind] + counted), numbers.get(number)!] as const
    }),
  )
  if (ids.length === 0) return undefined
  ids.sort(([one], [other]) => (one < other ? -1 : 1))
  const rows = ids.map(([id, number]) => `(${id}) ${number} 0 R`)
  return new JoinedObject(`<<\n/Names [ ${rows.join(' ')} ]\n>>`)
}
