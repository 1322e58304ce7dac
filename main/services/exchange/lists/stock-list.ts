import { byUseOrder, type LotStatus } from '../../../../src/domain/stock/lot'
import { noExpiry } from '../../../../src/domain/stock/supplies'
import type { Resources } from '../../../resources/load'
import type { ExportedList } from '../exported-list'

const states: Readonly<Record<LotStatus, string>> = {
  active: 'Đang dùng',
  suspended: 'Tạm ngừng',
  quarantined: 'Cách ly',
}

/** A product, or a supply, by its name on paper. */
export function stockName({ vaccines, supplies }: Resources, code: string): string {
  return vaccines.get(code)?.tradeName ?? supplies.get(code)?.nameVi ?? code
}

/** Every lot with its balance, first expired first. */
export const stockList: ExportedList = {
  title: 'Kho vắc xin',
  fileName: 'kho-vac-xin',
  filter: 'tất cả',
  header: [
    'Vắc xin, vật tư',
    'Số lô',
    'Hạn dùng',
    'Nhà sản xuất',
    'Chương trình',
    'Tình trạng',
    'Còn',
    'Trong tủ',
    'Trong hòm',
    'Để riêng',
    'Trong lọ mở',
    'Đã tiêm',
  ],
  read: ({ store, resources, today }) =>
    Promise.resolve(
      [...store.lots.list(null)]
        .sort(byUseOrder(today))
        .map(lot => [
          stockName(resources, lot.vaccineCode),
          lot.number,
          lot.expiresOn === noExpiry ? null : { day: lot.expiresOn },
          lot.manufacturer,
          lot.programme === 'epi' ? 'Tiêm chủng mở rộng' : 'Dịch vụ',
          states[lot.status],
          lot.balance,
          lot.places.store,
          lot.places.session,
          lot.places.quarantine,
          lot.openDoses,
          lot.given,
        ]),
    ),
}
