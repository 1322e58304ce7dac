import type { Facts } from '../../../src/domain/aefi/aefi-case'

/** What was typed and not saved yet. */
export type CaseDraft = { readonly facts: Facts; readonly doseFacts: Readonly<Record<string, Facts>> }
/** Nothing was typed. */
export const nothing: CaseDraft = { facts: {}, doseFacts: {} }
