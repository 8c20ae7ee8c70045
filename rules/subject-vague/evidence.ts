import type {Evidence} from '../../src/rules/define-rule.js'

export const evidence: readonly Evidence[] = [
  {
    kind: 'editorial',
    says: 'A subject is short, clear and exact, so that what is offered is seen at once.',
    source: 'Advice for B2B sellers on e-mail, point 2 (in Persian)'
  },
  {
    kind: 'editorial',
    says: 'Subjects stand out of context and say in plain words what the text is about; a mail called “Opportunity” looks like spam and is deleted unread (1998).',
    source: 'Nielsen, Microcontent: How to Write Headlines, Page Titles, and Subject Lines (1998)',
    url: 'https://www.nngroup.com/articles/microcontent-how-to-write-headlines-page-titles-and-subject-lines/'
  },
  {
    kind: 'editorial',
    says: 'Vague subjects of two words are said to be opened more often, because they make curious (2026; a seller of sending services, no figures that can be checked; openings are no answers).',
    source: 'Puzzle Inbox, Cold Email Subject Lines That Actually Get Opened (2026)',
    url: 'https://puzzleinbox.com/blog/cold-email-subject-lines',
    against: true
  }
]
