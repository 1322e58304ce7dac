import type { FoundFile, FoundFolderFiles, JudgedFolder } from '../../../../src/contract/courier-calls'
import type { ErrorCode, Problem, ProblemParams } from '../../../../src/contract/errors'
import { readCard } from '../../../../src/domain/courier/card'
import { type FoundFolder, type FoundPart, judgeFolder } from '../../../../src/domain/courier/judge-folder'
import { type LetterHead, readLetter, readLetterHead } from '../../../../src/domain/courier/letter'
import { checkHead, type LetterProblem, openLetter } from './open-letter'
import type { CourierSide } from './side'
import { areOf } from './take'

const note = (code: ErrorCode, params: ProblemParams = {}): Problem => ({ code, field: null, params })

type OpenedCard = FoundFolder['card'] | LetterProblem | 'none'

/** Says what one folder of a stick is worth here: who wrote it for whom, what is new, and what is wrong with it. */
export function judgeFound(side: CourierSide, found: FoundFolderFiles): JudgedFolder {
  const card = openedCard(side, found)
  const files = found.files.map(file => ({ file, state: judgeFile(side, file) }))
  const parts = files.flatMap(({ state }) => (typeof state === 'string' ? [] : state))
  const states = files.flatMap(({ state }) => (typeof state === 'string' ? state : []))
  const heads = [
    ...(typeof card === 'string' ? [] : card ? [card.head] : []),
    ...parts.map(({ head }) => head),
  ]
  const blocked = blockedBy(card, parts, states)
  const about = describe(side, found, heads[0] ?? anyHead(found))
  if (blocked) return { ...about, newEntries: null, hasNewCard: false, notes: [blocked], take: [] }
  const damaged = files.flatMap(({ file, state }) => (state === 'courier.tampered' ? file.name : []))
  const isCardBad = card === 'courier.tampered'
  const verdict = judgeFolder(
    {
      card: typeof card === 'string' ? null : card,
      parts: parts.filter(({ head }) => head.from === heads[0]?.from),
      damaged: isCardBad ? ['card', ...damaged] : damaged,
    },
    knownHere(side, heads[0]?.from ?? ''),
  )
  return {
    ...about,
    newEntries: verdict.newEntries,
    hasNewCard: verdict.hasNewCard,
    notes: [...verdict.notes.map(({ code, params }) => note(code, params)), ...newerNote(states)],
    take: verdict.take.map(({ name }) => name),
  }
}

function newerNote(states: readonly LetterProblem[]): readonly Problem[] {
  return states.includes('courier.newer-version') ? [note('courier.newer-version')] : []
}

function knownHere({ store, stationId }: CourierSide, from: string) {
  const { headOf, hashAt, cardOf } = store.courier
  return { ownStationId: stationId, headOf, hashAt, seen: cardOf(from) }
}

/** A file of entries: what its head promises, or what is wrong with it. A file without a head was cut off or changed. */
function judgeFile(side: CourierSide, { name, signed, box, isNewer }: FoundFile): FoundPart | LetterProblem {
  if (isNewer) return 'courier.newer-version'
  if (signed === null) return 'courier.tampered'
  const checked = checkHead(side, signed, box)
  if (checked === 'courier.unreadable') return 'courier.tampered'
  if (typeof checked === 'string') return checked
  return checked.head.kind === 'part' ? { name, head: checked.head } : 'courier.tampered'
}

function openedCard(side: CourierSide, { card }: FoundFolderFiles): OpenedCard {
  if (card === null) return 'none'
  const letter = openLetter(side, card)
  if (typeof letter === 'string') return letter === 'courier.unreadable' ? 'courier.tampered' : letter
  const content = letter.head.kind === 'card' ? readCard(letter.content) : null
  if (letter.head.kind !== 'card' || !content || !areOf(side, content, letter.sender.kid))
    return 'courier.tampered'
  return { head: letter.head, content }
}

/** What keeps all of a folder from being read here; damage to single files does not. */
function blockedBy(
  card: OpenedCard,
  parts: readonly FoundPart[],
  states: readonly LetterProblem[],
): Problem | null {
  if (parts.length > 0 || (typeof card !== 'string' && card)) return null
  const all = typeof card === 'string' && card !== 'none' ? [card, ...states] : states
  const worst = all.find(state => state !== 'courier.tampered' && state !== 'courier.unreadable')
  return all.length === 0
    ? note('courier.unreadable')
    : note(worst ?? 'courier.tampered', { files: all.length })
}

/** A head that nobody has vouched for: good enough to say whose the folder claims to be. */
function anyHead({ card, files }: FoundFolderFiles): LetterHead | null {
  const letter = card === null ? null : readLetter(card)
  if (letter && letter !== 'newer') return letter.head
  const signed = files.find(file => file.signed !== null)?.signed
  return signed ? readLetterHead(signed) : null
}

function describe(
  { others, store, own, name }: CourierSide,
  { folder }: FoundFolderFiles,
  head: LetterHead | null,
) {
  const nameOf = (kid: string) => {
    if (own.some(key => key.kid === kid)) return name
    return store.courier.cardOf(kid)?.name ?? others.find(other => other.kid === kid)?.name ?? null
  }
  return {
    folder,
    from: head?.from ?? null,
    fromName: head && nameOf(head.from),
    toName: head && nameOf(head.to),
    kind: others.find(({ kid }) => kid === head?.from)?.kind ?? null,
    at: head?.at ?? null,
  }
}
