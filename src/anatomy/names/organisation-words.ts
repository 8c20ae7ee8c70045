/** Last words of organisations' names that carry no legal form; in lower case. */
export const KINDS_BEHIND: ReadonlySet<string> = new Set(
  `group company companies partners partnership agency agencies studio studios bank university college institute
  academy school foundation association federation chamber council cooperative co-operative coop holding holdings
  industries solutions services service systems technologies technology labs lab laboratories laboratory consulting
  consultants consultancy logistics foods farms farm brothers bros sons associates corporation enterprises enterprise
  international manufacturing packaging engineering software media press factory hospital clinic hotel
  hotels insurance brokers trading traders supply supplies suppliers transport shipping motors metals plastics textiles
  tools print printing printers designs ventures capital cargo freight fasteners bearings electric electronics energy
  pharma chemicals steel foundry bakery brewery roasters winery dairy dairies builders contractors constructions
  construction translations translators publishers publishing advisors advisers recruitment staffing recovery audio
  films pictures productions cleaning catering uniforms spindeltechnik werke gruppe groep gruppo grupo groupe koncern
  zakład fabrika üniversitesi`.split(/\s+/)
)

/** "University of Leeds", "Bank of …". */
export const KINDS_BEFORE_OF =
  'University|Bank|Institute|Academy|College|Ministry|Chamber|Cooperative|Co-operative|House|Society'

/** Words that open a sentence or a line and belong to no name; in lower case. */
export const LEADING_WORDS: ReadonlySet<string> = new Set(
  `at with from we we're i i'm i’m our my the for to and in by dear this is here hi hello of on as about your you if
  when since while because but so or are it its that these those meet join welcome contact thanks regards greetings
  through via per both only today last next also a an your's me bei von wir für mit und chez avec nous de con por para
  con da per siamo od iz przez firma`.split(/\s+/)
)

/** Lower-case words inside names. */
export const INNER_WORDS: ReadonlySet<string> = new Set(
  'of and & de du des la le les der die das und y e i the for et + von van den del di dos da do og och ja'.split(' ')
)

/** Words before the name of an organisation in Persian and Arabic; the first list says so in running text too. */
export const STRONG_KINDS_FA = 'شرکت|شرکتِ|هلدینگ|بازرگانی|موسسه|مؤسسه|دارالترجمه|شركة|مؤسسة|مجموعة|תאגיד|חברת|קבוצת'
export const WEAK_KINDS_FA =
  'گروه|بانک|دانشگاه|صنایع|کارخانه|کارخانهٔ|فروشگاه|استودیو|کارگاه|تولیدی|مجتمع|آژانس|مرکز|دفتر|انتشارات|چاپخانه|چاپ|کلینیک|آزمایشگاه|سازمان|انجمن|تعاونی|مزرعهٔ|مزرعه|کندوی|مصنع|مكتب|בנק|סטודיו|מפעל'

/** Before a kind word they make it mean any company; behind it they end the name, or show there is none. */
export const STOP_WORDS_FA: ReadonlySet<string> = new Set(
  `این آن هر یک چند کدام همین همان هیچ دو سه چهار پنج در از با به برای بر که را و یا تا هم نیز ما من شما او آن‌ها ایشان
  خود خودتان خودمان ماست شماست هستم هستیم هستید هستند است بود بودیم شد شدیم دارم داریم دارد دارید دارند کرد کردیم کردن
  کنید کنیم کند می‌کند می‌کنیم می‌کنند می‌نویسم می‌شود خواهد خواهیم نمی نامه می بزرگ کوچک مختلف دیگر ایرانی خارجی
  داخلی معتبر محترم متوسط تولیدکننده تأمین‌کننده تامین‌کننده واردکننده صادرکننده فروشنده ارائه‌دهنده سازنده عرضه‌کننده
  نماینده مستقر واقع فعال تماس خدمتتان خدمت نامه خدمات‌دهنده ده‌ها صدها سال تخصصی دیگری برایتان برایت دربارهٔ درباره درخصوص خصوص روی زیر بین پس اگر چون ولی اما همکاری عامل طرف تان مان XXX xxx ليست في من على إلى مع عن التي هي هو
  נا של את עם על אל`.split(/\s+/)
)
