// Loads the compiled program with the code that V8 made of it in an earlier start: to make it anew is a quarter of all
// that a build does where nothing has changed. It lies beside the program, in a folder that is ours alone, for each
// command.
import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isModuleNamespaceObject } from 'node:util/types'
import { deserialize, serialize } from 'node:v8'
import { Script } from 'node:vm'
import { isMainThread } from 'node:worker_threads'
import { crc32 } from 'node:zlib'

const WRAPPER = ['(function (exports, require, module) {', '\n})']

/** `name`: of a file in `folder`, without its ending. Gives what it exports. What a thread has compiled is not kept. */
export function loadWithCode(folder, name) {
  const [, , command = ''] = process.argv
  const kept = join(folder, `code-${/^[a-z-]+$/.test(command) ? command : 'none'}`)
  const codes = readCodes(kept)
  const scripts = new Map()
  let isNews = false
  const modules = new Map()
  const outside = createRequire(import.meta.url)
  const load = (path) => {
    const known = modules.get(path)
    if (known) return known.exports
    const module = { exports: {} }
    modules.set(path, module)
    const source = WRAPPER.join(readFileSync(join(folder, path), 'utf8'))
    const cachedData = codes.get(path)
    const script = new Script(source, { filename: join(folder, path), ...(cachedData ? { cachedData } : {}) })
    if (!cachedData || script.cachedDataRejected) isNews = true
    scripts.set(path, script)
    const require = (asked) => {
      if (asked.startsWith('file:')) return asImported(outside(fileURLToPath(asked)))
      if (!asked.startsWith('.')) return asImported(outside(asked))
      return load(posix.join(posix.dirname(path), asked).replace(/\.js$/, '.cjs'))
    }
    require.resolve = outside.resolve
    script.runInThisContext()(module.exports, require, module)
    return module.exports
  }
  if (isMainThread)
    process.once('exit', (status) => {
      if (isNews && status !== 2) keepCodes(kept, scripts)
    })
  return load(`${name}.cjs`)
}

/** As Node gives a module what is required: `default` is all of it, whatever was compiled to be a module once. */
const asImported = (required) =>
  required.__esModule && !isModuleNamespaceObject(required) ? { ...required, default: required } : required

const SUM_BYTES = 4

/** By the names of their files. None where something is damaged; what is of another Node is refused when it is used. */
function readCodes(path) {
  try {
    const bytes = readFileSync(path)
    const codes = bytes.subarray(SUM_BYTES)
    return crc32(codes) === bytes.readUInt32BE() ? deserialize(codes) : new Map()
  } catch {
    return new Map()
  }
}

/** At the end of a start, with all that was compiled until then. */
function keepCodes(path, scripts) {
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`
  try {
    const codes = serialize(new Map([...scripts].map(([name, script]) => [name, script.createCachedData()])))
    const sum = Buffer.alloc(SUM_BYTES)
    sum.writeUInt32BE(crc32(codes))
    writeFileSync(unfinished, Buffer.concat([sum, codes]), { mode: 0o600, flag: 'wx' })
    renameSync(unfinished, path)
  } catch {
    rmSync(unfinished, { force: true }) // A start needs none of it.
  }
}
