// Programs that stand in for Java and Maven: what is said where one is missing, or brings something else.
import { chmod, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { installVerapdf } from '../../scripts/verapdf/install-verapdf.ts'
import { publicationFolder } from '../support/publication-folder.ts'

/** A machine that has these programs and no others. */
async function machine(programs: Readonly<Record<string, string>>): Promise<string> {
  const folder = await publicationFolder({})
  for (const [name, script] of Object.entries(programs)) {
    await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`)
    await chmod(join(folder, name), 0o755)
  }
  const { PATH } = process.env
  onTestFinished(() => {
    process.env.PATH = PATH
  })
  process.env.PATH = folder
  return publicationFolder({})
}

describe('installVerapdf', () => {
  it('says in one sentence that there is no Java', async () => {
    const cache = await machine({})
    await expect(installVerapdf(cache)).rejects.toThrow('it needs Java 8 or later, and there is no `java`')
  })

  it('says in one sentence that there is no Maven', async () => {
    const cache = await machine({ java: 'exit 0' })
    await expect(installVerapdf(cache)).rejects.toThrow('it is fetched with Maven, and there is no `mvn`')
  })

  it('passes on what Maven says when it cannot fetch', async () => {
    const cache = await machine({ java: 'exit 0', mvn: 'echo "[ERROR] Unknown host"; exit 1' })
    await expect(installVerapdf(cache)).rejects.toThrow(/Maven could not fetch .*Unknown host/)
  })

  it('keeps nothing whose checksum is another', async () => {
    const brings =
      // biome-ignore lint/suspicious/noTemplateCurlyInString: these are the braces of a shell
      'for word in "$@"; do case $word in -DoutputDirectory=*) echo other > "${word#*=}/cli-1.30.2.jar";; esac; done'
    const cache = await machine({ java: 'exit 0', mvn: brings })
    await expect(installVerapdf(cache)).rejects.toThrow('its checksum differs')
    expect(await readdir(join(cache, 'verapdf'))).toEqual([])
  })
})
