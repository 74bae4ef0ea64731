// Terms and what they mean, as HTML has them: several terms may share a meaning, and a meaning may have blocks of its
// own.
import type { ElementContent } from 'hast'
import type { BlockContent, Parent, PhrasingContent } from 'mdast'
import { classed, from, type Handler, h } from './hast.ts'

export interface DescriptionPart extends Parent {
  type: 'descriptionTerm' | 'descriptionMeaning'
  children: (BlockContent | PhrasingContent)[]
}

export interface DescriptionList extends Parent {
  type: 'descriptionList'
  children: DescriptionPart[]
}

declare module 'mdast' {
  interface BlockContentMap {
    descriptionList: DescriptionList
  }
  interface RootContentMap {
    descriptionList: DescriptionList
    descriptionPart: DescriptionPart
  }
}

export const descriptionList: Handler = (state, node: DescriptionList) =>
  h(
    'dl',
    classed('terms'),
    ...node.children.map((part) =>
      h(
        part.type === 'descriptionTerm' ? 'dt' : 'dd',
        from(part),
        ...(state.all(part as never) as ElementContent[]),
      ),
    ),
  )
