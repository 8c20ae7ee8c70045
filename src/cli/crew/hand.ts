import path from 'node:path'
import {Worker} from 'node:worker_threads'
import type {ResolvedSettings} from '../../config/index.js'
import type {Result} from '../../result.js'
import type {Format} from '../../tree/index.js'
import {type Answer, forParent, type Task} from './tasks.js'

export interface Order {
  readonly source: string | Uint8Array
  readonly file: string
  readonly format: Format
  readonly settings: ResolvedSettings
}

/** A thread that judges drafts, in the order in which they are given to it. */
export class Hand {
  private readonly worker = new Worker(path.join(import.meta.dirname, 'coldread.cjs'), {argv: [forParent]})
  private readonly waiting = new Map<number, (result: Result | undefined) => void>()
  private readonly settings = new Map<ResolvedSettings, number>()
  private given = 0
  private ended = false

  constructor() {
    this.worker.on('message', ({id, result}: Answer) => this.answer(id, result))
    this.worker.on('error', () => this.end())
    this.worker.on('exit', () => this.end())
  }

  /**
   * @returns undefined where judging failed, or the thread ended
   * @throws DataCloneError where settings hold what can't be sent
   */
  async judge({source, file, format, settings}: Order): Promise<Result | undefined> {
    if (this.ended) return undefined
    const known = this.settings.get(settings)
    const number = known ?? this.settings.size
    const id = this.given++
    const task: Task = {id, source, file, format, settings: {id: number, ...(known === undefined && {first: settings})}}
    this.worker.postMessage(task)
    this.settings.set(settings, number)
    return new Promise((resolve) => this.waiting.set(id, resolve))
  }

  async close(): Promise<void> {
    await this.worker.terminate()
  }

  private answer(id: number, result: Result | undefined): void {
    this.waiting.get(id)?.(result)
    this.waiting.delete(id)
  }

  private end(): void {
    this.ended = true
    for (const id of [...this.waiting.keys()]) this.answer(id, undefined)
  }
}
