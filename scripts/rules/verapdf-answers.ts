// Why veraPDF said nothing of a file.
import { ruleOfProblems, within } from './rule.ts'

const silent = within(
  (words) => `veraPDF gave no answer: ${words}.`,
  () => 'Run `npx whitepaper install-verapdf`, or name it with --verapdf.',
)

export const verapdfAnswers = ruleOfProblems({
  kind: 'making',
  severity: 'error',
  why: 'What was not checked must not be called checked.',
  problems: {
    'is-not-installed': silent('it is not installed, and `npx whitepaper install-verapdf` fetches it'),
    'is-not-there': silent<{ path: string }>((f) => `there is none at ${f.path}`, {
      path: '/opt/verapdf.jar',
    }),
    'has-no-java': silent('it needs Java 8 or later, and there is no `java` on this machine'),
    'took-too-long': silent<{ seconds: number }>((f) => `it took longer than ${f.seconds} seconds`, {
      seconds: 900,
    }),
    'said-nothing': silent('it said nothing'),
    // In its own words, for want of ours.
    'broke-off': silent<{ said: string }>((f) => `it broke off with “${f.said}”`, {
      said: 'Error: Unable to access jarfile',
    }),
    'is-of-another-release': silent('what it wrote is not in the form of the release that we know'),
    'gave-no-result': silent('it gave no result'),
    'could-not-read-file': silent<{ said: string }>(
      (f) => `it could not read the file, and said “${f.said}”`,
      {
        said: 'no startxref',
      },
    ),
    'has-no-maven': silent('it is fetched with Maven, and there is no `mvn` on this machine'),
    'was-not-fetched': silent<{ artifact: string; said: string }>(
      (f) => `Maven could not fetch ${f.artifact}${f.said === '' ? '' : `, and said “${f.said}”`}`,
      { artifact: 'org.verapdf.apps:cli', said: '[ERROR] Unknown host' },
    ),
    'was-changed-on-the-way': silent<{ artifact: string }>(
      (f) => `what Maven brought is not ${f.artifact}: its checksum differs, and it was removed`,
      { artifact: 'org.verapdf.apps:cli' },
    ),
  },
})
