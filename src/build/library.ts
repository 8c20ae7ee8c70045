import {isBuiltin} from 'node:module'
import {build} from 'rolldown'
import manifest from '../../package.json' with {type: 'json'}

const dependencies = Object.keys(manifest.dependencies)

/** What programs import: one file for each entry of the package's `exports`, with what they share beside them. */
export async function bundleLibrary(root: string, folder: string): Promise<void> {
  await build({
    input: {index: `${root}src/index.ts`, unified: `${root}src/unified/index.ts`, node: `${root}src/node/index.ts`},
    cwd: root,
    logLevel: 'warn',
    platform: 'neutral',
    external: (id) => isBuiltin(id) || dependencies.some((name) => id === name || id.startsWith(`${name}/`)),
    output: {dir: folder, format: 'esm', chunkFileNames: 'chunks/[name]-[hash].js'}
  })
}
