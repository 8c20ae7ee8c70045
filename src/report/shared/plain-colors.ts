import type {Colors} from 'picocolors/types.js'

/**
 * No colours at all. Not those of picocolors, which ask Node for its streams, and to load these takes longer than to
 * lint a draft. A promise asks whether what it gets is a promise: this is none.
 */
export const plainColors = new Proxy({}, {get: (_, name) => (name in notColors ? undefined : String)}) as Colors

const notColors = {then: true, isColorSupported: true}
