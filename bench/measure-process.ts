// One process, timed from start to end, its memory and that of all it starts watched from outside.
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export interface Measured {
  readonly seconds: number
  /** Most memory that the process itself held, as the kernel kept it (VmHWM). 0 where there is no /proc. */
  readonly ownPeakMb: number
  /** Most memory that it and all processes below it held at one time. */
  readonly treePeakMb: number
  /** Processor time of all of them: steadier than the clock on a machine that has other work. */
  readonly processorSeconds: number
  /** Exit status, or what ended it. */
  readonly status: number | string
  /** What it wrote to standard error, the last 4,000 characters. */
  readonly said: string
}

export interface Run {
  /** Node where it is not named. */
  readonly program?: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>> | undefined
  readonly cwd?: string
  /** It is ended when it takes longer. */
  readonly limitSeconds: number
  readonly signal: AbortSignal
}

const SAMPLE_MS = 50
const LAST_WORDS = 4000

/** Runs a program with `args`. When `signal` fires the process is asked to end, and gone when the promise rejects. */
export async function measureProcess({
  program,
  args,
  env,
  cwd,
  limitSeconds,
  signal,
}: Run): Promise<Measured> {
  signal.throwIfAborted()
  const begun = performance.now()
  const child = spawn(program ?? process.execPath, args, {
    ...(cwd ? { cwd } : {}),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-LAST_WORDS)
  })
  const family = watchFamily(child)
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
    return { seconds, ...family.stop(), status: outOfTime ? 'no time left' : status, said }
  } finally {
    family.stop()
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

function watchFamily({ pid = 0 }: ChildProcess) {
  let ownPeakMb = 0
  let treePeakMb = 0
  const processor = new Map<number, number>()
  const sample = (): void => {
    const family = familyOf(pid)
    ownPeakMb = Math.max(ownPeakMb, memoryOf(pid).peak)
    treePeakMb = Math.max(treePeakMb, heldTogether(family.map((one) => memoryOf(one.pid))))
    for (const one of family) processor.set(one.pid, one.processorSeconds)
  }
  const timer = setInterval(sample, SAMPLE_MS)
  return {
    stop: () => {
      clearInterval(timer)
      const processorSeconds = [...processor.values()].reduce((sum, seconds) => sum + seconds, 0)
      return { ownPeakMb, treePeakMb, processorSeconds }
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

interface Process {
  readonly pid: number
  readonly parent: number
  readonly processorSeconds: number
}

/** The process and all that it started, and what those started. */
function familyOf(pid: number): readonly Process[] {
  const all = processes().map(describeProcess)
  const below = (parent: Process): Process[] => [
    parent,
    ...all.filter((one) => one.parent === parent.pid).flatMap(below),
  ]
  return all.filter((one) => one.pid === pid).flatMap(below)
}

const TICKS_A_SECOND = 100

/**
 * proc(5): behind the name in brackets stand the state, the parent and, at 14 and 15, user and system time in ticks.
 */
function describeProcess(pid: number): Process {
  const fields = readProc(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ')
  const ticks = Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
  return { pid, parent: Number(fields[1] ?? 0), processorSeconds: ticks / TICKS_A_SECOND }
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
