import type { AttendanceRule } from './attendance'
import type { PlanSlot } from './plan'
import type { DayParts } from './still-coming'
import type { VialRule } from './vial-rule'
import type { SupplyRule } from './what-to-bring'

/** What a plan assumes: data of `resources/session-plan`, none of it confirmed yet. */
export type PlanningRules = {
  readonly version: string
  readonly confirmation: 'unconfirmed' | 'confirmed'
  readonly source: string
  readonly unverified: readonly string[]
  readonly attendance: AttendanceRule
  readonly supplies: SupplyRule
  readonly vialRule: VialRule
  readonly dayParts: DayParts
  readonly usualSlots: readonly PlanSlot[]
  /** Codes of dry products. */
  readonly reconstituted: readonly string[]
}
