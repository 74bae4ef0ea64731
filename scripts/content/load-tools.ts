import { type FormulaReader, loadFormulaReader, mayHoldFormulas } from './formulas/read-formula.ts'
import { loadWriting } from './load-writing.ts'
import type { ParseTools } from './parse-chapter.ts'
import type { ParseContext } from './parse-context.ts'

const readers = new Map<string, Promise<FormulaReader>>()

/** What these texts may ask for: the rules of writing, and what reads formulas where there may be some. */
export async function loadTools(
  texts: readonly { readonly text: string }[],
  context: Pick<ParseContext, 'language'>,
): Promise<ParseTools> {
  const { language } = context
  const checkWriting = await loadWriting(context)
  if (!texts.some(({ text }) => mayHoldFormulas(text))) return { checkWriting }
  const reader = readers.get(language) ?? loadFormulaReader(language)
  readers.set(language, reader)
  return { checkWriting, readFormula: await reader }
}
