import type { Options } from 'rehype-remark'

/** What makes Markdown of an element of HTML. */
export type Handle = NonNullable<NonNullable<NonNullable<Options>['handlers']>[string]>
export type State = Parameters<Handle>[0]
