import type { RecordState, WireContext } from './wire'

/**
 * The number of a dose for each antigen of its product (thứ tự mũi of QĐ 3891/2025): the one on the card where the
 * product has one antigen and the card names it, else its place among the person's doses of the antigen by day. Null
 * where the product is not known to be among them. Doses of one day are told apart by their id, the same everywhere.
 */
export function doseNumbers(
  { id, value }: Pick<RecordState<'dose'>, 'id' | 'value'>,
  knows: Pick<WireContext, 'vaccine' | 'dosesOf'>,
): readonly { readonly antigen: string; readonly number: number | null }[] {
  const antigens = knows.vaccine(value.vaccineCode)?.antigens ?? []
  if (antigens.length === 0) return []
  const [only] = antigens
  if (only !== undefined && antigens.length === 1 && value.statedNumber !== null)
    return [{ antigen: only, number: value.statedNumber }]
  const others = knows.dosesOf(value.personId).toSorted(byDay)
  return antigens.map(antigen => {
    const same = others.filter(other => knows.vaccine(other.value.vaccineCode)?.antigens.includes(antigen))
    const at = same.findIndex(other => other.id === id)
    return { antigen, number: at < 0 ? null : at + 1 }
  })
}

function byDay(a: RecordState<'dose'>, b: RecordState<'dose'>): number {
  const [left, right] = [`${a.value.givenOn} ${a.id}`, `${b.value.givenOn} ${b.id}`]
  return left < right ? -1 : left > right ? 1 : 0
}
