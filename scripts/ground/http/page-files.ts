// Every file that a page on this machine is made of: what is not in such a table is not served.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

export interface PageFile {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** As it stands in `ETag`. */
  readonly tag: string
}

/** The path of an address, and where its file is. */
export type PlaceOfFile = readonly [path: string, file: string | URL]

const FACES = [
  ['@fontsource/source-sans-3', 'source-sans-3-latin-400-normal.woff2'],
  ['@fontsource/source-sans-3', 'source-sans-3-latin-600-normal.woff2'],
  ['@fontsource/source-code-pro', 'source-code-pro-latin-400-normal.woff2'],
  ['@fontsource/libre-baskerville', 'libre-baskerville-latin-400-normal.woff2'],
] as const

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  mjs: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
}

export const installed = (name: string): string => createRequire(import.meta.url).resolve(name)

/** What the pages have in common. */
const houseFiles = (): PlaceOfFile[] => [
  ...['house.css', 'element.js', 'icon.svg'].map(
    (name) => [`/${name}`, new URL(`../page/${name}`, import.meta.url)] as const,
  ),
  ...FACES.map(([family, name]) => [`/fonts/${name}`, installed(`${family}/files/${name}`)] as const),
]

/** By the path of their address. Throws where one is missing: the program is then not whole. */
export async function readPageFiles(own: readonly PlaceOfFile[]): Promise<ReadonlyMap<string, PageFile>> {
  const places = [...own, ...houseFiles()]
  return new Map(await Promise.all(places.map(async ([path, file]) => [path, await read(file)] as const)))
}

async function read(file: string | URL): Promise<PageFile> {
  const bytes = new Uint8Array(await readFile(file))
  const ending = /[^.]+$/.exec(String(file))?.[0] ?? ''
  const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  return { type: TYPES[ending] ?? 'application/octet-stream', bytes, tag }
}
