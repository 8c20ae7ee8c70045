export const options = {
  allow: {
    type: 'array',
    items: {type: 'string'},
    default: [],
    description: 'Words that are no hype in your trade or are part of a name; a finding that contains one is dropped.'
  },
  emoji: {
    type: 'boolean',
    default: true,
    description: 'Whether emoji that are meant to excite count. Signs such as ☎ or ✉ and flags never do.'
  }
} as const
