import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {findAddresses} from '../src/anatomy/addresses/index.js'

/** Country, then the lines of an invented address in the country's own form. */
const addresses: readonly (readonly [string, string])[] = [
  ['AE', 'Office 1204, Marasi Tower\nAl Khaleej Street\nP.O. Box 55012\nDubai\nUnited Arab Emirates'],
  ['AF', 'شهرک صنعتی، فاز دوم، نمره ۴۱\nهرات\nافغانستان'],
  ['AL', 'Rruga Elbasanit 61\n1010 Tiranë'],
  ['AR', 'Avenida Belgrano 2417, Piso 3\nC1096AAO Buenos Aires'],
  ['AT', 'Lindengasse 47/3\n1070 Wien'],
  ['AU', 'Unit 6, 41 Harcourt Road\nDandenong South VIC 3175'],
  ['AZ', 'Nizami küçəsi 203\nAZ1010 Bakı'],
  ['BA', 'Ulica Zmaja od Bosne 88\n71000 Sarajevo'],
  ['BD', 'House 31, Road 9, Dhanmondi\nDhaka 1209\nBangladesh'],
  ['BE', 'Molenstraat 112\n9000 Gent'],
  ['BG', 'бул. Витоша 146\n1463 София'],
  ['BR', 'Rua das Laranjeiras, 371, Sala 12\nRio de Janeiro - RJ, 22240-004'],
  ['BY', 'ул. Притыцкого 83, офис 5\n220140 Минск'],
  ['CA', '418 Laurier Avenue West, Suite 210\nOttawa, ON K1R 7Y6'],
  ['CA', '2155 rue Sherbrooke Ouest\nMontréal (Québec) H3H 1G6'],
  ['CH', 'Seefeldstrasse 219\n8008 Zürich'],
  ['CL', 'Avenida Providencia 2133, oficina 401\nProvidencia, Santiago'],
  ['CN', '广东省深圳市南山区科技南路18号B座6楼'],
  ['CN', 'No. 88 Renmin Road, Suzhou Industrial Park\nSuzhou 215021, China'],
  ['CO', 'Carrera 43 # 14-109, Oficina 502\nMedellín, Colombia'],
  ['CR', 'Avenida Central 212, Calle 9\nSan José 10101, Costa Rica'],
  ['CZ', 'Nádražní 344/23\n150 00 Praha 5'],
  ['DE', 'Ahornweg 14\n73230 Kirchheim unter Teck'],
  ['DE', 'Postfach 10 20 43\n40011 Düsseldorf'],
  ['DK', 'Vesterbrogade 208, 2. tv.\n1800 Frederiksberg C'],
  ['DZ', '14 rue Larbi Ben M’hidi\n16000 Alger'],
  ['EC', 'Calle Larga 7-43\nCuenca, Ecuador'],
  ['EE', 'Pärnu maantee 139\n11317 Tallinn'],
  ['EG', '26 شارع طلعت حرب، الدور الثالث، القاهرة 11511'],
  ['ES', 'Calle de Embajadores, 187, 2º B\n28045 Madrid'],
  ['ES', 'Polígono Industrial El Pla, nave 14\n08980 Sant Feliu de Llobregat'],
  ['ET', 'P.O. Box 21034\nAddis Ababa\nEthiopia'],
  ['FI', 'Hämeentie 135 A\n00560 Helsinki'],
  ['FR', '27 bis, rue de la République\n69002 Lyon'],
  ['FR', 'ZI des Paluds, BP 1122\n13782 Aubagne Cedex'],
  ['GB', 'Unit 12, Calder Vale Works\nMytholmroyd\nHX7 5QA'],
  ['GB', 'PO Box 214, Ludlow SY8 9AB'],
  ['GE', 'რუსთაველის გამზირი 24\n0108 თბილისი'],
  ['GH', '17 Ring Road East\nAccra, Ghana'],
  ['GR', 'Λεωφόρος Κηφισίας 124\n115 26 Αθήνα'],
  ['GT', '7a Avenida 11-63, Zona 9\n01009 Guatemala'],
  ['HK', 'Flat B, 12/F, 88 Hing Fat Street\nCauseway Bay, Hong Kong'],
  ['HR', 'Ilica 242\n10000 Zagreb, Hrvatska'],
  ['HU', '1137 Budapest, Pozsonyi út 38.'],
  ['ID', 'Jalan Kebon Sirih No. 75\nJakarta Pusat 10340'],
  ['IE', '31 Quay Street\nWestport\nCo. Mayo F28 K2N8'],
  ['IL', 'רחוב הרצל 84, קומה 3\nחיפה 3331204'],
  ['IN', 'Plot No. 41, MIDC Phase II, Dombivli East\nThane 421203, Maharashtra'],
  ['IQ', 'شارع فلسطين، مبنى 14\nبغداد\nالعراق'],
  ['IR', 'تهران، خیابان مطهری، کوچهٔ نیلوفر، پلاک ۴۸، طبقهٔ ۳'],
  ['IR', 'No. 48, Niloufar Alley, Motahari Street\nTehran 1587654321, Iran'],
  ['IS', 'Laugavegur 181\n105 Reykjavík'],
  ['IT', 'Via Emilia Ponente 246\n40132 Bologna (BO)'],
  ['JP', '〒530-0012 大阪府大阪市北区芝田2-14-8'],
  ['JP', '4-11-6 Minami-Aoyama, Minato-ku\nTokyo 107-0062, Japan'],
  ['KE', 'P.O. Box 41277-00100\nNairobi, Kenya'],
  ['KR', '서울특별시 마포구 월드컵로 214, 3층'],
  ['KR', '87 Seongsui-ro 22-gil, Seongdong-gu\nSeoul 04798'],
  ['KZ', 'проспект Абая, 143\n050009 Алматы'],
  ['LB', 'Hamra Street, Farah Building, 4th Floor\nBeirut\nLebanon'],
  ['LT', 'Gedimino pr. 47\nLT-01109 Vilnius'],
  ['LU', '38, avenue de la Gare\nL-1610 Luxembourg'],
  ['LV', 'Brīvības iela 193\nRīga, LV-1012'],
  ['MA', '112, boulevard Zerktouni\n20100 Casablanca'],
  ['MD', 'str. Alexandru cel Bun 54\nMD-2012 Chișinău'],
  ['ME', 'Bulevar Save Kovačevića 74\n81000 Podgorica'],
  ['MT', '57, Triq il-Kbira\nBirkirkara BKR 1122'],
  ['MX', 'Av. Chapultepec Sur 284, Col. Americana\n44160 Guadalajara, Jal.'],
  ['MY', 'No. 22, Jalan SS 15/4\n47500 Subang Jaya, Selangor'],
  ['NG', '19 Adeola Odeku Street\nVictoria Island, Lagos'],
  ['NL', 'Kromme Nieuwegracht 66\n3512 HL Utrecht'],
  ['NO', 'Storgata 58 B\n9008 Tromsø'],
  ['NZ', '206 Kahikatea Drive\nHamilton 3204'],
  ['PE', 'Jirón Lampa 879\nLima 15001, Perú'],
  ['PH', '218 Katipunan Avenue, Barangay Loyola Heights\n1108 Quezon City'],
  ['PK', 'Plot 14-C, Sector 23, Korangi Industrial Area\nKarachi 74900'],
  ['PL', 'ul. Piotrkowska 217/4\n90-451 Łódź'],
  ['PT', 'Rua de Cedofeita, 455, 2.º Esq.\n4050-181 Porto'],
  ['QA', 'Building 14, Street 920\nDoha, Qatar'],
  ['RO', 'Str. Memorandumului nr. 28, ap. 6\n400114 Cluj-Napoca'],
  ['RS', 'Bulevar oslobođenja 102\n21000 Novi Sad'],
  ['RU', '630099, г. Новосибирск, ул. Ленина, д. 52, офис 301'],
  ['SA', 'طريق الملك فهد، مبنى 8214، الرياض 12211'],
  ['SE', 'Östra Hamngatan 52\n411 09 Göteborg'],
  ['SG', '71 Ayer Rajah Crescent, #03-14\nSingapore 139951'],
  ['SI', 'Slovenska cesta 58\n1000 Ljubljana'],
  ['SK', 'Hlavná 104\n040 01 Košice'],
  ['TH', '199 ถนนสุขุมวิท แขวงคลองเตย เขตคลองเตย กรุงเทพ 10110'],
  ['TN', '23, avenue Habib Bourguiba\n1001 Tunis'],
  ['TR', 'Halaskargazi Cad. No: 118 Kat: 4\n34371 Şişli/İstanbul'],
  ['TW', '台北市信義區松仁路100號'],
  ['UA', 'вул. Саксаганського, 63\n01033 Київ'],
  ['US', '1830 Larimer Street, Suite 300\nDenver, CO 80202'],
  ['US', 'PO Box 8812, Duluth, MN 55808'],
  ['UY', 'Bulevar Artigas 1532\n11200 Montevideo'],
  ['UZ', 'Amir Temur ko‘chasi 107\n100084 Toshkent'],
  ['VN', '142 Nguyễn Thị Minh Khai Street, Ward 6, District 3\nHo Chi Minh City 72400, Vietnam'],
  ['ZA', '88 Voortrekker Road\nBellville\n7530'],
  ['ZM', 'Plot 1142, Cairo Road\nLusaka, Zambia']
]

const line = (address: string) => address.replaceAll('\n', ', ')

describe.each(addresses)('%s: %s', (_, address) => {
  test('as a block in a signature', () => {
    const text = `Best regards\nAnna Lind\nBolt and Sons\n${address}\nTel. 01632 960 114`
    expect(cut(text)).toHaveLength(1)
  })

  test('on one line', () => {
    expect(cut(`Best regards\nAnna Lind\n${line(address)}\nanna@bolt.example`)).toHaveLength(1)
  })

  test('in a row with bars', () => {
    expect(cut(`Bolt and Sons | ${line(address)} | anna@bolt.example`)).toHaveLength(1)
  })

  test('inside a sentence', () => {
    expect(cut(`you can reach us any day. Our address is ${line(address)}. See you soon`)).toHaveLength(1)
  })
})

function cut(text: string): string[] {
  return findAddresses(text).map((match) => text.slice(match.start, match.end))
}

describe('where an address begins and ends', () => {
  test.each([
    [
      'Come to our workshop at 12 Mill Lane, Hebden Bridge HX7 6AB and have a look.',
      '12 Mill Lane, Hebden Bridge HX7 6AB'
    ],
    ['Our address for visitors is 31 Harbour Road, Cork, the phone is 021 555 0133.', '31 Harbour Road, Cork'],
    ['Jo Bell\nBell Ltd\n4 Kiln Lane\nStoke-on-Trent ST3 1AB\n01632 960155', '4 Kiln Lane\nStoke-on-Trent ST3 1AB'],
    ['Bell Ltd · Unit 4, Riverside Business Park, Leeds · 0113 496 0155', 'Unit 4, Riverside Business Park, Leeds'],
    ['آدرس: اصفهان، خیابان نظر، پلاک ۱۲\nتلفن: ۰۳۱-۵۵۵۰۱۲۳', 'اصفهان، خیابان نظر، پلاک ۱۲'],
    ['صندوق پستی ۱۴۱۵۵-۳۳۱، تهران', 'صندوق پستی ۱۴۱۵۵-۳۳۱، تهران'],
    ['Registered office: 9 Vale Street, Bristol BS3 1AA. Company no. 01234567', '9 Vale Street, Bristol BS3 1AA'],
    ['Muster GmbH\n\nBachstraße 7\n\n50858 Köln', 'Bachstraße 7\n\n50858 Köln']
  ])('%s', (text, address) => {
    expect(cut(text)).toEqual([address])
  })

  test('the value has its white space folded', () => {
    expect(findAddresses('4 Kiln Lane\n  Leeds LS1 4AB')[0]?.value).toBe('4 Kiln Lane Leeds LS1 4AB')
  })

  test('two addresses are two', () => {
    expect(cut('Works: 4 Kiln Lane, Leeds LS1 4AB\n\nOffice: 9 Vale Street, Bristol BS3 1AA')).toHaveLength(2)
  })
})

describe('prose that holds none', () => {
  test.each([
    'Av. Olivares 55-B, Fracc. Industrial San Jerónimo, 76148 Querétaro, Qro., Mexico',
    'Pol. Ind. La Marina, parcela 155, 11205 Algeciras (Cádiz), España',
    'Plot 155, Kiambere, P.O. Box 555-20117 Naivasha',
    'P.O. Box 5550-00100 Nairobi',
    'The Old Byre, Sandvoe, Shetland ZE2 9PX',
    'Ings Hall, Burnsall, North Yorkshire BD23 6BS'
  ])('whole line: %s', (line) => {
    expect(findAddresses(`Helen Ashgrove\nHarbour Nets Ltd\n${line}\n01632 960112`).map(({value}) => value)).toEqual([
      line
    ])
  })

  test.each([
    'Harbour Nets Ltd, Leeds, West Yorkshire',
    'Harbour Nets Ltd, Leeds LS1 4AB',
    'Booth 12, Hall 3, Messe Leipzig'
  ])('no address: %s', (line) => {
    expect(findAddresses(`Helen Ashgrove\n${line}\n01632 960112`)).toEqual([])
  })

  test.each([
    'Leeds, UK',
    'Sealcraft Ltd, Kidderminster\n01562 496 0127',
    'Tehran, Iran',
    'تهران، ایران',
    '3400 Hillerød, Denmark',
    'Lascelles VIC 3487\nAustralia',
    'Brooklyn, CT 06234',
    'Anna Lind\nSales Manager, Bolt Ltd\nLeeds\n0113 496 0155\nanna@bolt.example',
    'Unit price 12, Leeds',
    'We show all three at the fair in Düsseldorf from 2 to 5 November, hall 9, stand C27.',
    'Hall 9, Stand C27, Hannover, Germany',
    'Booth 1204, Las Vegas, USA',
    'The bearings meet ISO 9001:2015, EN 10204 3.1 and DIN 912 in Germany and Poland.',
    'One costs $18,400 including two days of commissioning; the head carries a 36-month warranty.',
    'Between 12 March 2025 and 4 June 2026 we delivered 2,400 frames to Leeds, York and Hull.',
    'Series 5, 2000 Watt, Germany',
    'Steel 12, Aluminium 15, Brass 2000, Germany',
    'Bolts M8 x 40, 500 pieces, Sheffield. Nuts M10, 1200 pieces, Leeds.',
    'Pallet racking: 8 % off list from 50 bays, until 30 June, from our depot in Leeds.',
    'Our Model 300 runs 24 hours a day at Northern Foods in Leeds, and at 14 plants in Poland.',
    'In 2024 Main Street Bakery cut waste by 19 %.',
    'We cut 38 minutes off the Drive Unit 4 change at Tata Steel, Port Talbot.',
    'Trains leave Leeds at 10:15 and London King’s Cross at 12:48.',
    'Call 0113 496 0155 or +44 20 7946 0958, Monday to Friday, 9 to 5.',
    'Phone 614-555-0129, Columbus, Ohio',
    'Leeds 12, York 14, Hull 9',
    'Round 3, Group B: Poland, Germany, 2026',
    'Your Suite 12 licence ends on 31 December 2026, Leeds.',
    'The floor 3 sensors in Building A read 21 °C, those in Building B 24 °C.',
    'Frames: 1200 x 800, 1600 x 1200, 2400 x 1200. Colours: RAL 7016, RAL 9005.',
    'By road from Leeds to Lyon in 48 h, EUR 1,250 a truck.',
    'The Park 5000 series, Berlin, is on offer at 12500 EUR.',
    '12 Leeds companies, 14 from York and 30 across Europe, Asia and Africa use it.',
    'Q3 2025, Leeds: 14 new contracts, 3 renewals.',
    'Company number 01234567, VAT GB 123 4567 89, registered in England.',
    'In Abu Dhabi, Dubai and Doha we have 1200 units in service.',
    'ساعت ۱۰ صبح روز ۱۲ مرداد در غرفهٔ ۱۴ نمایشگاه تهران منتظر شما هستیم.',
    'قیمت هر واحد ۱۲۰۰ تومان است و در شهر تهران ۲۴ ساعته تحویل می‌دهیم.',
    'واحد ۳ کارخانه شما در اصفهان ۱۲ درصد ضایعات دارد.',
    'طبقه‌بندی ۵ گانهٔ محصول در ۳ شهر، ۱۴ شعبه و ۲۰ انبار اجرا شد.',
    'در خیابان‌های تهران ۱۲ شعبه داریم.',
    '۲۶ کیلومتر فاصله است. رقم ۷۰۴، برداشت ۱۲ تن.',
    'شرکت پویا، تهران\n۰۲۱-۵۵۵۰۱۲۳۴',
    '本公司于2019年成立，产品出口到12个国家，月产能5000件。',
    '从路口可以看到贵厂三号仓库。',
    'הזמנה מספר 12, תל אביב, 2026',
    'سعر الوحدة 12 ريال في الرياض',
    'Zamówienie nr 12, Warszawa, 2026'
  ])('%s', (text) => {
    expect(cut(text)).toEqual([])
  })
})

describe('laws', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '12',
      'Mill Lane',
      ',',
      '\n',
      '\n\n',
      'Leeds',
      'LS1 4AB',
      '|',
      '.',
      'خیابان',
      '路',
      '5号',
      'P.O.',
      'Box',
      'United Kingdom',
      '(',
      '+44',
      '½'
    ),
    fc.string({unit: 'binary', maxLength: 6})
  )

  test('spans lie in the text, in order, none over another', () => {
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 40}), (pieces) => {
        const text = pieces.join(' ')
        let end = 0
        for (const match of findAddresses(text)) {
          expect(match.start).toBeGreaterThanOrEqual(end)
          expect(match.end).toBeGreaterThan(match.start)
          expect(match.end).toBeLessThanOrEqual(text.length)
          expect(match.value).toBe(text.slice(match.start, match.end).replace(/\s+/g, ' '))
          end = match.end
        }
      })
    )
  })

  test.each(['1', '1 ', 'A1,', '1\n', 'Road 1 ', '路1', 'P.O. ', "d'", '1-', 'a.', ' '])(
    'a long text of %j is read',
    (unit) => {
      expect(() => findAddresses(unit.repeat(50_000))).not.toThrow()
    }
  )
})

const paragraphs = [
  ...addresses.map(([, address]) => address),
  ...addresses.flatMap(([, address]) => address.split('\n')),
  'You run 2 lines in Poznań, and each of them takes about 40 clamps a year.',
  'Can we send you two of them, to 12 Canal Street?',
  'The parts come from our own stock and leave the same day!',
  'Our office and the workshop behind it stand at this address for 20 years now.',
  'Our address for everybody who would like to see the machines at work is',
  'Visit us any day between 9 and 5, and take the train to the plant.',
  'PO Box',
  'Street.',
  'Unit',
  'Phone +44 113 496 0114',
  'Kind regards'
]

test('finds the same whether or not a text is cut where sentences end', () => {
  const texts = fc.array(fc.constantFrom(...paragraphs), {minLength: 2, maxLength: 7})
  fc.assert(
    fc.property(texts, fc.constantFrom('\n\n', '\n', '\n \n'), (some, gap) => {
      const text = some.join(gap)
      expect(findAddresses(text)).toEqual(findAddresses(text, (_, zone) => [zone]))
    }),
    {numRuns: 3000}
  )
})
