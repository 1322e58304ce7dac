import { setUpPoint } from '../../../src/contract/point-calls'
import type { Desk } from './desk'

/** A point that is set up, with its head as the only user. */
export async function setUpHere({ ask }: Desk, pin: string): Promise<void> {
  const address = { provinceCode: '38', communeCode: '16378', hamlet: null, line: null }
  const name = 'Trạm Y tế phường Đông Sơn'
  await ask(setUpPoint, {
    point: { name, code: null, kind: 'commune-station', address, phone: null, offeredAntigens: [] },
    station: { name: 'Máy 1', number: 1 },
    user: { name: 'Trưởng trạm', role: 'head', pin },
  })
}
