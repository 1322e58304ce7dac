import type { Difficulty } from '../../../../../src/domain/supervision/difficulty'
import type { PointStatus } from '../../../../../src/domain/supervision/point-status'
import { on } from '../../../../main/services/ready-point'
import { at, idOf, recordOf } from './register'

/** How an invented point stands. */
export const status: PointStatus = {
  on: on('2026-11-20'),
  at: at('2026-11-20T03:00:00.000Z'),
  appVersion: '0.1.0',
  computer: 'yes',
  printer: 'no',
  internet: 'yes',
  power: 'unknown',
  internetKind: 'Cáp quang',
  accounts: 4,
  trainedStaff: 2,
  startedOn: on('2026-10-05'),
  people: 812,
  infants: 95,
  births: 101,
  doses: 240,
  dosesOnPaper: 251,
  suspectedDuplicates: 3,
  hasStock: true,
  reportsDue: 2,
  reportsLate: 1,
  openDifficulties: 1,
  oldestUnsentAt: at('2026-11-19T08:00:00.000Z'),
  lastSupervisedOn: null,
  answeredAt: at('2026-11-18T02:00:00.000Z'),
}
export const pointStatus = recordOf('point-status', idOf(80), status)
/** An answer to something of this register, so that its references lead somewhere. */
export const supervisorAnswer = recordOf('supervisor-answer', idOf(81), {
  about: 'report',
  aboutId: idOf(85),
  pointId: idOf(1),
  verdict: 'refused',
  text: 'Số mũi sởi không khớp sổ',
  byUserId: idOf(3),
  byName: 'Người Giám Sát',
  at: at('2026-11-20T04:00:00.000Z'),
})

/** What an invented user could not do. */
export const writtenDifficulty: Difficulty = {
  theme: 'printer',
  text: 'Máy in nhãn kẹt giấy',
  proposal: 'Xin máy dự phòng',
  screen: 'injection',
  picture: 'iVBORw0KGgoAAAA=',
  log: ['bug 3FA91C in print.send: TypeError'],
  appVersion: '0.1.0',
  writtenByUserId: idOf(3),
  writtenByName: 'Người Ghi Thử',
  writtenAt: at('2026-11-20T03:00:00.000Z'),
  state: 'open',
  answer: null,
  answeredByName: null,
  answeredAt: null,
}
export const difficulty = recordOf('difficulty', idOf(82), writtenDifficulty)
