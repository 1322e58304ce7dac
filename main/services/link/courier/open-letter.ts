import type { ErrorCode } from '../../../../src/contract/errors'
import { runSteps } from '../../../../src/domain/certificate/crypto-steps'
import { type Correspondent, strangerReason } from '../../../../src/domain/courier/correspondent'
import {
  boxDigestOf,
  headHolds,
  type LetterHead,
  readLetter,
  readLetterHead,
} from '../../../../src/domain/courier/letter'
import { newestSerial } from './serial'
import type { CourierSide } from './side'

export type LetterProblem = Extract<
  ErrorCode,
  | 'courier.unreadable'
  | 'courier.newer-version'
  | 'courier.not-for-us'
  | 'courier.own-stick'
  | 'courier.cloned-self'
  | 'courier.unknown-sender'
  | 'courier.revoked-sender'
  | 'courier.other-mode'
  | 'courier.tampered'
>

/** A letter to this side, from somebody who is believed, as it was signed. */
export type KnownHead = { readonly head: LetterHead; readonly sender: Correspondent }

/** What this PC wrote for somebody else; a card it has not written yet is of a second PC with the same key. */
function ownWord(side: CourierSide, head: LetterHead, signed: string, boxDigest: string): LetterProblem {
  const jwk = side.others.find(({ kid }) => kid === head.from)?.jwk
  const isAhead = head.kind === 'card' && head.from === side.signer.kid && head.serial > newestSerial(side)
  const isTrue = jwk !== undefined && runSteps(headHolds(signed, boxDigest, jwk), side.answer)
  return isAhead && isTrue ? 'courier.cloned-self' : 'courier.own-stick'
}

/** Checks a signed head and the digest of the box that lay beside it, or says what is wrong, worst first. */
export function checkHead(side: CourierSide, signed: string, boxDigest: string): KnownHead | LetterProblem {
  const { others, own, here, answer } = side
  const head = readLetterHead(signed)
  if (!head) return 'courier.unreadable'
  const sender = others.find(({ kid }) => kid === head.from)
  const stranger = strangerReason(sender, here, head.at)
  if (!own.some(({ kid }) => kid === head.to))
    return own.some(({ kid }) => kid === head.from)
      ? ownWord(side, head, signed, boxDigest)
      : 'courier.not-for-us'
  if (stranger || !sender) return stranger ?? 'courier.unknown-sender'
  if (!runSteps(headHolds(signed, boxDigest, sender.jwk), answer)) return 'courier.tampered'
  return head.practice === here.practice || sender.kind === 'province'
    ? { head, sender }
    : 'courier.other-mode'
}

/** Opens a letter: everything its head promises is checked first. */
export function openLetter(
  side: CourierSide,
  text: string,
): (KnownHead & { readonly content: string }) | LetterProblem {
  const letter = readLetter(text)
  if (letter === null) return 'courier.unreadable'
  if (letter === 'newer') return 'courier.newer-version'
  const checked = checkHead(side, letter.signed, runSteps(boxDigestOf(letter.box), side.answer))
  if (typeof checked === 'string') return checked
  const key = side.own.find(({ kid }) => kid === checked.head.to)
  const content = key ? side.box.unlock(letter.box, key.privateKey) : null
  return content === null ? 'courier.tampered' : { ...checked, content }
}
