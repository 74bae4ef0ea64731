import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkedYaml } from '../../../scripts/ground/yaml/checked-yaml.ts'
import { type RememberedYaml, rememberYaml } from '../../../scripts/ground/yaml/remember-yaml.ts'

let cache: string
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'yaml-'))
  return () => rm(cache, { recursive: true, force: true })
})

const open = (remembers = true): Promise<RememberedYaml> => rememberYaml({ cache, remembers, root: '/paper' })

/** Of a schema that counts how often it is asked. */
function reading(text: string, plain: (words: string) => unknown = (words) => words) {
  let times = 0
  const schema = z.strictObject({
    title: z.string().transform((words) => {
      times += 1
      return plain(words)
    }),
    parts: z.array(z.strictObject({ name: z.string() })).default([]),
  })
  return {
    input: { text, file: 'publication.yaml', firstLine: 1, schema, kind: 'publication' } as const,
    times: () => times,
  }
}

async function readTwice(text: string, plain?: (words: string) => unknown) {
  const { input, times } = reading(text, plain)
  const yaml = await open()
  const first = yaml.check(input)
  const line = first.lineOf(['parts', 1, 'name'])
  await yaml.done()
  const before = times()
  const second = (await open()).check(input)
  return { input, first, second, line, checks: times() - before, times }
}

const TEXT = 'title: Roads\nparts:\n  - name: One\n  - name: Two\n'

describe('YAML that an earlier build has checked', () => {
  it('says the same, and is not checked again', async () => {
    const { input, first, second, line, checks, times } = await readTwice(TEXT)
    const { lineOf: _, ...wanted } = checkedYaml(input)
    expect(first).toMatchObject(wanted)
    expect(second).toMatchObject(wanted)
    const before = times()
    expect([line, second.lineOf(['parts', 1, 'name'])]).toEqual([4, 4])
    expect([checks, times() - before]).toEqual([0, 0])
  })

  it('knows the line of a path that nobody asked for before', async () => {
    const { second } = await readTwice(TEXT)
    expect(second.lineOf(['parts', 0])).toBe(3)
  })

  it('tells its findings again', async () => {
    const { first, second, checks } = await readTwice('title: Roads\nparts: []\nunknown: yes\n')
    expect(first.findings.map(({ rule }) => rule)).toEqual(['front-matter-is-for-us'])
    expect(second.findings).toEqual(first.findings)
    expect(checks).toBe(0)
  })

  it('is checked again where it says something else, or where nothing is to be remembered', async () => {
    const { input, times } = await readTwice(TEXT)
    const before = times()
    expect((await open()).check({ ...input, text: 'title: Bridges\n' }).value?.title).toBe('Bridges')
    expect((await open(false)).check(input).value?.title).toBe('Roads')
    expect(times() - before).toBe(2)
  })

  it('is checked again where its value is more than JSON can say', async () => {
    const { second, checks } = await readTwice(TEXT, (words) => new Set([words]))
    expect(second.value?.title).toEqual(new Set(['Roads']))
    expect(checks).toBe(1)
  })
})
