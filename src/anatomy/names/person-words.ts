/** Words of closings, greetings, addresses, places and prose: a part of a line with one is no person's name. */
const NOT_NAMES: Readonly<Record<string, string>> = {
  closings: `best kind warm kindest warmest regards regard wishes greetings sincerely yours truly faithfully respectfully
    thanks thank cheers cordially dear hi hello hey good morning afternoon evening looking forward talk speak soon many
    cordialement cordiali saluti saludos atentamente atenciosamente freundlichen grüßen grüße gruß mit freundliche beste
    viele vänlig hälsning vennlig hilsen venlig terveisin lep pozdrav pozdravem pozdrawiam saygılarımızla saygılarımla
    asante sent sig signature`,
  prose: `the our your my we you i if and or for to with from at in on of is are it this that a an as by not no yes please
    reply unsubscribe opt click here stop what how why when who our's us me was has have had will can may would could
    about terms prices pricing delivery payment warranty details summary background agenda note ps subject step
    phone tel mobile email e-mail mail fax web website whatsapp telegram linkedin address`,
  places: `street st road rd avenue ave lane drive boulevard blvd square court way place park estate unit suite floor
    building house box po north south east west new united kingdom states republic africa korea kong zealand arabia lanka
    rica emirates industrial zone city county town straße strasse str platz weg allee rue via calle ulica ul cadde
    city's san los las el saint fort port mount lake great britain england scotland wales ireland germany france italy
    spain poland turkey türkiye india china japan canada australia norway sweden denmark finland netherlands`,
  times: `monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december`,
  persian: `با احترام سپاس تشکر فراوان ارادت ارادتمند مهر تجدید درود سلام عرض ادب علیکم دوستدار آرزوی موفقیت بهترین گرامی
    عزیز جناب سرکار همکار همکاران محترم امیدوارم ما شما من این آن که را از در به و تا برای است هست هستم هستیم بود شد
    شود کنید کنیم دارد داریم لطفا لطفاً پیشاپیش ممنون مشتاق منتظر پاسخ شرایط قیمت قیمت‌ها تحویل پرداخت گارانتی ضمانت
    حداقل مشخصات خلاصه نشانی آدرس تلفن همراه موبایل ایمیل واتساپ تلگرام ایتا بله خیابان کوچه بلوار میدان پلاک واحد طبقه
    ساختمان شهرک صنعتی جاده کیلومتر استان شهر روستا کدپستی تهران اصفهان شیراز تبریز مشهد کرج قم اهواز رشت یزد کرمان
    ساری ایران افغانستان هرات کابل لغو انصراف چطور چگونه چرا کدام آیا`,
  arabic: 'مع أطيب التحيات تحياتي وتفضلوا بقبول فائق الاحترام شكرا السادة السيد شارع مدينة صندوق بريد',
  hebrew: 'בברכה תודה שלום רב בכבוד היי רחוב'
}

export const NOT_NAME_WORDS: ReadonlySet<string> = new Set(
  Object.values(NOT_NAMES).flatMap((words) => words.split(/\s+/))
)

/** Words of prose that are surnames too: no name begins with one. */
export const SURNAME_WORDS: ReadonlySet<string> = new Set(['price'])

/** A line of a few words with one of these closes a letter: the next line is who wrote it. */
export const CLOSING =
  /regards|sincerely|yours|thanks|thank you|cheers|wishes|faithfully|truly|respectfully|greetings|grüße|grüßen|gruß|cordiali|cordialement|saludos|atentamente|hälsning|hilsen|pozdrav|saygı|terveisin|best,|warmly|احترام|سپاس|تشکر|ارادت|با مهر|درود|ممنون|التحيات|الاحترام|בברכה|בכבוד|此致|敬礼|祝好/i

/** Before a colon and a name: whom to ask. */
export const CONTACT_LABEL =
  /\b(?:contact|contact person|attn|your (?:contact|host|handler)|ask for|handled by|written by|signed|from|name|ansprechpartner|kontakt|contacto|contatto)$|(?:تماس با|مخاطب|پاسخ‌گو|پاسخگو|رابط)$/i

/** Lower-case words inside names of persons. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'van von de der den del della di da dos das do du la le al el bin ibn ben bint ter ten zu y e af av ap ver vom zum op st'.split(
    ' '
  )
)

/** Titles before a name; what follows one is a person. */
export const TITLE =
  /^(?:(?:Dr|Prof|Mr|Mrs|Ms|Miss|Mx|Eng|Engr|Ing|Dipl\.-Ing|Mag|Herr|Frau|Mme|Sra?|Dott|Dhr|Mevr)\.? |(?:سرکار خانم|جناب آقای|مهندس|دکتر|آقای|خانم|استاد|م\.|د\.|السيد|السيدة|ד"ר|מר|גב') ?(?=\S))/u

/** Says with whom to talk: «هماهنگی با …»; the name follows, and perhaps the firm. */
export const LED_BY =
  /^(?:جهت |برای )?(?:هماهنگی|تماس|ارتباط|گفتگو|گفت‌وگو|مذاکره|پیگیری|سفارش|مشاوره|بازدید) با (?=\S)/u
export const FIRM_BEHIND = / (?:از|در) .*/su
