import {existsSync} from 'node:fs'
import path from 'node:path'
import {docs} from '../../generated/docs.js'
import {uriOf} from '../places.js'

const pages = new Map<string, string | undefined>()

/** Where the page about a rule stands that the command ships beside itself; undefined where it ships none. */
export function pageOf(id: string): string | undefined {
  if (!pages.has(id)) pages.set(id, Object.hasOwn(docs, id) ? find(id) : undefined)
  return pages.get(id)
}

function find(id: string): string | undefined {
  const file = path.join(import.meta.dirname, 'rules', `${id}.md`)
  return existsSync(file) ? uriOf(file) : undefined
}
