import type {Readable} from 'node:stream'
import {reasonOf, UsageError} from '../failures.js'
import {type Frame, Framer} from './frames.js'
import type {Judge} from './judge.js'
import type {Outlet} from './outlet.js'
import type {RecordReader} from './reader.js'
import type {Stop} from './stop.js'

interface Stream {
  readonly input: Readable
  readonly reader: RecordReader
  readonly judge: Judge
  readonly outlet: Outlet
  readonly stop: Pick<Stop, 'by'>
  /** Bytes of the input that were answered before. */
  readonly from: number
  /** Bytes that a record may have. */
  readonly most: number
  /** Is called after each answer. */
  answered(): void
}

/**
 * Answers record after record, each before the next is read.
 * @returns the offset behind the last record that was answered
 */
export async function answerAll(stream: Stream): Promise<number> {
  const {input, reader, outlet, stop, from, most} = stream
  const framer = new Framer(reader.ends, most)
  const goesOn = () => !stop.by && outlet.open
  let reached = from
  const answerEach = async (frames: Iterable<Frame>) => {
    for (const frame of frames) {
      if (await answer(frame, stream)) reached = frame.end
      if (!goesOn()) return
    }
  }
  try {
    for await (const chunk of chunksOf(input, stop)) {
      await answerEach(framer.push(chunk))
      // Whoever sends one record and waits for its answer must get it.
      await outlet.flush()
      if (!goesOn()) return reached
    }
    await answerEach(framer.rest())
  } finally {
    await outlet.flush()
  }
  if (framer.end < from)
    throw new UsageError(`--from-offset ${from} lies behind the end: the input has ${framer.end} bytes`)
  return reached
}

/** Whether the record is behind the offset to begin from, and so was answered if it needs an answer. */
async function answer(frame: Frame, {reader, judge, outlet, from, answered}: Stream): Promise<boolean> {
  if (frame.end <= from) {
    reader.skip?.(frame)
    return false
  }
  if (frame.start < from)
    throw new UsageError(
      `--from-offset ${from} lies inside of a record, which goes from ${frame.start} to ${frame.end}: take the \`offset\` of the last answer`
    )
  const record = reader.read(frame)
  if (!record) return true
  await outlet.add(await judge(record, frame))
  answered()
  return true
}

async function* chunksOf(input: Readable, stop: Pick<Stop, 'by'>): AsyncGenerator<Buffer> {
  try {
    yield* input
  } catch (error) {
    // That a stopped run closes its input is no failure.
    if (!stop.by) throw new UsageError(`the input could not be read: ${reasonOf(error)}`)
  }
}
