import { describe, expect, test } from 'vitest'
import volumesFile from '../../../../resources/vaccines/dose-volumes.json'
import vaccinesFile from '../../../../resources/vaccines/vaccines.json'
import { withVolumes } from '../../../../src/contract/dose-volume-file'
import { readVaccines } from '../../../../src/contract/vaccine-file'
import { day } from '../../../../src/domain/calendar/calendar-day'
import type { Route } from '../../../../src/domain/immunization/dose'
import { statedVolume, volumeWarning } from '../../../../src/domain/immunization/dose-volume'

const catalogue = readVaccines(vaccinesFile)
const vaccines = withVolumes(catalogue, volumesFile)
const on = day('2026-11-27')

function vaccine(code: string) {
  const found = vaccines.get(code)
  if (!found) throw new Error(`no ${code}`)
  return found
}

function asked(bornOn: string, route: Route = 'IM') {
  return { bornOn: day(bornOn), on, route }
}

describe('how much of a product is given', () => {
  test.each([
    ['Jevax the day before 36 months', 'JEVAX', asked('2023-11-28', 'SC'), 0.5],
    ['Jevax from 36 months on', 'JEVAX', asked('2023-11-27', 'SC'), 1],
    ['a child’s hepatitis B vaccine', 'GENEHBVAX_05', asked('2020-01-01'), 0.5],
    ['an adult’s hepatitis B vaccine', 'GENEHBVAX_1', asked('1990-01-01'), 1],
    ['rabies vaccine into the muscle', 'VERORAB', asked('2010-01-01'), 0.5],
    ['rabies vaccine into the skin', 'VERORAB', asked('2010-01-01', 'ID'), 0.1],
    ['BCG at any age', 'BCG_IVAC', asked('2026-11-26', 'ID'), 0.1],
  ] as const)('%s', (_, code, who, volumeMl) => {
    expect(statedVolume(vaccine(code), who)).toMatchObject({ volumeMl, drops: null })
  })

  test('drops are counted', () => {
    expect(statedVolume(vaccine('BOPV_POLYVAC'), asked('2026-09-01', 'PO'))).toMatchObject({
      volumeMl: null,
      drops: 2,
    })
  })

  test('what nobody knows stays unknown, and what no source confirms is marked', () => {
    expect(statedVolume(vaccine('GENERIC_BCG'), asked('2026-11-01', 'ID'))).toBeNull()
    expect(statedVolume(vaccine('SAR'), asked('1990-01-01'))).toBeNull()
    expect(statedVolume(vaccine('BCG_IVAC'), asked('2026-11-01', 'ID'))).toMatchObject({ isConfirmed: true })
    expect(statedVolume(vaccine('JEVAX'), asked('2024-11-01', 'SC'))).toMatchObject({ isConfirmed: false })
  })
})

describe('a volume about to be given', () => {
  test.each([
    ['half a dose after 36 months', 'JEVAX', asked('2022-01-01', 'SC'), 0.5, 1],
    ['five times as much BCG', 'BCG_IVAC', asked('2026-11-01', 'ID'), 0.5, 0.1],
    ['a muscle’s dose into the skin', 'VERORAB', asked('2010-01-01', 'ID'), 0.5, 0.1],
  ] as const)('%s is asked about', (_, code, who, volumeMl, right) => {
    expect(volumeWarning(vaccine(code), { ...who, volumeMl })).toMatchObject({
      code: 'dose.other-volume',
      stated: { volumeMl: right },
    })
  })

  test('of a child’s product for an adult is asked about: the data has none for that age', () => {
    expect(volumeWarning(vaccine('EUVAX_05'), { ...asked('1990-01-01'), volumeMl: 0.5 })).toMatchObject({
      stated: null,
    })
  })

  test('that is right, is not known, or is counted in drops raises nothing', () => {
    expect(volumeWarning(vaccine('JEVAX'), { ...asked('2022-01-01', 'SC'), volumeMl: 1 })).toBeNull()
    expect(volumeWarning(vaccine('SAR'), { ...asked('1990-01-01'), volumeMl: 5 })).toBeNull()
    const drops = asked('2026-09-01', 'PO')
    expect(volumeWarning(vaccine('BOPV_POLYVAC'), { ...drops, volumeMl: 0.1 })).toBeNull()
    expect(volumeWarning(vaccine('ROTARIX'), { ...drops, volumeMl: null })).toBeNull()
  })
})

describe('the file of volumes', () => {
  const [first] = volumesFile.volumes

  test('with two volumes for one age, with ml and drops at once, or of no product stops the load', () => {
    const twice = { ...volumesFile, volumes: [first, { ...first, beforeMonths: 60 }] }
    expect(() => withVolumes(catalogue, twice)).toThrow('two volumes of JEVAX')
    const both = { ...volumesFile, volumes: [{ ...first, drops: 2 }] }
    expect(() => withVolumes(catalogue, both)).toThrow('either ml or drops')
    const nobody = { ...volumesFile, volumes: [{ ...first, vaccineCode: 'NONE' }] }
    expect(() => withVolumes(catalogue, nobody)).toThrow('NONE is no product')
  })
})
