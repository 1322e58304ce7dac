import { notePointStatus } from '../../../src/contract/supervision-calls'
import type { Dispatch } from '../dispatcher'
import type { Ports } from '../service'

/** How long after the start, and how often from then on, in milliseconds. */
const firstLook = 60_000
const everyLook = 10 * 60_000

/** Lets the point say how it stands, beside the work: soon after the start, and every ten minutes. */
export function watchStatus(
  { newId }: Pick<Ports, 'newId'>,
  {
    dispatch,
    whenOpen,
    log,
  }: {
    readonly dispatch: Dispatch
    readonly whenOpen: (work: () => void) => void
    /** Hears of bugs: never with personal data. */
    readonly log: (line: string) => void
  },
): { readonly begin: () => void } {
  function look(): void {
    whenOpen(() => {
      const answer = dispatch(notePointStatus.name, { requestId: newId(), payload: {}, actor: null })
      // A full or busy disk is tried again at the next look.
      if (!answer.ok) log(`how the point stands was not noted: ${answer.error.code}`)
    })
  }
  return {
    begin() {
      setTimeout(look, firstLook)
      setInterval(look, everyLook)
    },
  }
}
