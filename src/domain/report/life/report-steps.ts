import type { Report, ReportFinding, ReportState } from '../report-record'

/** What somebody does with a version of a report. */
export const reportSteps = ['enter', 'check', 'sign', 'send', 'answer', 'amend', 'withdraw'] as const
export type ReportStep = (typeof reportSteps)[number]

/**
 * From which states a step may be taken. A signed version never goes back: what is wrong in it makes the next version. An
 * answer may be corrected; a version that was sent may be sent again by another way.
 */
const allowedFrom: Readonly<Record<ReportStep, readonly ReportState[]>> = {
  enter: ['draft', 'checked'],
  check: ['draft', 'checked'],
  sign: ['checked'],
  send: ['signed', 'sent'],
  answer: ['sent', 'accepted', 'refused'],
  amend: ['signed', 'sent', 'accepted', 'refused'],
  withdraw: ['draft', 'checked', 'signed', 'sent', 'accepted', 'refused'],
}

/** Whether a step may be taken from a state. */
export function mayStep(state: ReportState, step: ReportStep): boolean {
  return allowedFrom[step].includes(state)
}

/** Signed and frozen, whatever became of it since. */
export function isFrozen({ state }: Pick<Report, 'state'>): boolean {
  return state !== 'draft' && state !== 'checked'
}

/** Left the point. */
export function isSent({ state }: Pick<Report, 'state'>): boolean {
  return state === 'sent' || state === 'accepted' || state === 'refused'
}

type Version = Pick<Report, 'version' | 'state'> & { readonly id: string; readonly voided: boolean }

/** Newest first; two stations that made one version each without knowing of the other are told apart by id. */
export function newestFirst<V extends Version>(versions: readonly V[]): readonly V[] {
  return versions.toSorted((a, b) => b.version - a.version || (a.id < b.id ? 1 : -1))
}

/** The version being worked on; null: none. */
export function openVersion<V extends Version>(versions: readonly V[]): V | null {
  return newestFirst(versions).find(each => !each.voided && !isFrozen(each)) ?? null
}

/** The version that holds: the newest one that was signed and not withdrawn; null: none. */
export function standingVersion<V extends Version>(versions: readonly V[]): V | null {
  return newestFirst(versions).find(each => !each.voided && isFrozen(each)) ?? null
}

/** The number of the next version: withdrawn ones keep theirs. */
export function nextVersion(versions: readonly Pick<Version, 'version'>[]): number {
  return Math.max(0, ...versions.map(({ version }) => version)) + 1
}

/** Two findings are the same when they say the same of the same cell; numbers may have moved. */
export function findingKey({ code, cell }: Pick<ReportFinding, 'code' | 'cell'>): string {
  return cell === null ? code : `${code} ${cell.sectionId}/${cell.rowId}/${cell.columnId}`
}

/** Findings with the reasons that were written for them; a reason stands as long as its numbers do. */
export function withReasons(
  found: readonly ReportFinding[],
  known: readonly ReportFinding[],
  written: readonly { readonly key: string; readonly reason: string | null }[],
): readonly ReportFinding[] {
  const before = new Map(known.map(finding => [findingKey(finding), finding]))
  const now = new Map(written.map(({ key, reason }) => [key, reason]))
  return found.map(finding => {
    const key = findingKey(finding)
    const earlier = before.get(key)
    const isSame = earlier?.found === finding.found && earlier?.expected === finding.expected
    return {
      ...finding,
      reason: now.has(key) ? (now.get(key) ?? null) : isSame ? (earlier?.reason ?? null) : null,
    }
  })
}

/** Every finding has its reason. */
export function isExplained(findings: readonly ReportFinding[]): boolean {
  return findings.every(({ reason }) => reason !== null && reason.trim() !== '')
}
