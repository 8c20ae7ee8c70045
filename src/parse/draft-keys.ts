/** Keys of a front matter, which are the header lines of a plain text draft too, with what each says. */
export const draftKeys: Readonly<Record<string, string>> = {
  subject: 'What the inbox shows beside the sender’s name.',
  from: 'Who sends: a name and an address.',
  to: 'Who receives.',
  'reply-to': 'Where answers go.',
  lang: 'The language of the mail, as a BCP 47 tag.',
  dialect: 'The sequencer whose merge tags stand in the mail.',
  step: 'Which mail of the sequence this is; 1 is the first.',
  'coldread-disable': 'Findings that are meant as they stand, each with its reason.'
}

/** The header line that says the same as `coldread-disable`. */
export const disableHeader = 'X-Coldread-Disable'
