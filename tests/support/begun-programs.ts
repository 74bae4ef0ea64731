import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'

/** A browser, LibreOffice, veraPDF, a build in a process of its own. */
const SLOW = /(?:^| )--headless(?: |$)|(?:^| )-jar .*verapdf|whitepaper\.mjs (?:build|dev)(?: |$)/

/** The few that prove the whole way may begin what they need in every `npm test`. */
export const isSlowFile = (file = ''): boolean => /\.slow\.test\.ts$|[\\/]whole-way[\\/][^\\/]+$/.test(file)

export const isSlowProgram = (words: string): boolean => SLOW.test(words)

/** Watches which programs this process starts; what is given ends that, and gives their words. */
export function watchPrograms(): () => readonly string[] {
  const begun: ChildProcess[] = []
  const onBegin = (message: unknown): void => {
    begun.push((message as { process: ChildProcess }).process)
  }
  subscribe('child_process', onBegin)
  return () => {
    unsubscribe('child_process', onBegin)
    return begun.map(({ spawnargs = [] }) => spawnargs.join(' '))
  }
}
