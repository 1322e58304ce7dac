/** Troubles of the plan of a session. */
export const planErrors = {
  'plan.not-found': () => 'Ngày này chưa có kế hoạch đã lưu. Lập và lưu kế hoạch trước khi in.',
  'plan.no-slot': () => 'Chưa có khung giờ nào. Thêm ít nhất một khung giờ rồi lưu lại.',
  'plan.bad-slot': () =>
    'Khung giờ chưa đúng: mỗi khung một giờ riêng, nhận từ 1 đến 500 người. Xem lại các khung.',
  'plan.past-day': () => 'Ngày này đã qua, không lập kế hoạch được. Chọn hôm nay hoặc ngày sau.',
  'plan.bad-next-session': () => 'Ngày của buổi sau phải sau ngày của buổi này. Chọn lại ngày.',
  'plan.changed': () =>
    'Kế hoạch của ngày này vừa được lưu ở nơi khác. Chưa ghi gì; mở lại kế hoạch rồi làm tiếp.',
  'plan.person-twice': () => 'Có người được xếp hai lần. Bỏ một dòng rồi lưu lại.',
  'plan.person-not-followed': () =>
    'Người này không còn theo dõi ở đây (đã mất hoặc chuyển đi) nên không mời. Bỏ khỏi kế hoạch.',
  'plan.already-here': () => 'Người này đã đến hôm đó nên không bỏ khỏi kế hoạch được. Để nguyên dòng này.',
  'plan.cannot-wait': () =>
    'Người này không chờ được đến buổi sau: sẽ quá tuổi hoặc đã phải về một lần. Mở lọ cho họ hôm nay.',
}
