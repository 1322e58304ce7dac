import { refuse } from '../../../src/contract/errors'
import { daysBetween } from '../../../src/domain/calendar/calendar-day'
import { type Month, monthOf } from '../../../src/domain/report/count-programme'
import type { EnteredDose } from '../../../src/domain/report/indicators/delays'
import {
  dosesGiven,
  type IndicatorChild,
  type JudgedDose,
  leftOutOn,
} from '../../../src/domain/report/indicators/indicator-child'
import { monthsOf } from '../../../src/domain/report/indicators/pictures'
import { daysOfMonths, monthsUntil } from '../../../src/domain/report/months'
import { groupBy } from '../../../src/domain/schedule/group-by'
import { keepRenewed, type RenewedPart, renewWaiting } from '../immunization/renew-forecasts'
import { defineJob, type JobContext } from '../jobs/job'
import { type IndicatorPart, type KeptIndicators, keepIndicators } from './kept-indicators'

/** Handed over in one turn of the engine: some milliseconds. */
const atATime = 1_000

/** Somebody may write about many people while reading begins; then who waits now is renewed first. */
const tries = 5

/**
 * Reads the children of a birth cohort and the work of twelve months, beside the engine. Whoever waits for a renewal is
 * renewed first, as for a report.
 */
export const indicatorsJob = defineJob<'report.indicators'>({
  name: 'report.indicators',
  async run(context, { cohort }) {
    const { at, today: on } = context
    for (let count = 0; count < tries; count++) {
      const { failed, isSettled } = await renewWaiting(context)
      if (failed > 0) refuse('report.people-unjudged', { count: failed })
      // Before anything is read: what is written from now on makes the pictures older than the journal.
      await hand(context, { kind: 'begin', cohort, at, on })
      const read = await context.store.snapshotLong(async () =>
        isSettled() ? readAll(context, monthsOf(cohort)) : null,
      )
      if (read === null) continue
      await handOver(context, read)
      return { children: read.children.length }
    }
    return refuse('report.busy')
  },
  keep(ports, part) {
    const given = part as IndicatorPart | RenewedPart
    if (given.kind === 'settle' || given.kind === 'forecasts') keepRenewed(ports, given)
    else keepIndicators(ports.store, given)
  },
})

type Read = Pick<KeptIndicators, 'children' | 'entered' | 'wasted' | 'used'>

async function handOver(context: JobContext, read: Read): Promise<void> {
  for (const children of parts(read.children)) await hand(context, { kind: 'children', children })
  for (const doses of parts(read.entered)) await hand(context, { kind: 'entered', doses })
  await hand(context, { kind: 'stock', wasted: read.wasted, used: read.used })
  await hand(context, { kind: 'end' })
}

const hand = (context: JobContext, part: IndicatorPart) => context.hand(part)

function parts<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / atATime) }, (_, index) =>
    all.slice(index * atATime, (index + 1) * atATime),
  )
}

async function readAll(context: JobContext, months: readonly Month[]): Promise<Read> {
  const { store, today, progress, breathe } = context
  const steps = months.length + 12
  const children: IndicatorChild[] = []
  for (const [index, month] of months.entries()) {
    progress(index, steps)
    await breathe()
    children.push(...childrenOf(context, month))
  }
  const entered: EnteredDose[] = []
  const year = monthsUntil(monthOf(today))
  for (const [index, month] of year.entries()) {
    progress(months.length + index, steps)
    await breathe()
    entered.push(...store.indicators.entered(daysOfMonths(month, month)))
  }
  const days = daysOfMonths(year[0] ?? monthOf(today), monthOf(today))
  return { children, entered, wasted: store.indicators.wasted(days), used: store.indicators.used(days) }
}

/** The children born in a month, with what their indicators ask as of today. */
function childrenOf(
  { store, resources, today }: Pick<JobContext, 'store' | 'resources' | 'today'>,
  month: Month,
): readonly IndicatorChild[] {
  const born = daysOfMonths(month, month)
  const rules = resources.indicators
  const needed = [...rules.doses, ...rules.fullyImmunised.needs].map(({ antigen }) => antigen)
  const antigens = [...new Set([...needed, resources.birthDose.antigen])]
  const doses = groupBy(store.indicators.judged(born, antigens), ({ personId }) => personId)
  const stays = groupBy(store.indicators.residences(born), ({ personId }) => personId)
  return store.handbook.born(born.from, born.to).map(({ personId, birthDate, communeCode, hamlet }) => ({
    personId,
    birthDate,
    communeCode,
    hamlet,
    ageDays: daysBetween(birthDate, today),
    leftOut: leftOutOn(stays.get(personId) ?? [], today),
    ...dosesGiven(rules, birthDate, doses.get(personId) ?? noDoses, today),
  }))
}

const noDoses: readonly JudgedDose[] = []
