import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DeskPatch } from '../../scripts/curate/protocol.ts'
import { MOMENTS, moment, openLaunch } from './open-launch.ts'

const STORY = 'launch/story.yaml'

describe('the desk', () => {
  it('knows who may be shown, and never how somebody is reached', async () => {
    const { desk } = await openLaunch()
    const { moments, people } = desk.state()
    expect(moments.map(({ name, state, person }) => [name, state, person])).toEqual([
      ['a', 'shown', ''],
      ['b', 'asked', 'Bo Example'],
      ['c', 'shown', ''],
      ['d', 'shown', ''],
    ])
    expect(people[0]).toEqual({
      name: 'Ada Sample',
      handles: ['ada'],
      state: 'given',
      when: '2031-05-05',
      how: '',
    })
    expect(JSON.stringify(desk.state())).not.toContain('ada@example.org')
  })

  it('shows words without the backslashes of their Markdown', async () => {
    const words = String.raw`\<b> is \[…], c:\dir`
    const { desk } = await openLaunch({ ...MOMENTS, 'launch/moments/a.md': moment('09:05', '', words) })
    expect(desk.state().moments[0]?.text).toBe(String.raw`<b> is […], c:\dir`)
  })

  it('writes a story, and tells what has changed and no more', async () => {
    const { desk, text } = await openLaunch()
    const patches: DeskPatch[] = []
    desk.subscribe((patch) => patches.push(patch))
    expect(await desk.change({ kind: 'take', name: 'b', part: 0, at: 0 })).toEqual({ is: 'done', says: '' })
    expect(await text(STORY)).toBe('- items:\n    - moment: b\n')
    await desk.change({
      kind: 'person',
      name: 'Bo Example',
      handle: '',
      state: 'given',
      when: '2031-05-06',
      how: '',
    })
    expect(patches).toMatchObject([
      { story: [{ items: [{ moment: 'b' }] }], undo: 'taking “A hall.”' },
      { moments: [{ name: 'b', state: 'shown' }], undo: 'the answer of Bo Example' },
    ])
    expect(patches[0]).not.toHaveProperty('moments')
    expect(await text('launch/people.yaml')).toContain('# Who said what')
    expect(await text('launch/people.yaml')).toContain('contact: ada@example.org')
  })

  it('undoes and does again, over several files', async () => {
    const { desk, text } = await openLaunch()
    await desk.change({ kind: 'take', name: 'a', part: 0, at: 0 })
    await desk.change({ kind: 'moment', name: 'a', set: { chosen: true, session: 'doors' } })
    await desk.change({ kind: 'take', name: 'c', part: 0, at: 1 })
    const [story, a] = [await text(STORY), await text('launch/moments/a.md')]
    for (let turn = 0; turn < 3; turn += 1) expect((await desk.turn('undo')).is).toBe('done')
    expect((await desk.turn('undo')).is).toBe('refused')
    expect([await text(STORY), await text('launch/moments/a.md')]).toEqual([
      '[]\n',
      MOMENTS['launch/moments/a.md'],
    ])
    for (let turn = 0; turn < 3; turn += 1) expect((await desk.turn('redo')).is).toBe('done')
    expect([await text(STORY), await text('launch/moments/a.md')]).toEqual([story, a])
    expect(desk.state().redo).toBe('')
  })

  it('never writes over what was changed elsewhere, and shows that instead', async () => {
    const { desk, text, write } = await openLaunch()
    await desk.change({ kind: 'take', name: 'a', part: 0, at: 0 })
    const theirs = '# Mine\n- items:\n    - moment: c\n'
    await write(STORY, theirs)
    const answer = await desk.change({ kind: 'take', name: 'b', part: 0, at: 0 })
    expect(answer).toMatchObject({
      is: 'conflict',
      says: expect.stringContaining('launch/story.yaml was changed elsewhere'),
    })
    expect(await text(STORY)).toBe(theirs)
    expect(desk.state().story).toEqual([{ title: '', session: '', items: [{ moment: 'c' }] }])
    // What was done before is none that could be undone over it.
    expect(desk.state().undo).toBe('')
    expect((await desk.change({ kind: 'take', name: 'b', part: 0, at: 0 })).is).toBe('done')
    expect(await text(STORY)).toContain('# Mine')
  })

  it('makes no file where another has made it meanwhile, or taken it away', async () => {
    const { desk, text, write } = await openLaunch()
    await write(STORY, '- items: []\n')
    expect((await desk.change({ kind: 'take', name: 'a', part: 0, at: 0 })).is).toBe('conflict')
    expect(await text(STORY)).toBe('- items: []\n')
  })

  it('sees what is saved, added and taken away', async () => {
    const { desk, write, root } = await openLaunch()
    const patches: DeskPatch[] = []
    desk.subscribe((patch) => patches.push(patch))
    await write('launch/moments/e.md', MOMENTS['launch/moments/d.md'].replace('Nobody', 'Somebody'))
    await desk.changed('launch/moments/e.md')
    await desk.changed('launch/moments/e.md')
    await desk.changed('chapters/01-a.md')
    expect(patches).toMatchObject([{ moments: [{ name: 'e', text: 'Somebody said this.' }] }])
    const { rm } = await import('node:fs/promises')
    await rm(join(root, 'launch/moments/e.md'))
    await desk.changed('launch/moments/e.md')
    expect(patches[1]).toMatchObject({ gone: ['e'] })
  })

  it('tells of a file that cannot be read, and leaves it alone', async () => {
    const { desk, text, write } = await openLaunch()
    await write(STORY, '- items: [\n')
    await desk.changed(STORY)
    expect(desk.state().faults).toMatchObject([{ file: STORY }])
    expect(await desk.change({ kind: 'take', name: 'a', part: 0, at: 0 })).toMatchObject({ is: 'refused' })
    expect(await text(STORY)).toBe('- items: [\n')
  })

  it('shows nobody who is named while people.yaml cannot be read', async () => {
    const { desk, write } = await openLaunch()
    await write('launch/people.yaml', '- name: Ada Sample\n  consent: withdrwn\n')
    await desk.changed('launch/people.yaml')
    expect(desk.state().moments.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown', 'shown'])
  })

  it('does changes that come at once one after the other', async () => {
    const { desk, text, root } = await openLaunch()
    const all = ['a', 'b', 'c', 'd'].map((name) => desk.change({ kind: 'take', name, part: 0, at: 0 }))
    expect((await Promise.all(all)).map(({ is }) => is)).toEqual(['done', 'done', 'done', 'done'])
    expect(await text(STORY)).toBe(
      '- items:\n    - moment: d\n    - moment: c\n    - moment: b\n    - moment: a\n',
    )
    expect((await readdir(join(root, 'launch'))).sort()).toEqual([
      'event.yaml',
      'moments',
      'people.yaml',
      'story.yaml',
    ])
  })
})
