import { z } from 'zod'
import { parseOffset } from '../domain/calendar/offset'
import type { IndicatorRules } from '../domain/report/indicators/indicator-rules'
import type { DoseList } from '../domain/report/tally'
import { confirmation } from './open-vial-file'

const text = z.string().trim().min(1)
const localText = z.strictObject({ vi: text, en: text })
const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u)
const sourced = { confirmation, source: text }
const percent = z.int().min(1).max(100)
const days = z.int().min(0).max(400)
const offset = z.string().transform((written, context) => {
  const read = parseOffset(written)
  if (read) return read
  context.addIssue({ code: 'custom', message: `not an age: ${written}` })
  return z.NEVER
})

const dose = z.strictObject({
  id: name,
  label: localText,
  panel: name,
  antigen: text,
  number: z.int().min(1).max(20),
  due: offset,
  countsUntil: offset.nullable(),
  isPartial: z.boolean(),
  targetPercent: percent,
  ...sourced,
})

const indicatorFile = z.strictObject({
  format: z.literal(1),
  version: text,
  grace: offset,
  panels: z.array(z.strictObject({ id: name, label: localText })).min(1),
  doses: z.array(dose).min(1),
  fullyImmunised: z.strictObject({
    list: name,
    before: offset,
    targetPercent: percent,
    ...sourced,
  }),
  dropOuts: z.array(
    z.strictObject({ id: name, label: localText, from: name, to: name, limitPercent: percent, ...sourced }),
  ),
  zeroDose: z.strictObject({ dose: name, from: offset, ...sourced }),
  birthDose: z.strictObject({ afterDays: days, targetPercent: percent, ...sourced }),
  delays: z.strictObject({ untilDays: z.array(days).min(1), goodUntilDays: days, ...sourced }),
})

/**
 * Reads `resources/indicators/indicators.json`. Throws on an unknown field, an id that stands twice, a dose or a panel that
 * or a list of doses that does not exist, and steps that do not rise.
 */
export function readIndicatorRules(file: unknown, lists: readonly DoseList[]): IndicatorRules {
  const { format: _format, ...rules } = indicatorFile.parse(file)
  for (const part of [rules.panels, rules.doses, rules.dropOuts]) once(part.map(({ id }) => id))
  const { doses, fullyImmunised, dropOuts, zeroDose, panels, delays } = rules
  const ids = new Set(doses.map(({ id }) => id))
  const named = [...dropOuts.flatMap(({ from, to }) => [from, to]), zeroDose.dose]
  for (const id of named) if (!ids.has(id)) throw new Error(`no dose of the indicators is called ${id}`)
  for (const { panel } of doses)
    if (!panels.some(({ id }) => id === panel)) throw new Error(`no picture is called ${panel}`)
  if (delays.untilDays.some((day, index, all) => index > 0 && day <= (all[index - 1] ?? 0)))
    throw new Error('the steps of the days do not rise')
  const { list: listId, ...fully } = fullyImmunised
  const list = lists.find(({ id }) => id === listId)
  if (!list) throw new Error(`no list of doses is called ${listId}`)
  return { ...rules, fullyImmunised: { ...fully, needs: list.needs } }
}

function once(ids: readonly string[]): void {
  if (new Set(ids).size !== ids.length)
    throw new Error(`an id of the indicators stands twice: ${ids.join(', ')}`)
}
