/** Labels of other facts, which end an address wherever they stand. */
export const labelWords = `
tel telephone phone ph mobile mob cell cellphone fax gsm telefon téléphone tél tlf puh móvil celular teléfono telefone komórka
tel/fax direct did switchboard hotline email e-mail mail web website whatsapp viber telegram signal skype teams zoom wechat line-id linkedin
vat iban bic swift kvk siren siret nip regon krs hrb ust-idnr ust-id cif nif abn acn ein duns trn gst gstin cin cnpj crn ico dič ičo mwst mva cvr org-nr orgnr
stand booth hall halle pavilion terminal model series serie type typ version ver rev mk
تلفن تلفکس فکس همراه موبایل ایمیل واتساپ تلگرام دورنگار وبسایت سایت تماس جوال موبايل فاكس بريد ايميل واتس
טלפון טל נייד פקס דואל דוא"ל אימייל फोन ईमेल
`

/** Measures, norms, dates, things that are counted, and words of sentences: none stands in an address. */
export const proseWords = `
eur usd gbp chf pln sek nok dkk czk huf irr aed inr jpy cny rmb try rub zar cad aud nzd sgd euro euros dollars pounds irt
kw mw gw kwh mwh kva hp rpm hz khz mhz ghz kb mb gb tb nm hrc bar mm cm kg watt watts volt volts amp amps ampere psi mpa ppm
iso en din iec astm asme ansi gost jis api aisi ipc nfpa ieee iatf haccp rohs reach atex ip hs ral ansi/asme moq fob cif exw ddp dap cpt cip incoterms
article item part sku page pages chapter step week day month year q1 q2 q3 q4 fy july june
january february march april august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun today tomorrow
quote quotation offer order invoice ref reference price prices priced pieces pcs units-sold stück stk sets tons tonnes
customers employees plants copies hours days weeks months years members people
hello dear hi regards sincerely thanks thank best kind yours we our you your they i he she if when since because and/or however this that these those
is are was were has have had can will would may please
ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر فروردین اردیبهشت خرداد  شهریور اسفند
داخلی درصد ریال تومان دلار یورو کیلوگرم کیلو گرم تن متر لیتر میلیون میلیارد هزار
عدد نفر روز ماه سال ساعت هفته دقیقه درجه نسخه مدل سری استاندارد ایزو مشتری دستگاه محصول قیمت تخفیف سفارش اقتصادی ثبت
است هست هستیم هستم هستند بود بودند شد شده شود کرد کرده کنیم کنید کنند می‌کنیم می‌کنید دارد داریم دارند دارید داشت را که از با به در برای تا این آن ما شما او آنها یا اگر هر چه هم نیز ولی اما پس چون
می نمی باشد بوده خواهد توان باید کنم داده دهیم یک همه هیچ بین روی زیر
هاتف نحن في إلى الى على عن مع هو هي هذا هذه التي الذي كان تم قد لا ما لكم لدينا أن ان سعر ريال درهم دولار يوم شهر سنة ساعة بالمئة
אנחנו של את על עם זה זו הוא היא לא כל או גם אם מחיר שקל שח ימים שנה שנים שעות אחוז יום
तेल है हैं का के की से में को और यह हम आप रुपये
`

/** Small words inside the names of streets and towns. */
export const connectors = `
de la le les du des d l da do das dos del della delle dei degli di al el los las san y e i et en van der den het ten ter op aan von vom zum zur zu am an im auf der dem die das unter ob bei
of the upon on under le-sur sur sous lès na nad pod od kod pri pre při v u ve ja og och ap ال و او
`

/** Words that speak of a place of business: before an address they say that one follows. */
export const cueWords = `
address addresses office offices headquarters headquartered hq workshop factory showroom warehouse depot plant premises based located visit visitors find at shop studio
registered seat adresse anschrift adres dirección endereço indirizzo adresa cím adress osoite osoitteessa adresi адрес адреса siège sitz
آدرس نشانی دفتر کارخانه کارگاه شعبه انبار فروشگاه مستقر نشانی‌مان آدرسمان نشانیمان دفترمان نشان
عنوان عنواننا العنوان مقرنا مكتبنا מען כתובת כתובתנו המשרד משרדנו 地址 住所 所在地 주소
`
