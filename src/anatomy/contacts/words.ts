/** What a word beside a number says of it. */
export type Mark = 'phone' | 'fax' | 'messenger' | 'calendar' | 'other' | 'also' | 'link'

/**
 * Words beside contacts, folded. `link` words may stand between a label and its number; `other` labels a number that
 * is no phone; `also` adds a messenger to a phone.
 */
const WORDS: Readonly<Record<Mark, string>> = {
  phone: `tel tél telephone telephones phone phones ph mobile mobil mob mobiel cell cellphone cellular call ring text sms
    direct dial did ddi switchboard landline office desk hotline tlf tfn telefon telefono teléfono telefone téléphone
    handy móvil celular celulare portable telefoon puh puhelin tálk telefonszám komórka kom komórkowy cep gsm tlfn vakt
    τηλ τηλέφωνο κινητό тел телефон моб תלפון טלפון טל נייד هاتف جوال موبايل تلفن تلفنی تماس همراه موبایل زنگ دفتر
    تلفنخانه 电话 電話 手机 手機 座机 携帯 ☎ ☏ 📞 📱 ✆`,
  fax: `fax telefax faks fx φαξ факс פקס فاکس دورنگار نمابر فكس 传真 傳真 📠`,
  messenger: `whatsapp wa watsapp whatapp whats telegram signal viber wechat weixin LINE skype teams zoom imo zalo
    kakaotalk kakao threema messenger facetime eitaa bale rubika soroush linkedin instagram واتساپ واتس واتسپ واتس‌اپ
    تلگرام ایتا بله روبیکا سروش اسکایپ سیگنال وایبر لینکدین اینستاگرام گپ تيليجرام واتساب סקייפ וואטסאפ טלגרם 微信
    ватсап телеграм вайбер`,
  calendar: `calendar calendly booking slot slots appointment meeting meetings termin terminkalender agenda cita rdv
    تقویم رزرو`,
  other: `order orders invoice vat ust ustid tva iva nip pib cif nif abn acn gst gstin pan ein fsp reg registered
    registration company hrb hra krs regon siren siret kvk cvr bic iban swift account acct konto bank sort licence
    license lic permit ref reference article art part item sku ean gtin serial model patent lot batch case ticket
    tracking id zip postcode postal plz cap code din iso en astm pantone customer client policy batchno pin meter size
    po box quote quotation certificate cert mc dot duns cage tin uid mwst orgnr org steuernummer شبا حساب کارت ثبت ملی
    شناسه سفارش فاکتور پستی کدپستی کد مجوز پروانه سریال قطعه پلاک کیلومتر اقتصادی نظام استاندارد ک پ ح‌ض الطلب`,
  also: `also too same auch aussi anche también également ook også również هم نیز همین همان أيضا`,
  link: `is at on no nr number numbers num me us my our the via by or and a to under here time link line toll free in with
    und oder unter nummer meine et ou au e y o un i lub ja tai och eller og numéro numero número app
    است به با در و یا شماره خط مستقیم ما من ثابت شمارهٔ شماره‌ی`
}

const MARKS = new Map<string, Mark>(
  (Object.entries(WORDS) as [Mark, string][]).flatMap(([mark, words]) =>
    words.split(/\s+/).map((word): [string, Mark] => [word, mark])
  )
)

/** One letter is a label only at the beginning of a line's part: "T 0113", "M: 077", "| P. 0201". */
const LETTERS = new Map<string, Mark>([
  ...['t', 'p', 'm', 'c', 'd', 'o', 'h', 'ت'].map((letter): [string, Mark] => [letter, 'phone']),
  ['f', 'fax'],
  ['ف', 'fax'],
  ['w', 'messenger']
])

export function markOf(word: string, beginsPart: boolean): Mark | undefined {
  const folded = word.toLowerCase().replace(/ي/g, 'ی').replace(/ك/g, 'ک')
  return (beginsPart ? LETTERS.get(folded) : undefined) ?? MARKS.get(word) ?? MARKS.get(folded)
}
