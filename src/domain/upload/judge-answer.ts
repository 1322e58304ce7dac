/** What a server answered, as far as the queue cares. */
export type ServerAnswer = {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

/**
 * What an answer means for what was sent (`platform.md` §6.2).
 * `taken`: a FHIR answer to read. `again`: the same once more, later. `new-token`: we are not known any more. `split`: one
 * of these records is bad. `conflict`: somebody else has changed one of them. `gone`: the server no longer holds what it held.
 */
export type Judgement =
  | { readonly kind: 'taken' }
  | { readonly kind: 'again'; readonly why: LinkTrouble }
  | { readonly kind: 'new-token' }
  | { readonly kind: 'split' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'gone' }

/** Why nothing gets through at the moment; each has a sentence. */
export const linkTroubles = [
  'link.no-connection',
  'link.timeout',
  'link.captive-portal',
  'link.half-answer',
  'link.server-busy',
  'link.server-error',
  'link.certificate-untrusted',
  'link.certificate-date',
  'link.proxy-refused',
  'link.proxy-unreachable',
  'link.not-let-in',
  'link.not-allowed',
  'link.key-lost',
] as const
export type LinkTrouble = (typeof linkTroubles)[number]

const again = (why: LinkTrouble): Judgement => ({ kind: 'again', why })

/** True for the media type of FHIR's JSON, whatever its parameters. */
export function isFhirJson(contentType: string): boolean {
  return /^application\/fhir\+json\s*(;|$)/iu.test(contentType)
}

/** Judges an answer by its status; whether the body is whole is for whoever reads it. */
export function judgeAnswer({ status, contentType }: ServerAnswer): Judgement {
  switch (status) {
    case 401:
      return { kind: 'new-token' }
    case 403:
      return again('link.not-allowed')
    case 407:
      return again('link.proxy-refused')
    case 408:
      return again('link.timeout')
    case 429:
      return again('link.server-busy')
    case 404:
    case 410:
      return isFhirJson(contentType) ? { kind: 'gone' } : again('link.captive-portal')
    case 409:
    case 412:
      return { kind: 'conflict' }
    case 400:
    case 413:
    case 422:
      return { kind: 'split' }
  }
  if (status >= 500) return again('link.server-error')
  // A page that wants a sign-in answers anything at all with 200 or sends elsewhere.
  if (status >= 200 && status < 300 && isFhirJson(contentType)) return { kind: 'taken' }
  if (status >= 400) return { kind: 'split' }
  return again('link.captive-portal')
}
