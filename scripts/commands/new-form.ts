import { access } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { publishNew } from '../build/publish-new.ts'
import type { Options } from '../build/resolve-settings.ts'
import { type Found, withFindings } from '../build/with-findings.ts'
import { formQuestions } from '../content/fields/form-questions.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
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
  const path = resolve(options.out ?? NAME)
  const { findings } = await output.guard(async () => {
    if (!/\.docx$/i.test(path))
      throw new WrongUseError(`\`${options.out}\` is no name of a Word file.`, 'Let it end with .docx.')
    if (await isThere(path))
      throw new WrongUseError(`\`${path}\` is there already.`, 'Name another file with --out.')
    const { form, findings } = await makeForm(await rootOf(options))
    return form ? withFindings(findings, () => publishNew(only([{ path, content: form }]))) : { findings }
  })
  const near = relative(process.cwd(), path)
  const file = near.startsWith('..') ? path : near
  return output.close(
    findings,
    { file: hasErrors(findings) ? '' : file, findings },
    hasErrors(findings)
      ? 'Nothing was written'
      : `${file} was written: \`whitepaper adopt\` makes a case study of it when it is filled in`,
  )
}

async function makeForm(root: string): Promise<Found & { readonly form?: Buffer }> {
  const template = await readTemplate(root, 'case-study')
  const { lists, findings: unread } = await listsOf(root)
  const findings = template.text === undefined ? [...unread, ...template.findings] : unread
  if (hasErrors(findings) || template.text === undefined || !lists) return { findings }
  const questions = formQuestions(lists)
  const sections = formSections(template.text)
  return { form: await caseStudyForm({ questions, sections, language: lists.language }), findings }
}

type Lists = Parameters<typeof formQuestions>[0] & { readonly language: string }

/** Where there is no publication yet, any name can be written into the form. */
async function listsOf(root: string): Promise<Found & { readonly lists?: Lists }> {
  if (!(await isThere(join(root, 'publication.yaml'))))
    return { lists: { councils: [], channels: [], themes: [], language: 'en-GB' }, findings: [] }
  const { value, findings } = await readPublication(root)
  return value ? { lists: value, findings: [] } : { findings }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

async function* only<T>(one: T): AsyncGenerator<T> {
  yield one
}
