import { z } from 'zod'
import type { Role } from '../domain/point/point'
import type { CallError, ErrorCode } from './errors'

/** Who may call: before sign-in, any signed-in user, users with one of these roles, or only main itself. */
export type Audience = 'anyone' | 'signed-in' | 'internal' | readonly Role[]

/** One call, declared once for both sides. A `write` carries a request id: sent twice, it is done once. */
export type Call<Request extends z.ZodType = z.ZodType, Response extends z.ZodType = z.ZodType> = {
  readonly name: string
  readonly kind: 'read' | 'write'
  readonly servedBy: 'engine' | 'main'
  readonly audience: Audience
  readonly request: Request
  readonly response: Response
  readonly errors: readonly ErrorCode[]
}

export type RequestOf<C extends Call> = z.output<C['request']>
export type ResponseOf<C extends Call> = z.output<C['response']>

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: CallError }

/** An `Answer` as JSON: how it crosses to a window. */
export type AnswerText = string

/** What crosses from the window. */
export type Envelope = { readonly requestId: string; readonly payload: unknown }

/** The check of what crosses; the payload is checked by the side that serves the call. */
export const envelope = z.strictObject({ requestId: z.uuid(), payload: z.unknown() })

/** Who is acting; main knows it from the sign-in, the window cannot set it. */
export type Actor = { readonly userId: string; readonly name: string; readonly role: Role }

/** Declares a call with the types of its schemas. */
export function defineCall<Request extends z.ZodType, Response extends z.ZodType>(
  call: Call<Request, Response>,
): Call<Request, Response> {
  return call
}

/** A response of our own making whose shape is a domain type: checked by the compiler on both sides. */
export function typed<T>(): z.ZodType<T> {
  return z.custom<T>(value => value !== undefined)
}
