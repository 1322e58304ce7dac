import { expect, test } from 'vitest'
import { type Colour, showsCover } from '../../../../src/domain/supervision/cover-proof'

const lot: Colour = [12, 200, 90]
const white: Colour = [255, 255, 255]

/** A picture whose border is drawn on the sides that are named. */
function picture(sides: string, colour: Colour = lot) {
  const [width, height] = [400, 300]
  const at = (x: number, y: number): Colour => {
    const side = y < 6 ? 't' : y >= height - 6 ? 'b' : x < 6 ? 'l' : x >= width - 6 ? 'r' : ''
    return side !== '' && sides.includes(side) ? colour : white
  }
  return { width, height, at }
}

test('a border on all four sides in the colour of this picture proves that the cover was drawn', () => {
  expect(showsCover(picture('tblr'), lot)).toBe(true)
  expect(showsCover(picture('tblr', [14, 196, 92]), lot)).toBe(true)
})

test.each([
  ['no border', picture('')],
  ['a border that is only partly drawn', picture('tbl')],
  ['the border of another picture', picture('tblr', [200, 12, 90])],
  ['a window that is hardly there', { width: 10, height: 10, at: () => lot }],
])('%s proves nothing', (_why, shown) => {
  expect(showsCover(shown, lot)).toBe(false)
})
