import { expect, test } from 'vitest'
import { calledName } from '../../../../src/domain/session/queue'

test.each([
  ['Nguyễn Thị Ánh Ngọc', 'Ngọc (N.)'],
  ['Con bà Trần Thị Phượng', 'Con bà Phượng'],
  ['Con ông Đỗ Văn Thử', 'Con ông Thử'],
  ['Đỗ Thử', 'Thử (Đ.)'],
  ['Thử', 'Thử'],
])('%s is called as %s', (name, called) => {
  expect(calledName(name)).toBe(called)
})
