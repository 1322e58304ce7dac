import { isObject, jsonObjectOf, toUtf8 } from '../certificate/base64url'
import { type Posted, readPosted } from './posted'
import { readStaff, type Staff } from './staff'
import { readStatement, type Statement } from './statement'

/** What the box of a card holds. */
export type Card = {
  /** The PC's own name, for people. */
  readonly name: string
  readonly stationId: string
  /** What the sender holds of every station, signed by the sender: receipts, and where the next stick begins. */
  readonly heads: readonly Statement[]
  /** Receipts of others, the province's above all, that the sender carries for the receiver. */
  readonly carried: readonly Statement[]
  /**
   * What the province says that its server has: of the receiver, or carried for it. Null, or missing in a card of an
   * earlier version: the province keeps the journals only.
   */
  readonly posted: readonly Posted[] | null
  /** To the province: who works here, by name and role. */
  readonly staff: readonly Staff[]
  /** Every file that belongs to this stick, with the digest of its box. */
  readonly parts: readonly ListedPart[]
}
export type ListedPart = { readonly name: string; readonly box: string }

/** The text in the box of a card. */
export function cardText({ name, stationId, heads, carried, posted, staff, parts }: Card): string {
  const texts = (statements: readonly { readonly text: string }[]) => statements.map(({ text }) => text)
  const receipts = { heads: texts(heads), carried: texts(carried), posted: posted && texts(posted) }
  return JSON.stringify({ name, stationId, ...receipts, staff, parts })
}

/** Reads what the box of a card held; null when it is none. Signatures are asked about later. Never throws. */
export function readCard(text: string): Card | null {
  const value = jsonObjectOf(toUtf8(text))
  if (!value || typeof value.name !== 'string' || typeof value.stationId !== 'string') return null
  const heads = listOf(value.heads, readStatement)
  const carried = listOf(value.carried, readStatement)
  const parts = listOf(value.parts, readListed)
  const isSilent = value.posted === null || value.posted === undefined
  const posted = isSilent ? null : listOf(value.posted, readPosted)
  const staff = listOf(value.staff ?? [], readStaff)
  if (!heads || !carried || !parts || !staff || (!posted && !isSilent)) return null
  return { name: value.name, stationId: value.stationId, heads, carried, posted, staff, parts }
}

function readListed(value: unknown): ListedPart | null {
  if (!isObject(value) || typeof value.name !== 'string' || typeof value.box !== 'string') return null
  return { name: value.name, box: value.box }
}

function listOf<T>(value: unknown, read: (item: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null
  const items = value.flatMap(item => read(item) ?? [])
  return items.length === value.length ? items : null
}
