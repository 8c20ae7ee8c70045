export const options = {
  exclamations: {
    type: 'integer',
    minimum: 0,
    default: 2,
    description: 'How many single exclamation marks in the whole body are still no shouting. Two in a row always are.'
  },
  emoji: {
    type: 'boolean',
    default: true,
    description: 'Whether emoji that are meant to excite count. Signs such as ☎, ✓ or → and flags never do.'
  },
  allow: {
    type: 'array',
    items: {type: 'string'},
    default: [],
    description: 'Words that are names or terms of your trade; a finding that contains one is dropped.'
  }
} as const
