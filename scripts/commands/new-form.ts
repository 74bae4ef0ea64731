import { access } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { publishNew } from '../build/publish-new.ts'
import type { Options } from '../build/resolve-settings.ts'
import { formQuestions } from '../content/fields/form-questions.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
import type { Finding } from '../model/finding.ts'
import { hasErrors } from '../rules/finding.ts'
import { readPublication } from '../settings/publication.ts'
import { caseStudyForm } from '../start/form/case-study-form.ts'
import { formSections } from '../start/form/form-sections.ts'
import { openOutput } from './command-output.ts'
import { readTemplate } from './make-new-file.ts'
import { rootOf } from './root-of.ts'

export interface NewFormOptions extends Pick<Options, 'root' | 'report' | 'quiet'> {
  /** Where it goes; the folder of the caller unless said. */
  readonly out?: string
}

const NAME = 'case-study-form.docx'

/** `whitepaper new --word case-study`: exit status 0, 1 when the form could not be written, 2 on wrong use. */
export async function newFormCommand(options: NewFormOptions): Promise<number> {
  const output = openOutput(options)
  const all: Finding[] = []
  const path = resolve(options.out ?? NAME)
  await output.guard(all, async () => {
    if (!/\.docx$/i.test(path))
      throw new WrongUseError(`\`${options.out}\` is no name of a Word file.`, 'Let it end with .docx.')
    if (await isThere(path))
      throw new WrongUseError(`\`${path}\` is there already.`, 'Name another file with --out.')
    const form = await makeForm(await rootOf(options), all)
    if (form) all.push(...(await publishNew(only([{ path, content: form }]))).findings)
  })
  const near = relative(process.cwd(), path)
  const file = near.startsWith('..') ? path : near
  return output.close(
    all,
    { file: hasErrors(all) ? '' : file, findings: all },
    hasErrors(all)
      ? 'Nothing was written'
      : `${file} was written: \`whitepaper adopt\` makes a case study of it when it is filled in`,
  )
}

async function makeForm(root: string, all: Finding[]): Promise<Buffer | undefined> {
  const template = await readTemplate(root, 'case-study')
  const publication = await listsOf(root, all)
  if (template.text === undefined) all.push(...template.findings)
  if (hasErrors(all) || template.text === undefined || !publication) return undefined
  const questions = formQuestions(publication)
  return caseStudyForm({ questions, sections: formSections(template.text), language: publication.language })
}

type Lists = Parameters<typeof formQuestions>[0] & { readonly language: string }

/** Where there is no publication yet, any name can be written into the form. */
async function listsOf(root: string, all: Finding[]): Promise<Lists | undefined> {
  if (!(await isThere(join(root, 'publication.yaml'))))
    return { councils: [], channels: [], themes: [], language: 'en-GB' }
  const { value, findings } = await readPublication(root)
  if (!value) all.push(...findings)
  return value
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

async function* only<T>(one: T): AsyncGenerator<T> {
  yield one
}
