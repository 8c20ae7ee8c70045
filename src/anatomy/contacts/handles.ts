import {isLetter, isNumber, isOneOf} from '../../tree/letters.js'
import {trimEndOf} from '../../trim-end.js'
import type {Contact} from './contact.js'

/** Names of messengers as they stand before a handle. The second list holds words of everyday speech too. */
const PLAIN = `whatsapp|telegram|wechat|weixin|viber|skype|threema|kakaotalk|zalo|facetime|eitaa|rubika|soroush|linkedin|instagram|واتساپ|واتس‌اپ|تلگرام|ایتا|روبیکا|سروش|اسکایپ|لینکدین|اینستاگرام|سیگنال|وایبر|واتساب|تيليجرام|וואטסאפ|טלגרם|סקייפ|微信|телеграм|вайбер|گوگل‌میت|گوگل میت|google meet`
const EVERYDAY = `Signal|LINE|Teams|Zoom|Bale|IMO|Messenger|بله|گپ`
const AFTER_NAME = `(?=[\\s:：/(@-])(?:\\s{0,2}(id|ID|handle|account|user(?:name)?|آیدی|شناسه))?\\s{0,2}([:：=])?\\s{0,2}`
const HANDLE = '(@?[a-zA-Z0-9/][a-zA-Z0-9_.+@:/-]{2,63})'
const PLAIN_HANDLE = new RegExp(`(?:${PLAIN})${AFTER_NAME}${HANDLE}`, 'gi')
const EVERYDAY_HANDLE = new RegExp(`(?:${EVERYDAY})${AFTER_NAME}${HANDLE}`, 'g')
const PART_END = /^[\s)\].]{0,3}(?:$|[|·•,،;؛/\n—–(-]| (?:or|and|oder|یا|و) )/u

/** Handles behind a messenger's name: "Telegram @name", "WeChat: name_2", "Teams: name@company.example". */
export function findHandles(text: string): Contact[] {
  return [
    ...[...text.matchAll(PLAIN_HANDLE)].flatMap((match) => handleOf(text, match, false)),
    ...[...text.matchAll(EVERYDAY_HANDLE)].flatMap((match) => handleOf(text, match, true))
  ]
}

function handleOf(text: string, match: RegExpExecArray, everyday: boolean): Contact[] {
  if (!isWhole(text, match.index, match.index + match[0].length)) return []
  const handle = trimEndOf(match[3] ?? '', '.:/,-')
  const end = match.index + match[0].length - ((match[3] ?? '').length - handle.length)
  const start = end - handle.length
  if (handle.length < 3 || /^[+\d][\d.-]*$/.test(handle) || !isHandle(handle, match, everyday)) return []
  const contact: Contact = {kind: 'messenger', value: handle.toLowerCase(), start, end}
  return handle.startsWith('@') || PART_END.test(text.slice(end, end + 8)) ? [contact] : []
}

/** The name begins its word, and no letter goes on behind the handle. */
function isWhole(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1)
  const after = text.charAt(end)
  return !isLetter(before) && !isNumber(before) && !isOneOf(before, '_.@/') && !isLetter(after) && !isNumber(after)
}

function isHandle(handle: string, match: RegExpExecArray, everyday: boolean): boolean {
  if (handle.startsWith('@')) return true
  const written = /[\d_@/]|\w\.\w/.test(handle)
  if (everyday) return written && (match[1] !== undefined || match[2] !== undefined)
  return written || match[1] !== undefined || match[2] !== undefined
}
