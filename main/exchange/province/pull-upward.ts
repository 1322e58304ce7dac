import { pageSize } from '../../../src/domain/exchange/fhir/ask-province'
import type { ProvinceCodes } from '../../../src/domain/exchange/fhir/codes'
import {
  readUpwardPage,
  type UpwardPage,
  type UpwardType,
  upwardTypes,
} from '../../../src/domain/exchange/fhir/read-upward'
import { type GetJson, ProvinceTrouble } from './read-pages'

export type UpwardPorts = {
  readonly get: GetJson
  readonly codes: ProvinceCodes
  readonly checkpoint: (type: UpwardType) => string | null
  /** Keeps a page and how far it reaches, together. */
  readonly keep: (type: UpwardType, page: UpwardPage) => Promise<void>
  /** All that came up by now was read. */
  readonly done: () => Promise<void>
}

/** What commits late, and ties: so far behind the newest that was seen is asked again (platform.md §6.3). */
const overlapMs = 10 * 60_000

/** Reads what the points below sent up since the last time, points before what they sent. Throws ProvinceTrouble. */
export function createUpwardPuller(ports: UpwardPorts) {
  return {
    async pull(): Promise<void> {
      for (const type of upwardTypes) await pullType(ports, type)
      await ports.done()
    },
  }
}

async function pullType(ports: UpwardPorts, type: UpwardType): Promise<void> {
  const checkpoint = ports.checkpoint(type)
  const since = checkpoint === null ? '' : new Date(Date.parse(checkpoint) - overlapMs).toISOString()
  let path: string | null = changesFrom(type, since)
  let from = ''
  while (path !== null) {
    const page: UpwardPage | null = readUpwardPage(await ports.get(path), ports.codes)
    if (!page) throw new ProvinceTrouble('province.bad-answer')
    await ports.keep(type, page)
    const last: string = page.lastUpdated ?? from
    // A server that names no next page is asked on from the last one it gave.
    const goesOn = page.matches >= pageSize && last > from
    path = page.next ?? (goesOn ? changesFrom(type, last) : null)
    from = last
  }
}

function changesFrom(type: UpwardType, from: string): string {
  const since = from === '' ? '' : `_lastUpdated=${encodeURIComponent(`ge${from}`)}&`
  return `${type}?${since}_sort=_lastUpdated&_count=${pageSize}`
}
