import { useState } from 'react'
import type { Role } from '../../src/domain/point/point'
import { useAppState } from '../frame/app-state'

export type Signers = readonly { readonly userId: string; readonly name: string; readonly role: Role }[]

/** Who signs, and their PIN as typed: whoever is signed in, unless somebody else is chosen. Another signer types another PIN. */
export function useSigner(signers: Signers) {
  const { signedIn } = useAppState()
  const own = signers.find(({ userId }) => userId === signedIn?.userId)
  const [signerId, setSignerId] = useState(own?.userId ?? signers[0]?.userId ?? null)
  const [pin, setPin] = useState('')
  return {
    signer: signers.find(({ userId }) => userId === signerId) ?? null,
    pin,
    setPin,
    choose(userId: string) {
      setSignerId(userId)
      setPin('')
    },
  }
}
