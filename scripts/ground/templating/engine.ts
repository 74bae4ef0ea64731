// The template engine: templates come from memory, values are escaped unless a template says otherwise.
import { type Context, defaultOperators, type FilterImplOptions, Liquid, LiquidError } from 'liquidjs'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { Faces } from '../drawing/face-widths.ts'
import { type DrawingsAside, NOT_ASIDE } from './drawings-aside.ts'
import { filtersWith } from './filters.ts'
import type { TemplateFile } from './read-templates.ts'

export interface Engine {
  /** Renders `name.liquid`. Without HTML, the finding says which file and line is at fault. */
  readonly render: (name: string, values: object) => { html: string; finding?: Finding }
}

/** A template that loops without end is stopped after this, and all of a book’s together after the other. */
const LONGEST_MS = 20_000
const LONGEST_BOOK_MS = 120_000
/** `(1..1000000000)` would otherwise end the whole process, which nothing can catch. */
const MOST_MEMORY = 50_000_000

/** `globals` reach every template, also those that are included. */
export function templateEngine(
  templates: ReadonlyMap<string, TemplateFile>,
  globals: object,
  faces?: Faces,
  drawings: DrawingsAside = NOT_ASIDE,
): Engine {
  const texts = Object.fromEntries([...templates].map(([name, { text }]) => [name, text]))
  const liquid = new Liquid({
    templates: texts,
    extname: '.liquid',
    outputEscape: 'escape',
    strictFilters: true,
    ownPropertyOnly: true,
    cache: true,
    memoryLimit: MOST_MEMORY,
    globals,
    operators: {
      ...defaultOperators,
      contains: (left: unknown, right: unknown, context: Context) =>
        defaultOperators.contains!(wholeOf(left, drawings), right, context),
    },
  })
  for (const [name, filter] of Object.entries(filtersWith(faces, drawings)))
    liquid.registerFilter(name, filter)
  for (const [name, filter] of Object.entries(liquid.filters))
    if (!PASSING.has(name)) liquid.registerFilter(name, withWhole(filter, drawings))
  let leftMs = LONGEST_BOOK_MS
  return {
    render(name, values) {
      const begun = performance.now()
      const renderLimit = Math.max(1, Math.min(LONGEST_MS, leftMs))
      try {
        return { html: String(liquid.renderFileSync(name, values, { renderLimit })) }
      } catch (error) {
        return { html: '', finding: templateFinding(error, name, templates) }
      } finally {
        leftMs -= performance.now() - begun
      }
    },
  }
}

/** These hand on what they get. */
const PASSING = new Set(['raw', 'default'])

const wholeOf = (value: unknown, drawings: DrawingsAside): unknown =>
  typeof value === 'string' ? drawings.back(value) : value

/** A filter that looks into a text gets it whole, without marks. */
function withWhole(filter: FilterImplOptions, drawings: DrawingsAside): FilterImplOptions {
  const { handler, raw = false } = typeof filter === 'function' ? { handler: filter } : filter
  const whole: typeof handler = function (value, ...given) {
    return handler.call(this, wholeOf(value, drawings), ...given)
  }
  return { handler: whole, raw }
}

function templateFinding(
  error: unknown,
  name: string,
  templates: ReadonlyMap<string, TemplateFile>,
): Finding {
  const token = error instanceof LiquidError ? error.token : undefined
  const at = token?.file ?? `${name}.liquid`
  const file = templates.get(at)?.file ?? `templates/${at}`
  const said = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
  const fault = said.replace(/, file:.*$/, '').replace(/, line:.*$/, '')
  const [line] = token?.getPosition() ?? []
  return finding('template-renders', line ? { file, line } : { file }, { problem: 'broken', fault })
}
