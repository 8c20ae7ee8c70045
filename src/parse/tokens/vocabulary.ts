import {once} from '../../once.js'

/**
 * The words people put into placeholders, by language. All languages are tried on every draft: tags are found before
 * anything is known of its language, and templates mix languages.
 *
 * `field`: names of what is filled in, which make a placeholder only when they are written as one (capitals, `your`).
 * `strong`: fields nobody puts in brackets for any other reason.
 * `opener`: words a placeholder begins with, or that point to its owner.
 * `greeting`: words after which a name may stand. `title`: words after which a name must stand.
 */
interface PlaceholderWords {
  readonly field: string
  readonly strong: string
  readonly opener: string
  readonly greeting: string
  readonly title: string
}

const english: PlaceholderWords = {
  field:
    'address amount benefit brand business challenge city client colleague competitor connection contact country currency ' +
    'customer date day department discount domain email employer event firm goal greeting industry initials job landmark ' +
    'link location mail manager market metric mobile month niche number offer organisation organization pain percentage ' +
    'person phone place point position post price problem product project prospect recipient referral region role salutation ' +
    'school sector sender service signature site solution state street subject tel telephone time tool topic town trigger ' +
    'university url value vendor website week year zip title',
  strong:
    'name fname lname firstname lastname fullname surname forename nickname company companyname company_name first_name ' +
    'last_name full_name jobtitle placeholder',
  opener:
    'your their his her our my insert enter add replace first last full the of a an other recent mutual specific here s',
  greeting: 'hi hello hey dear greetings good_morning good_afternoon good_evening',
  title: 'dear mr mrs ms dr dear_mr dear_mrs dear_ms dear_dr'
}

const persian: PlaceholderWords = {
  field:
    'تاریخ شهر کشور آدرس نشانی شماره تلفن تماس موبایل همراه ایمیل محصول خدمت خدمات صنعت قیمت مبلغ سمت سِمَت عنوان شغلی وبسایت ' +
    'سایت لینک مشتری گیرنده فرستنده امضا روز ماه سال ساعت پروژه برند حوزه فعالیت مدیر خریدار فروشنده مخاطب کارفرما',
  strong: 'نام نام‌خانوادگی شرکت مجموعه سازمان',
  opener: 'شما شرکت‌تان شرکتتان ما خود خانوادگی را اینجا درج وارد کنید کامل و مورد نظر او ایشان خانوادگی‌تان',
  greeting: '',
  title: 'جناب جناب_آقای سرکار سرکار_خانم آقای خانم مهندس دکتر جناب_مهندس جناب_دکتر جناب_آقای_مهندس سرکار_خانم_مهندس'
}

const arabic: PlaceholderWords = {
  field:
    'التاريخ تاريخ المدينة مدينة الدولة العنوان عنوان الرقم رقم الهاتف البريد المنتج الخدمة القطاع السعر المنصب الموقع الرابط العميل',
  strong: 'اسم الاسم الشركة شركة المؤسسة اسمك شركتك شركتكم',
  opener: 'أدخل الأول الأخير الكامل هنا العائلة',
  greeting: '',
  title: 'عزيزي عزيزتي السيد السيدة الأستاذ الأستاذة سعادة الدكتور المهندس حضرة'
}

const hebrew: PlaceholderWords = {
  field:
    'תאריך עיר העיר מדינה כתובת מספר טלפון הטלפון דוא״ל מוצר המוצר שירות השירות תחום ענף מחיר תפקיד התפקיד אתר קישור לקוח הלקוח',
  strong: 'שם השם החברה חברה שמך חברתך',
  opener: 'הכנס הכניסו פרטי משפחה המשפחה מלא שלך שלכם כאן',
  greeting: 'שלום היי הי',
  title: 'מר גברת גב׳ לכבוד'
}

const polish: PlaceholderWords = {
  field:
    'data miasto kraj adres numer telefon telefonu produkt produktu usługa usługi branża branży cena kwota stanowisko strona ' +
    'klient klienta odbiorca nadawca dzień miesiąc rok godzina',
  strong: 'imię imienia imie nazwisko nazwiska firma firmy nazwa nazwa_firmy imie_wolacz',
  opener: 'wstaw wpisz podaj twoje twoja twój państwa i pana pani',
  greeting: 'hej cześć witam witaj dzień_dobry',
  title: 'szanowny_panie szanowna_pani drogi droga'
}

/** Chinese has no spaces: these are whole placeholders; an opener may stand before them. */
const chinese: PlaceholderWords = {
  field:
    '日期 时间 城市 国家 地址 电话 手机 邮箱 产品 产品名称 产品名 服务 行业 价格 金额 职位 网址 网站 链接 客户 联系人 部门 项目名称',
  strong: '姓名 名字 姓 名 称呼 公司名称 公司名 贵公司 公司 企业名称 客户名称 客户姓名 收件人姓名',
  opener: '您的 你的 贵 对方 请填写 填写 插入 输入 收件人',
  greeting: '您好 你好 尊敬的',
  title: '尊敬的'
}

const german: PlaceholderWords = {
  field:
    'datum stadt ort land adresse nummer telefon telefonnummer produkt branche preis betrag position webseite website kunde kunden thema',
  strong: 'name vorname nachname firma firmenname unternehmen unternehmensname ansprechpartner',
  opener: 'ihr ihre ihren dein deine einfügen eintragen der des',
  greeting: 'hallo guten_tag',
  title: 'sehr_geehrter_herr sehr_geehrte_frau lieber liebe herr frau'
}

const french: PlaceholderWords = {
  field: 'date ville pays adresse numéro téléphone produit secteur prix montant poste site client sujet',
  strong: 'nom prénom société entreprise',
  opener: 'votre vos leur insérer indiquer de du la le l',
  greeting: '',
  title: 'cher chère'
}

const spanish: PlaceholderWords = {
  field: 'fecha ciudad país dirección número teléfono producto sector precio importe cargo sitio cliente tema',
  strong: 'nombre apellido apellidos empresa compañía',
  opener: 'su sus tu tus insertar introducir de la el del',
  greeting: 'hola buenos_días',
  title: 'estimado estimada'
}

const italian: PlaceholderWords = {
  field: 'data città paese indirizzo numero telefono prodotto settore prezzo importo ruolo sito cliente',
  strong: 'nome cognome azienda società',
  opener: 'vostro vostra tuo tua inserire di della del la il',
  greeting: 'ciao buongiorno salve',
  title: 'gentile egregio'
}

const turkish: PlaceholderWords = {
  field: 'tarih şehir ülke adres numara telefon ürün sektör fiyat tutar unvan site müşteri',
  strong: 'isim ad adı soyadı soyad şirket firma',
  opener: 'sizin ekleyin girin',
  greeting: 'merhaba',
  title: 'sayın'
}

const russian: PlaceholderWords = {
  field: 'дата город страна адрес номер телефон продукт отрасль цена сумма должность сайт клиент',
  strong: 'имя фамилия отчество компания компании название',
  opener: 'ваш ваша ваше вставить укажите',
  greeting: 'здравствуйте привет',
  title: 'уважаемый уважаемая'
}

const all = [english, persian, arabic, hebrew, polish, chinese, german, french, spanish, italian, turkish, russian]

function collect(kind: keyof PlaceholderWords): ReadonlySet<string> {
  return new Set(all.flatMap((words) => words[kind].split(' ').filter(Boolean)))
}

export const fields = once(() => collect('field'))
export const strongFields = once(() => collect('strong'))
export const openers = once(() => collect('opener'))
export const chinesePlaceholders = once(() => new Set(`${chinese.field} ${chinese.strong}`.split(' ').concat('贵司')))
export const chineseOpeners = chinese.opener.split(' ')

const phrases = (kind: 'greeting' | 'title') => [...collect(kind)].map((phrase) => phrase.replaceAll('_', ' '))
export const greetings = once(() => phrases('greeting'))
/** In Arabic script many write a space before a comma; two spaces there betray a name that fell out. */
export const looseGreetings = ['سلام', 'درود', 'با سلام', 'مرحبا', 'مرحباً', 'أهلا', 'أهلاً', 'السلام عليكم']
export const titles = once(() => phrases('title'))

/** What stands after the Roman numeral XXX: fairs, congresses and anniversaries carry one. */
export const numberedEvents =
  'edition edycja conference konferencja congress kongres kongresu congreso congresso symposium sympozjum fair targi targów ' +
  'olympiad olympics olimpiada jubileusz anniversary rocznica zjazd forum festival salon feria fiera messe auflage century wiek'
