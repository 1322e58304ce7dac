import type { HandbookCounts } from '../../../src/contract/handbook-list-calls'
import type { Choice } from '../../components/Picker'
import { text } from '../../text'

type Place = HandbookCounts['places'][number]

/** Hamlets, and whole communes where there is more than one. */
export function placeChoices(places: readonly Place[]): readonly Choice[] {
  const communes = new Map(places.map(place => [place.communeCode, communeOf(place)]))
  const isOne = communes.size <= 1
  const whole = [...communes].map(([code, name]) => ({
    value: `${code}|*`,
    label: text.due.wholeCommune(name),
  }))
  const hamlets = places
    .map(place => ({ place, label: hamletOf(place, isOne) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'vi', { numeric: true }))
    .map(({ place, label }) => ({ value: `${place.communeCode}|${place.hamlet}`, label }))
  return [...(isOne ? [] : whole), ...hamlets]
}

function communeOf({ communeCode, communeName }: Place): string {
  return communeName ?? (communeCode || text.due.noCommune)
}

function hamletOf(place: Place, isOne: boolean): string {
  const hamlet = place.hamlet || text.due.noHamlet
  return isOne ? hamlet : `${hamlet}, ${communeOf(place)}`
}
