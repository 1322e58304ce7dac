/** A bitmap of one bit a dot, 1 = black, most significant bit left, rows padded with white to whole bytes. */
export class Bits {
  readonly bytesPerRow: number
  readonly data: Buffer

  /** A white bitmap. Throws RangeError on a size that is no whole number of dots. */
  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1) {
      throw new RangeError(`no bitmap of ${width} × ${height} dots`)
    }
    this.bytesPerRow = (width + 7) >> 3
    this.data = Buffer.alloc(this.bytesPerRow * height)
  }

  /** Whether a dot is black; dots outside are white. */
  get(x: number, y: number): boolean {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return false
    return ((this.byteAt(x, y) >> (7 - (x & 7))) & 1) === 1
  }

  /** Makes a dot black. Throws RangeError outside the paper: what would be cut off must not be drawn. */
  set(x: number, y: number): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height)
      throw new RangeError(`dot ${x},${y} lies off the paper`)
    this.data[y * this.bytesPerRow + (x >> 3)] = this.byteAt(x, y) | (0x80 >> (x & 7))
  }

  /** Fills a rectangle with black. */
  fill(x: number, y: number, width: number, height: number): void {
    for (let row = y; row < y + height; row++)
      for (let column = x; column < x + width; column++) this.set(column, row)
  }

  /** Swaps black and white in a rectangle, for white letters on a black band. */
  invert(x: number, y: number, width: number, height: number): void {
    for (let row = y; row < y + height; row++) {
      for (let column = x; column < x + width; column++) {
        const at = row * this.bytesPerRow + (column >> 3)
        this.data[at] = this.byteAt(column, row) ^ (0x80 >> (column & 7))
      }
    }
  }

  /** The bytes of some rows, as they lie. */
  rows(from: number, count: number): Buffer {
    return this.data.subarray(from * this.bytesPerRow, (from + count) * this.bytesPerRow)
  }

  /** True when size and every dot agree. */
  equals(other: Bits): boolean {
    return this.width === other.width && this.height === other.height && this.data.equals(other.data)
  }

  private byteAt(x: number, y: number): number {
    return this.data[y * this.bytesPerRow + (x >> 3)] ?? 0
  }
}
