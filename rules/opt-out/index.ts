import {atEnd} from '../../src/fix/insert/parts.js'
import {suggest} from '../../src/fix/suggest.js'
import type {Judge} from '../../src/model/index.js'
import {defineRule} from '../../src/rules/define-rule.js'
import type {MappedText, SectionName, Sentence} from '../../src/tree/index.js'

/** Where a way out stands when there is one; further up a model takes praise for it. */
const ends: ReadonlySet<SectionName> = new Set(['ask', 'sign-off', 'signature', 'footer', 'postscript'])

/** What no phrase knows and the model has learnt from other wordings. */
function offersWayOut({section, start, end}: Sentence, text: MappedText, model: Judge): boolean {
  return ends.has(section) && model.flagsBare({text, start, end})
}

export default defineRule({
  summary: 'The mail offers no way to refuse further mails.',
  category: 'law',
  evidence: [
    {
      kind: 'law',
      says: 'A commercial e-mail must tell, clearly and conspicuously, how to refuse further ones (United States, 15 U.S.C. 7704(a)(3) and (5)).',
      source: 'CAN-SPAM Act of 2003',
      url: 'https://www.law.cornell.edu/uscode/text/15/7704'
    },
    {
      kind: 'law',
      says: 'Direct marketing by e-mail without a valid address to which a request to stop can be sent is forbidden (European Union, Directive 2002/58/EC, article 13(4)).',
      source: 'ePrivacy Directive',
      url: 'https://eur-lex.europa.eu/eli/dir/2002/58/oj'
    },
    {
      kind: 'provider',
      says: 'Marketing mail in bulk must support one-click unsubscribe and show a visible link in the body.',
      source: 'Gmail, Email sender guidelines',
      url: 'https://support.google.com/mail/answer/81126'
    }
  ],
  check({facts, body, anchors, sentences}, _options, _phrases, model) {
    if (facts.some(({kind}) => kind === 'opt-out')) return []
    if (model && sentences.some((sentence) => offersWayOut(sentence, body.text, model))) return []
    const message =
      'The mail offers no way to refuse further ones, so the report-spam button is the only way left, and most laws ask for it. Add one plain line, such as “If this is not for you, tell me and I will not write again.”'
    return [{message, missing: true, at: {...anchors.end, text: body.text}}]
  },
  fix(_problem, email, {sender, wording}) {
    const sentence = sender && (sender.optOut ?? wording?.optOut)
    return suggest('Add the sentence that lets a reader refuse.', atEnd(email, sentence ? [sentence] : []))
  }
})
