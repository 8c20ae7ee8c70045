export * from './email.js'
export * from './lines.js'
export * from './text.js'
export * from './touching.js'
