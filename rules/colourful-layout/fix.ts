import {stripStyles} from '../../src/fix/strip-styles.js'
import {suggest} from '../../src/fix/suggest.js'
import type {Fix, Problem} from '../../src/rules/define-rule.js'
import type {Email, Style} from '../../src/tree/index.js'
import {readColour} from './colour.js'

/** From this lightness on text is not to be read without the dark ground it stood on. */
const pale = 60

const messages: Readonly<Record<string, string>> = {
  color: 'Take this colour out of the styles.',
  'background-color': 'Take this background out of the styles.',
  'font-family': 'Take this font out of the styles.',
  'font-size': 'Take this size out of the styles.'
}

/** Takes a declaration out wherever it stands: the finding shows only the first place of each. */
export function fix({at}: Problem, email: Email): Fix[] {
  if ('text' in at) return []
  const {styles} = email.body
  const own = styles.filter(({source}) => source.start === at.start && source.end === at.end)
  const first = own.find(({property}) => property in messages) ?? own[0]
  if (!first) return []
  const alike = styles.filter((style) => style.by === 'attribute' && isAlike(style, first))
  if (first.property === 'color' && alike.some((style) => isDark(groundOf(style, styles)))) return []
  const lit = styles.filter((style) => isPale(style) && alike.includes(groundOf(style, styles) ?? style))
  const message = messages[first.property] ?? 'Take this out of the styles.'
  return alike.length > 0 ? suggest(message, stripStyles(email, [...new Set([...alike, ...lit])])) : []
}

function isAlike(style: Style, first: Style): boolean {
  if (style.property !== first.property) return false
  const [one, other] = [readColour(style.value), readColour(first.value)]
  return one && other ? one.hex === other.hex : style.value.toLowerCase() === first.value.toLowerCase()
}

function isPale({property, value}: Style): boolean {
  return property === 'color' && (readColour(value)?.lightness ?? 0) >= pale
}

/** Black words could not be read on it: it has to go first. */
function isDark(ground: Style | undefined): boolean {
  return ground !== undefined && (readColour(ground.value)?.lightness ?? 100) < pale
}

/** The background that the words stand on: the innermost around them. */
function groundOf(text: Style, styles: readonly Style[]): Style | undefined {
  const around = styles.filter(
    ({property, start, end}) => property === 'background-color' && start <= text.start && text.end <= end
  )
  return around.sort((one, other) => one.end - one.start - (other.end - other.start))[0]
}
