import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import rule from '../rules/merge-tags/index.js'
import apollo from '../src/dialects/apollo.js'
import coldsend from '../src/dialects/coldsend.js'
import gmass from '../src/dialects/gmass.js'
import instantly from '../src/dialects/instantly.js'
import liquid from '../src/dialects/liquid.js'
import mailchimp from '../src/dialects/mailchimp.js'
import yamm from '../src/dialects/yamm.js'
import {mask, readMask, restore} from '../src/parse/mask.js'
import {type Dialect, findTokens} from '../src/parse/tokens/index.js'

const dollarTag = ['$', '{first_name}'].join('')
const dialects = {apollo, coldsend, gmass, instantly, liquid, mailchimp, yamm}
const kinds = (source: string, dialect?: Dialect) =>
  findTokens(source, dialect).tokens.map(({kind, raw}) => `${kind} ${raw}`)

describe('merge tags', () => {
  it.each([
    ['Hi {{first_name}},', '{{first_name}}', 'curly2', 'first_name', undefined],
    ['Hi {{ first_name }},', '{{ first_name }}', 'curly2', 'first_name', undefined],
    ['Hi {{First Name}},', '{{First Name}}', 'curly2', 'First Name', undefined],
    ['Hi {{first_name|there}},', '{{first_name|there}}', 'curly2', 'first_name', 'there'],
    ['سلام {{first_name|همکار گرامی}}،', '{{first_name|همکار گرامی}}', 'curly2', 'first_name', 'همکار گرامی'],
    ['سلام {{نام}}،', '{{نام}}', 'curly2', 'نام', undefined],
    [`Hi {{ first_name | default: 'there' }},`, `{{ first_name | default: 'there' }}`, 'curly2', 'first_name', 'there'],
    ['{{ name | capitalize }}', '{{ name | capitalize }}', 'curly2', 'name', undefined],
    [`{{ contact.name || 'you' }}`, `{{ contact.name || 'you' }}`, 'curly2', 'contact.name', 'you'],
    ['{{first_name: there}}', '{{first_name: there}}', 'curly2', 'first_name', 'there'],
    ['{{ city, fallback=your city }}', '{{ city, fallback=your city }}', 'curly2', 'city', 'your city'],
    ['{{{Recipient.FirstName}}}', '{{{Recipient.FirstName}}}', 'curly3', 'Recipient.FirstName', undefined],
    ['Dear {FIRST_NAME},', '{FIRST_NAME}', 'curly1', 'FIRST_NAME', undefined],
    ['Dear {First Name},', '{First Name}', 'curly1', 'First Name', undefined],
    ['Dear {FirstName|fallback=friend},', '{FirstName|fallback=friend}', 'curly1', 'FirstName', 'friend'],
    ['Hi %FIRSTNAME%,', '%FIRSTNAME%', 'percent', 'FIRSTNAME', undefined],
    ['Hi %FIRST NAME%,', '%FIRST NAME%', 'percent', 'FIRST NAME', undefined],
    ['سلام %نام%،', '%نام%', 'percent', 'نام', undefined],
    ['Hi %%First_Name%%,', '%%First_Name%%', 'percent2', 'First_Name', undefined],
    ['Hi *|FNAME|*,', '*|FNAME|*', 'mailchimp', 'FNAME', undefined],
    ['Hi *|FNAME|friend|*,', '*|FNAME|friend|*', 'mailchimp', 'FNAME', 'friend'],
    ['Hi [[first name]],', '[[first name]]', 'square2', 'first name', undefined],
    [`Hi ${dollarTag},`, dollarTag, 'dollar', 'first_name', undefined],
    ['Dear {!Contact.FirstName, friend}', '{!Contact.FirstName, friend}', 'salesforce', 'Contact.FirstName', 'friend'],
    ['Hi <<First name>>,', '<<First name>>', 'angle2', 'First name', undefined],
    ['Hi ((first_name)),', '((first_name))', 'round2', 'first_name', undefined],
    ["Dear <% User['FirstName'] %>", "<% User['FirstName'] %>", 'erb', "User['FirstName']", undefined],
    ['[unsubscribe]({{unsubscribe_link}})', '{{unsubscribe_link}}', 'curly2', 'unsubscribe_link', undefined],
    ['<a href="https://x.example/?m={{email}}">x</a>', '{{email}}', 'curly2', 'email', undefined],
    ['<!-- Subject: Racks for {{company}} -->', '{{company}}', 'curly2', 'company', undefined],
    ['From $${{price}} a piece', '{{price}}', 'curly2', 'price', undefined]
  ])('reads %s', (source, raw, syntax, name, fallback) => {
    const {tokens} = findTokens(source, undefined)
    expect(tokens).toHaveLength(1)
    expect(tokens[0]).toMatchObject({kind: 'tag', raw, syntax, name, fallback})
    expect(source.slice(tokens[0]?.start, tokens[0]?.end)).toBe(raw)
  })

  it.each([
    '{% if city %}In {{city}}{% else %}Near you{% endif %}',
    '{{#if city}}In {{city}}{{#else}}Near you{{#endif}}',
    '*|IF:CITY|*In *|CITY|**|END:IF|*'
  ])('reads the control tags of %s', (source) => {
    const {tokens} = findTokens(source, undefined)
    expect(tokens.map((token) => token.kind)).toEqual(['control', 'tag', ...tokens.slice(2).map(() => 'control')])
    expect(tokens.length).toBeGreaterThan(2)
  })

  it.each([
    ['Hi {first_name}},', '{first_name}}'],
    ['Hi {first_name|there}},', '{first_name|there}}'],
    ['near your {{city} site', '{{city}'],
    ['near your {{city|Leeds} site', '{{city|Leeds}'],
    ['جناب {{ last_name }، سلام', '{{ last_name }'],
    ['Hi {{first_name,\n\nwe build', '{{first_name'],
    ['Hi {first_name,\n\nwe build', '{first_name'],
    ['Hi {{{first_name}},', '{{{first_name}}'],
    ['Hi {{first_name}}},', '{{first_name}}}'],
    ['Hi first_name}},', 'first_name}}'],
    ['Hi { {first_name} },', '{ {first_name} }'],
    ['Hi { {first_name}},', '{ {first_name}}'],
    ['Hi {{first_name} },', '{{first_name} }'],
    ['Hi {{}},', '{{}}'],
    ['Hi %FIRSTNAME,', '%FIRSTNAME'],
    ['Hi %%FIRSTNAME%,', '%%FIRSTNAME%'],
    ['Hi *|FNAME|,', '*|FNAME|'],
    ['Hi *|FNAME*,', '*|FNAME*'],
    ['Hi |FNAME|*,', '|FNAME|*'],
    ['Hi *FNAME|*,', '*FNAME|*'],
    ['Hi ${first_name,', '${first_name'],
    ['{% if city }near you', '{% if city }'],
    ['<a href="{{unsubscribe_link}">x</a>', '{{unsubscribe_link}']
  ])('finds the broken tag in %s', (source, raw) => {
    expect(kinds(source)).toEqual([`broken ${raw}`])
  })

  it('keeps two broken tags of one paragraph apart', () => {
    expect(kinds('Hej {{Imie, jestem z Wełny, a {nazwa_firmy}} kupuje')).toEqual([
      'broken {{Imie',
      'broken {nazwa_firmy}}'
    ])
  })

  it('says of a tag that the stated dialect does not fill it', () => {
    const {tokens} = findTokens('Hi *|FNAME|*, at {{company}}', instantly)
    expect(tokens.map(({kind, syntax}) => [kind, syntax])).toEqual([
      ['broken', 'foreign'],
      ['tag', 'curly2']
    ])
  })
})

describe('spintax', () => {
  const alternatives = (source: string, dialect?: Dialect) =>
    findTokens(source, dialect)
      .tokens.filter((token) => token.kind === 'spintax')
      .map((token) => token.alternatives?.map(({start, end}) => source.slice(start, end)))

  it.each([
    ['{Hi|Hello} there', [['Hi', 'Hello']]],
    ['{سلام|درود} خانم نیکو', [['سلام', 'درود']]],
    ['{Hi|Hello|} there', [['Hi', 'Hello', '']]],
    ['{Hi {{first_name}}|Hello}', [['Hi {{first_name}}', 'Hello']]],
    ['{{{first_name}}|there}', [['{{first_name}}', 'there']]],
    [
      '{Hi|{Good day|Hello} there}',
      [
        ['Hi', '{Good day|Hello} there'],
        ['Good day', 'Hello']
      ]
    ],
    [
      '{{Hi|Hey} you|Hello}',
      [
        ['{Hi|Hey} you', 'Hello'],
        ['Hi', 'Hey']
      ]
    ],
    ['{{RANDOM | Hi {{firstName}} | Hello}}', [[' Hi {{firstName}} ', ' Hello']]],
    ['{spin}Hi|Hello{endspin}', [['Hi', 'Hello']]],
    ['{{spin}}Hi{{variation}}Hello{{end spin}}', [['Hi', 'Hello']]],
    ['{{I noticed|I saw that}} you opened', [['I noticed', 'I saw that']]],
    ['{First point\n\nmore|Second\n\nmore}', [['First point\n\nmore', 'Second\n\nmore']]]
  ])('reads the alternatives of %s', (source, expected) => {
    expect(alternatives(source)).toEqual(expected)
  })

  it('lets the dialect say what a pipe in double braces means', () => {
    expect(alternatives('{{Hi|Hello}}', coldsend)).toEqual([['Hi', 'Hello']])
    expect(alternatives('{{Hi|Hello}}', instantly)).toEqual([])
    expect(findTokens('{{salute|Hello}}', instantly).tokens[0]).toMatchObject({kind: 'tag', fallback: 'Hello'})
    expect(findTokens('{FirstName|there}', gmass).tokens[0]).toMatchObject({kind: 'tag', fallback: 'there'})
  })

  it('infers the dialect from the tags that only one has, and says from which', () => {
    const scan = findTokens('{{RANDOM | Hi | Hello}} {{salute|you}}', undefined, dialects)
    expect(scan).toMatchObject({dialect: 'instantly', inferredFrom: {raw: '{{RANDOM | Hi | Hello}}'}, ambiguous: []})
    expect(findTokens('*|FNAME|*', undefined, dialects).dialect).toBe('mailchimp')
    expect(findTokens(`{{ x | default: 'y' }}`, undefined, dialects).dialect).toBe('liquid')
    expect(findTokens('<<First name>>', undefined, dialects).dialect).toBe('yamm')
    expect(findTokens('{{first_name|there}}', undefined, dialects).dialect).toBeUndefined()
  })

  it('names what no dialect settles', () => {
    expect(findTokens('{{salute|you}}', undefined, dialects).ambiguous.map(({raw}) => raw)).toEqual(['{{salute|you}}'])
    expect(findTokens('{{first_name|you}}', undefined, dialects).ambiguous).toEqual([])
  })
})

describe('leftovers', () => {
  it.each([
    ['We saw that [Company] is hiring', '[Company]'],
    ['We saw that [company] is hiring', '[company]'],
    ['Regards,\n[Your Name]', '[Your Name]'],
    ['Regards,\n[your first name]', '[your first name]'],
    ['Regards,\n[INSERT SIGNATURE]', '[INSERT SIGNATURE]'],
    ['Hi [First_Name]', '[First_Name]'],
    ['as [CompanyName] grows', '[CompanyName]'],
    ['cut costs by [X] %', '[X]'],
    ['دیدم که [نام شرکت] صادر می‌کند', '[نام شرکت]'],
    ['تاریخ نشست: [تاریخ]', '[تاریخ]'],
    ['رأيت أن [اسم الشركة] توسعت', '[اسم الشركة]'],
    ['ראיתי ש[שם החברה] מתרחבת', '[שם החברה]'],
    ['Widzę, że [nazwa firmy] rośnie', '[nazwa firmy]'],
    ['得知【公司名称】正在招标', '【公司名称】'],
    ['Sehr geehrter Herr [Nachname],', '[Nachname]'],
    ['Hello <NAME>, we', '<NAME>'],
    ['for <COMPANY NAME> in', '<COMPANY NAME>'],
    ['for <Your Company> in', '<Your Company>'],
    ['for managers at XXX', 'XXX'],
    ['XXX老板', 'XXX'],
    ['call XXX-XXX-XXXX', 'XXX-XXX-XXXX'],
    ['Dear ____, we', '____'],
    ['Lorem ipsum dolor', 'Lorem ipsum'],
    ['Price: TBD', 'TBD'],
    ['TODO add price', 'TODO'],
    ['Hi FIRST_NAME,', 'FIRST_NAME'],
    ['Hi ,\n\nwe', 'Hi ,'],
    ['Hello !\n\nwe', 'Hello !'],
    ['Dear ,\n\nwe', 'Dear ,'],
    ['Dear,\n\nwe', 'Dear,'],
    ['<p>Hi ,</p>', 'Hi ,'],
    ['Hi null,', 'Hi null'],
    ['Dear Mr. ,', 'Dear Mr. ,'],
    ['尊敬的，您好', '尊敬的，'],
    ['XX公司', 'XX'],
    ['[نام خریدار]', '[نام خریدار]'],
    ['[Company name here]', '[Company name here]'],
    ['Ask for [NAME]: he knows', '[NAME]'],
    ['We saw that \\[Company\\] is hiring', '\\[Company\\]'],
    ['<p>&lt;NAME&gt;</p>', '&lt;NAME&gt;'],
    ['جناب\u200cآقای ،', 'جناب\u200cآقای ،'],
    ['سلام  ،\n\nما', 'سلام  ،'],
    ['جناب ، سلام', 'جناب ،'],
    ['سرکار خانم ، سلام', 'سرکار خانم ،']
  ])('finds one in %s', (source, raw) => {
    expect(kinds(source)).toEqual([`leftover ${raw}`])
  })

  it.each([
    '[our site](https://x.example)',
    '[Name][name]\n\n[name]: https://x.example',
    '![Company](logo.png)',
    '- [x] done\n- [X] done\n- [ ] open',
    'as proved[^1] in [1] and [23]',
    'they wrote “recieve” [sic] and [...]',
    'we cleaned [the pump] and [the company] paid',
    'Standards [ISO 9001] and [NDA], prices in [EUR]',
    '[EXTERNAL] Re: racks',
    '100% cotton, 5 % to 10 %, 15%NET, 20 %-30 %',
    'https://x.example/a%20b%C3%A9c?d=%D8%B3%D9%84%D8%A7%D9%85',
    'sizes M, XL, XXL, XXXL and bolts A-XXX',
    'XXX Targi Kielce and the XXX congress',
    'CON TODO INCLUIDO',
    '```\n{{name}} [Company]\n```\nand `{{name}} <NAME>`',
    '<style>.a{color:red} .b{margin:0}</style><script>var x={a:1}</script>',
    '<p style="color:{red}">Text</p><TABLE><TR><TD>1</TD></TR></TABLE><BR>',
    '<!-- [Company] {{x} Hi , -->',
    '<title>Racks</title><TITLE>Racks</TITLE><o:p></o:p>',
    'write to <sales@x.example> or <https://x.example>',
    '***bold*** __bold__ ___both___',
    'Regards\n________________\nOriginal message',
    'Bonjour ! Je vous écris',
    'سلام ،\n\nما سازنده‌ایم',
    'Hi, we build. Hello there! Dear all,',
    'Tel 01632 960001 | Mail a@x.example | Leeds',
    'prices {net of tax}, {see below} and {sic}',
    'Hi none of you will mind',
    'Hello all! Dear Ann, Hi Ann, we',
    '| **Size** | **Price**|\n|---|---|',
    '5 < 10 and 10 > 5',
    '|SIZE|*M*|\n',
    'terms & conditions, 20 %OFF NOW% and A &amp; B',
    '【优惠】【公司简介】'
  ])('stays silent on %s', (source) => {
    expect(kinds(source)).toEqual([])
  })
})

describe('mask', () => {
  const masked = (source: string, dialect?: Dialect) => {
    const {tokens} = findTokens(source, dialect)
    return {tokens, text: mask(source, tokens)}
  }
  const shown = (source: string) => {
    const {text} = masked(source)
    const seen = [...text].map((char, i) => ({tag: source[i], hidden: '', none: char})[readMask(char)])
    return seen.join('')
  }

  it('shows the first alternative and the tags in it, and hides the rest', () => {
    expect(shown('{Hi|Hello} {{first_name}},')).toBe('Hi {{first_name}},')
    expect(shown('{Hi {{first_name}}|{{city}} greets}!')).toBe('Hi {{first_name}}!')
    expect(shown('{{{Hi|Hey} you|Hello}|Good day}.')).toBe('Hi you.')
    expect(shown('{{RANDOM |Hi|Hello}}')).toBe('Hi')
    expect(shown('[Company] and XXX')).toBe('[Company] and XXX')
  })

  it('leaves nothing that Markdown or HTML could read', () => {
    const {text} = masked('*|FNAME|* <NAME> [Company] {{ x | default: "y" }} __a__')
    expect(text).not.toMatch(/[*<>[\]{}|"]/)
    expect(text).toContain('__a__')
  })

  it('keeps line breaks in a tag and the private-use characters of the draft apart', () => {
    expect(masked('{{ first_name |\n default: "x" }}').text).toContain('\n')
    expect([...shown('\ue000 {{x}} \uf8ff')].join('')).toBe('\ue000 {{x}} \uf8ff')
  })

  it('gives an attribute its tags back, plain or percent-encoded', () => {
    const source = 'Hi {{name}}, <a href="https://x.example/{{id}}?c={{city|Leeds}}">x</a> {{name}}'
    const {tokens, text} = masked(source)
    const href = text.slice(text.indexOf('https'), text.indexOf('">x'))
    expect(restore(href, tokens)).toBe('https://x.example/{{id}}?c={{city|Leeds}}')
    expect(restore(encodeURI(href), tokens)).toBe('https://x.example/{{id}}?c={{city|Leeds}}')
    expect(restore('https://x.example/%C3%A9', tokens)).toBe('https://x.example/%C3%A9')
  })

  it('restores the right one of many thousand tags', () => {
    const source = Array.from({length: 7000}, (_, i) => `{{field_${i}}}`).join(' ')
    const {tokens, text} = masked(source)
    const last = tokens[6500]
    expect(restore(text.slice(last?.start, last?.end), tokens, last?.start)).toBe('{{field_6500}}')
  })
})

describe('any source', () => {
  const pieces = fc.constantFrom(
    ...['{', '{{', '}', '}}', '|', '%', '%%', '*|', '|*', '[', ']', '[[', ']]', '<', '>', '<<', '>>', '${', '((', '))'],
    ...['name', 'FNAME', 'first_name', 'Hi', ' ', '\n', '\n\n', ',', 'RANDOM |', '{spin}', '{endspin}', '{% if', '%}'],
    ...['<a href="', '">', '<style>', '</style>', '<!--', '-->', '`', '```', 'XXX', '____', 'سلام', '،', '😀', '\ue000']
  )
  const soup = fc.oneof(
    fc.array(pieces, {maxLength: 60}).map((parts) => parts.join('')),
    fc.string({maxLength: 60})
  )

  it('gives tokens that are nested in spintax or disjoint, and a mask of the same length', () => {
    fc.assert(
      fc.property(soup, fc.constantFrom(undefined, ...Object.values(dialects)), (source, dialect) => {
        const {tokens} = findTokens(source, dialect, dialects)
        const text = mask(source, tokens)
        expect(text).toHaveLength(source.length)
        for (const [i, token] of tokens.entries()) {
          expect(token.end).toBeGreaterThan(token.start)
          expect(token.raw).toBe(source.slice(token.start, token.end))
          const next = tokens[i + 1]
          if (!next || next.start >= token.end) continue
          expect(token.alternatives).toBeDefined()
          expect(next.end).toBeLessThanOrEqual(token.end)
        }
        restore(text, tokens)
      }),
      {numRuns: 500, seed: 7}
    )
  })

  it.each([
    ...['{', '}', '{{', '{|', '{a|', '{{a', '{{a}', '%', '%%[', '%%=', '*|A', '[', '[[', '<', '<a ', '<a "', `<a '"`],
    ...[
      '<!--',
      '<style>',
      '`',
      '``',
      '``` ',
      '____ ',
      'XXX ',
      'Hi ',
      '\n\n{|',
      '{%',
      '${',
      '((',
      'Hi \t',
      '{spin}',
      '<'
    ]
  ])('reads 100,000 times %j in linear time', (piece) => {
    const source = piece.repeat(100_000)
    expect(mask(source, findTokens(source, undefined).tokens)).toHaveLength(source.length)
  })
})

describe('merge-tags', () => {
  const findings = (source: string) => {
    const email = {tokens: findTokens(source, undefined).tokens}
    return rule.check(email as Parameters<typeof rule.check>[0], {}, []).map(({at, message}) => {
      expect(message).toMatch(/^“[\s\S]+” .+\.$/)
      expect(message.length).toBeLessThan(320)
      return source.slice(at.start, at.end)
    })
  }

  it.each([
    ['Hi {{first_name}}, your %COMPANY% and {{city}}', ['%COMPANY%']],
    ['Hi {{first_name}}, {% if city %}x{% endif %} {{{id}}}', []],
    ['{Hi|Hello} {{first_name}} {{company|you}} [stop]({{unsubscribe_link}})', []],
    ['Hi {{first_name}} [stop](%%unsubscribe_url%%)', []],
    ['Hi {{first_name}} of [Company]', ['[Company]']],
    ['{Hi {{first_name} |Hello *|FNAME|*}', ['{{first_name} ']]
  ])('judges %s', (source, expected) => {
    expect(findings(source).map((text) => text.trim())).toEqual(expected.map((text) => text.trim()))
  })
})
