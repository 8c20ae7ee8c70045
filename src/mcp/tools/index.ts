import type {Tool} from '../define-tool.js'
import {explainRule} from './explain-rule.js'
import {fixText} from './fix-text.js'
import {lintFile} from './lint-file.js'
import {lintText} from './lint-text.js'
import {listRules} from './list-rules.js'

export const tools: readonly Tool[] = [lintText, lintFile, fixText, listRules, explainRule]
