import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import type { Finding } from '../../scripts/model/finding.ts'

export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly pid: number
  /** Resolves when this much of the standard error has come. */
  readonly says: (text: string) => Promise<void>
  /** What has come of it so far. */
  readonly said: () => string
  readonly ended: Promise<Ended>
}

/** The command as a user starts it, in a process of its own. */
export function start(...words: readonly string[]): Running {
  const child = spawn(process.execPath, [resolve('bin/whitepaper.mjs'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { pid } = child
  // A signal to process 0 would end the runner and all that it has started.
  if (pid === undefined) throw new Error('No process could be started')
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (piece) => {
    stdout += piece
  })
  child.stderr.on('data', (piece) => {
    stderr += piece
  })
  const ended = new Promise<Ended>((give) =>
    child.once('close', (status) => give({ status, stdout, stderr })),
  )
  const says = (text: string): Promise<void> =>
    new Promise((come, fail) => {
      const look = (): void => {
        if (stderr.includes(text)) come()
      }
      child.stderr.on('data', look)
      child.once('close', () => fail(new Error(`It ended without saying “${text}”: ${stderr}`)))
      look()
    })
  return { pid, says, said: () => stderr, ended }
}

export const whitepaper = (...words: readonly string[]): Promise<Ended> => start(...words).ended

/** The findings of `--report json`, as `rule file:line`. */
export const findingsIn = ({ stdout }: Ended): string[] =>
  (JSON.parse(stdout) as { findings: Finding[] }).findings
    .map(({ rule, place }) => `${rule} ${[place.file, place.line].filter(Boolean).join(':')}`.trim())
    .sort()

/** Nothing a user sees may look like a fault of the program. */
export const STACK_TRACE = /\n\s+at .+:\d+:\d+/
