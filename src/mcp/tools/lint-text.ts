import {z} from 'zod'
import {lint} from '../../lint.js'
import {defineTool} from '../define-tool.js'
import {draftInput} from '../inputs.js'
import {judgementOf, judgementShape, wordsOf} from '../judgement.js'
import {optionsFor} from '../settings.js'

export const lintText = defineTool({
  name: 'lint_text',
  title: 'Judge a draft',
  description:
    'Judges a cold e-mail draft given as text: a line for each finding, as line:column rule level: message. Mend what it marks and call it again until it says "No findings."',
  input: z.strictObject(draftInput),
  output: z.object(judgementShape),
  async run(input, host) {
    const result = await lint(input.text, optionsFor(input, await host.open()))
    return {text: [wordsOf(result)], data: judgementOf(result)}
  }
})
