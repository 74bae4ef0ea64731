import { digest } from '../digest.ts'
import type { TemplateFile } from './read-templates.ts'

/** What templates made of which values, kept from one composing to the next. Filled by `rememberRendered`. */
export interface KeptRenderings<Rendered extends { readonly html: string }> {
  surroundings: string
  rendered: ReadonlyMap<string, Rendered>
}

export interface Remembering<Rendered> {
  /**
   * What `make` made of the same values before, or makes now; without HTML it is not kept, for something was wrong
   * with it.
   */
  readonly of: (name: string, values: object, make: () => Rendered) => Rendered
  /** What was not asked for is forgotten. */
  readonly done: () => void
}

/** `globals` reach every template: when they or the templates are other ones, nothing is remembered. */
export function rememberRendered<Rendered extends { readonly html: string }>(
  kept: KeptRenderings<Rendered> | undefined,
  templates: ReadonlyMap<string, TemplateFile>,
  globals: object,
): Remembering<Rendered> {
  if (!kept) return { of: (_name, _values, make) => make(), done: () => undefined }
  const surroundings = digest(JSON.stringify([...templates.values()]), JSON.stringify(globals))
  const before = kept.surroundings === surroundings ? kept.rendered : new Map<string, Rendered>()
  const now = new Map<string, Rendered>()
  return {
    of(name, values, make) {
      const key = digest(name, JSON.stringify(values))
      const rendered = before.get(key) ?? make()
      if (rendered.html !== '') now.set(key, rendered)
      return rendered
    },
    done() {
      kept.surroundings = surroundings
      kept.rendered = now
    },
  }
}
