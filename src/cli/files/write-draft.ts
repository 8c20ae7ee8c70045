import {NotWritten, replaceFile} from '../../fix/write-file.js'
import {type Draft, encode} from './encoding.js'

/** Puts a text in place of the draft's own, in its encoding, if the file is still what was read. Gives the new bytes. */
export async function writeDraft({file, bytes, source, encoding}: Draft, text: string): Promise<Buffer> {
  // UTF-16 may hold half a character, which no text can keep.
  if (!encode(source, encoding).equals(bytes))
    throw new NotWritten('it holds broken characters, so its fixes were not made')
  const after = encode(text, encoding)
  await replaceFile(file, bytes, after)
  return after
}
