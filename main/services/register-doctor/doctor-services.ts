import { refuse } from '../../../src/contract/errors'
import {
  acceptFinding,
  type FindingView,
  listDecidedFindings,
  listFindings,
  reopenFinding,
  summarizeFindings,
} from '../../../src/contract/register-doctor-calls'
import type { Instant } from '../../../src/domain/calendar/calendar-day'
import type { KeptFinding } from '../../db/finding-store'
import { hitsOf } from '../handbook/people-of'
import { actorOf, type Service, type ServiceContext, serve } from '../service'
import { swapNumbersService } from './swap-numbers'

const summarizeService = serve(summarizeFindings, ({ store, jobs }) => {
  const search = store.findings.lastSearch()
  const { certain, likely, possible } = store.duplicates.countOpen()
  return {
    counts: store.findings.countOpen(),
    duplicates: certain + likely + possible,
    decided: store.findings.countDecided(),
    lastSearch: search && { at: search.at as Instant, persons: search.persons },
    job: jobs.list().find(({ name }) => name === 'register.check') ?? null,
  }
})

const listService = serve(listFindings, (context, { kind, code, offset, limit }) => {
  const { findings } = context.store
  const total = findings
    .countOpen()
    .filter(count => count.kind === kind && (code === null || count.code === code))
    .reduce((sum, count) => sum + count.findings, 0)
  const page = findings.page(kind, code, limit, offset)
  const hitOf = hitsOf(
    context,
    page.flatMap(({ finding }) => [finding.personId, ...shownOthers(finding.otherIds)]),
  )
  return { total, findings: page.flatMap(kept => viewOf(context, kept, hitOf) ?? []) }
})

/** Of a number that hundreds share, so many are shown. */
const mostOthers = 5
const shownOthers = (otherIds: readonly string[]) => otherIds.slice(0, mostOthers)

function viewOf(
  { resources }: Pick<ServiceContext, 'resources'>,
  { key, finding }: KeptFinding,
  hitOf: ReturnType<typeof hitsOf>,
): FindingView | null {
  const hit = hitOf(finding.personId)
  if (!hit) return null
  const codes = [finding.facts.vaccine, finding.facts.other].filter(value => typeof value === 'string')
  const named = codes.flatMap(code => {
    const vaccine = resources.vaccines.get(code)
    return vaccine ? [[code, vaccine.shortName] as const] : []
  })
  return {
    key,
    finding,
    hit,
    others: shownOthers(finding.otherIds).flatMap(id => hitOf(id) ?? []),
    vaccineNames: Object.fromEntries(named),
  }
}

/** "It is right": who said so, when and why is kept, and the finding is passed over while its facts are the same. */
const acceptService = serve(acceptFinding, (context, { key, reason }) => {
  const { findings } = context.store
  const finding = findings.find(key) ?? refuse('finding.not-found')
  if (findings.isDecided(key)) refuse('finding.already-decided')
  const decisionId = context.newId()
  const { userId, name } = actorOf(context)
  const { personId, code } = finding
  const body = { personId, code, key, reason, byUserId: userId, byName: name }
  context.write([{ noun: 'finding-decision', recordId: decisionId, verb: 'recorded', body }])
  return { decisionId }
})

const reopenService = serve(reopenFinding, (context, { decisionId, reason }) => {
  const decision = context.store.records.find('finding-decision', decisionId)
  if (!decision || decision.voided) return refuse('finding.decision-not-found')
  context.write([{ noun: 'finding-decision', recordId: decisionId, verb: 'voided', reason }])
  return {}
})

const listDecidedService = serve(listDecidedFindings, (context, { offset, limit }) => {
  const { findings, records } = context.store
  const decisions = findings
    .decidedIds(limit, offset)
    .flatMap(decisionId => records.find('finding-decision', decisionId) ?? [])
  const hitOf = hitsOf(
    context,
    decisions.map(({ personId }) => personId),
  )
  return {
    total: findings.countDecided(),
    decided: decisions.flatMap(({ id, personId, code, reason, byName, createdAt }) => {
      const hit = hitOf(personId)
      return hit ? [{ decisionId: id, code, hit, reason, byName, at: createdAt }] : []
    }),
  }
})

export const registerDoctorServices: readonly Service[] = [
  summarizeService,
  listService,
  acceptService,
  reopenService,
  listDecidedService,
  swapNumbersService,
]
