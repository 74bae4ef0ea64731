// The record in words: a statement in the form that GOV.UK gives to public bodies, what was checked, and what is left
// to check.
import type { AccessibilityRecord } from './accessibility-record.ts'

/** Markdown. Says nothing that the record does not hold. */
export function accessibilityPaper(record: AccessibilityRecord): string {
  const parts = [
    `# Accessibility of “${escaped(record.publication.title)}”`,
    statement(record),
    technical(record),
    testing(record),
    checklist(record),
  ]
  return `${parts.join('\n\n')}\n`
}

function statement(record: AccessibilityRecord): string {
  const { publication, file } = record
  const publisher = publication.publisher && `, published by ${escaped(publication.publisher)}`
  const web = publication.web && `${publisher ? '' : ', published'} on ${escaped(publication.web)}`
  return `## Accessible documents statement

This statement covers \`${file.name}\` (${counted(file.pages, 'page')})${publisher}${web}.

${promise(record)}

### How accessible this document is

${standing(record)}
${known(record)}
${help(record)}### Reporting accessibility problems with this document

We are always looking to improve the accessibility of our documents.${reports(record)}

### Enforcement procedure

The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the “accessibility regulations”). If you are not happy with how we respond to your complaint, contact the Equality Advisory and Support Service (EASS).`
}

/** Whoever gives no address cannot be asked; then nothing is said of it, least of all what to fill in. */
const help = ({ publication: { contact } }: AccessibilityRecord): string =>
  contact &&
  `### What to do if you cannot use this document

Tell us which format you need and which assistive technology you use: ${escaped(contact)}.

`

const reports = ({ publication: { contact } }: AccessibilityRecord): string =>
  contact &&
  ` If you find a problem that is not listed here, or think that we are not meeting the requirements of the accessibility regulations, contact us: ${escaped(contact)}.`

/** What is promised of every document, and so only where it was proven of this one. */
function promise({ accessibility }: AccessibilityRecord): string {
  const wish = 'We want as many people as possible to be able to use our documents.'
  if (accessibility === 'reported') return wish
  return `${wish} When we make a document we:

- tag headings and other parts of it, so that a screen reader can follow its structure
- give a text alternative to each picture that is not decoration
- give each table headers, and tell whether each is that of a row or of a column
- give each link words of its own, and try where the links inside the document lead`
}

function standing({ accessibility, claims, checks, notRun, faults }: AccessibilityRecord): string {
  if (claims.length === 0) return 'This document is a draft. It makes no claim about its accessibility.'
  if (accessibility === 'reported')
    return `This document does not claim to be accessible. It was checked, and ${faults.length === 0 ? 'no fault was found' : 'what was found is listed here'}; a fault would not have kept it from being published. What only a person can judge is listed at the end.`
  const rest = 'What only a person can judge is listed at the end, and is not part of that claim.'
  if (checks.some((check) => !check.passed))
    return `Some of the checks listed under “How we tested this document” found faults. ${rest}`
  if (notRun.length > 0)
    return `Some of the checks listed under “How we tested this document” were not run; the others found no fault. ${rest}`
  return `The checks listed under “How we tested this document” found no fault. The document claims to conform to ${claims.join(' and ')}. ${rest}`
}

/** Each fault that is known, plainly. */
const known = ({ faults }: AccessibilityRecord): string =>
  faults.length === 0
    ? ''
    : `
### What is known to be wrong

${faults.map(({ where, says, rule }) => `- ${escaped(where)}: ${escaped(says)} (\`${rule}\`)`).join('\n')}
`

function technical({ file, claims, tool }: AccessibilityRecord): string {
  const claimed = claims.length > 0 ? claims.join(', ') : 'none'
  return `## Technical information about this document

| | |
| --- | --- |
| File | \`${file.name}\` |
| SHA-256 | \`${file.sha256}\` |
| Size | ${file.bytes.toLocaleString('en-GB')} bytes, ${counted(file.pages, 'page')} |
| Claims in the file | ${claimed} |
| Made and checked by | ${tool.name} ${tool.version}, ${escaped(tool.browser)} |`
}

function testing({ checkedOn, tool, checks, notRun, verapdf }: AccessibilityRecord): string {
  const rows = [
    ...checks.map((one) => row(one, one.passed ? 'holds' : '**does not hold**')),
    ...notRun.map((one) => row(one, 'not run')),
  ]
  return `## How we tested this document

It was last tested on ${checkedOn}. The build read the finished file back and checked, with ${tool.name} ${tool.version}:

| Checked | Result | Rule |
| --- | --- | --- |
${rows.join('\n')}

${validated(verapdf)}

This statement was prepared on ${checkedOn} by the build, from what it had checked.`
}

const row = ({ says, rule }: AccessibilityRecord['notRun'][number], result: string): string =>
  `| ${says} | ${result} | \`${rule}\` |`

function validated(verapdf: AccessibilityRecord['verapdf']): string {
  if (!verapdf)
    return 'veraPDF, an independent validator, has not read this file: no statement is made about what it would find. `whitepaper verify` asks it, and writes its answer here.'
  const rows = verapdf.profiles.map(
    ({ name, passedChecks, failedChecks }) =>
      `| ${name} | ${(passedChecks + failedChecks).toLocaleString('en-GB')} | ${failedChecks.toLocaleString('en-GB')} |`,
  )
  return `veraPDF ${verapdf.version}, an independent validator, read the same file:

| Profile | Checks | Failed |
| --- | --- | --- |
${rows.join('\n')}`
}

const checklist = ({ forPeople }: AccessibilityRecord): string => `## What only a person can check

Nobody has ticked these yet:

${forPeople.map((one) => `- [ ] ${one}`).join('\n')}`

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** Words of the publication in a Markdown text. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>|]/g, '\\$&').replace(/\s+/g, ' ')
