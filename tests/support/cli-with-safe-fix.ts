import {run} from '../../src/cli/run.js'
import {rules} from '../../src/generated/rules.js'
import {defineRule} from '../../src/rules/define-rule.js'

// A rule with a safe edit, so that `--fix` can be tested whatever the real rules offer.
const spelling = defineRule({
  summary: 'A word is misspelt.',
  category: 'clarity',
  evidence: [{kind: 'editorial', says: 'Spelling is a courtesy.', source: 'a test'}],
  check({source}) {
    if (source.includes('a rule that fails')) throw new Error('out of order')
    return Array.from(source.matchAll(/\bteh\b/g), ({index}) => {
      return {message: 'Misspelt word.', at: {start: index, end: index + 3}}
    })
  },
  fix: ({at: {start, end}}) => [{grade: 'safe', message: 'Spell it.', edits: [{start, end, text: 'the'}]}]
})
Object.assign(rules, {'test-spelling': spelling})
void run()
