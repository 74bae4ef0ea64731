// Once, before any test: processes and threads that begin at the same time would each compile the program.
export async function setup(): Promise<void> {
  const { compiledProgram } = (await import(new URL('../../bin/program.mjs', import.meta.url).href)) as {
    compiledProgram: () => Promise<string | undefined>
  }
  await compiledProgram()
}
