import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { dismissDuplicate, mergePersons } from '../../src/contract/merge-calls'
import { registerPerson } from '../../src/contract/person-calls'
import { resize } from './shots/camera'
import { createStage, pin } from './shots/stage'
import { signIn } from './support/desk'
import { inventedChild, twoRecordsOfOneChild } from './support/two-records'

const stage = createStage('--practice')

afterAll(() => stage.end())
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(stage.desk().launched.output())
})

/** Twins, who look like one child to a hurried eye. */
async function twins(): Promise<readonly [string, string]> {
  const { ask } = stage.desk()
  const one = await ask(registerPerson, {
    person: inventedChild({ name: 'Phan Gia An', sex: 'male' }),
    notDuplicateOf: [],
  })
  const two = await ask(registerPerson, {
    person: inventedChild({ name: 'Phan Gia Bảo', sex: 'male' }),
    notDuplicateOf: [one.personId],
  })
  return [one.personId, two.personId]
}

describe('two records of one person', () => {
  test('from the record to the review, the merge and its undo', async () => {
    await stage.open('2026-11-22T01:00:00.000Z')
    const window = stage.window()
    await signIn(stage.desk(), pin)
    await stage.goTo('duplicates')
    await stage.shoot('duplicates-empty', 'screen-duplicates')
    const child = await twoRecordsOfOneChild(stage.desk())
    const [leftId, rightId] = await twins()
    await window.keyboard.press('Control+Enter')
    await window.getByTestId('last-search').waitFor({ timeout: 60_000 })
    await window.getByTestId('pair-line').first().waitFor()
    await stage.shoot('duplicates-likely', 'pair-line')
    await window.keyboard.press('l')
    await window.getByTestId('pair-line').first().waitFor()
    await stage.shoot('duplicates-possible', 'pair-line')
    await stage.search(child.first.personCode)
    await window.keyboard.press('ArrowRight')
    await window.getByTestId('dose-matrix').waitFor()
    await window.getByTestId('merge-with').click()
    await window.getByTestId('merge-with-search').fill('uoc mo')
    await window.getByTestId('merge-with-hit').first().waitFor()
    await stage.shoot('merge-with', 'merge-with-hit')
    await window.keyboard.press('Enter')
    await window.getByTestId('review-score').waitFor()
    await stage.shoot('merge-review', 'review-fields')
    await window.keyboard.press('Control+Enter')
    await stage.shoot('merge-dialog', 'screen-merge-review')
    await window.keyboard.press('Escape')
    await window.keyboard.press('k')
    await stage.shoot('merge-dismiss', 'screen-merge-review')
    await window.keyboard.press('Escape')
    const request = { take: ['note' as const], overrides: [], reason: 'Một bé đăng ký hai lần' }
    await stage.desk().ask(mergePersons, {
      survivorId: child.first.personId,
      absorbedId: child.second.personId,
      ...request,
    })
    await stage.desk().ask(dismissDuplicate, { leftId, rightId, reason: 'Sinh đôi' })
    await stage.goTo('duplicates')
    await window.getByRole('tab', { name: 'Đã gộp' }).click()
    await stage.shoot('merges', 'merge-line')
    await window.keyboard.press('u')
    await stage.shoot('merge-undo', 'undo-told')
    await window.keyboard.press('Escape')
    await window.getByRole('tab', { name: 'Không trùng' }).click()
    await stage.shoot('dismissed', 'dismissed-line')
    await stage.search(child.second.personCode)
    await window.keyboard.press('ArrowRight')
    await window.getByTestId('dose-matrix').waitFor()
    await stage.shoot('merged-record', 'dose-matrix')
    await window.getByRole('tab', { name: 'Lịch sử thay đổi' }).click()
    await stage.shoot('merged-history', 'screen-person')
    await window.evaluate(() => localStorage.setItem('locale', 'en'))
    await window.reload()
    await stage.goTo('duplicates')
    await stage.shoot('duplicates-en', 'pair-line')
    await window.getByTestId('pair-line').first().click()
    await window.getByTestId('review-score').waitFor()
    await stage.shoot('merge-review-en', 'review-fields')
    await window.evaluate(() => localStorage.setItem('locale', 'vi'))
    await window.reload()
    await resize(window, 1093, 614)
    await stage.goTo('duplicates')
    await stage.shoot('duplicates-small', 'screen-duplicates')
  }, 240_000)

  test('no word on a button or a chip is cut', () => {
    expect(stage.cut()).toEqual([])
  })
})
