import { afterAll, describe, expect, test } from 'vitest'
import { getPerson, searchPersons } from '../../src/contract/person-calls'
import { createStage, pin } from './shots/stage'
import { signIn } from './support/desk'

const stage = createStage('--practice')
afterAll(() => stage.end())

describe('somebody whose data stay at the point', () => {
  test('what is missing for the national data set, the mark, and what it means', async () => {
    await stage.open('2026-11-22T01:00:00.000Z')
    const window = stage.window()
    await signIn(stage.desk(), pin)
    const { ask } = stage.desk()
    const { hits } = await ask(searchPersons, { text: 'nguyen', limit: 5 })
    const [{ personId = '', name = '' } = {}] = hits
    await stage.search(name)
    await window.getByTestId('quick-name').first().waitFor()
    await window.keyboard.press('ArrowRight')
    await window.getByRole('tab', { name: 'Gia đình' }).click()
    await stage.shoot('province-missing', 'province-fields')
    await window.getByTestId('edit-person').click()
    await window.getByText('Thêm: định danh').click()
    await window.getByText('Công an').click()
    await window.getByText('Dữ liệu của người này chỉ lưu tại điểm tiêm').scrollIntoViewIfNeeded()
    await stage.shoot('managed-by-form', 'edit-form')
    await window.getByLabel(/^Lý do/).fill('Gia đình cho biết')
    await window.getByTestId('save-correction').click()
    await window.getByTestId('edit-form').waitFor({ state: 'detached' })
    expect((await ask(getPerson, { personId })).person.managedBy).toBe('police')
    await stage.shoot('managed-by-person', 'province-stays')
    expect(stage.cut()).toEqual([])
  }, 90_000)
})
