/** The part of fontkit we use; the package has no types. */
declare module 'fontkit' {
  export type Font = {
    hasGlyphForCodePoint(codePoint: number): boolean
    readonly familyName: string
  }
  export function create(file: Buffer): Font
}
