import type { Facts } from '../../src/domain/aefi/aefi-case'
import type { Programme } from '../../src/domain/immunization/dose'
import type { NotGivenState } from '../../src/domain/immunization/not-given'
import type { ResidenceState } from '../../src/domain/person/residence'

type Entered = { readonly enteredOn: string }
/** `tests/fixtures/reports/register.json`. */
export type RegisterFile = {
  readonly persons: readonly (Entered & {
    readonly id: string
    readonly name: string
    readonly birthDate: string
    readonly birthTime: string | null
    readonly sex: 'male' | 'female'
    readonly kind: 'child' | 'woman'
    readonly communeCode: string
    readonly pregnantSince?: string
    readonly protectedAtBirth?: boolean
  })[]
  readonly lots: readonly {
    readonly id: string
    readonly vaccineCode: string
    readonly receivedOn: string
    readonly doses: number
    readonly programme: 'epi' | 'fee'
  }[]
  readonly doses: readonly (Entered & {
    readonly id: string
    readonly person: string
    readonly vaccineCode: string
    readonly givenOn: string
    readonly at: string | null
    readonly where: 'here' | 'elsewhere'
    readonly lot: string | null
    readonly programme: Programme
    readonly voidedOn?: string
    readonly correctedOn?: string
    readonly correctedGivenOn?: string
  })[]
  readonly notGiven: readonly {
    readonly id: string
    readonly person: string
    readonly on: string
    readonly dueId: string
    readonly label: string
    readonly antigens: readonly string[]
    readonly state: NotGivenState
    readonly until: string | null
  }[]
  readonly reactions: readonly {
    readonly id: string
    readonly person: string
    readonly doses: readonly string[]
    readonly kind: 'common' | 'severe'
    readonly signs: readonly string[]
    readonly onset: string
    readonly temperatureC: number
    readonly outcome: 'recovered'
    readonly case?: {
      readonly knownAt: string
      readonly facts: Facts
      readonly doseFacts: Facts
    }
  }[]
  readonly residences: readonly (Entered & {
    readonly person: string
    readonly state: ResidenceState
    readonly on: string
  })[]
  readonly movements: readonly {
    readonly lot: string
    readonly on: string
    readonly doses: number
    readonly to: 'province' | 'wasted'
    readonly reason: string | null
  }[]
}
