import type { Database } from './driver'

export type SafetyRepository = ReturnType<typeof createSafetyRepository>

/** What stands between a vial and a child: whom a user identified last, and which products a number has been. */
export function createSafetyRepository(db: Database) {
  const selectNewest = db
    .prepare<[string], string>(
      `SELECT visit_id FROM identity_check WHERE by_user_id = ? AND voided = 0
       ORDER BY created_stamp DESC LIMIT 1`,
    )
    .pluck()
  const selectProducts = db
    .prepare<[string], string>(
      `SELECT DISTINCT vaccine_code FROM product_code WHERE gtin = ? AND voided = 0 ORDER BY vaccine_code`,
    )
    .pluck()

  return {
    /** The visit whose person this user identified last; null before the first time. */
    visitIdentifiedLast: (userId: string): string | null => selectNewest.get(userId) ?? null,
    /** Vaccines that lots with this product number were received as. */
    productsOf: (gtin: string): readonly string[] => selectProducts.all(gtin),
  }
}
