import type { Call } from '../../../src/contract/call'
import { useAppState } from '../../frame/app-state'

/** Whether the signed-in user's role may make this call; the contract is the one place that says so. */
export function useMay({ audience }: Pick<Call, 'audience'>): boolean {
  const { signedIn } = useAppState()
  if (!signedIn || audience === 'internal') return false
  return typeof audience === 'string' || audience.includes(signedIn.role)
}
