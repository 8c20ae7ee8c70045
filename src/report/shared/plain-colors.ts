import type {Colors} from 'picocolors/types.js'

const notColors: readonly (string | symbol)[] = ['then', 'isColorSupported']

/**
 * No colours at all. Not those of picocolors, which ask Node for its streams, and to load these takes longer than to
 * lint a draft. Whoever awaits it asks whether it is a promise: it is none.
 */
export const plainColors = new Proxy({}, {get: (_, name) => (notColors.includes(name) ? undefined : String)}) as Colors
