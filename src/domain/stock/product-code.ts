/** A product number on boxes and vials, as this point has met it: lots that carry it were received as this vaccine. */
export type ProductCode = {
  /** 14 digits with a check digit. */
  readonly gtin: string
  readonly vaccineCode: string
  readonly byUserId: string
  readonly byName: string
}
