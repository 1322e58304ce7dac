import { z } from 'zod'
import type { Instant } from '../domain/calendar/calendar-day'
import type { UnsignedReason } from '../domain/certificate/station-key'
import type { ListedPart } from '../domain/courier/card'
import type { Correspondent } from '../domain/courier/correspondent'
import type { PlannedPart } from '../domain/courier/plan-write'
import { defineCall, typed } from './call'
import type { Problem } from './errors'

/*
 * Sticks that carry the journal where there is no network (decision 0030). The window chooses a folder and a receiver;
 * main reads and writes files; the engine alone opens, checks, seals and takes in.
 */
const staff = ['receptionist', 'vaccinator', 'head', 'admin'] as const

/** Somebody a stick may be written for. */
export type Receiver = Pick<Correspondent, 'kid' | 'name' | 'kind'> & {
  /** The PC's own name; null until something of it has been heard. */
  readonly stationName: string | null
  /** Six digits of the key's fingerprint, to tell two PCs apart. */
  readonly digits: string
  /** When its newest card was written. */
  readonly heardAt: Instant | null
  /** Entries that it is not known to hold. */
  readonly waiting: number
}
/** What others have confirmed of this PC's own entries. */
export type OwnReceipt = {
  readonly kind: Correspondent['kind']
  readonly name: string
  readonly upTo: number
  readonly at: Instant
  /** Doses recorded at this PC that are not among what is confirmed. */
  readonly dosesMissing: number
  /** Of the province: what its server has by this receipt; null: it keeps the journals, or has said nothing yet. */
  readonly posted: {
    readonly number: number
    readonly upTo: number
    readonly at: Instant
    readonly refused: number
  } | null
}
export type CourierState = {
  /** Why this PC can neither write nor read sticks; null: it can. */
  readonly unable: UnsignedReason | null
  /** How many entries this PC has written. */
  readonly ownEntries: number
  /** Doses recorded at this PC of which nobody has confirmed that they hold them. */
  readonly dosesOnlyHere: number
  /** Other PCs with this PC's number: both mint the same person codes, so one code may stand for two children. */
  readonly sameNumber: readonly string[]
  readonly receivers: readonly Receiver[]
  readonly receipts: readonly OwnReceipt[]
}

/** How this PC stands with those it sends sticks to. */
export const getCourierState = defineCall({
  name: 'courier.get-state',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: typed<CourierState>(),
  errors: [],
})

/** What lies on a stick from one sender to one receiver. */
export type StickFolder = {
  readonly folder: string
  /** Name of the sender's key: whom to write to in return. */
  readonly from: string | null
  readonly fromName: string | null
  readonly toName: string | null
  readonly kind: Correspondent['kind'] | null
  readonly at: Instant | null
  /** Entries that are new here; null for what is not for this PC. */
  readonly newEntries: number | null
  /** Whether the sender's word of what it holds is newer than what is known here. */
  readonly hasNewCard: boolean
  readonly notes: readonly Problem[]
}
export type Stick = {
  /** The last part of the path. */
  readonly name: string
  readonly folders: readonly StickFolder[]
}

/** Lets the user choose a stick, and says what is on it; writes nothing. */
export const chooseStick = defineCall({
  name: 'courier.choose-stick',
  kind: 'read',
  servedBy: 'main',
  audience: staff,
  request: z.strictObject({}),
  response: typed<Stick>(),
  errors: ['courier.cancelled', 'courier.stick-gone', 'courier.no-key', 'courier.busy'],
})

/** Looks at the chosen stick once more. */
export const lookAtStick = defineCall({
  name: 'courier.look',
  kind: 'read',
  servedBy: 'main',
  audience: staff,
  request: z.strictObject({}),
  response: typed<Stick>(),
  errors: ['courier.no-stick', 'courier.stick-gone', 'courier.no-key', 'courier.busy'],
})

export type StickWritten = {
  /** Entries on the stick for this receiver. */
  readonly entries: number
  readonly files: number
  /** Files that lay there already from an earlier or interrupted writing. */
  readonly kept: number
  /** Called off: what is written is whole and is kept the next time. */
  readonly isStopped: boolean
}

/** Writes what a receiver lacks to the chosen stick. Called off or interrupted, it goes on from there the next time. */
export const writeStick = defineCall({
  name: 'courier.write',
  kind: 'read',
  servedBy: 'main',
  audience: staff,
  request: z.strictObject({ to: z.string().max(100) }),
  response: typed<StickWritten>(),
  errors: [
    'courier.no-stick',
    'courier.stick-gone',
    'courier.not-saved',
    'courier.read-back-differs',
    'courier.no-key',
    'courier.no-receiver',
    'courier.busy',
  ],
})

/** What a card brought. */
export type CardTaken = {
  readonly receipts: readonly OwnReceipt[]
  /** Records that the province's server has, and those it did not take; null: no new word of it. */
  readonly ledger: { readonly accepted: number; readonly refused: number } | null
  /** The province says that it keeps the journals and has put nothing onto its server. */
  readonly keepsOnly: boolean
}

/** What came of reading. `receipts`: own entries that somebody has confirmed with this stick. */
export type StickTaken = CardTaken & {
  readonly entries: number
  /** What was left out, and why. */
  readonly notes: readonly Problem[]
  readonly isStopped: boolean
}

/** Takes in what is new on the chosen stick. Called off or interrupted, what is taken in stays. */
export const readStick = defineCall({
  name: 'courier.read',
  kind: 'read',
  servedBy: 'main',
  audience: staff,
  request: z.strictObject({}),
  response: typed<StickTaken>(),
  errors: ['courier.no-stick', 'courier.stick-gone', 'courier.no-key', 'courier.busy'],
})

/** Calls off what is being written or read. */
export const stopStick = defineCall({
  name: 'courier.stop',
  kind: 'read',
  servedBy: 'main',
  audience: staff,
  request: z.strictObject({}),
  response: z.strictObject({}),
  errors: [],
})

const text = z.string().max(64 * 1024 * 1024)
const seq = z.int().min(0)

/** A file of a part as main found it: its signed head and the digest of its box; without a head it is no letter. */
const foundFile = z.strictObject({
  name: z.string().max(300),
  signed: z.string().max(4000).nullable(),
  box: z.string().max(100),
  /** Written by an application that is ahead of this one. */
  isNewer: z.boolean(),
})
export type FoundFile = z.output<typeof foundFile>

const foundFolder = z.strictObject({
  folder: z.string().max(300),
  card: text.nullable(),
  files: z.array(foundFile),
})
export type FoundFolderFiles = z.output<typeof foundFolder>

/** A folder with the names of the files to take from it, in their order. */
export type JudgedFolder = StickFolder & { readonly take: readonly string[] }

export const judgeStick = defineCall({
  name: 'courier.judge',
  kind: 'read',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({ folders: z.array(foundFolder) }),
  response: typed<{ readonly folders: readonly JudgedFolder[] }>(),
  errors: ['courier.no-key'],
})

/** What has to be written for a receiver, given what lies on the stick. */
export const planStick = defineCall({
  name: 'courier.plan',
  kind: 'read',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({ to: z.string().max(100), found: z.array(foundFile) }),
  response: typed<{
    readonly folder: string
    readonly write: readonly PlannedPart[]
    readonly keep: readonly ListedPart[]
    readonly drop: readonly string[]
    readonly entries: number
  }>(),
  errors: ['courier.no-key', 'courier.no-receiver'],
})

/** A file, ready to be written. */
export type LetterFile = { readonly name: string; readonly text: string; readonly box: string }

export const makeStickPart = defineCall({
  name: 'courier.make-part',
  kind: 'read',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({ to: z.string().max(100), stationId: z.uuid(), after: seq, upTo: seq }),
  response: typed<LetterFile>(),
  errors: ['courier.no-key', 'courier.no-receiver'],
})

/** Ends a stick: names every file that belongs to it, and says what this PC holds. */
export const makeStickCard = defineCall({
  name: 'courier.make-card',
  kind: 'write',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({
    to: z.string().max(100),
    parts: z.array(z.strictObject({ name: z.string().max(300), box: z.string().max(100) })),
  }),
  response: typed<LetterFile>(),
  errors: ['courier.no-key', 'courier.no-receiver'],
})

const ofLetters = [
  'courier.no-key',
  'courier.unreadable',
  'courier.newer-version',
  'courier.not-for-us',
  'courier.unknown-sender',
  'courier.revoked-sender',
  'courier.other-mode',
  'courier.tampered',
] as const

/** Takes the next few entries of a file into the journal; asked again until nothing is left. */
export const takeStickPart = defineCall({
  name: 'courier.take-part',
  kind: 'write',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({ text }),
  response: z.strictObject({ taken: seq, left: seq }),
  errors: [...ofLetters, 'courier.gap', 'courier.forked'],
})

/** Takes the sender's word of what it holds, and the receipts it carries. */
export const takeStickCard = defineCall({
  name: 'courier.take-card',
  kind: 'write',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({ text }),
  response: typed<CardTaken>(),
  errors: [...ofLetters, 'courier.stale', 'courier.already-taken', 'courier.cloned-sender'],
})
