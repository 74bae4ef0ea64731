/** A work as the Citation Style Language has it; its values are checked where they are used. */
export type CslItem = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string }
