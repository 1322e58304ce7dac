import type { Birth, Newborn } from './birth'
import type { Para, Pregnancy } from './pregnancy'

/** What the thread knows when a new pregnancy is enrolled: nothing of it is typed again. */
export type KnownBefore = Pick<Pregnancy, 'gravida' | 'para' | 'heightCm' | 'riskCodes'>

/** An earlier pregnancy with the birth that ended it. */
export type EarlierPregnancy = {
  readonly pregnancy: Pick<Pregnancy, 'gravida' | 'para' | 'heightCm' | 'riskCodes' | 'outcome'>
  readonly birth: Pick<Birth, 'mode' | 'gestationWeeks'> | null
  readonly newborns: readonly Pick<Newborn, 'alive'>[]
}

/** Born before this many completed weeks is born too early. */
const termWeeks = 37

/**
 * Gravida, PARA, height and standing risks for the next pregnancy of a woman, from the last one that ended; nulls for one
 * who was never followed here. A caesarean becomes the risk of the same name.
 */
export function knownBefore(last: EarlierPregnancy | null): KnownBefore {
  if (!last) return { gravida: null, para: null, heightCm: null, riskCodes: [] }
  const { pregnancy, birth } = last
  const isStanding = (code: string) => code === 'earlier-caesarean' || code === 'chronic-disease'
  const standing = pregnancy.riskCodes.filter(isStanding)
  const cut = birth?.mode === 'caesarean' ? ['earlier-caesarean'] : []
  return {
    gravida: pregnancy.gravida === null ? null : pregnancy.gravida + 1,
    para: pregnancy.para && paraAfter(pregnancy.para, last),
    heightCm: pregnancy.heightCm,
    riskCodes: [...new Set([...standing, ...cut])],
  }
}

function paraAfter(para: Para, { pregnancy: { outcome }, birth, newborns }: EarlierPregnancy): Para {
  if (outcome === 'miscarriage' || outcome === 'ended') return { ...para, lost: para.lost + 1 }
  if (outcome !== 'birth' && outcome !== 'stillbirth') return para
  const isPreterm = (birth?.gestationWeeks ?? termWeeks) < termWeeks
  const unknownBirth = outcome === 'birth' ? 1 : 0
  const alive = birth ? newborns.filter(each => each.alive).length : unknownBirth
  return {
    term: para.term + (isPreterm ? 0 : 1),
    preterm: para.preterm + (isPreterm ? 1 : 0),
    lost: para.lost,
    living: para.living + alive,
  }
}
