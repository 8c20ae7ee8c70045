import {once} from '../once.js'
import type {Span} from '../tree/index.js'

/**
 * Emoji that advertise, by what they are meant to stir. Signs that say a plain thing (☎ ✉ ✓ ⚙ 📦 🚚 🔧, flags) are
 * not here: they tell what is sold or how to answer. Names as in Unicode's emoji-test.txt.
 * https://unicode.org/Public/emoji/latest/emoji-test.txt
 */
const excitement: readonly (readonly [emoji: string, reason: string])[] = [
  ['🚀🛸🔥💥💣🧨⚡🌪🌋☄', 'growth and price that fly, burn or explode'],
  ['🎉🎊🥳🎈🎆🎇🎁🎀🪅🍾🥂', 'a party or a present that the buyer has no reason for'],
  ['✨🌟⭐💫🌠🤩😍🥰😻💖💘💝💗💓💞❤🧡💛💚💙💜🖤', 'glitter and love in place of a quality'],
  ['💰💸💵💴💶💷🤑💲🪙🏦💹📈', 'money to be made'],
  ['💎👑🏆🥇🏅🎖🎰🎲🍀💯🔝🆒🆓🆕', 'prizes, luck and top marks that nobody gave'],
  ['🚨📢📣🔔⏰⏳⌛⚠🛑❗❕‼⁉', 'an alarm where nothing burns'],
  ['🤯😱😲😮😎🤗🙌👏💪🤘✊👊🦄', 'astonishment and cheering on behalf of the buyer'],
  ['👉👇👆☝👀🫵🎯🪄🧲🔮', 'a hand that pulls or a hint that teases'],
  ['😂🤣😜🤪😉😘😀😃😄😁😆😋😏🤠🤭🤫', 'chumminess that a stranger has not earned'],
  ['🦅🌈💃🕺🥊', 'a show in place of a letter']
]

const characters = excitement.map(([emoji]) => emoji).join('')

/** A run of them, with the invisible characters that choose colour and skin. */
const runs = once(() => new RegExp(`[${characters}][${characters}\\ufe0f\\u200d\\u{1f3fb}-\\u{1f3ff}]{0,200}`, 'gu'))
/** None lies below; to look for this takes less than to compile the other. */
const high = /[\u203c-\u3299\ud800-\udbff]/

/** Emoji that excite, each run of them as one. */
export function excitementEmoji(text: string): Span[] {
  if (!high.test(text)) return []
  return [...text.matchAll(runs())].map(({index, 0: found}) => ({start: index, end: index + found.length}))
}
