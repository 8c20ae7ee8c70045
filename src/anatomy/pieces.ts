/** Of one sentence nobody reads so much; parsers of prose take time that grows with the square of a paragraph. */
const longest = 4000

const sentenceEnd = /[.!?؟。！？…]["'’”»)]*\s+/g

/** Cuts a huge paragraph where sentences end, or else between words; puts no more than `longest` characters in a piece. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = []
  let from = 0
  while (text.length - from > longest) {
    const end = from + cutOf(text.slice(from, from + longest))
    pieces.push(text.slice(from, end))
    from = end
  }
  return [...pieces, text.slice(from)]
}

/** Where the piece ends: behind its last sentence, or its last blank in the second half, or at its end. */
function cutOf(piece: string): number {
  let end = 0
  for (const found of piece.matchAll(sentenceEnd)) end = found.index + found[0].length
  if (end > longest / 2) return end
  const blank = Math.max(piece.lastIndexOf(' '), piece.lastIndexOf('\n'))
  if (blank > longest / 2) return blank + 1
  return /[\ud800-\udbff]$/.test(piece) ? piece.length - 1 : piece.length
}
