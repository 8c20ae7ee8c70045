/** Hosts (subdomains included) and the beginnings of their paths that lead to a person; `''` asks for any path. */
type Hosts = ReadonlyMap<string, readonly string[]>

const anyPath = (hosts: string): [string, readonly string[]][] => hosts.split(/\s+/).map((host) => [host, ['']])

export const MESSENGER_HOSTS: Hosts = new Map([
  ...anyPath(`wa.me api.whatsapp.com t.me telegram.me signal.me chats.viber.com line.me lin.ee m.me ig.me msng.link
    join.skype.com teams.live.com meet.google.com whereby.com eitaa.com ble.ir bale.ai rubika.ir splus.ir sapp.ir gap.im
    igap.net u.wechat.com threema.id zalo.me wire.com kakao.com`),
  ['web.whatsapp.com', ['/send']],
  ['teams.microsoft.com', ['/l/']],
  ['zoom.us', ['/j/', '/my/']],
  ['linkedin.com', ['/in/']],
  ['instagram.com', ['/direct/']]
])

export const CALENDAR_HOSTS: Hosts = new Map([
  ...anyPath(`cal.com cal.eu calendly.com savvycal.com meetings.hubspot.com meetings-eu1.hubspot.com zcal.co
    tidycal.com calendar.app.google meetings.salesloft.com koalendar.com appoint.ly zeeg.me lemcal.com meetergo.com
    oncehub.com scheduleonce.com vyte.in freebusy.io harmonizely.com calendarhero.to book.ms bookings.cloud.microsoft
    calendar.notion.so neetocal.com usemotion.com vimcal.com morgen.so`),
  ['outlook.office365.com', ['/owa/calendar/', '/book/', '/bookwithme/']],
  ['outlook.office.com', ['/owa/calendar/', '/book/', '/bookwithme/']],
  ['calendar.google.com', ['/calendar/appointments', '/calendar/u/', '/calendar/selfsched']],
  ['doodle.com', ['/bp/', '/mm/']],
  ['app.reclaim.ai', ['/m/']],
  ['app.apollo.io', ['/#/meet/']],
  ['pipedrive.com', ['/scheduler/']],
  ['zoho.com', ['/bookings']]
])

/** Services that give every customer a subdomain: the host alone is the booking page. */
export const CALENDAR_PARENTS: ReadonlySet<string> = new Set(
  `chilipiper.com youcanbook.me acuityscheduling.com as.me setmore.com simplybook.me simplybook.it zohobookings.com
  appointlet.com bookafy.com timify.com oncehub.com calendso.com trafft.com reservio.com bokun.io`.split(/\s+/)
)

export const MESSENGER_SCHEMES: ReadonlySet<string> = new Set(
  'skype tg whatsapp viber weixin wechat sgnl signal msteams line facetime threema'.split(' ')
)

/** A path segment that is a contact page, whatever the rest of the path says. */
export const CONTACT_SEGMENTS: ReadonlySet<string> = new Set(
  `contact contact-us contactus contact_us contact-me contacts contact-sales get-in-touch kontakt kontakte kontakti
  kontakty contacto contactenos contáctenos contactanos contáctanos contatti contattaci contato contatos fale-conosco
  contactez-nous nous-contacter contacteer-ons contactform kontaktformular kontaktskjema kontakta-oss kontakt-oss
  yhteystiedot ota-yhteytta kapcsolat iletisim bize-ulasin kontaktai kontakts kontaktid epikoinonia kontaktuj
  تماس تماس-با-ما ارتباط-با-ما tamas tamas-ba-ma اتصل-بنا تواصل-معنا צור-קשר יצירת-קשר 联系我们 聯絡我們 lianxi lianxiwomen
  お問い合わせ контакты контакти`.split(/\s+/)
)

/** A path segment of a site's own booking page. */
export const CALENDAR_SEGMENTS: ReadonlySet<string> = new Set(
  `calendar book-a-call book-a-meeting book-a-demo book-call book-meeting booking bookings bookwithme schedule-a-call
  schedule-call schedule-a-meeting meet meeting meetings appointment appointments termin termine terminbuchung
  rendez-vous rdv cita agendar agendamento appuntamento spotkanie umow-spotkanie تقویم رزرو رزرو-وقت`.split(/\s+/)
)

/** Mailboxes that nobody reads, or that take only refusals. */
export const UNREAD_MAILBOX =
  /^(?:no-?_?reply|do-?_?not-?_?reply|mailer-daemon|postmaster|bounces?|unsubscribe|opt-?out|abuse|stop|remove)(?:[+._-].{0,40})?$/
