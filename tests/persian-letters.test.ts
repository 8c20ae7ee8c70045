import {describe, expect, it} from 'vitest'
import {findAddresses} from '../src/anatomy/addresses/index.js'
import {anatomy} from '../src/lint.js'
import type {Email, FactKind} from '../src/tree/index.js'

interface Letter {
  readonly from?: string
  readonly above?: string
  readonly opening?: string
  readonly signature?: string
  readonly last?: string
}

const signed = 'لیلا امینی\nشرکت سنگ‌آوران\n۰۲۱-۵۵۵۰۰۱۱۹'

/** A mail that is sound but for what is asked about; its front matter states no language. */
function letter({from = '', above = '', opening = 'یک پرسش کوتاه دارم.', signature = signed, last = ''}: Letter) {
  const head = `---\nsubject: سنگ نما${from === '' ? '' : `\nfrom: ${from}`}\n---`
  const body = ['جناب آقای مهرجو، سلام', above, opening, 'نمونه بفرستم؟', `با احترام\n${signature}`, last]
  return anatomy([head, ...body.filter((part) => part !== '')].join('\n\n'), {format: 'markdown'})
}

const valuesOf = (email: Email, kind: FactKind): string[] =>
  email.facts.filter((fact) => fact.kind === kind).map(({text, start, end}) => text.value.slice(start, end))

describe('the language of a text in Arabic letters', () => {
  it.each([
    ['fa', 'سلام، قيمت هر متر كاشي را پايين‌تر گفته‌ام؛ چهار روزه مي‌رسد و پول را بعد از تحويل مي‌گيريم.'],
    ['fa', 'گچ و آجر را از كوره خودمان مي‌فرستيم، پيش از ظهر بار مي‌شود.'],
    ['ar', 'نحن شركة متخصصة في إنتاج البلاط، ونقدم لكم أفضل الأسعار مع التسليم في أربعة أيام.'],
    ['ar', 'السادة الكرام، نود أن نعرض عليكم خدمات الصيانة في المصنع.']
  ])('%s: %s', async (code, text) => {
    const {language} = await anatomy(`Subject: x\n\n${text}\n`, {format: 'text'})
    expect(language).toBe(code)
  })
})

describe('an address told by landmarks, zones and dates', () => {
  it.each([
    'خرمشهر، منطقه ویژه اقتصادی، خیابان دریا ۳، سوله ۴۴',
    'نقده، خیابان فردوسی، بالاتر از میدان گل، جنب نانوایی بهار',
    'نقده، خیابان فردوسی، روبه‌روی مسجد جامع، سرای فرش',
    'سمنان، بلوار ۱۵ خرداد، ساختمان پزشکان، طبقه ۲',
    'تهران، خیابان میرداماد، بین نفت و رازان، پلاک ۸۸',
    'کاشان، میدان پانزده خرداد، جنب پمپ بنزین',
    'تهران، خیابان لاله‌زار، نرسیده به چهارراه، پاساژ نور',
    'بابل، میدان باغ، پایین‌تر از بانک ملی، طبقه دوم'
  ])('%s', (address) => {
    const text = `رضا سالمی\nشرکت پرتو\n${address}\nتلفن: ۰۲۱-۵۵۵۰۰۱۱۱`
    expect(findAddresses(text).map(({value}) => value)).toEqual([address])
  })

  it.each([
    'تحویل تهران، سه روز بعد از سفارش',
    'سوله ۲۰۰ متری شما در شهرک صنعتی توس',
    'تا ۱۷ شهریور تحویل می‌دهیم، درب انبار تهران',
    'نمایشگاه شیراز، سالن ۵، غرفه ۱۲',
    'پروژه خیابان آزادی تهران را ما اجرا کردیم',
    'هفته پیش از کنار کارخانه شما در جاده ساوه رد شدم'
  ])('not: %s', (text) => expect(findAddresses(`سلام\n\n${text}\n\nبا احترام`)).toEqual([]))

  it('begins below a name in other letters', () => {
    const [address] = findAddresses('ندا فرهی\nÜbersetzungen Birke\nLindenstraße 21, 20099 Hamburg\n')
    expect(address?.value).not.toContain('ندا')
  })
})

describe('a Persian signature', () => {
  it.each([
    [
      'firm behind a role',
      'zarrin@sofal-mehrgan.example',
      'آرش زرین\nمدیر فروش سفالگری مهرگان\n۰۹۱۲ ۵۵۵ ۰۱۶۱',
      'آرش زرین',
      'مهرگان'
    ],
    [
      'a long row',
      '',
      'آرش زرین · گروه مهرگان (سهامی خاص) · همدان، میدان شیر سنگی، ابتدای بلوار ارم، پلاک ۱۱۸ · ۰۸۱-۳۲۵۵۰۱۱۸ داخلی ۴ · zarrin@mehrgan.example',
      'آرش زرین',
      'مهرگان'
    ],
    [
      'whom to arrange with',
      '',
      'هماهنگی با آرش زرین از سفال مهرگان: ۰۸۱-۳۲۵۵۰۱۱۸، تلگرام @mehrgan_sofal',
      'آرش زرین',
      'سفال مهرگان'
    ],
    [
      'a firm abroad',
      '',
      'ندا فرهی\nÜbersetzungen Birke\nLindenstraße 21, 20099 Hamburg\n+49 40 5550 1171',
      'ندا فرهی',
      'Übersetzungen Birke'
    ]
  ])('%s', async (_, from, signature, person, organisation) => {
    const email = await letter({from, signature})
    expect(valuesOf(email, 'person')).toEqual([person])
    expect(valuesOf(email, 'organisation').join('\n')).toContain(organisation)
  })

  it('does not take a surname in the domain for a firm', async () => {
    const email = await letter({from: 'zarrin@zarrin-law.example', signature: 'آرش زرین\n۰۹۱۲ ۵۵۵ ۰۱۶۱'})
    expect(valuesOf(email, 'organisation')).toEqual([])
  })

  it('has no person where only a department is named', async () => {
    const email = await letter({signature: 'هماهنگی با واحد فروش: ۰۸۱-۳۲۵۵۰۱۱۸'})
    expect(valuesOf(email, 'person')).toEqual([])
  })
})

describe('who writes', () => {
  it.each([
    'نام من ندا فرهی است و در بندر ترجمان اسناد گمرکی و مترجم قسم‌خورده‌ام.',
    'اسم من آرش است، سفالگر در لالجین.',
    'چای بهاران، بسته‌بند چای در لاهیجان، برای آبدارخانه شما بسته صد گرمی پیشنهاد می‌کند.'
  ])('%s', async (opening) => expect(valuesOf(await letter({opening}), 'who')).not.toEqual([]))

  it.each([
    'ما ایرانی‌ها مهمان‌نوازیم و در سختی‌ها دست هم را محکم می‌گیریم.',
    'ما آدم‌ها گاهی راه‌های ساده را نشان نمی‌دهیم.'
  ])('not: %s', async (opening) => expect(valuesOf(await letter({opening}), 'who')).toEqual([]))

  it('stands below a line that tells the subject', async () => {
    const opening = 'شرکت سنگ‌آوران تولیدکننده سنگ نما در محلات است و تراورتن را پیشنهاد می‌کند.'
    const email = await letter({above: 'موضوع: سنگ نمای پروژه الوند', opening})
    expect(valuesOf(email, 'who')).not.toEqual([])
  })

  it.each([
    ['نور خانه شما کم است و مشتری نمی‌ماند.', []],
    ['از نور فروزان برایتان می‌نویسم.', ['نور']]
  ])('half a domain is a name only where a name would stand: %s', async (opening, names) => {
    const {facts} = await letter({from: 'info@noure-zamin.example', opening})
    const who = facts.filter(({kind, by}) => kind === 'who' && by === 'sender-domain')
    expect(who.map(({value}) => value)).toEqual(names)
  })
})

describe('a way to refuse', () => {
  it.each([
    'مایل نبودید، همین را یک خط بنویسید تا دوباره مزاحم نشوم.',
    'در صورت بی‌نیازی، با یک خط پاسخ ما را از نوشتن نامه بعدی معاف کنید.',
    'اگر سنگ دارید و نمی‌خواهید پیگیری کنیم، لطفاً خبر بدهید.',
    'از خریدش منصرف شدید؟ بگویید تا پرونده را ببندم.',
    'جوابتان منفی است؟ همین را بفرستید، ایمیل دومی در کار نخواهد بود.',
    'نخواستی، بگو نه؛ دیگه ایمیل نمی‌دم.',
    'نیازی ندارید؟ یک کلمه بنویسید، دیگر خبری از ما نخواهد بود.',
    'دوست ندارید باز پیام بدهیم؟ خبرمان کنید.',
    'ایمیل بیشتر نمی‌خواین؟ بگین، حذفتون می‌کنیم.',
    '[دیگر نفرستید](https://sang.example/out)'
  ])('%s', async (last) => expect(valuesOf(await letter({last}), 'opt-out')).not.toEqual([]))

  it.each([
    'هیچ خریداری نمی‌تواند به شما «نه» بگوید، جواب می‌دهد.',
    'مشتری دیگر «نه» نمی‌گوید؛ کافی است امتحان کنید.',
    'نمونه لازم نیست بفرستید؛ خودم می‌آیم و می‌بینم، خبر بدهید.',
    'اگر نقشه را بفرستید، قیمت را همان روز می‌نویسم.'
  ])('not: %s', async (last) => expect(valuesOf(await letter({last}), 'opt-out')).toEqual([]))
})

describe('a place that waits for a name', () => {
  it.each([
    ['مصرف سوله [نام کارگاه] را دیدم.', '[نام کارگاه]'],
    ['چه روزی برای دیدن <نام مسئول انبار> خوب است؟', '<نام مسئول انبار>'],
    ['جناب آقای/سرکار خانم ،', 'جناب آقای/سرکار خانم ،']
  ])('%s', async (above, raw) => {
    const {tokens} = await letter({above})
    expect(tokens.filter(({kind}) => kind === 'leftover').map((token) => token.raw)).toEqual([raw])
  })

  it.each(['مشتری ما [نام محفوظ است] از سال پیش می‌خرد.', 'جناب آقای مهرجو / سرکار خانم فرهی،'])(
    'not: %s',
    async (above) => {
      expect((await letter({above})).tokens).toEqual([])
    }
  )
})
