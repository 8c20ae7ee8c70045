import type {FailedFile} from './define-reporter.js'

/** Stands where a rule's id would: no rule may be named like this. */
export const failureId = 'unreadable'

export function failureMessage({why}: FailedFile): string {
  return `This file could not be linted or fixed: ${why}.`
}
