import {toHtml} from 'hast-util-to-html'
import {toHast} from 'mdast-util-to-hast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {sectionOf} from '../shared/rule-docs.js'

/** A section of a rule's README; raw HTML in it is left out. */
export function readmeHtml(readme: string, section: string): string {
  return toHtml(toHast(unified().use(remarkParse).parse(sectionOf(readme, section))))
}
