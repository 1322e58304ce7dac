import { groupBy } from '../../src/domain/schedule/group-by'
import type { Association } from './antigen'
import { sourceText, wordOf } from './words'
import { childOf, childrenOf, requiredText, textOf, type XmlElement } from './xml'

/** A product as the map of products to antigens names it. */
export type CdsiProduct = {
  readonly cvx: string
  readonly name: string
  readonly antigens: readonly string[]
}

/** Products with the antigens they protect against. */
export function productsOf(file: XmlElement): readonly CdsiProduct[] {
  return childrenOf(childOf(file, 'cvxToAntigenMap'), 'cvxMap').map(row => ({
    cvx: requiredText(row, 'cvx'),
    name: textOf(row, 'shortDescription') ?? requiredText(row, 'cvx'),
    antigens: childrenOf(row, 'association').map(association => requiredText(association, 'antigen')),
  }))
}

/** The same map from the antigens' side, with the ages between which an association holds. */
export function associationsOf(file: XmlElement): ReadonlyMap<string, readonly Association[]> {
  const rows = childrenOf(childOf(file, 'cvxToAntigenMap'), 'cvxMap').flatMap(row =>
    childrenOf(row, 'association').map(association => ({
      antigen: requiredText(association, 'antigen'),
      vaccine: requiredText(row, 'cvx'),
      beginAge: textOf(association, 'associationBeginAge'),
      endAge: textOf(association, 'associationEndAge'),
    })),
  )
  return new Map(
    [...new Set(rows.map(({ antigen }) => antigen))].map(code => [
      code,
      rows.filter(({ antigen }) => antigen === code).map(({ antigen: _antigen, ...row }) => row),
    ]),
  )
}

/** Vaccine groups with their antigens. */
export function vaccineGroupsOf(file: XmlElement) {
  const maps = childrenOf(childOf(file, 'vaccineGroupToAntigenMap'), 'vaccineGroupMap')
  return childrenOf(childOf(file, 'vaccineGroups'), 'vaccineGroup').map(group => {
    const code = requiredText(group, 'name')
    const antigens = maps
      .filter(map => requiredText(map, 'name') === code)
      .flatMap(map => childrenOf(map, 'antigen').map(({ text }) => text))
    const full = wordOf(group, 'administerFullVaccineGroup', { yes: 'yes', no: 'no', '': 'no' })
    return { code, name: sourceText(code), antigens, fullGroup: full === 'yes' }
  })
}

/** Conflicts; rows that differ only in the later product become one. */
export function conflictsOf(file: XmlElement) {
  const rows = childrenOf(childOf(file, 'liveVirusConflicts'), 'liveVirusConflict').map(row => ({
    previous: cvxOf(row, 'previous'),
    current: cvxOf(row, 'current'),
    beginInterval: requiredText(row, 'conflictBeginInterval'),
    minEndInterval: requiredText(row, 'minConflictEndInterval'),
    endInterval: requiredText(row, 'conflictEndInterval'),
  }))
  const keyOf = ({ current: _current, ...rest }: (typeof rows)[number]) => JSON.stringify(rest)
  return [...groupBy(rows, keyOf).values()].flatMap(same => {
    const [first] = same
    if (!first) return []
    return [{ ...first, previous: [first.previous], current: same.map(({ current }) => current) }]
  })
}

function cvxOf(row: XmlElement, name: string): string {
  const product = childOf(row, name)
  if (!product) throw new Error(`a conflict lacks ${name}`)
  return requiredText(product, 'cvx')
}
