import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { badRequest, OperationOutcomeError } from '@medplum/core'
import { afterAll, afterEach, expect, test } from 'vitest'
import { addDays } from '../../src/domain/calendar/calendar-day'
import { openProvinceServer, type ProvinceServer } from '../helpers/province-server/server'
import { give } from '../main/services/link-setting'
import { on, openReadyPoint, register } from '../main/services/ready-point'
import { cameraOn, resize } from './shots/camera'
import { pin } from './shots/stage'
import { type Desk, openDesk, signIn } from './support/desk'

const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-link-shots-'))
let desk: Desk | null = null
let server: ProvinceServer | null = null

afterAll(async () => {
  await desk?.launched.close()
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(context => {
  if (context.task.result?.state === 'fail') console.error(desk?.launched.output())
})

/** A register with a long name, a bad name, and some doses, as the application finds it. */
function fill(file: string): void {
  const point = openReadyPoint({ file })
  const names = ['Nguyễn Hoàng Phương Trúc Quỳnh Anh', 'Lò Văn Xấu', 'Lò Thị Bịa', 'Tòng Văn Thử']
  for (const [at, name] of names.entries())
    give(point, register(point, { name, birthDate: on(`2026-0${at + 1}-1${at}`), relatives: [] }))
  for (let at = 0; at < 130; at++) {
    const birthDate = addDays(on('2015-01-01'), at * 9)
    give(
      point,
      register(point, {
        name: `Lò Thị Bịa ${at}`.replaceAll(/\d/gu, digit => 'abcdeghikl'[Number(digit)] ?? ''),
        birthDate,
        relatives: [],
      }),
    )
  }
  point.close()
}

test('the ledger of trust and the link in every state', async () => {
  mkdirSync(join(folder, 'data', 'real'), { recursive: true })
  fill(join(folder, 'data', 'real', 'diem-tiem.db'))
  server = await openProvinceServer({ codes: ['ma-1', 'ma-2'] })
  desk = await openDesk(join(folder, 'data'), '2026-11-22T02:00:00.000Z')
  const { window } = desk
  window.setDefaultTimeout(30_000)
  await resize(window, 1366, 768)
  const camera = cameraOn(window)
  await signIn(desk, pin)
  await window.getByTestId('upload-chip').click()
  await window.getByTestId('screen-link').waitFor()
  await window.getByTestId('link-ledger').waitFor()
  await camera.shoot('link-saved', 'screen-link')
  const joinWith = async (address: string, code: string) => {
    await window.getByTestId('join-address').fill(address)
    await window.getByTestId('join-code').fill(code)
    await window.getByTestId('join-province').click()
  }
  await joinWith(server.base, 'sai')
  await window.locator('[data-error-code="link.wrong-code"]').waitFor()
  await camera.shoot('link-wrong-code', 'screen-link')
  const poor = await openProvinceServer({ codes: ['ma'], lacks: ['transaction', 'conditionalCreate'] })
  await joinWith(poor.base, 'ma')
  await window.getByTestId('server-lacks').waitFor()
  await camera.shoot('link-lacks', 'screen-link')
  await poor.close()
  server.setFaults(({ path }) => (path === '/fhir' ? { status: 503, retryAfterSeconds: 60 } : 'pass'))
  await joinWith(server.base, 'ma-1')
  await window.locator('[data-testid="link-phase"]').filter({ hasText: 'tự thử lại' }).waitFor()
  await camera.shoot('link-pausing', 'screen-link')
  const { repository } = server
  const create = repository.createResource.bind(repository)
  repository.createResource = (resource, ...rest) => {
    if (JSON.stringify(resource).includes('Xấu'))
      throw new OperationOutcomeError(badRequest('Tên không đúng quy định của tỉnh', 'Patient.name'))
    return create(resource, ...rest)
  }
  server.setFaults(() => 'pass')
  await window.getByTestId('try-now').click()
  await window.locator('[data-testid="link-phase"]').filter({ hasText: 'không có gì chờ' }).waitFor()
  await camera.shoot('link-accepted', 'screen-link')
  await window.getByRole('tab', { name: /Cần xử lý/u }).click()
  await window.getByTestId('retry-all').waitFor()
  await camera.shoot('link-refused', 'screen-link')
  await window.getByRole('tab', { name: /Chờ gửi/u }).click()
  await camera.shoot('link-none-waiting', 'screen-link')
  await server.close()
  server = null
  expect(camera.cut()).toEqual([])
}, 240_000)
