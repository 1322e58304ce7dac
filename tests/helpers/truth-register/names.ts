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
  /** Any of the first with any of the second. */
  readonly given: Readonly<Record<KnownSex, readonly [readonly string[], readonly string[]]>>
}[] = [
  {
    code: '08',
    family: ['Giàng', 'Vàng', 'Lý', 'Sùng', 'Thào', 'Mùa', 'Cứ', 'Hạng', 'Vừ', 'Sồng'],
    given: {
      male: [
        ['A', 'Seo', 'Văn', 'Minh'],
        [
          'Dế',
          'Páo',
          'Sình',
          'Tủa',
          'Chư',
          'Lử',
          'Sử',
          'Vảng',
          'Dơ',
          'Nhà',
          'Khua',
          'Phử',
          'Lềnh',
          'Súa',
          'Chinh',
        ],
      ],
      female: [
        ['Thị', 'Thị Thu', 'Seo', 'Thị Mai'],
        [
          'Mỷ',
          'Sua',
          'Dợ',
          'Pàng',
          'Chở',
          'Máy',
          'Say',
          'Dúa',
          'Dính',
          'Xoa',
          'Bầu',
          'Chía',
          'Mo',
          'Sông',
          'Vang',
        ],
      ],
    },
  },
  {
    code: '03',
    family: ['Lò', 'Quàng', 'Cà', 'Lường', 'Tòng', 'Vi', 'Cầm', 'Hà', 'Ngân'],
    given: {
      male: [
        ['Văn', 'Bảo', 'Đức', 'Minh'],
        ['Pánh', 'Ín', 'Thương', 'Ước', 'Inh', 'Xôm', 'Thoa', 'Đôi', 'Xuân', 'Hặc', 'Chựa', 'Biên'],
      ],
      female: [
        ['Thị', 'Thị Ngọc', 'Thị Kim', 'Bảo'],
        ['Ín', 'Pâng', 'Xiên', 'Ban', 'Hặc', 'Ơn', 'Mỷ', 'Hoan', 'Dung', 'Ưn', 'Thiêm', 'Phanh'],
      ],
    },
  },
  {
    code: '06',
    family: ['Bùi', 'Quách', 'Đinh', 'Hà', 'Trương', 'Phạm', 'Lương', 'Nguyễn'],
    given: {
      male: [
        ['Văn', 'Công', 'Minh', 'Gia'],
        ['Thiện', 'Dũng', 'Khoa', 'Nhặt', 'Ển', 'Hùng', 'Dưn', 'Lâm', 'Quyền', 'Chiến', 'Tuyên', 'Bảo'],
      ],
      female: [
        ['Thị', 'Thị Thanh', 'Thị Bích', 'Ngọc'],
        ['Mơ', 'Thắm', 'Nhiên', 'Ựn', 'Dưng', 'Hiền', 'Lụa', 'Xuyến', 'Ỉnh', 'Thảo', 'Hằng', 'Duyên'],
      ],
    },
  },
  {
    code: '12',
    family: ['Y', "H'"],
    given: {
      male: [
        ['Bhăm', 'Thuyên', 'Khuê', 'Blăk', 'Sơn', 'Djik', 'Wem', 'Ngun', 'Tlam', 'Quốc'],
        ['Niê', 'Êban', 'Kbuôr', 'Mlô', 'Niê Kdăm', 'Ayŭn', 'Byă', 'Ktla', 'Êñuôl', 'Buôn Yă'],
      ],
      female: [
        ['Linh', 'Nga', 'Djuang', 'Bình', 'Len', 'Mai', 'Yuôm', 'Bliă', 'Duyên', 'Thương'],
        ['Niê', 'Êban', 'Mlô', 'Kbuôr', 'Ayŭn', 'Byă', 'Ktla', 'Êñuôl', 'Niê Kdăm', 'Buôn Yă'],
      ],
    },
  },
  {
    code: '05',
    family: ['Thạch', 'Danh', 'Kim', 'Sơn', 'Lâm', 'Châu', 'Kiên', 'Tăng'],
    given: {
      male: [
        ['Sóc', 'Minh', 'Thi', 'Văn', 'Hoàng'],
        ['Thia', 'Rươne', 'Pha', 'Na', 'Hòa', 'Đa', 'Ni', 'Khêm', 'Sết', 'Phước'],
      ],
      female: [
        ['Thị', 'Sô', 'Ngọc', 'Thị Sa', 'Sa'],
        ['Rươne', 'Đa', 'Phi', 'Ni', 'Sương', 'Ly', 'Hên', 'Thi', 'Vanh', 'Đét'],
      ],
    },
  },
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
  if (group) return group.given[sex].map(words => pick(random, words)).join(' ')
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
