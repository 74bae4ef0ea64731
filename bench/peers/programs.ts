// The programs, where they are found, and how each is asked for a tagged PDF.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findBrowser } from '../../scripts/print/find-browser.ts'
import { PACKAGE } from '../builds.ts'
import type { Texts } from './texts.ts'

export interface Step {
  readonly program: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

interface Peer {
  readonly name: string
  /** All have to answer, or it is not there. The first line of the last answer is its version. */
  readonly asks: readonly (readonly [program: string, ...args: readonly string[]])[]
  readonly steps: (texts: Texts, pdf: string) => readonly Step[]
}

export interface Found extends Pick<Peer, 'name' | 'steps'> {}

export async function findPeers(): Promise<{ found: readonly Found[]; missing: readonly string[] }> {
  const peers = peersWith(await browserHere())
  const versions = await Promise.all(peers.map(({ asks }) => answersOf(asks)))
  const isThere = (index: number): boolean => versions[index] !== undefined
  return {
    found: peers
      .map(({ name, steps }, index) => ({ name: `${name} ${versions[index]}`.trim(), steps }))
      .filter((_, index) => isThere(index)),
    missing: peers.filter((_, index) => !isThere(index)).map(({ name }) => name),
  }
}

async function answersOf(asks: Peer['asks']): Promise<string | undefined> {
  let version = ''
  for (const [program, ...args] of asks) {
    const said = await promisify(execFile)(program, args, { timeout: 60_000 }).catch(() => undefined)
    if (!said) return undefined
    version = /\d+(?:\.\d+)+/.exec(said.stdout)?.[0] ?? ''
  }
  return version
}

interface Browser {
  readonly path: string
  readonly env: (texts: Texts) => Readonly<Record<string, string>>
}

/** The one that prints for us prints for those that bring none. */
async function browserHere(): Promise<Browser> {
  const browser = process.env.WHITEPAPER_BROWSER
  const found = await findBrowser({ cache: join(PACKAGE, '.cache'), ...(browser ? { browser } : {}) })
  if (found.kind === 'endpoint') throw new Error('Peers need a browser of this machine.')
  const { path, libraries } = found
  const env = ({ fontConfig }: Texts) =>
    libraries ? { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fontConfig } : {}
  return { path, env }
}

const TYPST = `import sys, typst
source, pdf, standard = sys.argv[1:]
typst.compile(source, pdf, root="/", pdf_standards=[standard] if standard else [])`

function peersWith(browser: Browser): readonly Peer[] {
  const typst = (name: string, standard: string): Peer => ({
    name,
    asks: [
      ['pandoc', '--version'],
      ['python3', '-c', 'import typst, importlib.metadata as m; print(m.version("typst"))'],
    ],
    steps: ({ markdown }, pdf) => [
      {
        program: 'pandoc',
        args: [
          '--from',
          'gfm',
          '--to',
          'typst',
          '--standalone',
          '--metadata',
          'title=A book',
          '--metadata',
          'lang=en-GB',
          '--variable',
          'papersize=a4',
          '--output',
          `${pdf}.typ`,
          markdown,
        ],
      },
      { program: 'python3', args: ['-c', TYPST, `${pdf}.typ`, pdf, standard] },
    ],
  })
  return [
    typst('pandoc + Typst', ''),
    typst('pandoc + Typst, `ua-1`', 'ua-1'),
    {
      name: 'WeasyPrint, `pdf/ua-1`',
      asks: [['weasyprint', '--version']],
      steps: ({ html }, pdf) => [
        { program: 'weasyprint', args: ['--quiet', '--pdf-variant', 'pdf/ua-1', html, pdf] },
      ],
    },
    {
      name: 'Vivliostyle CLI',
      asks: [['vivliostyle', '--version']],
      steps: (texts, pdf) => [
        {
          program: 'vivliostyle',
          args: [
            'build',
            '--executable-browser',
            browser.path,
            '--single-doc',
            '--timeout',
            '1800',
            texts.html,
            '--output',
            pdf,
          ],
          env: browser.env(texts),
        },
      ],
    },
    {
      name: 'Paged.js CLI',
      asks: [['pagedjs-cli', '--help']],
      steps: (texts, pdf) => [
        {
          program: 'pagedjs-cli',
          args: [
            '--browserArgs',
            '--no-sandbox,--disable-dev-shm-usage',
            '--timeout',
            '1800000',
            texts.html,
            '--output',
            pdf,
          ],
          env: { ...browser.env(texts), PUPPETEER_EXECUTABLE_PATH: browser.path },
        },
      ],
    },
  ]
}
