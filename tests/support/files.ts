import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

export function folders(folder: string): string[] {
  return readdirSync(path.join(root, folder), {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map(({name}) => name)
    .sort()
}

export function files(folder: string): string[] {
  const found = readdirSync(path.join(root, folder), {recursive: true, withFileTypes: true}).filter((entry) =>
    entry.isFile()
  )
  return found
    .map(({parentPath, name}) => path.relative(root, path.join(parentPath, name)).replaceAll('\\', '/'))
    .sort()
}

export function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8')
}

export function readBytes(file: string): Uint8Array {
  return readFileSync(path.join(root, file))
}
