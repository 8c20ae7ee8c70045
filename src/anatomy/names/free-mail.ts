/** Mail hosts that anybody can have an address at, by the label before the public suffix: they name no organisation. */
export const FREE_MAIL: ReadonlySet<string> = new Set(
  `gmail googlemail yahoo ymail rocketmail outlook hotmail live msn icloud me mac aol aim proton protonmail pm tutanota
  tutamail tuta gmx web t-online freenet arcor posteo mailbox zoho zohomail fastmail hushmail mail email inbox yandex ya
  bk list rambler ukr i meta libero virgilio tiscali alice tin orange wanadoo laposte free sfr neuf bbox skynet telenet
  ziggo kpnmail planet xs4all hetnet home chello btinternet btopenworld virginmedia sky talktalk ntlworld comcast verizon
  att sbcglobal bellsouth cox charter earthlink juno shaw rogers sympatico telus bigpond optusnet wp o2 onet interia op
  seznam centrum atlas azet freemail citromail abv walla 013 bezeqint qq 163 126 sina sohu foxmail naver daum hanmail
  rediffmail chmail mailfa iran vatanmail gmai yopmail mailinator uol bol terra ig hey duck relay qmail`.split(/\s+/)
)
