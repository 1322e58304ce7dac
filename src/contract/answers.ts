import type { Answer } from './call'
import type { ErrorCode, Problem } from './errors'

/** A refusal with all its problems; the first one names it. */
export function refusedWith(problems: readonly Problem[]): Answer<never> {
  const code = problems[0]?.code ?? 'engine.internal'
  return { ok: false, error: { code, problems, reference: null } }
}

/** A refusal with one code and nothing else. */
export function refused(code: ErrorCode): Answer<never> {
  return refusedWith([{ code, field: null, params: {} }])
}
