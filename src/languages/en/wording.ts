import type {Introduced, Wording} from '../define-language.js'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const helpers =
  'can|could|would|will|also|now|only|mainly|both|just|would like to|would be glad to|are able to|have been'
/** From "we make" on, or "Hallam Ice makes": what follows is the thing, up to where another clause begins. */
const offering = new RegExp(
  `\\b(?:we|i)\\s+(?:(?:${helpers})\\s+)?([a-z]{3,}(?: out| in)?)(?:,? (?:and|or) [a-z]{3,})?\\s+(.{3,200})$`,
  'is'
)
const byName = /^\p{Lu}\S*(?:\s+(?:\p{Lu}\S*|&|and|of)){1,5}\s+(\p{Ll}{2,}s)(?: and \p{Ll}{2,}s)?\s+(.{3,200})$/su
const tradesman = /\b(?:we are|i am)\s[^.!?]{3,80}?\sand\s([a-z]{3,})\s+(.{3,200})$/is
const quoting = /\b(quotation|quote|offer|bid|proposal|prices?|price list) (?:for|on) (.{3,200})$/is
/** Where the thing ends and something is said about it. */
const clauseEnd =
  /[.!?;:()“”"]|,\s|\s[–—-]\s|\s(?:and (?:i|we|our|my|would|can|have|will|offer|deliver|fit|hang)|but|so that|so|because|which|that|who|where|while|since|when|if|as|i|we|you|with|from stock|within|at|out of|(?:in|for) (?=[A-Z])|would|will|can|could|are|is|have|has)(?=\s|[A-Z])/
/** What a subject cannot end in. */
const openEnd = /\s(?:a|an|the|and|or|of|for|in|to|from|with|by|at|on|your|our|their|its|all|some|as|per)$/i
const selling = /^(?:rent|rent out|sell|supply|lease|deliver|provide|offer|hire out|let|let out)s?$/i
/** Verbs that make no offer, and words that point to something instead of naming it. */
const idleVerb =
  /^(?:is|was|has|does|do|are|am|have|had|saw|see|know|think|hope|want|wish|run|fill|look|write|need|get|take|come|go|work|noticed|found|heard|read)$/i
const pointing = /\b(?:this|that|it|them|these|those|you|your|yours|us|our|me|my|lot|everything|something|one)\b/i

function offerIn(sentence: string): string | undefined {
  const [, verb = '', words] = offeringIn(sentence) ?? []
  if (words === undefined) return undefined
  const rest = words.replace(/\s+/g, ' ')
  const end = rest.search(clauseEnd)
  // What is sold to somebody is for them.
  let thing = (end < 0 ? rest : rest.slice(0, end)).replace(/^(?:a|an|the|some|you)\s/i, '').trim()
  if (selling.test(verb)) thing = thing.replace(' to ', ' for ')
  while (openEnd.test(thing)) thing = thing.replace(openEnd, '')
  return pointing.test(thing) || /^(?:in|on|at|for|with|to|by|from|and|or|so|as)\s/i.test(thing) ? undefined : thing
}

/** Of several ways to say it the first that names a thing. */
function offeringIn(sentence: string): RegExpExecArray | undefined {
  const found = [offering, byName, tradesman, quoting].map((shape) => shape.exec(sentence))
  return found.find((each): each is RegExpExecArray => each !== null && !idleVerb.test(each[1] ?? ''))
}

function introduce({name, role, company}: Introduced): string | undefined {
  if (!name) return company && `We are ${company}.`
  if (!company) return role && `I am ${name}, ${role}.`
  return role ? `I am ${name}, ${role} at ${company}.` : `I am ${name} from ${company}.`
}

export const englishWording: Wording = {
  letters: /\p{Script=Latin}/u,
  introduce,
  comma: ', ',
  closing: 'Kind regards,',
  optOut: 'If this is not for you, tell me and I will not write again.',
  labels: {phone: 'Phone', email: 'E-mail', calendar: 'Book a call'},
  offerIn,
  capitals: {
    acronyms: set(
      'AI API ASME ATEX B2B B2C CAD CAM CE CEO CFO CIF CIO CNC CO2 COO CRM CTO CTA DAP DDP DIN DPU EN ERP ESG EU EUR EXW FAQ ' +
        'FOB GBP GDPR GPS HR HVAC IBC ISO IT KPI LED MOQ NDA OEM OK PDF PLC PO PPE PR PVC QA R&D RFQ ROI SAP SDR SEO SKU SLA ' +
        'SME SMS SQL UAE UK UPS URL US USA USB USD UV VAT VIP VP WMS XML YES NO'
    ),
    names: set(
      'monday tuesday wednesday thursday friday saturday sunday january february april june july august september october ' +
        'november december christmas easter english german french spanish european american british i'
    )
  }
}
