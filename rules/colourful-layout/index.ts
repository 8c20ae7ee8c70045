import {defineRule} from '../../src/rules/define-rule.js'
import {buttons, colouredBackgrounds, colouredText} from './colours.js'
import {evidence} from './evidence.js'
import {fix} from './fix.js'
import {Layout} from './layout.js'
import {extraFonts, largeText} from './lettering.js'
import {options} from './options.js'
import {backdrops, movingText, pictures} from './pictures.js'

export default defineRule({
  summary: 'The letter looks like a leaflet: colours, banners, buttons, several fonts or sizes.',
  category: 'trust',
  evidence,
  options,
  check(email, chosen) {
    if (email.body.styles.length === 0 && email.body.images.length === 0) return []
    const layout = new Layout(email)
    const alone = [
      ...movingText(layout),
      ...buttons(layout, chosen),
      ...colouredBackgrounds(layout, chosen),
      ...backdrops(layout),
      ...pictures(layout, chosen),
      ...colouredText(layout, chosen)
    ]
    const isLeaflet = alone.length > 0
    const together = [...largeText(layout, chosen, isLeaflet), ...extraFonts(layout, chosen, isLeaflet)]
    return [...alone, ...together].slice(0, chosen.findings)
  },
  fix
})
