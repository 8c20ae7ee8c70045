interface Span {
  start: number
  end: number
}

/** A street with its house number; blocks and lots; administrative divisions; a post office box; a postcode. */
const house =
  /[\u3400-\u9fff](?:路|街|道|巷|弄|段|村|里|园|園|区|區|胡同|町|丁目)\s?[\d０-９一二三四五六七八九十百]{1,6}\s?(?:号|號|番地|番|弄|巷|栋|幢|座)/
const numbered = /[\u3400-\u9fff](?:路|街|大道|巷|段)\s?[\d０-９]{1,4}/
const blocks = /[\u3040-\u30ff\u3400-\u9fff][\d０-９]{1,4}[-－ー−‐][\d０-９]{1,4}(?:[-－ー−‐][\d０-９]{1,4})?/
const division =
  /[\u3040-\u30ff\u3400-\u9fff]{1,5}[省市区區县縣镇鎮都府郡町村乡鄉州]|北海道|新界|九龍|九龙|香港|澳門|澳门|北京|上海|天津|重庆|台北|東京|大阪|京都/g
const box = /(?:邮政?信箱|郵政?信箱|信箱|私書箱)\s?(?:第)?[\d０-９]{1,6}/
const postcode = /〒\s?[\d０-９]{3}[-－ー−‐]?[\d０-９]{4}|(?:邮编|郵編|邮政编码|郵遞區號)[:：\s]{0,2}[\d０-９]{3,6}/
const hangulStreet = /[가-힣\d]{1,12}(?:로|길)(?:\s?\d{1,4}번?길)?\s?\d{1,4}(?:-\d{1,4})?(?![\d가-힣]{0,20}%)/
const hangulDivision = /[가-힣]{1,6}(?:특별시|광역시|특별자치시|특별자치도|시|도|군|구|읍|면|동)(?=[\s,])/g

const line = /[^\n。！？!?|]+/g
const signs = /[\u3040-\u30ff\u3400-\u9fff가-힣〒]/

/** A long line is read in pieces that overlap by the length of an address. */
const PIECE = 160
const STEP = 100

/** Addresses in scripts that set no spaces: read by their signs, from the largest division to the house. */
export function findCjkAddresses(text: string): Span[] {
  if (!signs.test(text)) return []
  const found: Span[] = []
  for (const {0: written, index} of text.matchAll(line)) {
    for (let at = 0; at === 0 || at < written.length - PIECE + STEP; at += STEP) {
      const piece = written.slice(at, at + PIECE)
      const span = signs.test(piece) && /[\d０-９号號番]/.test(piece) ? addressIn(piece) : undefined
      if (span) found.push({start: index + at + span.start, end: index + at + span.end})
    }
  }
  return found
}

function addressIn(piece: string): Span | undefined {
  const spans: Span[] = []
  const see = (pattern: RegExp): number => {
    const match = pattern.exec(piece)
    if (!match) return 0
    spans.push({start: match.index, end: match.index + match[0].length})
    return 1
  }
  const hangul = see(hangulStreet)
  const lot = Math.max(2 * see(house), 2 * see(blocks), 2 * see(numbered), 3 * see(box), 2 * hangul)
  if (lot === 0) return undefined
  const divisions = [...piece.matchAll(hangul ? hangulDivision : division)].slice(0, 4)
  for (const match of divisions) spans.push({start: match.index, end: match.index + match[0].length})
  const place = Math.min(2, divisions.length) + 2 * see(postcode)
  if (place === 0 || lot + place < 3) return undefined
  return {start: Math.min(...spans.map((span) => span.start)), end: Math.max(...spans.map((span) => span.end))}
}
