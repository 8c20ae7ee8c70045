import type {Segment} from './evidence.js'
import {isPostcodeOf} from './postcodes.js'
import {Gap} from './tokens.js'

/** What stands around a run of address words. */
export interface Setting {
  /** The run begins a line, but perhaps for a company's name. */
  readonly opens: boolean
  /** The run ends a line. */
  readonly closes: boolean
  /** A word such as "address", "office" or "at" leads to it. */
  readonly cued: boolean
}

/**
 * An address needs both halves of its definition: a street (or box, or building) and a place (town, postcode, country).
 * Each half gives points, the setting one or two more; five are an address. So a street with number (3) and a postcode
 * with town (3) always are; a street with number and a bare town (1) only where it stands alone (1) or is announced (1);
 * a building (1) only with a postcode that nothing else looks like (4); "Series 12, 2000 Parts" (1 + 2 + 1) never.
 */
const ENOUGH = 5

/** Words on either side of the street that can still belong to the address. */
const BEFORE = 4
const AFTER = 6

export interface Window {
  readonly first: number
  readonly last: number
}

/** The smallest group of segments around `anchor` that holds the address, if there is one. */
export function addressAround(
  segments: readonly Segment[],
  anchor: number,
  from: number,
  setting: Setting
): Window | undefined {
  const low = Math.max(from, anchor - BEFORE)
  const high = Math.min(segments.length - 1, anchor + AFTER)
  const window = segments.slice(low, high + 1)
  const street = streetPoints(window, anchor - low)
  if (street === 0) return undefined
  const place = placePoints(window, anchor - low)
  if (place.points === 0) return undefined
  const first = low + place.first
  const last = low + place.last
  const alone = standsAlone(segments, first, last, setting)
  const weak = !window.some((segment) => segment.street > 1 || segment.building > 0)
  if (weak && !supportsBareHouse(place, segments[anchor] as Segment, alone || setting.cued)) return undefined
  const lines = window.slice(place.first + 1, place.last + 1).some((segment) => segment.gap >= Gap.line)
  const bonus = alone && lines ? 2 : alone || setting.cued ? 1 : 0
  if (street + place.points + bonus < ENOUGH) return undefined
  if (!window.some((segment) => segment.numbered) && street < 4) return undefined
  return {first, last}
}

/** Nothing of a sentence on its first and last line. */
function standsAlone(segments: readonly Segment[], first: number, last: number, setting: Setting): boolean {
  let from = first
  while (from > 0 && (segments[from]?.gap ?? 0) < Gap.line) from--
  let to = last + 1
  while (to < segments.length && (segments[to]?.gap ?? 0) < Gap.line) to++
  const opens = from > 0 || setting.opens || setting.cued
  return opens && (to < segments.length || setting.closes)
}

/** A name with a number is a house only in front of a postcode, or of a town and country outside of sentences. */
function supportsBareHouse(place: PlaceEvidence, house: Segment, apart: boolean): boolean {
  if (place.post >= 2) return true
  return place.country && place.town && house.post < 3 && apart
}

/** At most four: the best street, and units or a building beside it. */
function streetPoints(window: readonly Segment[], anchor: number): number {
  const street = window[anchor]?.street ?? 0
  const near = window.slice(Math.max(0, anchor - 3), anchor + 4)
  const beside = near.some((segment) => segment.house) && street === 2 ? 1 : 0
  const units = near.reduce((sum, segment) => sum + segment.units, 0)
  const building = Math.max(...near.map((segment) => segment.building))
  return Math.min(4, street + beside + Math.min(2, units) + building)
}

interface PlaceEvidence {
  readonly points: number
  readonly post: number
  readonly country: boolean
  readonly town: boolean
  readonly first: number
  readonly last: number
}

/** Postcode up to four, country two, a town of its own one, a district or province one. */
function placePoints(window: readonly Segment[], anchor: number): PlaceEvidence {
  let first = anchor
  let last = anchor
  let post = 0
  let area = 0
  let country: string | undefined
  const include = (index: number) => {
    first = Math.min(first, index)
    last = Math.max(last, index)
  }
  window.forEach((segment, index) => {
    if (segment.post > 0 && (index !== anchor || segment.street > 1 || segment.building > 0)) {
      post = Math.max(post, segment.post)
      include(index)
    }
    if (segment.country !== undefined) country = segment.country
    if (segment.area > 0) area = 1
    if (segment.country !== undefined || segment.area > 0 || segment.units > 0 || segment.house) include(index)
    if (segment.street > 1 && Math.abs(index - anchor) < 3) include(index)
    if (segment.building > 0 && Math.abs(index - anchor) < 3) include(index)
  })
  const code = window.find((segment) => segment.code !== undefined)?.code
  if (country && code && post > 0 && post < 4 && isPostcodeOf(code, country)) post++
  const town = townBeside(window, anchor)
  if (town >= 0) include(town)
  return {
    points: post + (country ? 2 : 0) + area + (town >= 0 ? 1 : 0),
    post,
    country: country !== undefined,
    town: town >= 0,
    first,
    last
  }
}

/** After the street, or before it in scripts whose addresses go from large to small. */
function townBeside(window: readonly Segment[], anchor: number): number {
  for (let index = anchor + 1; index <= Math.min(window.length - 1, anchor + 3); index++) {
    const segment = window[index] as Segment
    if (segment.name && segment.country === undefined && segment.units === 0 && segment.building === 0) return index
  }
  // A name in other letters above the street is who works there: «نسرین افشار», "Große Elbstraße 214".
  const last = window[anchor]?.largeFirst ? Math.max(0, anchor - 3) : anchor
  for (let index = anchor - 1; index >= last; index--) {
    const segment = window[index] as Segment
    if (segment.gap === Gap.bar && index < anchor - 1) break
    if (segment.name && segment.largeFirst && segment.country === undefined) return index
  }
  return -1
}
