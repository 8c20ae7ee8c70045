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
      const at = {start: index, end: index + 3}
      return {
        message: 'Misspelt word.',
        at,
        fixes: [{grade: 'safe', message: 'Spell it.', edits: [{...at, text: 'the'}]}]
      }
    })
  }
})
Object.assign(rules, {'test-spelling': spelling})
void run()
