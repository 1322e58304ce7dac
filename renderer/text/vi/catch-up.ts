import type { OpenReason } from '../../../src/domain/schedule/catch-up-types'

/** Kế hoạch tiêm bù: the visits that complete every series. */
export const catchUp = {
  title: 'Kế hoạch tiêm bù',
  print: 'In kế hoạch',
  visits: (count: number, lastOn: string) => `${count} buổi · xong ngày ${lastOn}`,
  fewest: 'ít buổi nhất với lựa chọn này',
  columns: { visit: 'Buổi', on: 'Ngày', doses: 'Vắc xin', injections: 'Mũi tiêm' },
  weekdays: ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  today: 'hôm nay',
  drops: 'uống',
  waited: (on: string) => `đến hạn ${on}, chờ đến buổi này`,
  serves: (diseases: string) => `phòng ${diseases}`,
  holds:
    'Ngày của buổi sau chỉ đúng khi buổi trước đến đúng ngày. Lỡ hẹn: mở lại trang này, ngày được tính lại.',
  wishes: 'Cách xếp buổi',
  maxInjections: 'Mũi tiêm nhiều nhất một buổi',
  maxInjectionsNote: 'Không tính liều uống.',
  wait: 'Mũi đã muộn được chờ để gộp buổi',
  waits: { none: 'Không chờ', month: '1 tháng', halfYear: '6 tháng' },
  waitNotes: {
    none: 'Mũi nào đến hạn thì có buổi cho mũi đó.',
    month: 'Mũi chưa muộn vẫn tiêm đúng lịch.',
    halfYear: 'Ít lần đi lại hơn, nhưng có mũi phải chờ lâu. Chỉ chọn khi nhà quá xa.',
  },
  completions: 'Xong theo lịch',
  never: 'Không tiêm bù được',
  later: 'Sau kế hoạch này',
  laterOn: (on: string) => `từ ${on}`,
  reasons: {
    'beyond-horizon': 'còn xa',
    'aged-out': 'đã quá tuổi',
    contraindicated: 'có chống chỉ định',
    'no-product': 'chưa có vắc xin phù hợp',
  } satisfies Record<OpenReason['code'], string>,
  emptyTitle: 'Đã đủ theo lịch',
  emptyHint: 'Không có mũi nào phải tiêm trong 5 năm tới.',
  emptyOpenTitle: 'Không có buổi tiêm bù nào',
  emptyOpenHint: 'Những mũi còn thiếu không tiêm được nữa hoặc chưa đến tuổi; xem bên phải.',
}
