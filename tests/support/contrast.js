// Runs in the page: every text with a contrast below 4.5 to 1 against what is painted behind it.
;(() => {
  const channels = (color) => {
    const [r, g, b, a = 1] = color.match(/[\d.]+/g).map(Number)
    return {rgb: [r, g, b], a}
  }
  const over = (top, ground) => top.rgb.map((value, i) => value * top.a + ground[i] * (1 - top.a))
  const groundOf = (element) => {
    if (!element) return [255, 255, 255]
    const color = channels(getComputedStyle(element).backgroundColor)
    return color.a === 1 ? color.rgb : over(color, groundOf(element.parentElement))
  }
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((value) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const ratio = (a, b) => {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x)
    return (high + 0.05) / (low + 0.05)
  }
  const poor = (element, style, ground) => {
    const value = ratio(over(channels(style.color), ground), ground)
    return value < 4.5
      ? [`${element.tagName}.${element.className} ${style.color} on ${ground} ${value.toFixed(2)}`]
      : []
  }
  return Array.from(document.querySelectorAll('body *')).flatMap((element) => {
    const hasText = Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.nodeValue.trim() !== '')
    const ground = groundOf(element)
    const own = hasText && element.checkVisibility() ? poor(element, getComputedStyle(element), ground) : []
    const before = getComputedStyle(element, '::before')
    if (before.content === 'none' || before.content === 'normal') return own
    return [...own, ...poor(element, before, over(channels(before.backgroundColor), ground))]
  })
})()
