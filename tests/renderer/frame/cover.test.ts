import { expect, test } from 'vitest'
import { isPlainText } from '../../../renderer/frame/cover'
import { text } from '../../../renderer/text'

test.each([text.frame.reception, text.registerDoctor.title, ' · ', '→', '▲'])(
  '%j is shown in a picture',
  words => {
    expect(isPlainText(words)).toBe(true)
  },
)

test.each([
  'Nguyễn Thị Bịa',
  'NGUYỄN THỊ BỊA',
  'Con bà Bịa',
  '0912 345 678',
  '15/09/2026',
  '9 tháng',
  `${text.frame.reception} Bịa`,
  text.registerDoctor.last('22/11/2026', '08:00', '415'),
  text.frame.station('Trạm Thử', 'Máy 1', '0.1.0'),
])('%j is covered', words => {
  expect(isPlainText(words)).toBe(false)
})
