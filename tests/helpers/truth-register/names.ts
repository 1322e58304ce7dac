import { readFileSync } from 'node:fs'
import { chance, pick, type Random } from '../../../src/domain/exchange/random'

type Parts = readonly (readonly [string, number])[]
type Sexed = Readonly<Record<KnownSex, Parts>>
type NameParts = {
  readonly familyNames: Parts
  readonly middleNames: Sexed
  readonly givenNames: Sexed
  readonly doubleNames: Sexed
}
export type KnownSex = 'male' | 'female'

const file = new URL('../../fixtures/vn-names/name-parts.json', import.meta.url)
const parts = JSON.parse(readFileSync(file, 'utf8')) as NameParts

/** Name parts usual among some ethnic minorities, put together by hand; no full name is taken from anywhere. */
const minorities: readonly {
  readonly code: string
  readonly family: readonly string[]
  readonly given: Readonly<Record<KnownSex, readonly string[]>>
}[] = [
  { code: '08', family: ['Giàng', 'Vàng', 'Lý', 'Sùng', 'Thào', 'Mùa', 'Cứ', 'Hạng'], given: { male: ['A Dế', 'A Páo', 'A Sình', 'A Tủa', 'A Chư', 'A Lử', 'A Sử', 'A Vảng'], female: ['Thị Mỷ', 'Thị Sua', 'Thị Dợ', 'Thị Pàng', 'Thị Chở', 'Thị Máy', 'Thị Say', 'Thị Dúa'] } },
  { code: '03', family: ['Lò', 'Quàng', 'Cà', 'Lường', 'Tòng', 'Vi', 'Cầm'], given: { male: ['Văn Pánh', 'Văn Ín', 'Văn Thương', 'Văn Ước', 'Văn Inh', 'Văn Xôm'], female: ['Thị Ín', 'Thị Pâng', 'Thị Xiên', 'Thị Ban', 'Thị Hặc', 'Thị Ơn'] } },
  { code: '06', family: ['Bùi', 'Quách', 'Đinh', 'Hà', 'Trương', 'Phạm'], given: { male: ['Văn Thiện', 'Công Dũng', 'Văn Khoa', 'Văn Nhặt', 'Văn Ển'], female: ['Thị Mơ', 'Thị Thắm', 'Thị Nhiên', 'Thị Ựn', 'Thị Dưng'] } },
  { code: '12', family: ['Y', "H'"], given: { male: ['Bhăm Niê', 'Thuyên Êban', 'Khuê Kbuôr', 'Blăk Mlô', 'Sơn Niê Kdăm'], female: ['Linh Niê', 'Nga Êban', 'Djuang Mlô', 'Bình Kbuôr', 'Len Ayŭn'] } },
  { code: '05', family: ['Thạch', 'Danh', 'Kim', 'Sơn', 'Lâm', 'Châu'], given: { male: ['Rươne', 'Sóc Thia', 'Pha', 'Thi Na', 'Minh Hòa'], female: ['Thị Sa Rươne', 'Thị Đa', 'Sô Phi', 'Thị Ni', 'Ngọc Sương'] } },
]

/** Draws by weight in logarithmic time: hundreds of thousands of names are drawn. */
function sampler(weighted: Parts): (random: Random) => string {
  const sums: number[] = []
  let sum = 0
  for (const [, weight] of weighted) {
    sum += weight
    sums.push(sum)
  }
  return random => {
    const aim = random() * sum
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) > aim) high = middle
      else low = middle + 1
    }
    return weighted[low]?.[0] ?? ''
  }
}

const drawFamily = sampler(parts.familyNames)
const drawMiddle = { male: sampler(parts.middleNames.male), female: sampler(parts.middleNames.female) }
const drawGiven = { male: sampler(parts.givenNames.male), female: sampler(parts.givenNames.female) }
const drawDouble = { male: sampler(parts.doubleNames.male), female: sampler(parts.doubleNames.female) }

/** A lineage: the family name and, for minorities, the way names are made. */
export type Lineage = { readonly family: string; readonly minority: number | null }

export function inventLineage(random: Random): Lineage {
  if (!chance(random, 0.12)) return { family: drawFamily(random), minority: null }
  const minority = Math.floor(random() * minorities.length)
  return { family: pick(random, minorities[minority]?.family ?? ['Lò']), minority }
}

export function ethnicGroupOf({ minority }: Lineage): string {
  return minority === null ? '01' : (minorities[minority]?.code ?? '01')
}

/** What stands behind the family name. Of the children of today, half have a double name, few a Thị or Văn. */
export function inventGivenPart(
  random: Random,
  { minority }: Lineage,
  sex: KnownSex,
  isOfToday: boolean,
): string {
  const group = minority === null ? null : minorities[minority]
  if (group) return pick(random, group.given[sex])
  const traditional = sex === 'female' ? 'Thị' : 'Văn'
  const isTraditional = chance(random, isOfToday ? 0.15 : 0.55)
  if (isTraditional) return `${traditional} ${drawGiven[sex](random)}`
  if (chance(random, 0.5)) return drawDouble[sex](random)
  return `${drawMiddle[sex](random)} ${drawGiven[sex](random)}`
}

/** The way the Ê Đê write a woman: `H'Linh Niê`. */
export function fullName({ family }: Lineage, givenPart: string): string {
  return family === "H'" ? `H'${givenPart}` : `${family} ${givenPart}`
}

/** A name for the second of twins: often rhyming with the first, by middle word or by given name. */
export function inventTwinPart(random: Random, lineage: Lineage, sex: KnownSex, first: string): string {
  const words = first.split(' ')
  for (;;) {
    const own = inventGivenPart(random, lineage, sex, true).split(' ')
    const kind = random()
    let made = own.join(' ')
    if (kind < 0.45) made = [...words.slice(0, -1), own.at(-1)].join(' ')
    else if (kind < 0.7) made = [...own.slice(0, -1), words.at(-1)].join(' ')
    if (made !== first) return made
  }
}
