import type { VersionView } from '../../../src/contract/arrival-calls'
import { changesOf } from '../../../src/domain/exchange/version-changes'
import type { ConflictValue } from '../../../src/domain/journal/arrival-records'
import type { Address, Relative } from '../../../src/domain/person/person'
import { addressLine } from '../../../src/domain/person/units'
import type { ServiceContext } from '../service'
import type { ProvinceAsk } from './province-port'

/** Versions in words: what each changed, by whom and when. Those that changed nothing anybody sees are left out. */
export function versionViews(
  context: Pick<ServiceContext, 'resources'>,
  versions: ProvinceAsk['versions'],
): readonly VersionView[] {
  const all = versions.map(({ fact, author }, at) => ({
    versionId: fact.versionId,
    at: fact.lastUpdated,
    byName: author.byName ?? fact.byName,
    placeName: author.placeName ?? fact.placeName,
    isFirst: at === versions.length - 1,
    changes: changesOf(fact, versions[at + 1]?.fact).map(({ field, before, after }) => ({
      field,
      before: plainWords(context, field, before),
      after: plainWords(context, field, after),
    })),
  }))
  return all.filter(({ isFirst, changes }) => isFirst || changes.length > 0)
}

/** Places, relatives and numbers as one line of text. */
function plainWords(
  { resources }: Pick<ServiceContext, 'resources'>,
  field: string,
  value: unknown,
): ConflictValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  if (field.startsWith('addresses.')) return addressLine(resources.units, value as Address)
  if (field.startsWith('relatives.'))
    return (value as readonly Relative[])
      .map(({ name, phone, birthYear }) => [name, birthYear, phone].filter(Boolean).join(', '))
      .join('; ')
  if (typeof value === 'object' && 'value' in value) return String(value.value)
  return String(value)
}
