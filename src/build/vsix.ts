import {fileURLToPath} from 'node:url'
import {layOutExtension, packExtension} from './extension.js'

/** Writes the extension for VS Code, laid out to be tried (`dist`) and packed to be installed. */
const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = `${root}editors/vscode/dist`
const file = `${root}editors/vscode/coldread.vsix`

await layOutExtension(root, folder)
packExtension(folder, file)
console.log(
  `Packed editors/vscode/coldread.vsix. Install it with: code --install-extension editors/vscode/coldread.vsix`
)
