import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {type DraftScore, f1Of, scoreDrafts} from './support/score-drafts.js'

/**
 * The figures that a change must not lower: F1 by rule and language, and how many clean drafts are flagged.
 * `npm run accuracy -- --write-floor` raises them to what was measured; it never lowers one.
 */
const root = fileURLToPath(new URL('../', import.meta.url))
const floor: Readonly<Record<string, Floor>> = JSON.parse(readFileSync(`${root}tests/accuracy.floor.json`, 'utf8'))

interface Floor {
  readonly cleanFlagged: number
  readonly f1: Readonly<Record<string, number>>
}

describe.each(Object.entries(floor))('%s', (folder, {cleanFlagged, f1}) => {
  const place = path.join(root, folder)
  let score: Promise<DraftScore>

  it.runIf(existsSync(place))('judges no rule worse than before', {timeout: 120_000}, async () => {
    score ??= scoreDrafts(place, ['en', 'fa'])
    const {counts} = await score
    const now = Object.fromEntries([...counts].map(([key, count]) => [key, Math.floor(f1Of(count) * 1000) / 1000]))
    const worse = Object.entries(f1).filter(([key, least]) => (now[key] ?? 0) < least)
    expect(worse.map(([key, least]) => `${key}: ${now[key]}, was ${least}`)).toEqual([])
  })

  it.runIf(existsSync(place))('flags no more clean drafts than before', {timeout: 120_000}, async () => {
    score ??= scoreDrafts(place, ['en', 'fa'])
    expect((await score).cleanFlagged.slice(cleanFlagged)).toEqual([])
  })
})
