import { describe, expect, it } from 'vitest'
import { adopted } from './adopted.ts'

const SITES: Readonly<Record<string, { files: Record<string, string>; own: string; german: string }>> = {
  'Hugo with folders': {
    files: {
      'hugo.toml': 'title = "T"\ndefaultContentLanguage = "en"\n',
      'content/en/a.md': '# Home\n\nIn English.\n',
      'content/de/a.md': '# Heim\n\nAuf Deutsch.\n',
    },
    own: 'en',
    german: '# Heim',
  },
  'Hugo with endings': {
    files: {
      'config/_default/hugo.yaml': 'title: T\ndefaultContentLanguage: en\n',
      'theme/hugo.yaml': 'title: A theme\n',
      'content/a.md': '# Home\n\nIn English.\n',
      'content/a.de.md': '# Heim\n\nAuf Deutsch.\n',
    },
    own: 'en',
    german: '# Heim',
  },
  Docusaurus: {
    files: {
      'docusaurus.config.js':
        "module.exports = { title: 'T', i18n: { defaultLocale: 'en', locales: ['en', 'de'] } }",
      'docs/a.md': '# Home\n\nIn English.\n',
      'i18n/de/docusaurus-plugin-content-docs/current/a.md': '# Heim\n\nAuf Deutsch.\n',
    },
    own: 'en',
    german: '# Heim',
  },
  VitePress: {
    files: {
      '.vitepress/config.ts': "export default { title: 'T', lang: 'en-GB', locales: { root: {}, de: {} } }",
      'a.md': '# Home\n\nIn English.\n',
      'de/a.md': '# Heim\n\nAuf Deutsch.\n',
    },
    own: 'en-GB',
    german: '# Heim',
  },
  'MkDocs with endings': {
    files: {
      'mkdocs.yml':
        'site_name: T\nplugins:\n  - search\n  - i18n:\n      docs_structure: suffix\n      languages:\n        - locale: en\n          default: true\n        - locale: de\nnav: [a.md]\n',
      'docs/a.md': '# Home\n\nIn English.\n',
      'docs/a.de.md': '# Heim\n\nAuf Deutsch.\n',
    },
    own: 'en',
    german: '# Heim',
  },
  GitBook: {
    files: {
      'LANGS.md': '* [English](en)\n* [Deutsch](de)\n',
      'de/SUMMARY.md': '* [Heim](a.md)\n',
      'de/a.md': '# Heim\n\nAuf Deutsch.\n',
      'en/SUMMARY.md': '* [Home](a.md)\n',
      'en/a.md': '# Home\n\nIn English.\n',
    },
    own: 'en',
    german: '# Heim',
  },
}

describe('a site that is there in several languages', () => {
  it.each(Object.entries(SITES))(
    '%s: its own is taken, and the others are told',
    async (_, { files, own }) => {
      const made = await adopted(files)
      const texts = Object.keys(made.files).filter((file) => file.startsWith('chapters/'))
      expect(texts.map((file) => made.files[file])).toEqual(['# Home\n\nIn English.\n'])
      expect(made.files['publication.yaml']).toContain(`language: ${own}\n`)
      const told = made.findings.filter(({ message }) => message.includes('several languages'))
      expect(told.map(({ rule }) => rule)).toEqual(['adopted-list-is-followed'])
      expect(told[0]?.message).toContain('de')
    },
  )

  it.each(Object.entries(SITES))(
    '%s: another is taken when it is asked for',
    async (_, { files, german }) => {
      const made = await adopted(files, { language: 'de' })
      const texts = Object.keys(made.files).filter((file) => file.startsWith('chapters/'))
      expect(texts.map((file) => made.files[file]?.startsWith(german))).toEqual([true])
      expect(made.files['publication.yaml']).toContain('language: de\n')
      expect(made.findings.filter(({ message }) => message.includes('stands in this list'))).toEqual([])
    },
  )

  it('takes two offices for no languages', async () => {
    const made = await adopted({
      'it/policy.md': '# Computers\n\nText.\n',
      'hr/policy.md': '# People\n\nText.\n',
      'README.md': '# All\n\nText.\n',
    })
    expect(Object.keys(made.files)).toHaveLength(4)
  })
})
