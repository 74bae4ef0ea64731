import { execFile } from 'node:child_process'
import {
  chmod,
  cp,
  mkdir,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { publicationFolder } from './support/publication-folder.ts'

const CLI = `import { parse } from 'yaml'
import { place, word } from './part.ts'
import('./late.ts').then(({ late }) => console.log(word, place, parse('1'), late satisfies string))
`

/** A package with a program of three files, which starts as ours does. */
async function somePackage(): Promise<string> {
  const root = await realpath(
    await publicationFolder({
      'package.json': '{ "type": "module" }',
      'scripts/cli.ts': CLI,
      'scripts/part.ts':
        "export const word: string = 'one'\nexport const place = new URL('./data.txt', import.meta.url).href\n",
      'scripts/late.ts': "export const late = 'late'\n",
    }),
  )
  await mkdir(join(root, 'bin'))
  for (const file of ['bin/whitepaper.mjs', 'bin/program.mjs', 'bin/load-with-code.mjs'])
    await cp(resolve(file), join(root, file))
  await symlink(resolve('node_modules'), join(root, 'node_modules'))
  return root
}

/** Node says of itself what it does not understand. */
const start = async (root: string): Promise<string> => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [join(root, 'bin/whitepaper.mjs')])
  expect(stderr).toBe('')
  return stdout.trim()
}

/** What it says: a file beside a module is where the module was written, compiled or not. */
const saying = (root: string, word: string): string =>
  `${word} ${pathToFileURL(join(root, 'scripts/data.txt'))} 1 late`

const kept = async (root: string): Promise<string[]> => (await readdir(join(root, '.cache'))).sort()

it('is compiled once, and at once anew after an edit of any of its files', async () => {
  const root = await somePackage()
  expect(await start(root)).toBe(saying(root, 'one'))
  const first = await kept(root)
  expect(first).toEqual([expect.stringMatching(/^program-[0-9a-f]{16}$/)])
  // What runs now is what was kept: it is not read again from the scripts.
  const compiled = join(root, '.cache', first[0]!, 'cli.cjs')
  await writeFile(compiled, "console.log('kept')\n")
  expect(await start(root)).toBe('kept')
  await writeFile(
    join(root, 'scripts/part.ts'),
    "export const word = 'two'\nexport const place = new URL('./data.txt', import.meta.url).href\n",
  )
  expect(await start(root)).toBe(saying(root, 'two'))
  expect(await kept(root)).toHaveLength(2)
})

it('keeps the code that was made of it, and does without where that is damaged', async () => {
  const root = await somePackage()
  await start(root)
  const folder = join(root, '.cache', (await kept(root))[0]!)
  const code = join(folder, 'code-none')
  const before = await readFile(code)
  // Another text of the same length: V8 takes it for the one that the code was made of.
  const compiled = join(folder, 'cli.cjs')
  await writeFile(compiled, (await readFile(compiled, 'utf8')).replaceAll('one', 'two'))
  expect(await start(root), 'the code is used').toBe(saying(root, 'one'))
  for (const damaged of [before.subarray(0, 999), before.map((byte, at) => (at === 999 ? byte ^ 1 : byte))]) {
    await writeFile(code, damaged)
    expect(await start(root), 'the code is made anew').toBe(saying(root, 'two'))
    expect(await readFile(code)).toHaveLength(before.length)
  }
})

it('is all compiled: no module of the program waits at its top level', async () => {
  const { compiledProgram } = (await import(pathToFileURL(resolve('bin/program.mjs')).href)) as {
    compiledProgram: () => Promise<string | undefined>
  }
  expect(await readdir((await compiledProgram()) ?? '.')).toContain('cli.cjs')
})

it('clears away what was compiled days ago from other texts', async () => {
  const root = await somePackage()
  const old = join(root, '.cache/program-0123456789abcdef')
  await mkdir(old, { recursive: true })
  await utimes(old, new Date('2013-07-26'), new Date('2013-07-26'))
  await start(root)
  expect(await kept(root)).toEqual([expect.not.stringContaining('0123456789abcdef')])
})

it('is compiled by several starts at once, and one of them is kept whole', async () => {
  const root = await somePackage()
  expect(await Promise.all([1, 2, 3].map(() => start(root)))).toEqual(Array(3).fill(saying(root, 'one')))
  expect(await kept(root)).toHaveLength(1)
})

it('runs as it stands where nothing can be kept', async () => {
  const root = await somePackage()
  await writeFile(join(root, '.cache'), '')
  expect(await start(root)).toBe(saying(root, 'one'))
})

it('takes nothing from a folder that others can write to', async () => {
  const root = await somePackage()
  await start(root)
  const [folder = ''] = await kept(root)
  await writeFile(join(root, '.cache', folder, 'cli.cjs'), "console.log('somebody else’s')\n")
  await chmod(join(root, '.cache'), 0o777)
  expect(await start(root)).toBe(saying(root, 'one'))
})

/** The same, with a library of its own, a module that requires nothing, and one that is required. */
async function packageWithLibrary(): Promise<string> {
  const root = await somePackage()
  const files = {
    'scripts/late.ts': "import { said } from 'said'\nexport const late: string = said\n",
    'node_modules/.package-lock.json': '{ "version": 1 }',
    'node_modules/said/package.json': '{ "type": "module", "exports": "./said.js" }',
    'node_modules/said/said.js':
      "import inner from 'inner'\nimport { readFileSync } from 'node:fs'\nexport const said = inner + ' ' + readFileSync(new URL('./late.txt', import.meta.url))\n",
    'node_modules/said/late.txt': 'late',
    'node_modules/said/node_modules/inner/index.js': "module.exports = 'inner of said'\n",
    'node_modules/inner/index.js': "module.exports = 'inner of all'\n",
  }
  await rm(join(root, 'node_modules'))
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), text)
  }
  for (const name of ['esbuild', 'tsx', 'yaml'])
    await symlink(resolve('node_modules', name), join(root, 'node_modules', name))
  return root
}

it('takes libraries in, as npm installed them, and finds each its own', async () => {
  const root = await packageWithLibrary()
  expect(await start(root)).toMatch(/ 1 inner of said late$/)
  await writeFile(join(root, 'node_modules/said/said.js'), "export const said = 'other'\n")
  expect(await start(root)).toMatch(/ 1 inner of said late$/)
  await writeFile(join(root, 'node_modules/.package-lock.json'), '{ "version": 2 }')
  expect(await start(root)).toMatch(/ 1 other$/)
})

it('leaves libraries where they are when nothing says which they are', async () => {
  const root = await packageWithLibrary()
  await rm(join(root, 'node_modules/.package-lock.json'))
  expect(await start(root)).toMatch(/ 1 inner of said late$/)
  await writeFile(join(root, 'node_modules/said/said.js'), "export const said = 'other'\n")
  expect(await start(root)).toMatch(/ 1 other$/)
})
