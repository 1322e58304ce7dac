import { vietnamDayOf, vietnamTimeOf } from '../../../../src/domain/calendar/calendar-day'
import { type Account, accountsOf, type MovementKind } from '../../../../src/domain/stock/ledger'
import type { LotOnHand } from '../../../../src/domain/stock/lot'
import type { JobContext, SheetValue } from '../../jobs/job'
import type { ExportedList } from '../exported-list'
import { stockName } from './stock-list'

const accounts: Readonly<Record<Account, string>> = {
  store: 'Tủ',
  session: 'Hòm buổi tiêm',
  quarantine: 'Để riêng',
  supplier: 'Nơi cấp',
  province: 'Tuyến trên',
  elsewhere: 'Điểm khác',
  given: 'Đã tiêm',
  wasted: 'Hủy',
  used: 'Đã dùng',
  count: 'Chênh lệch kiểm kê',
}
const kinds: Readonly<Record<MovementKind, string>> = {
  received: 'Nhập',
  issued: 'Xuất',
  wasted: 'Hủy',
  returned: 'Trả lại',
  counted: 'Kiểm kê',
  moved: 'Chuyển chỗ',
  reversed: 'Ghi ngược',
}

type Row = { readonly at: string; readonly cells: readonly SheetValue[] }

/** Both sides of the ledger of one lot, or of all: the movements, and the doses given by day. */
export function ledgerList(lotId: string | null): ExportedList {
  return {
    title: 'Sổ kho',
    fileName: 'so-kho',
    filter: lotId === null ? 'tất cả' : 'một lô',
    header: [
      'Ngày',
      'Giờ',
      'Vắc xin, vật tư',
      'Số lô',
      'Việc',
      'Từ',
      'Đến',
      'Số lượng',
      'Lý do',
      'Ghi chú',
      'Số phiếu',
      'VVM',
      'Nhiệt độ (°C)',
      'Người ghi',
    ],
    read: context =>
      Promise.resolve(
        context.store.lots
          .list(null)
          .filter(lot => lotId === null || lot.lotId === lotId)
          .flatMap(lot => [...movementRows(context, lot), ...givenRows(context, lot)])
          .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
          .map(({ cells }) => cells),
      ),
  }
}

function movementRows({ store, resources }: JobContext, lot: LotOnHand): readonly Row[] {
  return store.ledger.movementsOf(lot.lotId).map(movement => {
    const { from, to, quantity } = accountsOf(movement)
    const reason = movement.reason ? (resources.wastageReasons.get(movement.reason)?.nameVi ?? null) : null
    return {
      at: movement.at,
      cells: [
        { day: vietnamDayOf(movement.at) },
        vietnamTimeOf(movement.at),
        stockName(resources, lot.vaccineCode),
        lot.number,
        kinds[movement.kind],
        accounts[from],
        accounts[to],
        quantity,
        reason,
        movement.note,
        movement.documentNumber ?? null,
        movement.vvmStage ?? null,
        movement.temperatureC ?? null,
        movement.byName ?? null,
      ],
    }
  })
}

function givenRows({ store, resources }: JobContext, lot: LotOnHand): readonly Row[] {
  return store.ledger.givenDaysOf(lot.lotId).map(given => ({
    at: given.lastAt ?? given.on,
    cells: [
      { day: given.on },
      null,
      stockName(resources, lot.vaccineCode),
      lot.number,
      'Tiêm',
      accounts[given.takenFrom],
      accounts.given,
      given.doses,
      null,
      null,
      null,
      null,
      null,
      given.names.join(', '),
    ],
  }))
}
