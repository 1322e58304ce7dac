import { afterAll, describe, expect, test } from 'vitest'
import { getStock, postMovement, setStockLevel } from '../../src/contract/ledger-calls'
import { receiveLot, setLotStatus } from '../../src/contract/stock-calls'
import { openVial } from '../../src/contract/vial-calls'
import { day } from '../../src/domain/calendar/calendar-day'
import { createStage, pin } from './shots/stage'
import { signIn } from './support/desk'

const stage = createStage('--practice')
afterAll(() => stage.end())

describe('the stock of a practice point', () => {
  test('levels, a box for the session, open vials, something set aside', async () => {
    await stage.open('2026-11-22T01:00:00.000Z')
    await signIn(stage.desk(), pin)
    const { ask } = stage.desk()
    const { lots } = await ask(getStock, {})
    const lotOf = (code: string) => lots.find(lot => lot.vaccineCode === code)?.lotId ?? ''
    await ask(setStockLevel, { code: 'BCG_IVAC', minimum: 80, maximum: 200 })
    await ask(setStockLevel, { code: 'IMOVAX_POLIO', minimum: 10, maximum: 40 })
    const move = { reason: null, note: null, quantity: 20 }
    await ask(postMovement, { ...move, lotId: lotOf('BCG_IVAC'), from: 'store', to: 'session' })
    await ask(openVial, { lotId: lotOf('BCG_IVAC') })
    await ask(openVial, { lotId: lotOf('SII_PENTA'), doses: 5 })
    await ask(postMovement, {
      lotId: lotOf('BCG_IVAC'),
      from: 'store',
      to: 'wasted',
      quantity: 3,
      reason: 'broken',
      note: 'Rơi khi xếp hòm',
    })
    await ask(setLotStatus, { lotId: lotOf('HPV_EPI'), status: 'quarantined', reason: 'Tủ 11 °C đêm qua' })
    await ask(receiveLot, {
      vaccineCode: 'BCG_IVAC',
      number: 'BCG-LANH',
      expiresOn: day('2027-08-31'),
      manufacturer: 'IVAC',
      programme: 'epi',
      diluentLot: null,
      diluentExpiresOn: null,
      doses: 40,
      note: null,
      supplier: 'Kho tuyến trên',
      documentNumber: 'PX-118',
      temperatureC: 11.5,
      vvmStage: 1,
      indicator: 'fine',
    })
    for (const [code, doses] of [['SYRINGE_05', 300] as const, ['SAFETY_BOX', 2] as const])
      await ask(receiveLot, {
        vaccineCode: code,
        number: `VT-${doses}`,
        expiresOn: day('2029-12-31'),
        manufacturer: null,
        programme: 'epi',
        diluentLot: null,
        diluentExpiresOn: null,
        doses,
        note: null,
      })
    await stage.shootPlace('stock', 'stock-shelves')
  })

  test('a lot: what can be done with it, its ledger, its levels', async () => {
    const window = stage.window()
    await window.getByTestId('lots').getByRole('row').filter({ hasText: '✓' }).first().click()
    await stage.shoot('stock-lot', 'save-movement')
    await window.getByTestId('lots').getByRole('row').filter({ hasText: 'trong lọ mở' }).first().click()
    await stage.shoot('stock-lot-open', 'save-movement')
    await window.getByRole('button', { name: 'Hủy', exact: true }).click()
    await stage.shoot('stock-waste', 'save-movement')
    await window.getByRole('tab', { name: 'Sổ của lô' }).click()
    await stage.shoot('stock-book', 'ledger')
    await window.getByRole('button', { name: 'Ghi ngược' }).first().click()
    await window.getByRole('dialog').waitFor()
    await stage.shoot('stock-reverse', 'screen-stock')
    await window.keyboard.press('Escape')
    await window.getByRole('tab', { name: 'Mức tồn' }).click()
    await stage.shoot('stock-levels', 'screen-stock')
  })

  test('open vials, supplies, and a delivery', async () => {
    const window = stage.window()
    await window.getByRole('tab', { name: /Lọ đang mở/u }).click()
    await window.getByTestId('open-vials').getByRole('button').first().click()
    await stage.shoot('stock-vial', 'close-vial')
    await window.getByRole('tab', { name: 'Vật tư' }).click()
    await stage.shoot('stock-supplies', 'lots')
    await window.getByRole('tab', { name: 'Buổi hôm nay' }).click()
    await stage.shoot('stock-session', 'session-usage')
    await window.getByTestId('settle-session').click()
    await window.getByRole('status').filter({ hasText: 'Đã ghi vào sổ kho.' }).waitFor()
    await stage.shoot('stock-settled', 'session-usage')
    await window.getByRole('tab', { name: 'Đề xuất' }).click()
    await window.getByTestId('proposals').getByRole('row').filter({ hasText: '5 trong 1' }).click()
    await window.getByTestId('take-out-wanted').fill('30')
    await window.getByTestId('take-out-shares').getByRole('listitem').first().waitFor()
    await stage.shoot('stock-proposals', 'proposals')
    await window.getByTestId('take-out').click()
    await window.getByRole('status').filter({ hasText: 'Đã ghi sổ' }).waitFor()
    await stage.shoot('stock-taken-out', 'proposals')
  })

  test('a scanned box whose number was another vaccine', async () => {
    const window = stage.window()
    const gtin = '08935060123456'
    await stage.desk().ask(receiveLot, {
      vaccineCode: 'SII_PENTA',
      number: 'LO-GTIN',
      expiresOn: day('2027-06-30'),
      manufacturer: null,
      programme: 'epi',
      diluentLot: null,
      diluentExpiresOn: null,
      doses: 20,
      note: null,
      gtin,
    })
    await window.keyboard.press('Escape')
    await window.getByRole('tab', { name: 'Vắc xin' }).click()
    await window.getByPlaceholder('Quét hộp hoặc gõ mã').fill(`(01)${gtin}(17)270331(10)LO-KHAC`)
    await window.keyboard.press('Enter')
    await window.getByRole('combobox', { name: 'Vắc xin' }).fill('MR')
    await window.keyboard.press('Enter')
    await window.getByLabel('Số liều').fill('10')
    await window.getByTestId('receive-lot').click()
    await window.getByTestId('same-number-meant').waitFor()
    await stage.shoot('stock-same-number', 'same-number-meant')
  })

  test('no word on a button or a chip is cut', () => {
    expect(stage.cut()).toEqual([])
  })
})
