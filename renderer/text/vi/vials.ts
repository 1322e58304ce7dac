/** The vial question in words a nurse says: what to do, and why. */
export const vials = {
  title: 'Mở lọ hay chờ?',
  action: {
    nothing: () => 'Không cần mở',
    'use-open': () => 'Dùng lọ đang mở',
    'open-now': (count: number) => (count > 1 ? `Mở ${count} lọ ngay` : 'Mở lọ ngay'),
    wait: (needed: number) => `Chờ đủ ${needed} trẻ`,
    call: () => 'Gọi thêm trẻ',
    'next-session': () => 'Hẹn buổi sau',
  },
  reason: {
    nobody: 'Chưa có trẻ nào cần.',
    inOpenVial: (left: number) => `Lọ đang mở còn đủ liều; tiêm xong còn ${left} liều.`,
    cannotWait: (names: string) =>
      `${names} không chờ được đến buổi sau: sẽ quá tuổi, hoặc đã phải về không một lần.`,
    noNextSession: 'Chưa biết buổi sau là ngày nào, nên không để trẻ nào về không.',
    enough: (present: number, needed: number) =>
      `Đang có ${present} trẻ chờ. Từ ${needed} trẻ, mở lọ lợi hơn để trẻ về.`,
    sure: (percent: number) => `${percent}% là hôm nay vẫn phải mở lọ, nên không bắt trẻ chờ.`,
    more: (present: number, needed: number, percent: number) =>
      `Mới có ${present} trẻ, nên chờ đủ ${needed}. ${percent}% là sẽ đủ trước giờ chót.`,
    calls: (needed: number) => `Chưa đủ ${needed} trẻ. Gọi các nhà dưới đây thì có thể đủ.`,
    tooFew: (expected: string, needed: number, next: string) =>
      `Hôm nay chỉ khoảng ${expected} trẻ, chưa đến ${needed}. Các trẻ còn hạn đến buổi ${next}; gộp lại đỡ phải bỏ liều.`,
  },
  waste: (waste: string, size: number) => `Nếu mở: bỏ khoảng ${waste} liều (lọ ${size} liều).`,
  present: (count: number) => `${count} trẻ đang chờ`,
  openDoses: (count: number) => `lọ đang mở còn ${count} liều`,
  toCall: 'Gọi để dùng hết lọ',
  noPhone: 'chưa có điện thoại',
  giveNext: (count: number, day: string) => `Hẹn ${count} trẻ ngày ${day}`,
  given: (count: number) => `Đã hẹn ${count} trẻ.`,
  more: (count: number) => `và ${count} trẻ nữa`,
  hold: {
    hold: (next: string) => `Nên để buổi ${next}`,
    invite: () => 'Mời buổi này',
    isHeld: (next: string) => `Đang để buổi ${next}`,
    holdIt: 'Để buổi sau',
    inviteIt: 'Mời buổi này',
    cannotWait: (count: number) => `${count} trẻ không chờ thêm được, nên mở lọ buổi này.`,
    used: (expected: string, waste: string) => `Khoảng ${expected} trẻ đến, bỏ khoảng ${waste} liều.`,
    together: (expected: string, saved: string, next: string) =>
      `Chỉ khoảng ${expected} trẻ đến. Gộp với buổi ${next} đỡ bỏ ${saved} liều; mọi trẻ vẫn kịp hạn, kể cả lỡ một buổi.`,
    noNext: 'Chọn ngày buổi sau để biết có nên gộp.',
  },
}
