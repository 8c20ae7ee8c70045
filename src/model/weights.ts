import {bucketCount} from './features.js'

/**
 * Weights as written: for each bucket that has one, the distance to the bucket before it (seven bits a byte, the
 * lowest first, the eighth bit for "more follows"), then the weight as a signed byte; all of it in base64.
 * @throws where the bytes do not give weights of this many buckets
 */
export function readWeights(written: string): Int8Array {
  const weights = new Int8Array(bucketCount)
  const bytes = atob(written)
  let bucket = -1
  let at = 0
  while (at < bytes.length) {
    let distance = 0
    let byte: number
    let shift = 0
    do {
      byte = bytes.charCodeAt(at++)
      distance |= (byte & 127) << shift
      shift += 7
    } while (byte > 127)
    bucket += distance
    if (distance === 0 || !(bucket < bucketCount) || at >= bytes.length) throw new Error('weights of another size')
    weights[bucket] = bytes.charCodeAt(at++)
  }
  return weights
}

export function writeWeights(weights: Int8Array): string {
  const bytes: number[] = []
  let last = -1
  weights.forEach((weight, bucket) => {
    if (weight === 0) return
    let distance = bucket - last
    for (; distance > 127; distance >>>= 7) bytes.push((distance & 127) | 128)
    bytes.push(distance, weight & 255)
    last = bucket
  })
  return btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''))
}
