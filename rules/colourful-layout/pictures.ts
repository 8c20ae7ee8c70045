import type {Problem} from '../../src/rules/define-rule.js'
import type {Image} from '../../src/tree/index.js'
import type {Layout} from './layout.js'

export interface PictureOptions {
  readonly logoWidth: number
  readonly logoHeight: number
  readonly logos: number
}

export function pictures(layout: Layout, options: PictureOptions): Problem[] {
  const seen = layout.email.body.images.filter((image) => !isTiny(image) && !layout.isQuoted(image.at))
  const logos = seen.filter((image) => isLogo(image, layout, options))
  const tooMany = new Set(logos.slice(options.logos))
  const found = new Map<string, Problem>()
  for (const image of seen) {
    if (found.has(image.src) || (logos.includes(image) && !tooMany.has(image))) continue
    const message = `The picture ${nameOf(image)} looks like an advertisement, and many mail programs show an empty frame in its place. Say it in words; one small logo in the signature is enough.`
    found.set(image.src, {message, at: image.source})
  }
  return [...found.values()]
}

// Tracking pixels, emoji drawn as pictures, icons of networks in a signature.
const tiny = 32

function isTiny({width, height}: Image): boolean {
  return (height !== undefined && height <= tiny && (width ?? 0) <= tiny) || (width !== undefined && width <= tiny)
}

/** Small, or of unknown size where a logo belongs or by a logo's name. */
function isLogo(image: Image, layout: Layout, {logoWidth, logoHeight}: PictureOptions): boolean {
  const {width, height} = image
  if ((width ?? 0) > logoWidth || (height ?? 0) > logoHeight) return false
  if (width !== undefined || height !== undefined) return true
  return layout.isInSignature({start: image.at, end: image.at}) || logo.test(`${image.src} ${image.alt}`)
}

// "Logo" is the same word from Polish to Turkish; beside it Persian, Arabic, Hebrew, Chinese and Cyrillic.
const logo = /logo|لوگو|آرم|شعار|לוגו|标志|標誌|徽标|商标|логотип/i

function nameOf({src, alt}: Image): string {
  if (alt.trim() !== '' && alt.length <= 60) return `“${alt.trim()}”`
  const name = src.split(/[?#]/)[0]?.split('/').at(-1) ?? ''
  return name !== '' && name.length <= 60 ? name : 'here'
}

/** Pictures and gradients behind the text. */
export function backdrops(layout: Layout): Problem[] {
  const found = new Map<string, Problem>()
  for (const {property, value, source} of layout.styles) {
    if (property !== 'background-image' || !/url\(|gradient\(/i.test(value) || found.has(value)) continue
    const message = `A ${/gradient\(/i.test(value) ? 'gradient' : 'picture'} behind the text makes the letter look like a leaflet, and leaflets are thrown away. Leave the page white.`
    found.set(value, {message, at: source})
  }
  return [...found.values()]
}

export function movingText(layout: Layout): Problem[] {
  const moving = layout.styles.filter(
    ({property, value}) =>
      property === 'overflow-style' ||
      (property === 'text-decoration' && /\bblink\b/i.test(value)) ||
      (/^animation(?:-name)?$/.test(property) && !/^(?:none|inherit|initial|unset)$/i.test(value))
  )
  return moving.map((style) => ({
    message: `Moving text${layout.quote(style)} is what advertisements do, and many mail programs stop it or drop it. Write it as a plain sentence.`,
    at: style.source
  }))
}
