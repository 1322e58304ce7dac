/** Hepatitis B within hours of birth. */
export const birthDose = {
  left: (hours: number) => (hours === 0 ? 'VGB: còn dưới 1 giờ' : `VGB: còn ${hours} giờ`),
  late: (hours: number) => (hours === 0 ? 'VGB: muộn dưới 1 giờ' : `VGB: muộn ${hours} giờ`),
  bornToday: 'VGB: sinh hôm nay, không rõ giờ sinh',
  bornDaysAgo: (days: number) => `VGB: sinh ${days} ngày trước, không rõ giờ sinh`,
  lateByDays: (days: number) => `VGB: muộn, sinh ${days} ngày trước, không rõ giờ sinh`,
  within: (hours: number) => `Trong ${hours} giờ sau sinh`,
  verdicts: { 'in-time': '✓ có', late: '▲ không', unknown: '○ không rõ' },
  after: (hours: number) => (hours === 0 ? 'sau dưới 1 giờ' : `sau ${hours} giờ`),
  afterDays: (days: number) => (days === 0 ? 'trong ngày sinh' : `sau ${days} ngày`),
  missing: { 'birth-time': 'không rõ giờ sinh', 'dose-time': 'không rõ giờ tiêm' },
  unverified: 'Mốc giờ chưa có người chuyên môn xác nhận.',
}
