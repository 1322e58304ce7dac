import type { CalendarDay } from '../calendar/calendar-day'
import type { Dose } from '../immunization/dose'
import type { Person } from '../person/person'
import { inventLotNumber, programmeOf } from './invented-history'
import { type InventedFamily, type InventedPlace, inventFamily, type NamePartsFile } from './invented-person'
import { between, type Random } from './random'

/** A dose from before practice mode began; the person's id is given when it is stored. */
export type PracticeDose = Omit<Dose, 'personId'>

/** One invented person. `dueVaccines` is what the invention meant to be due today; the forecast decides. */
export type PracticePerson = {
  readonly person: Person
  readonly historicalDoses: readonly PracticeDose[]
  readonly dueVaccines: readonly string[]
  /** Expected day of birth, of pregnant women. */
  readonly expectedBirthOn: CalendarDay | null
}

/** What the invention is made from; `placeName` is what historical doses name as the place. */
export type PracticeSetting = {
  readonly random: Random
  readonly names: NamePartsFile
  readonly place: InventedPlace
  readonly placeName: string
  readonly today: CalendarDay
}

/** A family whose mother was 19 to 38 when the child was born. */
export function newFamily({ random, names, place }: PracticeSetting, birthDate: CalendarDay): InventedFamily {
  return inventFamily(random, names, place, Number(birthDate.slice(0, 4)) - between(random, 19, 38))
}

/** A historical dose as a card shows it: product, day, lot and place, nothing else. */
export function toDose(setting: PracticeSetting, vaccineCode: string, givenOn: CalendarDay): PracticeDose {
  return {
    visitId: null,
    kind: 'historical',
    vaccineCode,
    lotId: null,
    lotNumber: inventLotNumber(vaccineCode, givenOn),
    lotExpiresOn: null,
    givenOn,
    givenOnAccuracy: null,
    givenAt: null,
    statedNumber: null,
    site: null,
    route: null,
    volumeMl: null,
    programme: programmeOf(vaccineCode),
    givenByUserId: null,
    givenByName: null,
    placeName: setting.placeName,
    overrides: [],
    note: null,
  }
}
