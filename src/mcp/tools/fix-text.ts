import {z} from 'zod'
import {fix} from '../../fix/index.js'
import {defineTool} from '../define-tool.js'
import {draftInput} from '../inputs.js'
import {counted, judgementOf, judgementShape, wordsOf} from '../judgement.js'
import {optionsFor} from '../settings.js'

export const fixText = defineTool({
  name: 'fix_text',
  title: 'Fix a draft',
  description:
    'Makes the fixes of a cold e-mail draft and gives the new text; nothing is written to any file. Safe fixes change no wording. With suggestions, it also rewords and adds what is missing: read what comes out.',
  input: z.strictObject({
    ...draftInput,
    suggestions: z.boolean().optional().describe('Also make the first suggestion of each finding. Default false.')
  }),
  output: z.object({
    output: z.string().describe('The draft with the fixes made.'),
    fixes: z.number().int().describe('How many were made.'),
    ...judgementShape
  }),
  async run({suggestions = false, ...input}, host) {
    const options = {...optionsFor(input, await host.open()), suggestions}
    const {output, result, fixes, refused} = await fix(input.text, options)
    const notMade = refused.map(({finding, why}) => `\n${finding.line}:${finding.column} not fixed: ${why}`)
    const summary = `${counted(fixes, 'fix').replace('fixs', 'fixes')} made.${notMade.join('')} Left: ${wordsOf(result)}`
    return {text: fixes > 0 ? [summary, output] : [summary], data: {output, fixes, ...judgementOf(result)}}
  }
})
