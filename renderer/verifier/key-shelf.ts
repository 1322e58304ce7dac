import { statementsIn } from '../../src/domain/certificate/card-revocation'
import { runStepsLater } from '../../src/domain/certificate/crypto-steps'
import type { KeyList, KeyRing } from '../../src/domain/certificate/issuer-key'
import {
  type KeyListProblem,
  keyRingOf,
  type OpenedKeyList,
  openKeyList,
} from '../../src/domain/certificate/key-list'
import { answerInBrowser } from './browser-crypto'

export type Shelf = {
  readonly lists: () => readonly KeyList[]
  readonly ring: () => KeyRing
  /** Opens a file by what is known so far; nothing is believed yet. */
  readonly open: (text: string) => Promise<OpenedKeyList>
  readonly believe: (list: KeyList) => void
  /** What points said of single cards; each statement is checked when a card it speaks of is. */
  readonly statements: () => readonly string[]
  /** Keeps the statements of a file of cards that were taken back; false when it is no such file. */
  readonly takeBack: (text: string) => boolean
}

/** The keys this page believes, as long as it is open: it keeps nothing. */
export function createShelf(): Shelf {
  const lists = new Map<string, KeyList>()
  const statements = new Set<string>()
  const known = () => [...lists.values()].map(({ authority, serial }) => ({ authority, serial }))
  return {
    lists: () => [...lists.values()],
    ring: () => keyRingOf([...lists.values()]),
    open: text => runStepsLater(openKeyList(text, known()), answerInBrowser),
    believe: list => void lists.set(list.authority.id, list),
    statements: () => [...statements],
    takeBack(text) {
      const said = statementsIn(text)
      for (const statement of said ?? []) statements.add(statement)
      return said !== null
    },
  }
}

/** Takes in the files that whoever made the page put into it: they come with the page, from the same hand. */
export async function believeEmbedded(shelf: Shelf): Promise<readonly KeyListProblem[]> {
  const text = document.getElementById('keys')?.textContent ?? '[]'
  const problems: KeyListProblem[] = []
  for (const file of JSON.parse(text) as readonly string[]) {
    if (shelf.takeBack(file)) continue
    const opened = await shelf.open(file)
    if (opened.ok) shelf.believe(opened.list)
    else problems.push(opened.code)
  }
  return problems
}
