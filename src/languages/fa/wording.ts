import type {Introduced, Wording} from '../define-language.js'

const verb =
  '(?:می‌سازیم|می‌سازم|می‌سازد|می‌فروشیم|می‌فروشم|تولید می‌کنیم|تولید می‌کنم|تولید می‌کند|عرضه می‌کنیم|عرضه می‌کنم|می‌فرستیم|نصب می‌کنیم|' +
  'نصب می‌کنم|تأمین می‌کنیم|تامین می‌کنیم|وارد می‌کنیم|اجاره می‌دهیم|تعمیر می‌کنیم|طراحی می‌کنیم|چاپ می‌کنیم|ارائه می‌دهیم|ارائه می‌کنیم|انجام می‌دهیم)'
/** The thing stands between who makes it and the verb. */
const offering = new RegExp(`(?:^|[،.؛:] ?|(?:ما|من)(?: در [^،.؛]{2,40}?)?[،]? )([^،.؛:!؟]{3,80}?) ${verb}`, 'u')
const producer =
  /(?:سازنده|سازندهٔ|تولیدکننده|تولیدکنندهٔ|فروشنده|عرضه‌کننده|واردکننده)(?:ی)? ([^،.؛:!؟]{3,60}?) (?:است|هستیم|هستم|ایم)/u
const lead = /^(?:ما|من|که|و|هم|همچنین|در حال حاضر|این|یک)\s/u

function offerIn(sentence: string): string | undefined {
  const found = (producer.exec(sentence) ?? offering.exec(sentence))?.[1]?.replace(/\s+/g, ' ').trim()
  let thing: string | undefined = found
  while (thing && lead.test(thing)) thing = thing.replace(lead, '')
  // What points to somebody, or to a place, names no thing.
  if (thing === undefined || /(?:^|\s)(?:ما|من|شما|خودمان|آن|این|هم)(?:\s|$)|^(?:در|از|به|برای|با) /u.test(thing))
    return undefined
  return thing.replace(/ را$/u, '')
}

function introduce({name, role, company}: Introduced): string | undefined {
  if (!name) return company && `ما ${company} هستیم.`
  if (!company) return role && `من ${name} هستم، ${role}.`
  return role ? `من ${name} هستم، ${role} در ${company}.` : `من ${name} هستم از ${company}.`
}

export const persianWording: Wording = {
  letters: /\p{Script=Arabic}/u,
  introduce,
  comma: '، ',
  closing: 'با احترام',
  optOut: 'اگر این نامه به کار شما نمی‌آید، بفرمایید تا دیگر ننویسم.',
  labels: {phone: 'تلفن', email: 'ایمیل', calendar: 'تعیین وقت گفت‌وگو'},
  offerIn
}
