import type {Evidence} from '../../src/rules/define-rule.js'

export const evidence: readonly Evidence[] = [
  {
    kind: 'editorial',
    says: 'Drop stock headlines that tempt only at first sight (“special offer just for you”, “we will help you develop your business”, “unique offer”): busy people do not stop to find out what is meant.',
    source: 'Advice for B2B sellers on e-mail, point 1 (in Persian)'
  },
  {
    kind: 'law',
    says: 'Misleading advertising between businesses is forbidden (European Union, Directive 2006/114/EC, articles 2 and 3). Praise that nobody takes at its word does not mislead, so most hype is lawful; an invented “last chance” or “only for you” may not be. Directive 2005/29/EC lists such claims as unfair, but for consumers only.',
    source: 'Directive on misleading and comparative advertising',
    url: 'https://eur-lex.europa.eu/eli/dir/2006/114/oj'
  },
  {
    kind: 'study',
    says: 'The same pages in objective words instead of promotional ones scored 27 % higher in measured usability (1997, 51 participants; web pages, not mail).',
    source: 'Morkes and Nielsen, Concise, Scannable, and Objective: How to Write for the Web (1997)',
    url: 'https://www.nngroup.com/articles/concise-scannable-and-objective-how-to-write-for-the-web/'
  },
  {
    kind: 'study',
    says: 'With an emoji in the subject the same 13 retail mails were described in more negative words and were not more likely to be opened (2020; read at second hand).',
    source: 'Nielsen Norman Group, Emojis in Email Subject Lines (2020)',
    url: 'https://www.nngroup.com/articles/emojis-email/'
  },
  {
    kind: 'study',
    says: 'In 3.9 million newsletters to 110,000 subscribers, subjects with emoji were opened less and complained of more, but those who opened clicked more (2020; subscribers, not strangers; read at second hand).',
    source: 'Search Engine Journal, Emojis in Subject Lines (2020)',
    url: 'https://www.searchenginejournal.com/emojis-in-subject-lines/378280/',
    against: true
  },
  {
    kind: 'filter',
    says: 'A few phrases weigh something: “100 % guaranteed” 2.5 to 2.7 of the 5 points that make spam (GUARANTEED_100_PERCENT), “one time offer” 0.7 to 1.8 (ONE_TIME), “guaranteed!” 1.0 (BANG_GUAR).',
    source: 'Apache SpamAssassin, rules/50_scores.cf',
    url: 'https://github.com/apache/spamassassin/blob/trunk/rules/50_scores.cf'
  },
  {
    kind: 'filter',
    says: 'Most hype weighs next to nothing: a subject in capitals 0.5 (SUBJ_ALL_CAPS), dollar signs 0.1 (SUBJ_DOLLARS), “Act Now” 0.1 (ACT_NOW_CAPS), “!?” 0.1 (PLING_QUERY), and no test knows “exclusive” or “skyrocket”. It is the buyer who sorts it out, not the filter.',
    source: 'Apache SpamAssassin, rules/50_scores.cf',
    url: 'https://github.com/apache/spamassassin/blob/trunk/rules/50_scores.cf',
    against: true
  }
]
