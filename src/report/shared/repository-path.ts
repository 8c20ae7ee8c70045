import path from 'node:path'
import type {Run} from './define-reporter.js'

/** The path as CI knows it: from the root of the repository, with `/`; absolute for a file outside. */
export function repositoryPath(file: {readonly path: string; readonly absolutePath: string}, {root}: Run): string {
  if (isNameless(file)) return file.path
  const relative = path.relative(root, file.absolutePath)
  return (isBelow(relative) ? relative : file.absolutePath).replaceAll(path.sep, '/')
}

/** Standard input has a name in brackets, which is no file's. */
function isNameless({path}: {readonly path: string}): boolean {
  return /^<.*>$/.test(path)
}

function isBelow(relative: string): boolean {
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
}
