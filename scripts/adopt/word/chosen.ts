import { childOf, childrenOf, type Element } from './element.ts'

/** What newer programs see of two ways to say it; where that is empty, the other. */
export function chosen(alternate: Element): readonly Element[] {
  const choice = childrenOf(alternate, 'mc:Choice').find((one) => childrenOf(one).length > 0)
  return childrenOf(choice ?? childOf(alternate, 'mc:Fallback') ?? alternate)
}
