/** Every threshold of the rule, each with its reason. */
export const options = {
  colours: {
    type: 'integer',
    minimum: 0,
    default: 0,
    description:
      'How many text colours the letter may have outside the signature. None: people who write to one person leave the text black; blue links do not count.'
  },
  signatureColours: {
    type: 'integer',
    minimum: 0,
    default: 1,
    description:
      'How many text colours the signature may have. One: the colour of the house often stands in for the logo.'
  },
  chroma: {
    type: 'number',
    minimum: 0,
    maximum: 135,
    default: 20,
    description:
      'From which distance to grey (CIE LCh chroma) text counts as coloured. 20: the blueish greys of web design end at 19, the dullest teal a reader calls a colour has 30.'
  },
  ink: {
    type: 'number',
    minimum: 0,
    maximum: 100,
    default: 25,
    description: 'Text darker than this lightness counts as black. 25: on white, navy and dark maroon read as ink.'
  },
  tint: {
    type: 'number',
    minimum: 0,
    maximum: 135,
    default: 4,
    description:
      'From which chroma a background counts as coloured. 4: an area shows a tint far sooner than letters do; off-white paper tones lie below 3.5.'
  },
  shade: {
    type: 'number',
    minimum: 0,
    maximum: 100,
    default: 80,
    description:
      'Backgrounds darker than this lightness count even if they are grey. 80: the light greys of table heads are above it.'
  },
  fonts: {
    type: 'integer',
    minimum: 1,
    default: 2,
    description:
      'How many fonts a letter may have that is no leaflet otherwise. Two: a pasted signature or product code brings a second one without any design.'
  },
  sizes: {
    type: 'integer',
    minimum: 1,
    default: 2,
    description:
      'From how many sizes above the body text on the letter counts as a leaflet. Two: one heading is a letter’s, a scale of them is a poster’s. Small print does not count.'
  },
  headline: {
    type: 'number',
    minimum: 1,
    default: 2,
    description:
      'A size this many times the body text is too large on its own. Twice: browsers show the title of a page so.'
  },
  logoWidth: {
    type: 'integer',
    minimum: 0,
    default: 200,
    description:
      'Up to this width in pixels a picture passes as a logo. 200: a third of the 600 px that mails are laid out for.'
  },
  logoHeight: {
    type: 'integer',
    minimum: 0,
    default: 100,
    description: 'Up to this height in pixels a picture passes as a logo. 100: five lines of text.'
  },
  logos: {
    type: 'integer',
    minimum: 0,
    default: 2,
    description: 'How many small pictures a letter may have. Two: a letterhead and the signature.'
  },
  findings: {
    type: 'integer',
    minimum: 1,
    default: 10,
    description:
      'How many findings to report at most. Ten: by then it is the template that has to go, not the tenth colour.'
  }
} as const
