import { WrongUseError } from '../ground/wrong-use-error.ts'

/** The address that opens a file at a line in the author's editor; both are known to be of the publication. */
export type EditorLink = (path: string, line: number) => string

/** Editors that listen to addresses of their own, as their makers document them. */
const EDITORS: Readonly<Record<string, string>> = {
  vscode: 'vscode://file/{path}:{line}',
  'vscode-insiders': 'vscode-insiders://file/{path}:{line}',
  vscodium: 'vscodium://file/{path}:{line}',
  cursor: 'cursor://file/{path}:{line}',
  zed: 'zed://file/{path}:{line}',
  idea: 'idea://open?file=/{path}&line={line}',
  textmate: 'txmt://open?url=file:///{path}&line={line}',
}

/** These lead to pages or run programs in the browser itself. */
const NO_EDITOR = /^(?:https?|javascript|data|file|blob|about|view-source|vbscript):/i

/** `vscode`, or an address with `{path}` and `{line}` in it. Throws WrongUseError. */
export function editorLink(wish: string): EditorLink {
  const form = EDITORS[wish.toLowerCase()] ?? wish
  if (!/^[a-z][a-z\d+.-]*:/i.test(form) || NO_EDITOR.test(form) || !form.includes('{path}'))
    throw new WrongUseError(
      `\`${wish}\` is no editor that is known here.`,
      `Name one of ${Object.keys(EDITORS).join(', ')}, or give its address: myeditor://open?file=/{path}&line={line}`,
    )
  return (path, line) => {
    const encoded = path.replaceAll('\\', '/').replace(/^\//, '').split('/').map(encodeURIComponent).join('/')
    return form.replaceAll('{path}', encoded).replaceAll('{line}', String(line))
  }
}
