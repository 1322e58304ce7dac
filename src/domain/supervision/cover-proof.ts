/** A colour by its parts, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number]
export type Pixels = {
  readonly width: number
  readonly height: number
  readonly at: (x: number, y: number) => Colour
}

/** The border that the window draws together with the cover is this wide (CSS pixels). */
export const borderPx = 6
/** So far a part of a colour may be off: screens have profiles of their own. */
const mostOff = 12

/**
 * Whether a picture of the window was taken while its cover was drawn: the cover comes with a border in a colour that was
 * drawn by lot for this picture, on all four sides in the same frame. A picture without it may show people, and is none.
 */
export function showsCover({ width, height, at }: Pixels, colour: Colour): boolean {
  const inside = 2
  if (width < 4 * borderPx || height < 4 * borderPx) return false
  const along = [0.1, 0.3, 0.5, 0.7, 0.9]
  const points = along.flatMap(share => [
    [Math.floor(width * share), inside],
    [Math.floor(width * share), height - 1 - inside],
    [inside, Math.floor(height * share)],
    [width - 1 - inside, Math.floor(height * share)],
  ])
  return points.every(([x = 0, y = 0]) =>
    at(x, y).every((part, index) => Math.abs(part - (colour[index] ?? 0)) <= mostOff),
  )
}
