/** Words of job titles, departments and teams by language, in lower case: a part of a line with one is no name. */
const JOBS: Readonly<Record<string, string>> = {
  en: `manager director head engineer officer executive consultant owner founder co-founder cofounder president ceo cto
    coo cfo cmo cro vp svp evp vice sales account accounts lead specialist representative rep buyer producer broker
    translator technician roaster adviser advisor agent architect analyst assistant associate coordinator supervisor
    secretary chairman chairwoman chairperson partner proprietor principal marketing business development customer
    client success export import support team department office operations technical commercial regional territory
    district area field purchasing procurement logistics editor designer developer trainer recruiter surveyor solicitor
    attorney accountant auditor bookkeeper chemist pharmacist scientist researcher professor lecturer senior junior
    managing general key inside outside product project program programme growth community staff crew desk service
    welder electrician brewer miller grower farmer baker's craftsman foreman superintendent estimator scheduler planner
    host curator photographer filmmaker writer copywriter journalist studio production authorised authorized chartered
    certified freelance independent international`,
  fa: `مدیر مدیرعامل مدیریت کارشناس سرپرست مسئول مسوول رئیس رییس معاون نماینده فروش بازاریابی واحد تیم بنیان‌گذار بنیانگذار
    مؤسس موسس صادرات مشاور کارگزار مترجم دبیر روابط ارتباط ارتباطات امور مشتریان بازرگانی توسعه پشتیبانی دپارتمان
    بخش منشی مالک صاحب هماهنگ‌کننده طراح تولید فنی کسب‌وکار رشد سرآشپز مهندسی حسابدار وکیل استاد عضو قائم‌مقام جانشین
    متخصص تکنسین سردبیر ناظر خدمات`,
  de: `geschäftsführer geschäftsführerin vertrieb vertriebsleiter vertriebsleiterin leiter leiterin inhaber inhaberin
    prokurist meister außendienst innendienst einkauf beratung vorstand`,
  romance: `directeur directrice gérant gérante responsable commercial commerciale chimiste ingénieur président
    director directora gerente comercial ventas jefe jefa ingeniero socio dueño direttore direttrice responsabile
    commerciale vendite titolare ingegnere diretor diretora vendas`,
  nordic: 'driftsleder direktør daglig leder selger säljare försäljning vd chef ägare myyntipäällikkö toimitusjohtaja',
  slavic: `kierownik dyrektor prezes handlowiec specjalista właściciel właścicielka handlowy sprzedaży doradca direktor
    vodja prodaja obchodní ředitel jednatel менеджер директор продажам руководитель`,
  other:
    'müdürü müdür satış ihracat genel مدير المبيعات مسؤول مهندس‌ مؤسّس التسويق מנהל מנהלת סמנכ"ל מכירות 经理 销售 总监 部长'
}

export const JOB_WORDS: ReadonlySet<string> = new Set(Object.values(JOBS).flatMap((words) => words.split(/\s+/)))
