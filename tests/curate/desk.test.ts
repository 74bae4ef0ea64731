import { readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DeskPatch } from '../../scripts/curate/protocol.ts'
import { EVENT, MOMENTS, moment, openLaunch } from './open-launch.ts'

const STORY = 'launch/story.yaml'
const TOLD = '- items:\n    - moment: a\n    - moment: b\n    - line: And then\n'

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

  it('does nothing by a number that means another by now', async () => {
    const { desk, text } = await openLaunch({ ...MOMENTS, [STORY]: TOLD })
    const seen = desk.state().version
    await desk.change({ kind: 'move', part: 0, item: 0, toPart: 0, to: 1 }, seen)
    const moved = await text(STORY)
    for (const change of [
      { kind: 'move', part: 0, item: 0, toPart: 0, to: 1 },
      { kind: 'line', part: 0, item: 2, words: '' },
      { kind: 'remove-part', part: 0 },
    ] as const)
      expect(await desk.change(change, seen)).toMatchObject({ is: 'conflict' })
    expect(await text(STORY)).toBe(moved)
    // By its name it is the same, and on what is seen now all can be done.
    expect((await desk.change({ kind: 'leave', name: 'a' }, seen)).is).toBe('done')
    expect((await desk.change({ kind: 'remove-part', part: 0 }, desk.state().version)).is).toBe('done')
  })

  it('takes no moment whose file is gone', async () => {
    const { desk } = await openLaunch()
    expect(await desk.change({ kind: 'take', name: 'gone', part: 0, at: 0 })).toMatchObject({ is: 'refused' })
  })

  it('tells of each file that cannot be read, as long as it cannot', async () => {
    const { desk, write } = await openLaunch()
    const faults = () => desk.state().faults.map(({ file }) => file)
    for (const [file, broken, whole] of [
      ['launch/event.yaml', 'name: [\n', EVENT],
      ['launch/moments/a.md', '---\nkind: [\n---\n', MOMENTS['launch/moments/a.md']],
      [
        'launch/moments/b.md',
        Buffer.from('---\nkind: post\n---\nCaf\xe9\n', 'latin1'),
        MOMENTS['launch/moments/b.md'],
      ],
      [STORY, '- items: [\n', TOLD],
    ] as const) {
      await write(file, broken)
      await desk.changed(file)
      expect(faults()).toEqual([file])
      await write(file, whole)
      await desk.changed(file)
      expect(faults()).toEqual([])
    }
    expect(desk.state().moments.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('finds everything again when launch/ was away and comes back', async () => {
    const { desk, root, text } = await openLaunch({ ...MOMENTS, [STORY]: TOLD })
    const before = desk.state()
    await rename(join(root, 'launch'), join(root, 'away'))
    await desk.changed('launch')
    expect(desk.state()).toMatchObject({ moments: [], story: [], faults: [{ file: 'launch/event.yaml' }] })
    await rename(join(root, 'away'), join(root, 'launch'))
    await desk.changed('launch')
    expect(desk.state()).toEqual({ ...before, version: 3 })
    expect(await text(STORY)).toBe(TOLD)
  })

  it('shows a picture anew when its file has changed', async () => {
    const { desk } = await openLaunch()
    const stamp = () => desk.state().moments[1]?.pictures[0]?.stamp
    expect(stamp()).toBe(0)
    await desk.changed('launch/moments/pictures/hall.jpg')
    expect(stamp()).toBe(1)
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
