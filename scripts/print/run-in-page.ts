import type { Page } from 'puppeteer-core'

/** A function of `in-page/`, which can use what stands in it and the functions that it brings along. */
export interface InPage<Arguments extends unknown[], Result> {
  (...values: Arguments): Result
  readonly brings?: readonly Named[]
}

interface Named {
  readonly name: string
}

/** `work` with the functions of its file that it calls: what stands beside it does not reach the page by itself. */
export const bringing = <Arguments extends unknown[], Result>(
  work: (...values: Arguments) => Result,
  ...brings: readonly Named[]
): InPage<Arguments, Result> => Object.assign(work, { brings })

/**
 * Runs a function of `in-page/` in the page, where the document's own scripts are off.
 * Compilers that keep the names of functions wrap them in a `__name` that the page does not have.
 */
export async function runInPage<Arguments extends unknown[], Result>(
  page: Page,
  work: InPage<Arguments, Result>,
  ...values: Arguments
): Promise<Awaited<Result>> {
  return (await page.evaluate(callOf(work, ...values))) as Awaited<Result>
}

/**
 * A function of another file is brought by its own name; compilers for tests call it by that of an object around it.
 */
const textOf = (one: unknown): string => String(one).replace(/\b__vite_ssr_import_\d+__\./g, '')

/** A call of a function of `in-page/`, as the page understands it. */
export function callOf<Arguments extends unknown[], Result>(
  work: InPage<Arguments, Result>,
  ...values: Arguments
): Call<Result> {
  const brought = (work.brings ?? []).map((one) => `const ${one.name} = ${textOf(one)}`)
  const lines = [
    'const __name = (one) => one',
    ...brought,
    `return (${textOf(work)})(...${JSON.stringify(values)})`,
  ]
  return `(() => { ${lines.join('\n')} })()` as Call<Result>
}

export type Call<Result> = string & { readonly gives?: Result }

/** One call after the other, and no time for the browser to draw what only stands there between them. */
export async function runTogether<Results extends unknown[]>(
  page: Page,
  ...calls: { readonly [Index in keyof Results]: Call<Results[Index]> }
): Promise<Results> {
  return (await page.evaluate(`[${calls.join(',')}]`)) as Results
}
