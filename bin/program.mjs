// Node 20 reads no TypeScript, and a loader that compiles as it goes costs every start a second: all the modules of
// all the packages go through it one by one. So the program is compiled once, kept under a name made of its own text,
// and loaded as JavaScript from then on. A package that is installed brings it compiled, and no TypeScript.
import { createHash, randomBytes } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { isMainThread } from 'node:worker_threads'

const PACKAGE = dirname(dirname(fileURLToPath(import.meta.url)))
const SCRIPTS = join(PACKAGE, 'scripts')
// Inside of the package, and nowhere else: from here Node finds the same packages as from the scripts.
const CACHE = join(PACKAGE, '.cache')
// In a package alone: beside the TypeScript it would soon be older than that.
const PACKED = join(PACKAGE, 'program')
const isPacked = !existsSync(join(SCRIPTS, 'cli.ts')) && existsSync(PACKED)
// A program that still runs may yet load a part of itself.
const KEPT_MS = 24 * 3_600_000

// In threads of its own, V8 makes quick code of whatever has run for a while: a fifth of the processor time of a build
// went into that, most of it for what was nearly done. In Node 20 it waits eight times as long; later ones have other
// ways, and other names for them.
const USUAL_BUDGET = 67_584
if (isMainThread && process.versions.v8.startsWith('11.3.'))
  setFlagsFromString(`--interrupt-budget=${8 * USUAL_BUDGET}`)

/**
 * Runs a file of the program, `cli.ts` or what a worker thread begins with: compiled, or else as it stands. `known`:
 * where it is compiled, for a thread, which need not find out again.
 */
export async function run(entry, known) {
  globalThis.whitepaperScripts = pathToFileURL(join(SCRIPTS, '/')).href
  const compiled = known ?? (isPacked ? PACKED : await compiledProgram())
  globalThis.whitepaperCompiled = compiled
  globalThis.whitepaperImport = (name) => import(name)
  if (compiled) return load(compiled, entry.replace(/\.ts$/, ''))
  const { register } = await import('tsx/esm/api')
  register()
  return import(pathToFileURL(join(SCRIPTS, entry)).href)
}

async function load(compiled, name) {
  if (!existsSync(join(compiled, `${name}.cjs`)))
    return import(pathToFileURL(join(compiled, `${name}.js`)).href)
  const { loadWithCode } = await import('./load-with-code.mjs')
  return loadWithCode(compiled, name)
}

/**
 * The folder of the compiled program; undefined where it cannot be kept, such as in a package that may only be read.
 */
export async function compiledProgram() {
  try {
    mkdirSync(CACHE, { recursive: true, mode: 0o700 })
    if (!isOurs(CACHE)) return undefined
    const folder = join(CACHE, `program-${sumOfAll()}`)
    if (!existsSync(folder)) await compile(folder)
    return folder
  } catch {
    return undefined
  }
}

/** Whoever could write into that folder could have anything run in our name. */
function isOurs(folder) {
  const { uid, mode } = lstatSync(folder)
  return !process.getuid || (uid === process.getuid() && (mode & 0o022) === 0)
}

let known

/**
 * Of every file of the program and of those here, so that an edit never meets what was compiled, or remembered, before
 * it.
 */
export function fingerprint() {
  known ??= sumOfProgram()
  return known
}

function sumOfProgram() {
  const sum = createHash('sha256')
  for (const file of ['program.mjs', 'load-with-code.mjs'])
    sum.update(readFileSync(join(PACKAGE, 'bin', file)))
  const folder = isPacked ? PACKED : SCRIPTS
  for (const file of filesOfProgram()) sum.update(`\0${file}\0`).update(readFileSync(join(folder, file)))
  // A copy in another place finds its files in that place.
  return sum.update(`\0${PACKAGE}`).digest('hex').slice(0, 16)
}

const filesOfProgram = () => filesBelow(isPacked ? PACKED : SCRIPTS, isPacked ? '.js' : '.ts').sort()

/** `recursive` asks what each file is once more, which is a twentieth of the start. */
const filesBelow = (folder, ending, place = '') =>
  readdirSync(join(folder, place), { withFileTypes: true }).flatMap((entry) => {
    const path = join(place, entry.name)
    if (entry.isDirectory()) return filesBelow(folder, ending, path)
    return path.endsWith(ending) ? [path] : []
  })

/** What is compiled holds libraries too. */
const sumOfAll = () =>
  createHash('sha256').update(fingerprint()).update(installed()).digest('hex').slice(0, 16)

/** What npm wrote of all that it has installed beside the program; '' where nothing says which libraries these are. */
function installed() {
  try {
    return readFileSync(join(PACKAGE, 'node_modules', '.package-lock.json'))
  } catch {
    return ''
  }
}

/** For a package, whose files are found from wherever it will be installed. */
export async function pack() {
  rmSync(PACKED, { recursive: true, force: true })
  await compile(PACKED, (path) => {
    const file = relative(SCRIPTS, path).split(sep).join('/')
    return `new URL(${JSON.stringify(file)}, globalThis.whitepaperScripts).href`
  })
}

/** A file beside a module is found from where the module was written, not from where it is kept. */
const placeHere = (path) => JSON.stringify(pathToFileURL(path).href)

async function compile(folder, placeOf = placeHere) {
  const { build } = await import('esbuild')
  // A package brings no libraries: npm installs them beside it.
  const isHere = placeOf === placeHere && installed() !== ''
  const unfinished = `${folder}.${randomBytes(6).toString('hex')}`
  const files = filesOfProgram()
  const entries = files.filter((file) => file === 'cli.ts' || file.endsWith('-thread.ts'))
  try {
    await build({
      entryPoints: entries.map((file) => join(SCRIPTS, file)),
      outbase: SCRIPTS,
      outdir: unfinished,
      bundle: true,
      // What a command does not need, it does not load.
      splitting: true,
      ...(isHere ? { conditions: ['node'] } : { packages: 'external' }),
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'silent',
      tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, target: 'ES2023' } },
      plugins: [
        { name: 'places', setup: ({ onLoad }) => onLoad({ filter: /\.[cm]?[jt]s$/ }, placed(placeOf)) },
        ...(isHere ? [LIBRARIES] : []),
      ],
    })
    if (isHere) await asRequired(unfinished)
    renameSync(unfinished, folder)
  } catch (error) {
    // Another start may have been quicker.
    if (!existsSync(folder)) throw error
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  if (existsSync(CACHE)) sweep()
}

const placed =
  (placeOf) =>
  ({ path }) => ({
    contents: textOf(path).replaceAll('import.meta.url', placeOf(path)),
    loader: path.endsWith('.ts') ? 'ts' : 'js',
  })

/** What stays outside and may be a module is imported where that can be done. */
const textOf = (path) =>
  path.startsWith(SCRIPTS)
    ? readFileSync(path, 'utf8').replaceAll(OUTSIDE, 'globalThis.whitepaperImport($1')
    : readFileSync(path, 'utf8')

const OUTSIDE = /\bimport\((new URL\(|'(?:lcms-wasm|pagefind|pdfjs-dist\/[^']*)')/g

/**
 * The same files as what is required: only of such does Node 20 keep compiled code from one start to the next.
 */
async function asRequired(folder) {
  const { transform } = await import('esbuild')
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.js'))
  await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name)
      const { code } = await transform(readFileSync(path, 'utf8'), {
        format: 'cjs',
        platform: 'node',
        target: 'node20',
        supported: { 'dynamic-import': false },
        sourcefile: name,
        logLevel: 'silent',
      })
      writeFileSync(path.replace(/\.js$/, '.cjs'), code)
      rmSync(path)
    }),
  )
}

/**
 * Half of a start would be Node looking for a thousand small modules. Libraries go into the compiled program; what is
 * not installed here stays outside, and what a library that is a module asks of one that is none: what that gives it
 * as its default is Node's affair.
 */
const LIBRARIES = {
  name: 'libraries',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /./ }, async ({ path, importer, kind, resolveDir, pluginData }) => {
      if (pluginData === LIBRARIES || kind === 'entry-point' || isBuiltin(path)) return undefined
      const isOurs = importer.startsWith(SCRIPTS)
      if (isOurs && path.startsWith('.')) return undefined
      const found = await resolve(path, { kind, importer, resolveDir, pluginData: LIBRARIES })
      const isRequired = isOurs || kind === 'require-call'
      if (found.errors.length === 0 && isTakenIn(found.path, isRequired)) return found
      // A library may find another version of its own than the program does.
      const isNamed = isOurs || found.errors.length > 0
      return { path: isNamed ? path : pathToFileURL(found.path).href, external: true }
    })
  },
}

/** Those with native parts, workers or files of their own. */
const APART =
  /[\\/]node_modules[\\/](?:@napi-rs|sharp|@img|pdfjs-dist|@sparticuz|pagefind|piscina|lcms-wasm)[\\/]/

function isTakenIn(path, isRequired) {
  if (!path.startsWith(join(PACKAGE, 'node_modules', sep)) || APART.test(path)) return false
  if (path.endsWith('.json')) return true
  if (!/\.[cm]?js$/.test(path)) return false
  if (path.endsWith('.mjs') || isRequired) return true
  for (let folder = dirname(path); folder !== PACKAGE; folder = dirname(folder)) {
    const about = join(folder, 'package.json')
    if (existsSync(about)) return JSON.parse(readFileSync(about, 'utf8')).type === 'module'
  }
  return false
}

/** Removes what was compiled from earlier texts, once nothing that runs can be made of it. */
function sweep() {
  for (const name of readdirSync(CACHE).filter((one) => one.startsWith('program-'))) {
    const path = join(CACHE, name)
    if (Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { recursive: true, force: true })
  }
}
