/** Dòng thời gian: mũi đã tiêm, mũi nào tính, mũi nào sắp tới, theo tuổi. */
export const timeline = {
  title: 'Dòng thời gian',
  view: 'Cách xem',
  views: { matrix: 'Bảng mũi', timeline: 'Dòng thời gian' },
  antigen: 'Phòng bệnh',
  next: 'Tiếp theo',
  today: 'hôm nay',
  birth: 'sinh',
  months: (months: number) => `${months} th`,
  years: (years: number) => `${years} tuổi`,
  legend: { valid: 'tính', 'not-valid': 'không tính', extra: 'thêm', unknown: 'chưa rõ' },
  targets: { due: 'hôm nay', overdue: 'trễ', later: 'sắp tới' },
  lateSince: (day: string) => `trễ từ ${day}`,
  hint: 'Rê chuột, hoặc Tab rồi ← → ↑ ↓, để đọc từng mũi.',
  given: (count: number, counted: number, today: number, next: string | null) =>
    [
      count === 0 ? 'Chưa ghi mũi nào' : `Đã tiêm ${count} mũi, ${counted} mũi được tính`,
      today === 0 ? 'hôm nay không có mũi đến hạn' : `hôm nay ${today} mũi đến hạn`,
      next === null ? null : `lần tới ${next}`,
    ]
      .filter(part => part !== null)
      .join('; ')
      .concat('.'),
  givenAt: (day: string, age: string | null, vaccine: string) =>
    `${day}${age === null ? '' : ` (${age})`}: ${vaccine}.`,
  dose: (dose: number) => `mũi ${dose}`,
  target: (label: string, recommended: string) => `${label}: khuyến cáo ${recommended}`,
  earliest: (day: string) => `sớm nhất ${day}`,
  pastDue: (day: string) => `báo trễ sau ${day}`,
  latest: (day: string) => `muộn nhất ${day}`,
}
