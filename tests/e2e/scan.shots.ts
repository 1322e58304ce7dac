import { afterAll, afterEach, expect, test } from 'vitest'
import { day } from '../../src/domain/calendar/calendar-day'
import { createStage, pin } from './shots/stage'
import { signIn } from './support/desk'
import { inventHolder, papers, registerHolder } from './support/scanned-people'
import { wedgeOn } from './support/wedge'

const stage = createStage('--practice')

afterAll(() => stage.end())
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(stage.desk().launched.output())
})

test('scans', async () => {
  await stage.open('2026-11-22T01:00:00.000Z')
  const window = stage.window()
  window.setDefaultTimeout(30_000)
  await signIn(stage.desk(), pin)
  const wedge = await wedgeOn(window)
  const woman = await registerHolder(stage.desk(), 6, { kind: 'woman', birthDate: day('1985-07-01') })
  const mother = inventHolder(12)
  const relatives = [
    {
      relation: 'mother' as const,
      name: mother.name,
      nationalId: mother.nationalId,
      phone: '0912000444',
      birthYear: 1992,
    },
  ]
  for (const number of [13, 14]) await registerHolder(stage.desk(), number, { kind: 'child', relatives })
  await stage.goTo('reception')
  await wedge.scan(papers.card(woman))
  await stage.shoot('scan-contradicts', 'scan-choose')
  await window.keyboard.press('Escape')
  await wedge.scan(papers.card(mother))
  await stage.shoot('scan-children', 'scan-choose')
  await window.keyboard.press('Escape')
  await wedge.scan('2025000700004218')
  await stage.shoot('scan-refused', 'scan-refused')
  await wedge.scan(papers.card(inventHolder(93)))
  await stage.shoot('scan-form', 'card-notice')
  await window.keyboard.press('Escape')
  await stage.shootPlace('set-up', 'set-up-scanner')
  await window.getByTestId('open-scanner').click()
  await window.getByTestId('scanner-now').waitFor()
  await stage.shoot('scanner-waiting', 'screen-scanner')
  await wedge.scan('AWS DDA LA1234 0123456789', { how: 'hook', method: 'telex' })
  await stage.shoot('scanner-telex', 'scanner-trial')
  await wedge.scan('AWS DDA LA1234 0123456789')
  await window.locator('[data-verdict="good"]').waitFor()
  await stage.shoot('scanner-good', 'scanner-trial')
})

test('no word on a button or a chip is cut', () => {
  expect(stage.cut()).toEqual([])
})
