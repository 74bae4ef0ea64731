// What the servers of pages on this machine have in common: whom they answer, what their page may do, and their words
// for what they do not do.
import { type Context, Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { z } from 'zod'
import { refusalOf } from './refusal-of.ts'

type Policy = NonNullable<NonNullable<Parameters<typeof secureHeaders>[0]>['contentSecurityPolicy']>

/**
 * An application that answers to its own page alone. `allowed`: what that page may do besides; `pathOf`: the path of a
 * question as the page means it. Nothing that is asked may end the program.
 */
export function ownPage(allowed: Policy, pathOf = (path: string): string => path): Hono {
  const app = new Hono()
  app.use(safeHeaders(allowed))
  app.use(async (c, next) => {
    const { method, path } = c.req
    const refusal = refusalOf({ method, path: pathOf(path), header: (name) => c.req.header(name) })
    if (refusal) return c.text(`${refusal.reason}\n`, refusal.status)
    c.header('Cache-Control', 'no-store')
    return next()
  })
  app.notFound((c) => c.text('There is nothing here.\n', 404))
  app.onError((_error, c) => c.text('This did not work.\n', 500))
  return app
}

/** Words of a paper or of posts can never become markup in the page, even by a mistake of ours. */
const safeHeaders = (allowed: Policy) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
      ...allowed,
    },
    crossOriginEmbedderPolicy: 'require-corp',
    // No page that a link leads to is told the address.
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    // There is no https on this address, and other things on this machine may not want to be told so.
    strictTransportSecurity: false,
  })

export const notDoneHere = (c: Context, allow: string): Response =>
  c.text('This cannot be done here.\n', 405, { Allow: allow })

/** Undefined where it is not what the schema asks for. */
export async function askedIn<T>(c: Context, schema: z.ZodType<T>): Promise<T | undefined> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return undefined
  const given: unknown = await c.req.json().catch(() => undefined)
  return schema.safeParse(given).data
}
