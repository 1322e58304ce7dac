import type { AntenatalVisit } from './antenatal-visit'
import type { Dating } from './dating'
import { risksOf } from './pregnancy-risks'
import type { PregnancyRules, RiskFinder } from './pregnancy-rules'

/** A cell of a visit's row that the handbook would print yellow: see a health facility. */
export type YellowCell =
  | 'pressure'
  | 'oedema'
  | 'fetalHeart'
  | 'presentation'
  | 'protein'
  | 'haemoglobin'
  | 'tests'
  | 'signs'

const cellOf: Partial<Record<RiskFinder['by'], YellowCell>> = {
  'pressure-from': 'pressure',
  'fetal-rate-outside': 'fetalHeart',
  'not-cephalic-from': 'presentation',
  'protein-from': 'protein',
  'haemoglobin-below': 'haemoglobin',
  'test-positive': 'tests',
}

/** Nothing of the woman herself: only what this visit measured. */
const nobody = {
  gravida: null,
  para: null,
  heightCm: null,
  weightBeforeKg: null,
  fetuses: null,
  riskCodes: [],
}

/** Which cells of a visit are yellow: by the limits of the risks, swelling, and danger signs. */
export function yellowCellsOf(
  rules: Pick<PregnancyRules, 'risks'>,
  visit: AntenatalVisit,
  dating: Dating | null,
): readonly YellowCell[] {
  const on = visit.visitedOn
  const found = risksOf(rules, { pregnancy: nobody, bornOn: on, visits: [visit], dating, on })
  const measured = found.flatMap(({ rule }) => cellOf[rule.found.by] ?? [])
  return [
    ...new Set<YellowCell>([
      ...measured,
      ...(visit.oedema === true ? (['oedema'] as const) : []),
      ...(visit.dangerSigns.length > 0 ? (['signs'] as const) : []),
    ]),
  ]
}
