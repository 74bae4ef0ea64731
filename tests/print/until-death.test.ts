import { EventEmitter } from 'node:events'
import type { Page } from 'puppeteer-core'
import { expect, it, vi } from 'vitest'
import { untilDeath } from '../../scripts/print/until-death.ts'

const somePage = () => new EventEmitter() as unknown as EventEmitter & Pick<Page, 'once'>

it('ends every call when the page dies, those that come later too', async () => {
  const page = somePage()
  const unlessDead = untilDeath(page)
  const silent = unlessDead(new Promise(() => undefined))
  page.emit('error', new Error('Page crashed!'))
  await expect(silent).rejects.toThrow('crashed')
  await expect(unlessDead(new Promise(() => undefined))).rejects.toThrow('crashed')
})

it('gives what the call gives, and keeps none of it for as long as the page lives', async () => {
  const collect = (globalThis as { gc?: () => void }).gc
  expect(collect).toBeTypeOf('function')
  const unlessDead = untilDeath(somePage())
  const printed = async () => new WeakRef(await unlessDead(Promise.resolve(new Uint8Array(1000))))
  const bytes = await printed()
  await vi.waitFor(() => {
    collect?.()
    // Not the bytes themselves: a failure would keep what it names.
    expect(bytes.deref() === undefined).toBe(true)
  })
  await expect(unlessDead(Promise.reject(new Error('no')))).rejects.toThrow('no')
})
