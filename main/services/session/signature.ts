import type { ServiceContext } from '../service'

/** How long a PIN that was typed is good for, in ms. */
const signatureMs = 2 * 60_000

/** What is signed: a signature for one is none for the other. */
type Signed = 'signature' | 'signature.report'

/** Remembers who has just typed their PIN; answers the id of the signature. */
export function keepSignature(context: ServiceContext, of: Signed, userId: string): string {
  const signatureId = context.newId()
  context.store.local.writeMeta(of, JSON.stringify({ signatureId, userId, at: context.at }))
  return signatureId
}

/** Who signed a moment ago; each signature is used once. Null: nobody, or too long ago. */
export function takeSignature({ store, at }: ServiceContext, of: Signed, signatureId: string) {
  const kept = JSON.parse(store.local.readMeta(of) ?? 'null') as {
    readonly signatureId: string
    readonly userId: string
    readonly at: string
  } | null
  const age = kept ? Date.parse(at) - Date.parse(kept.at) : Number.POSITIVE_INFINITY
  const user = kept?.signatureId === signatureId ? store.records.find('user', kept.userId) : null
  if (!kept || !user?.active || age < 0 || age > signatureMs) return null
  store.local.writeMeta(of, 'null')
  return { userId: kept.userId, name: user.name, role: user.role }
}
