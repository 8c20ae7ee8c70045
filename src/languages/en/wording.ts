import type {Introduced, Wording} from '../define-language.js'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** From "we make" on: what follows is the thing, up to where another clause begins. */
const offering =
  /\b(?:we|i|us|company|firm|who|that|which|and|also)\s+(?:(?:can|could|would|will|also|now|only|mainly|would like to|would be glad to|are able to)\s+)?(?:offer|supply|make|sell|rent out|rent|lease|deliver|provide|build|produce|quote|print|install|repair|service|clean|test|design|manufacture|import|export|distribute|hire out|grow|weave|translate|train|insure|move|store|specialise in|specialize in|deal in|trade in)s?\s+(?:you\s+|for you\s+)?(?:with\s+)?(.{3,200})$/is
const byName =
  /^\p{Lu}\S*(?:\s+(?:\p{Lu}\S*|&|and|of)){0,5}\s+(?:offer|supplie|make|sell|rent|lease|deliver|provide|build|produce|print|install|repair|design|manufacture|distribute|regenerate|export|import)s\s+(.{3,200})$/isu
const quoting = /\b(?:quotation|quote|offer|bid|proposal|prices?|price list) (?:for|on) (.{3,200})$/is
/** Where the thing ends and something is said about it. */
const clauseEnd =
  /[.!?;:()“”"]|,\s|\s[–—-]\s|\s(?:and (?:i|we|our|my|would|can|have|will|offer|deliver|fit|hang)|but|so that|so|because|which|that|who|where|while|since|when|if|as|i|we|you|with (?:no|a|our|an)|from stock|within|at (?:a|the)|would|will|can|could|are|is|have|has)\s/i
/** A subject is cut before a word that it cannot end in. */
const openEnd = /\s(?:a|an|the|and|or|of|for|in|to|from|with|by|at|on|your|our|their|its|all|some|as|per)$/i

function offerIn(sentence: string): string | undefined {
  const rest = (offering.exec(sentence) ?? byName.exec(sentence) ?? quoting.exec(sentence))?.[1]?.replace(/\s+/g, ' ')
  if (rest === undefined) return undefined
  const end = rest.search(clauseEnd)
  let thing = (end < 0 ? rest : rest.slice(0, end)).replace(/^(?:a|an|the|our|some|your|you)\s/i, '').trim()
  while (openEnd.test(thing)) thing = thing.replace(openEnd, '')
  return thing
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
