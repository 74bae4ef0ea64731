import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { publicationFolder } from '../support/publication-folder.ts'
import { whitepaperHere } from '../support/whitepaper-here.ts'

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** In a process of its own. Each start costs about a second, so there is one for each way in which it can end. */
async function whitepaper(...words: readonly string[]): Promise<Ended> {
  const program = resolve('bin/whitepaper.mjs')
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, ...words])
    return { code: 0, stdout, stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as Ended
    return { code, stdout, stderr }
  }
}

const PAPER = {
  'publication.yaml': 'title: A paper\nlanguage: en\n',
  'chapters/01-first.md': '# The first chapter\n\nA sentence.\n',
}

describe.concurrent('whitepaper', () => {
  it('lists what can be asked for', async () => {
    const { code, stdout } = await whitepaper('--help')
    expect(code).toBe(0)
    expect(stdout).toMatch(/build [\s\S]*check /)
  })

  it('ends with 2 at no command', async () => {
    const { code, stdout, stderr } = await whitepaper()
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it.each([
    ['an unknown command', ['print']],
    ['an unknown option', ['check', '--fast']],
    ['an empty root', ['check', '--root', '']],
    ['an unknown form of report', ['check', '--report', 'xml']],
    ['an option where a value is missing', ['check', '--root', '--strict']],
    ['a word too many', ['build', 'here']],
    ['an edition that is none', ['build', '--edition', 'screen,prss']],
  ])('ends with 2 at %s', async (_, words) => {
    const { status, stdout, stderr } = await whitepaperHere(...words)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('ends with 1 and a sentence where there is no publication', async () => {
    const root = await publicationFolder({})
    const { status, stdout, stderr } = await whitepaperHere('build', '--root', root)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('publication.yaml  error  There is no publication.yaml in `')
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('checks a tiny publication and has nothing to say', async () => {
    const { code, stdout, stderr } = await whitepaper('check', '--root', await publicationFolder(PAPER))
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(stderr).toMatch(/no findings\n$/)
  })

  it('says nothing at all about a sound paper with --quiet', async () => {
    const root = await publicationFolder(PAPER)
    const ended = await whitepaperHere('check', '--quiet', '--root', root)
    expect(ended).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  it('writes JSON alone to standard output', async () => {
    const root = await publicationFolder({
      ...PAPER,
      'chapters/02-second.md': '# Second\n\n[Away](01-frist.md)\n',
    })
    const { status, stdout, stderr } = await whitepaperHere('check', '--report', 'json', '--root', root)
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(JSON.parse(stdout).findings).toMatchObject([
      {
        rule: 'link-resolves',
        place: { file: 'chapters/02-second.md', line: 3 },
        mend: 'Did you mean `01-first.md`?',
      },
    ])
  })

  it('takes warnings for errors with --strict', async () => {
    const root = await publicationFolder({
      ...PAPER,
      'chapters/01-first.md': '# One\n\n[click here](https://example.org)\n',
    })
    const { status, stderr } = await whitepaperHere('check', '--strict', '--report', 'github', '--root', root)
    expect(stderr).toContain('::warning file=chapters/01-first.md,line=3')
    expect(status).toBe(1)
  })
})
