import { addUser, setUpPoint } from '../../src/contract/point-calls'
import { notePointStatus } from '../../src/contract/supervision-calls'
import { pointSetUp } from '../main/services/ready-point'
import { linkHere } from './link-runner'
import { openTestPoint, type TestPoint } from './test-point'

/** An invented point in a commune of the province of the tests. */
export function openPoint(
  name: string,
  communeCode: string,
  options: Parameters<typeof openTestPoint>[0] = {},
): TestPoint {
  const point = openTestPoint({ runner: linkHere, ...options })
  const address = { ...pointSetUp.point.address, communeCode }
  point.done(setUpPoint, { ...pointSetUp, point: { ...pointSetUp.point, name, address } })
  point.actAs('head', 'Trưởng trạm')
  return point
}

export const supervisorPin = '7531'

/** The office above, with somebody who supervises. */
export function addSupervisor(point: TestPoint): void {
  point.done(addUser, { name: 'Người Giám Sát', role: 'supervisor', pin: supervisorPin })
}

/** Lets a point say how it stands, as its engine does by itself. */
export function sayStatus(point: TestPoint): boolean {
  const request = { requestId: point.ports.newId(), payload: {}, actor: null }
  const answer = point.dispatch(notePointStatus.name, request)
  if (!answer.ok) throw new Error(answer.error.code)
  return (answer.value as { readonly isSaid: boolean }).isSaid
}
