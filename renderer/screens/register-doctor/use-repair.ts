import { correctChildCheck } from '../../../src/contract/child-calls'
import { correctDose, voidDose } from '../../../src/contract/dose-calls'
import { correctPerson } from '../../../src/contract/person-calls'
import { swapNumbers } from '../../../src/contract/register-doctor-calls'
import type { Repair } from '../../../src/domain/register-doctor/finding'
import { useCallMutation } from '../../data/use-call-mutation'

/** Sends a repair as the write it is; every one is checked once more by its own call. */
export function useRepair() {
  const dose = useCallMutation(correctDose)
  const voiding = useCallMutation(voidDose)
  const person = useCallMutation(correctPerson)
  const check = useCallMutation(correctChildCheck)
  const swap = useCallMutation(swapNumbers)
  const all = [dose, voiding, person, check, swap]

  function send(personId: string, repair: Repair, reason: string) {
    switch (repair.kind) {
      case 'correct-dose':
        return dose.send({ doseId: repair.doseId, changes: { givenOn: repair.givenOn }, reason })
      case 'void-dose':
        return voiding.send({ doseId: repair.doseId, reason })
      case 'correct-birth':
        return person.send({ personId, changes: { birthDate: repair.birthDate }, reason })
      case 'correct-kind':
        return person.send({ personId, changes: { kind: repair.personKind }, reason })
      case 'take-address':
        return person.send({ personId, changes: { addresses: structuredClone(repair.addresses) }, reason })
      case 'correct-check':
        return check.send({
          checkId: repair.checkId,
          changes: { weightKg: repair.weightKg },
          measuredAgain: false,
          reason,
        })
      case 'swap-numbers':
        return swap.send({ oneId: personId, otherId: repair.otherId, reason })
    }
  }
  return {
    send,
    isSaving: all.some(({ isSaving }) => isSaving),
    error: all.map(({ error }) => error).find(error => error !== null) ?? null,
  }
}

/** The call a repair is, for asking who may make it. */
export function callOf({ kind }: Repair) {
  if (kind === 'correct-dose') return correctDose
  if (kind === 'void-dose') return voidDose
  if (kind === 'correct-check') return correctChildCheck
  return kind === 'swap-numbers' ? swapNumbers : correctPerson
}
