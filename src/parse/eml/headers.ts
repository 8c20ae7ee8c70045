import type {Header} from '../../tree/index.js'
import {decodeValue} from './encoded-words.js'
import type {Field} from './fields.js'

export function decodeFields(source: string, fields: readonly Field[], bytes: boolean, otherwise?: string): Header[] {
  return fields.map(
    ({name, nameSpan, value}): Header => ({
      type: 'header',
      name,
      nameSpan,
      tags: [],
      text: decodeValue({source, bytes, ...value}, otherwise),
      ...value
    })
  )
}
