import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { settingsOf } from '../support/made-by-hand.ts'

const { editions, press } = settingsOf()
/** Unpacked once for all test files. */
export const SETTINGS = { cache: resolve('.cache'), remembers: false, editions, press }

/** Process numbers of the browsers that a process has started and that still run; Linux alone can tell. */
export function browsersOf(parent: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const [name, state, owner] = statusOf(pid)
      return name.startsWith('headless_shell') && state !== 'Z' && owner === parent
    })
}

export const isRunning = (pid: number): boolean => !['', 'Z'].includes(statusOf(pid)[1])

function statusOf(pid: number): readonly [name: string, state: string, parent: number] {
  try {
    const [, name = '', state = '', parent] =
      /\((.*)\) (\S) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return [name, state, Number(parent)]
  } catch {
    return ['', '', 0]
  }
}
