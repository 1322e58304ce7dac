import { byUseOrder } from '../../../../src/domain/stock/lot'
import type { ExportedList } from '../exported-list'

/** Every lot with its balance, first expired first. */
export const stockList: ExportedList = {
  title: 'Kho vắc xin',
  fileName: 'kho-vac-xin',
  filter: 'tất cả',
  header: [
    'Vắc xin',
    'Số lô',
    'Hạn dùng',
    'Nhà sản xuất',
    'Chương trình',
    'Tình trạng',
    'Còn (liều)',
    'Đã tiêm (liều)',
  ],
  read: ({ store, resources, today }) =>
    Promise.resolve(
      [...store.lots.list(null)]
        .sort(byUseOrder(today))
        .map(lot => [
          resources.vaccines.get(lot.vaccineCode)?.tradeName ?? lot.vaccineCode,
          lot.number,
          { day: lot.expiresOn },
          lot.manufacturer,
          lot.programme === 'epi' ? 'Tiêm chủng mở rộng' : 'Dịch vụ',
          lot.status === 'active' ? 'Đang dùng' : 'Tạm ngừng',
          lot.balance,
          lot.given,
        ]),
    ),
}
