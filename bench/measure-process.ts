// One process, timed from start to end, its memory and that of all it starts watched from outside.
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export interface Measured {
  readonly seconds: number
  /** Most memory that the process itself held, as the kernel kept it (VmHWM). 0 where there is no /proc. */
  readonly ownPeakMb: number
  /** Most memory that it and all processes below it held at one time. */
  readonly treePeakMb: number
  /** Exit status, or what ended it. */
  readonly status: number | string
  /** What it wrote to standard error, the last 4,000 characters. */
  readonly said: string
}

export interface Run {
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** It is ended when it takes longer. */
  readonly limitSeconds: number
  readonly signal: AbortSignal
}

const SAMPLE_MS = 50
const LAST_WORDS = 4000

/** Runs Node with `args`. When `signal` fires the process is asked to end, and gone when the promise rejects. */
export async function measureProcess({ args, env, limitSeconds, signal }: Run): Promise<Measured> {
  signal.throwIfAborted()
  const begun = performance.now()
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-LAST_WORDS)
  })
  const memory = watchMemory(child)
  let outOfTime = false
  const end = (): void => endGently(child)
  const limit = setTimeout(() => {
    outOfTime = true
    end()
  }, limitSeconds * 1000)
  signal.addEventListener('abort', end)
  try {
    const status = await ended(child)
    const seconds = (performance.now() - begun) / 1000
    signal.throwIfAborted()
    return { seconds, ...memory.stop(), status: outOfTime ? 'no time left' : status, said }
  } finally {
    memory.stop()
    clearTimeout(limit)
    signal.removeEventListener('abort', end)
  }
}

const ended = (child: ChildProcess): Promise<number | string> =>
  new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status, signal) => resolve(status ?? signal ?? 1))
  })

/** The pipeline closes its browser when it is asked to end; one that does not listen is ended all the same. */
function endGently(child: ChildProcess): void {
  child.kill('SIGTERM')
  setTimeout(() => child.kill('SIGKILL'), 5000).unref()
}

function watchMemory({ pid = 0 }: ChildProcess) {
  let ownPeakMb = 0
  let treePeakMb = 0
  const sample = (): void => {
    const family = familyOf(pid)
    ownPeakMb = Math.max(ownPeakMb, memoryOf(pid).peak)
    treePeakMb = Math.max(treePeakMb, heldTogether(family.map(memoryOf)))
  }
  const timer = setInterval(sample, SAMPLE_MS)
  return {
    stop: () => {
      clearInterval(timer)
      return { ownPeakMb, treePeakMb }
    },
  }
}

interface Memory {
  readonly peak: number
  readonly own: number
  readonly ofFiles: number
}

/** What each holds alone, and the largest of the mapped program files, which the browser's processes share. */
const heldTogether = (family: readonly Memory[]): number =>
  family.reduce((sum, { own }) => sum + own, 0) + Math.max(0, ...family.map(({ ofFiles }) => ofFiles))

/** In MB; a process that is gone holds nothing. */
function memoryOf(pid: number): Memory {
  const status = readProc(pid, 'status')
  const megabytes = (field: string): number =>
    Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024
  return {
    peak: megabytes('VmHWM'),
    own: megabytes('RssAnon') + megabytes('RssShmem'),
    ofFiles: megabytes('RssFile'),
  }
}

/** The process and all that it started, and what those started. */
function familyOf(pid: number): readonly number[] {
  const children = new Map<number, number[]>()
  for (const one of processes()) {
    const [, parent = ''] = /\) \S (\d+)/.exec(readProc(one, 'stat')) ?? []
    children.set(Number(parent), [...(children.get(Number(parent)) ?? []), one])
  }
  const below = (parent: number): number[] => [parent, ...(children.get(parent) ?? []).flatMap(below)]
  return below(pid)
}

function processes(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger)
  } catch {
    return [] // Not Linux: time is measured, memory is not.
  }
}

function readProc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}
