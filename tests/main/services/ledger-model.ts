import fc from 'fast-check'
import { recordDoses, voidDose } from '../../../src/contract/dose-calls'
import { countStock, getLedger, postMovement, reverseMovement } from '../../../src/contract/ledger-calls'
import { moveStock, receiveLot, setLotStatus } from '../../../src/contract/stock-calls'
import { closeVial, openVial } from '../../../src/contract/vial-calls'
import type { TestPoint } from '../../helpers/test-point'
import { sendTwice, takeAsSeen } from './ledger-second-screen'
import {
  move,
  newestMovement,
  type Outcome,
  type Shelf,
  type Spot,
  spots,
  type Vial,
  ways,
} from './ledger-shelf'
import { on, planned, readyForInjection, register } from './ready-point'

/** One thing somebody does at a screen; numbers choose among what there is. */
export type Act =
  | { readonly act: 'receive' | 'lend' | 'borrow' | 'return'; readonly lot: number; readonly doses: number }
  | { readonly act: 'bad-delivery'; readonly lot: number; readonly doses: number }
  | { readonly act: 'move'; readonly lot: number; readonly doses: number; readonly way: number }
  | { readonly act: 'waste' | 'count'; readonly lot: number; readonly doses: number; readonly spot: Spot }
  | { readonly act: 'open' | 'give'; readonly lot: number }
  | { readonly act: 'suspend' | 'resume'; readonly lot: number }
  | { readonly act: 'close' | 'void-dose' | 'reverse'; readonly pick: number }
  /** A second screen: it reads the shelf, and later acts on what it saw then; or it sends one request twice. */
  | { readonly act: 'second-looks' | 'second-takes'; readonly lot: number }
  | { readonly act: 'sent-twice'; readonly lot: number; readonly doses: number; readonly way: number }

const lot = fc.constantFrom(0, 1)
const doses = fc.integer({ min: 1, max: 12 })
export const anAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ act: fc.constantFrom('receive', 'lend', 'borrow', 'return'), lot, doses }),
  fc.record({ act: fc.constant('bad-delivery'), lot, doses }),
  fc.record({ act: fc.constant('move'), lot, doses, way: fc.nat({ max: ways.length - 1 }) }),
  fc.record({ act: fc.constantFrom('waste', 'count'), lot, doses, spot: fc.constantFrom(...spots) }),
  fc.record({ act: fc.constantFrom('open', 'give', 'give', 'suspend', 'resume'), lot }),
  fc.record({ act: fc.constantFrom('close', 'void-dose', 'reverse'), pick: fc.nat({ max: 40 }) }),
  fc.record({ act: fc.constantFrom('second-looks', 'second-takes'), lot }),
  fc.record({ act: fc.constant('sent-twice'), lot, doses, way: fc.nat({ max: ways.length - 1 }) }),
) as fc.Arbitrary<Act>

/** Lot 0 is BCG in vials of ten, lot 1 a vaccine whose vials are not tracked. */
export const products = ['BCG_IVAC', 'SII_PENTA'] as const
const vialSize = 10

/** Does the thing at the real point and by hand; throws when one takes what the other refuses. */
export function perform(point: TestPoint, lotIds: readonly string[], shelf: Shelf, act: Act): void {
  const isDone = 'lot' in act ? doWithLot(point, lotIds, shelf, act) : doWithPick(point, shelf, act)
  if (isDone === null) return
  if (isDone.expected !== isDone.was)
    throw new Error(`${JSON.stringify(act)}: by hand ${isDone.expected}, the program ${isDone.was}`)
}

function doWithLot(
  point: TestPoint,
  lotIds: readonly string[],
  shelf: Shelf,
  act: Extract<Act, { lot: number }>,
): Outcome {
  const lotId = lotIds[act.lot] ?? ''
  const sealed = shelf.sealed[act.lot] ?? { store: 0, session: 0, quarantine: 0 }
  if (act.act === 'suspend' || act.act === 'resume') {
    const status = act.act === 'suspend' ? 'quarantined' : 'active'
    shelf.suspended[act.lot] = act.act === 'suspend'
    return { expected: true, was: point.call(setLotStatus, { lotId, status, reason: 'Thử' }).ok }
  }
  if (act.act === 'second-looks') {
    shelf.seen[act.lot] = point.done(getLedger, { lotId }).unopened.store
    return null
  }
  if (act.act === 'second-takes') return takeAsSeen(point, lotId, shelf, act.lot)
  if (act.act === 'sent-twice') return sendTwice(point, lotId, shelf, act)
  if (!('doses' in act)) return openOrGive(point, lotId, shelf, act)
  const { from, to, isPossible, send } = posting(point, lotId, sealed, act)
  const before = act.act === 'count' ? sealed[act.spot] : 0
  const was = send()
  if (was && act.act === 'count') {
    const change = act.doses - before
    const ends = change > 0 ? { from: null, to: act.spot } : { from: act.spot, to: null }
    if (change !== 0)
      move(shelf, { id: newestMovement(point, lotId), lot: act.lot, ...ends, doses: Math.abs(change) })
  } else if (was) move(shelf, { id: newestMovement(point, lotId), lot: act.lot, from, to, doses: act.doses })
  return { expected: isPossible, was }
}

function posting(
  point: TestPoint,
  lotId: string,
  sealed: Readonly<Record<Spot, number>>,
  act: Exclude<Extract<Act, { doses: number }>, { act: 'sent-twice' }>,
) {
  const post = (from: string, to: string) => () =>
    point.call(postMovement, {
      lotId,
      from: from as 'store',
      to: to as 'session',
      quantity: act.doses,
      reason: to === 'wasted' ? 'broken' : null,
      note: 'Thử',
    }).ok
  const out = (from: Spot, to: string) => ({
    from,
    to: spots.find(spot => spot === to) ?? null,
    isPossible: sealed[from] >= act.doses,
    send: post(from, to),
  })
  switch (act.act) {
    case 'receive':
      return { from: null, to: 'store' as const, isPossible: true, send: () => take(point, lotId, act.doses) }
    case 'bad-delivery':
      return {
        from: null,
        to: 'quarantine' as const,
        isPossible: true,
        send: () => take(point, lotId, act.doses, 15),
      }
    case 'borrow':
      return { from: null, to: 'store' as const, isPossible: true, send: post('elsewhere', 'store') }
    case 'lend':
      return {
        ...out('store', 'elsewhere'),
        send: () =>
          point.call(moveStock, { lotId, kind: 'issued', doses: act.doses, note: 'Theo cách cũ' }).ok,
      }
    case 'return':
      return out('store', 'province')
    case 'move':
      return out(ways[act.way]?.[0] ?? 'store', ways[act.way]?.[1] ?? 'session')
    case 'waste':
      return out(act.spot, 'wasted')
    case 'count':
      return {
        from: null,
        to: null,
        isPossible: true,
        send: () => point.call(countStock, { lotId, place: act.spot, found: act.doses, note: 'Đếm lại' }).ok,
      }
  }
}

function take(point: TestPoint, lotId: string, count: number, temperatureC = 5): boolean {
  const known = point.store.lots.find(lotId)
  if (!known) return false
  const { vaccineCode, number, expiresOn, manufacturer, programme, diluentLot, diluentExpiresOn } = known
  const request = { vaccineCode, number, expiresOn, manufacturer, programme, diluentLot, diluentExpiresOn }
  return point.call(receiveLot, { ...request, doses: count, note: null, temperatureC }).ok
}

function openOrGive(
  point: TestPoint,
  lotId: string,
  shelf: Shelf,
  act: Exclude<Extract<Act, { lot: number }>, { doses: number }>,
): Outcome {
  const sealed = shelf.sealed[act.lot]
  if (!sealed) return null
  const isOut = shelf.suspended[act.lot] === true
  const spot: Spot = sealed.session > 0 ? 'session' : 'store'
  if (act.act === 'open') {
    if (act.lot === 1) return null
    const expected = !isOut && sealed[spot] > 0
    const answer = point.call(openVial, { lotId })
    if (answer.ok) openByHand(shelf, act.lot, spot, answer.value.vialId)
    return { expected, was: answer.ok }
  }
  return give(point, lotId, shelf, { lot: act.lot, spot, isOut })
}

function openByHand(shelf: Shelf, which: number, spot: Spot, id: string): Vial {
  const sealed = shelf.sealed[which]
  const size = Math.min(vialSize, sealed?.[spot] ?? 0)
  if (sealed) sealed[spot] -= size
  const vial = { lot: which, spot, left: size, size, isOpen: true, id }
  shelf.vials.push(vial)
  return vial
}

function give(
  point: TestPoint,
  lotId: string,
  shelf: Shelf,
  { lot: which, spot, isOut }: { readonly lot: number; readonly spot: Spot; readonly isOut: boolean },
): Outcome {
  const born = which === 0 ? on('2026-11-01') : on('2026-09-15')
  const name = `Lê Thị Thử ${'một hai ba bốn năm sáu bảy'.split(' ')[shelf.given.length % 7]}`
  const personId = register(point, { name, birthDate: born, relatives: [] })
  const visitId = readyForInjection(point, personId)
  const dose = planned(products[which] ?? 'BCG_IVAC', lotId, which === 0 ? bcg : {})
  const answer = point.call(recordDoses, { visitId, doses: [dose] })
  const sealed = shelf.sealed[which]
  const open = shelf.vials.find(vial => vial.isOpen && vial.lot === which && vial.left > 0)
  const isThere = open !== undefined || (sealed?.[spot] ?? 0) > 0
  if (answer.ok && sealed) {
    const id = answer.value.doseIds[0] ?? ''
    const stored = point.store.records.find('dose', id)
    const vial = which === 1 ? null : (open ?? openByHand(shelf, which, spot, stored?.vialId ?? ''))
    if (vial) vial.left -= 1
    else sealed[spot] -= 1
    if (vial?.left === 0) vial.isOpen = false
    shelf.given.push({ id, lot: which, spot: vial?.spot ?? spot, vial, isVoided: false })
  }
  return { expected: !isOut && isThere, was: answer.ok }
}
const bcg = { site: 'LA' as const, route: 'ID' as const, volumeMl: 0.1 }

function doWithPick(point: TestPoint, shelf: Shelf, act: Extract<Act, { pick: number }>): Outcome {
  if (act.act === 'close') {
    const open = shelf.vials.filter(({ isOpen }) => isOpen)
    const vial = open[act.pick % Math.max(1, open.length)]
    if (!vial) return null
    const was = point.call(closeVial, { vialId: vial.id, because: 'open-vial', note: null }).ok
    vial.isOpen = false
    vial.left = 0
    return { expected: true, was }
  }
  if (act.act === 'void-dose') {
    const dose = shelf.given[act.pick % Math.max(1, shelf.given.length)]
    if (!dose) return null
    const was = point.call(voidDose, { doseId: dose.id, reason: 'Ghi nhầm' }).ok
    const expected = !dose.isVoided
    const sealed = shelf.sealed[dose.lot]
    // What comes back goes into the vial while it is open, else to the shelf it stood on.
    if (was && dose.vial?.isOpen) dose.vial.left += 1
    else if (was && sealed) sealed[dose.spot] += 1
    dose.isVoided = true
    return { expected, was }
  }
  const entry = shelf.moves[act.pick % Math.max(1, shelf.moves.length)]
  if (!entry) return null
  const sealed = shelf.sealed[entry.lot]
  const isThere = entry.to === null || (sealed?.[entry.to] ?? 0) >= entry.doses
  const expected = !entry.isBack && isThere
  const was = point.call(reverseMovement, { movementId: entry.id, reason: 'Ghi nhầm' }).ok
  if (was && sealed) {
    if (entry.to) sealed[entry.to] -= entry.doses
    if (entry.from) sealed[entry.from] += entry.doses
    entry.isBack = true
  }
  return { expected, was }
}
