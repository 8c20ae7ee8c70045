import {describe, expect, it} from 'vitest'
import {judgeDraft} from '../src/drafts.js'

const page = (head: string) =>
  `<!doctype html><html><head><title>Racks</title>${head}</head><body><p>Hi</p></body></html>`

describe('what counts as a draft', () => {
  it.each<[string, string, string]>([
    ['any message', 'a.eml', ''],
    ['front matter with a subject', 'a.md', '---\nsubject: Racks\n---\nHi'],
    ['front matter with from', 'a.markdown', '---\nlang: en\nfrom: jo@brackwell.example\n---\nHi'],
    ['front matter with to in capitals', 'a.MD', '---\r\nTo: ann@buyer.example\r\n---\r\nHi'],
    ['front matter with a quoted key', 'a.md', '---\n"subject": Racks\n---\nHi'],
    ['front matter after a byte order mark', 'a.md', '\uFEFF---\nsubject: Racks\n---\nHi'],
    ['front matter that is never closed', 'a.md', '---\nsubject: Racks\n\nHi'],
    ['header lines', 'a.txt', 'From: jo@brackwell.example\nSubject: Racks\n\nHi'],
    ['a subject line alone', 'a.txt', 'Subject: Racks\n\nHi'],
    ['header lines with a folded one', 'a.txt', 'X-Step: 2\r\nSubject: Racks\r\n  and shelves\r\n\r\nHi'],
    ['header lines and no body', 'a.txt', 'Subject: Racks'],
    ['an HTML fragment', 'a.html', '<p>Hi Ann,</p>'],
    ['an HTML document', 'a.htm', page('')],
    ['HTML with a linked web font', 'a.html', page('<link href="https://fonts.example/css" rel="stylesheet">')],
    ['HTML with structured data', 'a.html', page('<script type="application/ld+json">{}</script>')],
    [
      'HTML with a subject comment in spite of a script',
      'a.html',
      `<!-- Subject: Racks -->${page('<script src="a.js"></script>')}`
    ],
    [
      'HTML with front matter in spite of a script',
      'a.html',
      `---\nsubject: Racks\n---\n${page('<script src="a.js"></script>')}`
    ],
    [
      'HTML for mail programs with a description',
      'a.html',
      page('<!--[if mso]><xml></xml><![endif]--><meta name="description" content="x">')
    ]
  ])('%s', (_, file, text) => {
    expect(judgeDraft(file, text)).toEqual({draft: true})
  })

  const md = 'its front matter has no subject, from or to'
  const txt = 'it does not begin with header lines such as Subject:'
  const html = (sign: string) => `it is a web page: it has ${sign}`
  it.each<[string, string, string, string]>([
    ['a README', 'README.md', '# Racks\n\nsubject: none\n', md],
    ['front matter of a web site', 'a.md', '---\ntitle: Racks\nlayout: post\n---\nsubject: x', md],
    ['a subject that is part of another key', 'a.md', '---\nmeta:\n  subject: x\n---\n', md],
    ['an empty file', 'a.md', '', md],
    ['a licence', 'LICENSE.txt', 'MIT License\n\nSubject: to the following', txt],
    ['robots', 'robots.txt', 'User-agent: *\nDisallow: /', txt],
    ['a list of errands', 'a.txt', 'To: do\nmilk\neggs', txt],
    ['header lines of something else', 'a.txt', 'Name: racks\nVersion: 1.0', txt],
    ['a page with navigation', 'a.html', page('').replace('<p>', '<nav>'), html('a <nav> element')],
    ['a page with a script file', 'a.html', page('<script defer src="a.js"></script>'), html('a script file')],
    ['a page with a script', 'a.html', page('<script>go()</script>'), html('a script')],
    [
      'a page with its style sheet',
      'a.html',
      page('<link rel="stylesheet" href="a.css">'),
      html('a linked style sheet')
    ],
    [
      'a page with a canonical address',
      'a.html',
      page('<link rel=canonical href="/">'),
      html('a page link in its head')
    ],
    [
      'a page for social networks',
      'a.html',
      page('<meta property="og:title" content="x">'),
      html('a description for search engines')
    ],
    ['a component', 'a.html', '<app-row *ngFor="let r of rows"></app-row>', html('markup of a web framework')],
    ['a template of a site', 'a.html', '{% extends "base.html" %}', html('markup of a web template')],
    ['another ending', 'a.css', 'Subject: Racks', 'its ending is none that drafts have']
  ])('not %s', (_, file, text, why) => {
    expect(judgeDraft(file, text)).toEqual({draft: false, why})
  })
})
