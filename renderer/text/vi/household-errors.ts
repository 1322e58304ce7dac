/** Families, where people live, transfer slips. */
export const householdErrors = {
  'residence.not-found': () => 'Không còn thấy mục này trong lịch sử cư trú. Mở lại hồ sơ để xem.',
  'residence.in-future': () => 'Ngày ghi nằm sau hôm nay. Ghi khi việc đã xảy ra, hoặc xem lại ngày.',
  'residence.before-birth': () => 'Ngày ghi nằm trước ngày sinh. Xem lại ngày.',
  'residence.bad-period': () =>
    'Ngày kết thúc chưa đúng: chỉ tạm trú mới có, và không được trước ngày bắt đầu. Xem lại.',
  'residence.dose-after-death': () => 'Có mũi tiêm sau ngày mất này. Sửa mũi tiêm hoặc xem lại ngày mất.',
  'residence.after-death': () =>
    'Hồ sơ đã ghi mất, hoặc có mục ghi sau ngày mất này. Bỏ mục sai trước, kèm lý do.',
  'residence.nothing-changed': () => 'Tình trạng này đã ghi rồi nên không có gì thay đổi. Xem lại lựa chọn.',
  'visit.person-died': () =>
    'Hồ sơ này đã ghi mất nên không đưa vào hàng chờ. Xem có nhầm người không; nếu ghi nhầm, bỏ mục đó kèm lý do.',
  'dose.after-death': () => 'Hồ sơ đã ghi mất trước ngày tiêm này. Xem có nhầm người, nhầm ngày không.',
  'family.not-found': () => 'Không còn thấy liên kết gia đình này. Mở lại hồ sơ để xem.',
  'family.same-person': () => 'Hai hồ sơ là một người nên không liên kết được. Chọn người khác.',
  'family.wrong-sex': () =>
    'Giới tính trong hồ sơ người thân không hợp với quan hệ này. Xem lại người hoặc quan hệ.',
  'family.too-young': () =>
    'Người được chọn chưa hơn 12 tuổi so với trẻ nên không thể là cha mẹ. Xem lại người hoặc ngày sinh.',
  'family.already-linked': () =>
    'Hai người đã liên kết, hoặc trẻ đã có mẹ hay cha trong sổ. Bỏ liên kết cũ trước nếu sai.',
  'family.circle': () => 'Người này đang là con của chính hồ sơ đang mở. Xem lại ai là cha mẹ.',
  'family.bad-period': () => 'Ngày kết thúc nằm trước ngày bắt đầu. Xem lại hai ngày.',
  'transfer.not-a-slip': () =>
    'Mã này không phải phiếu chuyển nơi tiêm. Quét lại mã vuông trên phiếu chuyển.',
  'transfer.damaged': () => 'Mã phiếu chuyển bị thiếu hoặc sai chữ số nên không nhận. Quét lại cả mã.',
  'transfer.newer-version': () =>
    'Phiếu chuyển do phiên bản mới hơn in ra nên máy này chưa đọc được. Cập nhật phần mềm, hoặc chép các mũi từ giấy.',
  'transfer.mixed-parts': () =>
    'Các mã vừa quét thuộc nhiều phiếu khác nhau. Quét lại từ đầu, lần lượt từng mã của một phiếu.',
  'transfer.part-missing': () => 'Phiếu này có nhiều mã và chưa quét đủ. Quét nốt các mã còn lại.',
  'transfer.member-unclear': () =>
    'Trong sổ có người rất giống một người của giấy này. Chọn đúng là người ấy hay là hồ sơ mới.',
}
