import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { badRequest, OperationOutcomeError } from '@medplum/core'
import { makeCertificateKey, trustKeyList } from '../../../src/contract/certificate-calls'
import { listLinkLedger } from '../../../src/contract/link-calls'
import { setUpPoint } from '../../../src/contract/point-calls'
import { attachDesk, type CourierPc } from '../../helpers/courier'
import { linkHere } from '../../helpers/link-runner'
import { requestOf } from '../../helpers/province'
import type { ProvinceServer } from '../../helpers/province-server/server'
import { openTestPoint } from '../../helpers/test-point'
import { on, pointSetUp } from '../services/ready-point'

type Ended = { readonly status: number; readonly stdout: string; readonly stderr: string }

/** An office of the province with its folder, worked by the commands that ship. A server of the test may answer meanwhile. */
export async function openOffice(script: (name: string) => string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'reception-'))
  const env = {
    ...process.env,
    DIEM_TIEM_KEY_PASSPHRASE: 'mật khẩu của văn phòng',
    DIEM_TIEM_RECEPTION_PASSPHRASE: 'mật khẩu của nơi nhận',
  }
  function run(name: string, ...args: readonly string[]): Promise<Ended> {
    const command = [script(name), ...args, '--folder', folder]
    return new Promise(resolve =>
      execFile(process.execPath, command, { env }, (error, stdout, stderr) =>
        resolve({ status: error ? Number(error.code) : 0, stdout, stderr }),
      ),
    )
  }
  const keys = (...args: readonly string[]) => run('keys', ...args)

  /** Two PCs of one point, certified by the command, with the list that the command wrote. */
  async function openPcs(): Promise<readonly [CourierPc, CourierPc]> {
    const opened = await keys(
      'open',
      '--name',
      'Tỉnh Thử Nghiệm',
      '--base',
      'https://khoa.thu-nghiem.example/diem',
    )
    const fingerprint = /\d{5}(?: \d{5}){5}/u.exec(opened.stdout)?.[0] ?? ''
    const points = [1, 2].map(number => {
      const point = openTestPoint({ at: new Date(Date.now() + 60_000).toISOString(), runner: linkHere })
      point.done(setUpPoint, { ...pointSetUp, station: { name: `Máy ${number}`, number } })
      point.actAs('head', 'Trưởng trạm')
      point.done(makeCertificateKey, {})
      return point
    })
    for (const [at, point] of points.entries()) {
      const request = path.join(folder, `yeu-cau-${at}.json`)
      writeFileSync(request, requestOf(point))
      await keys('certify', '--request', request, '--until', '2099-12-31', '--code', 'DS01')
    }
    const { status, stderr } = await keys('reception')
    if (status !== 0) throw new Error(stderr)
    const text = readFileSync(path.join(folder, 'khoa.json'), 'utf8')
    for (const point of points) point.done(trustKeyList, { text, fingerprint })
    const [a, b] = points.map(attachDesk)
    if (!a || !b) throw new Error('two PCs were opened')
    return [a, b]
  }

  return {
    folder,
    openPcs,
    courier: (...args: readonly string[]) => run('courier', ...args),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Every dose in the ledger of a PC, newest first. */
export const rowsOf = ({ point }: CourierPc) =>
  point.done(listLinkLedger, { filter: 'all', from: on('2020-01-01'), to: on('2099-12-31'), after: null })
    .rows

/** The province takes nobody of this name. */
export function refuseName({ repository }: ProvinceServer, name: string): void {
  const create = repository.createResource.bind(repository)
  repository.createResource = (resource, ...rest) => {
    if (resource.resourceType === 'Patient' && JSON.stringify(resource.name).includes(name))
      throw new OperationOutcomeError(badRequest('Tên không đúng quy định của tỉnh', 'Patient.name'))
    return create(resource, ...rest)
  }
}
