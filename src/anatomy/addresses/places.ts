/** Codes that stand between town and postcode: https://pe.usps.com/text/pub28/28apb.htm, Canada Post and Australia Post. */
export const regionCodes = `
AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR GU VI AS MP
AB BC MB NB NL NS NT NU ON PE QC SK YT NSW VIC QLD WA SA TAS ACT NT
`

/** Names that a country's own letters use and ISO 3166 lists lack, by country. */
export const countryNames: Readonly<Record<string, string>> = {
  GB: 'England Scotland Wales Northern_Ireland U.K. Channel_Islands Isle_of_Man انگلستان بریتانیا',
  US: 'USA U.S.A. Etats-Unis Estados_Unidos ایالات_متحده آمریکا امریکا',
  AE: 'UAE U.A.E. Emirates الإمارات الإمارات_العربية_المتحدة امارات',
  DE: 'Deutschland Allemagne Alemania Niemcy Германия',
  AT: 'Österreich Oesterreich Autriche',
  CH: 'Schweiz Suisse Svizzera',
  FR: 'France Francia Frankreich',
  BE: 'België Belgique Belgien',
  NL: 'Nederland Holland Pays-Bas',
  LU: 'Luxemburg Lëtzebuerg',
  ES: 'España Espanya Espagne Spanien',
  IT: 'Italia Italien Italie',
  BR: 'Brasil',
  MX: 'México',
  PE: 'Perú',
  PA: 'Panamá',
  PL: 'Polska Polen Polsko',
  CZ: 'Česko Česká_republika',
  SK: 'Slovensko Slovenská_republika',
  SI: 'Slovenija',
  HR: 'Hrvatska',
  RS: 'Srbija Србија',
  BA: 'Bosna_i_Hercegovina Bosnia',
  ME: 'Crna_Gora',
  MK: 'Macedonia Северна_Македонија F.Y.R.O.M.',
  AL: 'Shqipëria Shqipëri',
  HU: 'Magyarország',
  RO: 'România',
  BG: 'България',
  GR: 'Ελλάδα Ελλάς Hellas',
  TR: 'Türkiye',
  SE: 'Sverige',
  NO: 'Norge',
  DK: 'Danmark',
  FI: 'Suomi',
  IS: 'Ísland',
  EE: 'Eesti',
  LV: 'Latvija',
  LT: 'Lietuva',
  RU: 'Россия Российская_Федерация РФ',
  UA: 'Україна Украина',
  BY: 'Беларусь',
  KZ: 'Казахстан Қазақстан',
  UZ: 'O‘zbekiston Узбекистан',
  GE: 'საქართველო',
  AM: 'Հայաստան',
  IL: 'ישראל',
  PS: 'فلسطين Palestine',
  SA: 'السعودية المملكة_العربية_السعودية KSA',
  EG: 'مصر',
  JO: 'الأردن',
  LB: 'لبنان الجمهورية_اللبنانية',
  SY: 'سوريا الجمهورية_العربية_السورية',
  IQ: 'العراق',
  KW: 'الكويت',
  QA: 'قطر',
  BH: 'البحرين',
  OM: 'عمان سلطنة_عمان',
  MA: 'المغرب Maroc',
  DZ: 'الجزائر Algérie',
  TN: 'تونس Tunisie',
  LY: 'ليبيا',
  SD: 'السودان',
  YE: 'اليمن',
  CD: 'Congo-Kinshasa',
  CG: 'Congo-Brazzaville',
  SZ: 'Swaziland',
  CV: 'Cape_Verde Cabo_Verde',
  CI: 'Cote_dIvoire',
  ZA: 'RSA',
  BS: 'The_Bahamas',
  FM: 'Federated_States_of_Micronesia Micronesia',
  SH: 'Saint_Helena',
  VA: 'Vatican_City Vatican',
  MO: 'Macau Macao',
  HK: 'Hong_Kong_SAR',
  VN: 'Việt_Nam Viet_Nam Vietnam',
  IN: 'भारत Bharat',
  BD: 'বাংলাদেশ',
  TH: 'ประเทศไทย',
  PK: 'پاکستان',
  IR: 'ایران I.R._Iran',
  AF: 'افغانستان'
}

/** Towns whose first word is something else alone. */
export const towns = 'tel_aviv tel_aviv-yafo tel_aviv-jaffa'

/** Iran's provinces and their larger towns: Persian addresses often set the town before the street with no comma. */
export const persianTowns = `
تهران مشهد اصفهان شیراز تبریز کرج قم اهواز کرمانشاه ارومیه رشت زاهدان همدان کرمان یزد اردبیل بندرعباس اراک اسلامشهر زنجان سنندج قزوین خرم‌آباد گرگان ساری شهریار قدس
ملارد کاشان دزفول سبزوار نیشابور خمینی‌شهر بابل آمل ورامین بروجرد سمنان ساوه بوشهر بیرجند ایلام بجنورد شهرکرد یاسوج مرند مراغه میبد رفسنجان سیرجان بم جیرفت لاهیجان
انزلی لنگرود بابلسر شاهرود دامغان گرمسار پرند پردیس هشتگرد نظرآباد ساوجبلاغ شاهین‌شهر نجف‌آباد کیش قشم چابهار آبادان خرمشهر ماهشهر بهبهان گچساران مرودشت جهرم فسا لار خوی
مهاباد بوکان میاندوآب سقز بانه مریوان ملایر نهاوند تویسرکان خمین دلیجان محلات تاکستان آبیک الوند ابهر خراسان آذربایجان خوزستان فارس گیلان مازندران گلستان البرز لرستان مرکزی هرمزگان
سردشت پیرانشهر اشنویه نقده شاهین‌دژ تکاب سلماس ماکو بناب عجب‌شیر هشترود مشکین‌شهر پارس‌آباد خلخال رودسر صومعه‌سرا فومن آستارا تالش رامسر تنکابن چالوس نوشهر محمودآباد قائم‌شهر
بهشهر نکا گنبدکاووس آزادشهر مینودشت بندرترکمن آق‌قلا کلاله شیروان اسفراین قوچان چناران فریمان تربت‌حیدریه تربت‌جام تایباد خواف گناباد کاشمر بردسکن طبس قائن قاین نهبندان ایرانشهر سراوان خاش زابل
کنارک شهربابک زرند راور کهنوج میناب حاجی‌آباد بندرلنگه بستک لامرد داراب استهبان نی‌ریز اقلید آباده کازرون برازجان کنگان عسلویه گناوه دهدشت دوگنبدان شوش شوشتر اندیمشک رامهرمز ایذه مسجدسلیمان
هندیجان امیدیه باغملک الیگودرز ازنا دورود کوهدشت پلدختر هرسین کنگاور سنقر جوانرود پاوه روانسر قصرشیرین دهلران آبدانان بیجار قروه دیواندره کامیاران اسدآباد کبودرآهنگ رزن تفرش آشتیان شازند
اردستان نائین نایین گلپایگان خوانسار مبارکه فلاورجان زرین‌شهر شهرضا سمیرم نطنز بیدگل تفت مهریز بافق ابرکوه اردکان فردیس رباط‌کریم پاکدشت شهرری دماوند رودهن بومهن فیروزکوه لواسان قرچک بویین‌زهرا آوج خرمدره
سیستان کردستان چهارمحال کهگیلویه غزنی بامیان بدخشان تالقان قندوز کندز پلخمری بغلان شبرغان فاریاب میمنه نیمروز زرنج هلمند لشکرگاه خوست گردیز پروان چاریکار کابل هرات قندهار مزار مزارشریف بلخ جلال‌آباد ننگرهار
`
