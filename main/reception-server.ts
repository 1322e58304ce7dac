import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { NoAnswer } from './exchange/province/http-client'
import { checkServer, joinServer, serverAddress } from './exchange/province/join-server'
import type { Credentials } from './exchange/province/token-source'
import { newId } from './ids'
import { lockOfficeKey, unlockOfficeKey } from './security/office-key'
import { OfficeProblem } from './security/province-office'

/** The province's FHIR server as its reception of sticks reaches it. */
export type ReceptionServer = {
  readonly baseUrl: string
  readonly caPem: string | null
  /** Null: a server that lets everybody in. */
  readonly credentials: Credentials | null
  readonly offsetMs: number
}
type Kept = Omit<ReceptionServer, 'credentials'> & {
  readonly credentials: Omit<Credentials, 'privateKey'>
  readonly locked: string
}
type Order = {
  readonly folder: string
  readonly address: string
  readonly caPem: string | null
  /** Opens the reception's keys. */
  readonly passphrase: string
}

const fileIn = (folder: string) => path.join(folder, 'may-chu.json')

/** Joins a server that asks for a key, as a point does, and keeps the key locked beside the reception's own. */
export async function joinReception(order: Order & { readonly code: string; readonly name: string }) {
  const { folder, address, caPem, code, name, passphrase } = order
  const joined = await joinServer(
    { address, code, caPem, proxy: null, clientName: name, stationId: newId() },
    { now: Date.now, newId },
  )
  const { baseUrl, clientId, tokenUrl, scope, privateKey, offsetMs } = joined
  const credentials = { clientId, tokenUrl, scope }
  const kept: Kept = { baseUrl, caPem, offsetMs, credentials, locked: lockOfficeKey(privateKey, passphrase) }
  writeFileSync(`${fileIn(folder)}.part`, `${JSON.stringify(kept, null, 2)}\n`)
  renameSync(`${fileIn(folder)}.part`, fileIn(folder))
  return joined
}

/** The server joined; null before any was. */
export function joinedServer({ folder, passphrase }: Pick<Order, 'folder' | 'passphrase'>) {
  if (!existsSync(fileIn(folder))) return null
  const { locked, credentials, ...kept } = readKept(fileIn(folder))
  const privateKey = unlockOfficeKey(locked, passphrase)
  return { ...kept, credentials: { ...credentials, privateKey } } satisfies ReceptionServer
}

/** The server to post to: the one joined, or one that lets everybody in at this address. Null: there is none. */
export async function serverFor(order: Omit<Order, 'address'> & { readonly address: string | null }) {
  const joined = joinedServer(order)
  const { address, caPem } = order
  if (address === null || address.replace(/\/+$/u, '') === joined?.baseUrl) return joined
  const baseUrl = serverAddress(address)
  try {
    await checkServer({ address, caPem, proxy: null }, Date.now)
  } catch (error) {
    // A server that sleeps keeps no stick from being taken in: what waits is posted another time.
    if (!(error instanceof NoAnswer)) throw error
  }
  return { baseUrl, caPem, credentials: null, offsetMs: 0 } satisfies ReceptionServer
}

function readKept(file: string): Kept {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept
  } catch {
    throw new OfficeProblem(`${path.basename(file)} cannot be read`)
  }
}
