import type { ChildCheckFields, ChildCheckView, ChildPicture } from '../../../src/contract/child-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { MeasuredLying } from '../../../src/domain/child/child-check'
import { formatDecimal, parseDecimal } from '../screening/checklist'

/** The measures of the quick part, in the order in which Enter goes through them. */
export const measureNames = ['weight', 'length', 'head', 'arm'] as const
export type MeasureName = (typeof measureNames)[number]

/** A check as it stands on the screen; numbers as typed, so that nothing typed is lost. */
export type CheckDraft = {
  readonly checkedOn: CalendarDay | null
  readonly placeName: string
  readonly weight: string
  readonly length: string
  readonly position: MeasuredLying
  readonly head: string
  readonly arm: string
  readonly oedema: boolean | null
  readonly feeding: readonly string[]
  readonly supplements: readonly string[]
  readonly signs: ChildCheckFields['signs']
  readonly dangerSigns: readonly string[]
  readonly illness: string
  readonly advice: string
  readonly referredTo: string
  readonly nextVisitOn: CalendarDay | null
}

/** An empty form of today; a weight that was taken at the screening already stands there. */
export function newDraft(picture: ChildPicture, today: CalendarDay): CheckDraft {
  return {
    checkedOn: today,
    placeName: '',
    weight: picture.weightToday ? formatDecimal(picture.weightToday.weightKg) : '',
    length: '',
    position: picture.ask.position,
    head: '',
    arm: '',
    oedema: null,
    feeding: [],
    supplements: [],
    signs: {},
    dangerSigns: [],
    illness: '',
    advice: '',
    referredTo: '',
    nextVisitOn: null,
  }
}

/** A check that is to be put right. */
export function draftOf(check: ChildCheckView, picture: ChildPicture): CheckDraft {
  const typed = (value: number | null) => (value === null ? '' : formatDecimal(value))
  return {
    checkedOn: check.checkedOn,
    placeName: check.placeName ?? '',
    weight: typed(check.weightKg),
    length: typed(check.lengthHeightCm),
    position: check.position ?? picture.ask.position,
    head: typed(check.headCm),
    arm: typed(check.armCm),
    oedema: check.oedema,
    feeding: check.feeding,
    supplements: check.supplements,
    signs: check.signs,
    dangerSigns: check.dangerSigns,
    illness: check.illness ?? '',
    advice: check.advice ?? '',
    referredTo: check.referredTo ?? '',
    nextVisitOn: check.nextVisitOn,
  }
}

/** The measures that are typed and are no number. */
export function badMeasures(draft: CheckDraft): readonly MeasureName[] {
  return measureNames.filter(name => draft[name].trim() !== '' && parseDecimal(draft[name]) === null)
}

/** What a draft sends; null as long as its day or a number cannot be read. */
export function fieldsOf(draft: CheckDraft): ChildCheckFields | null {
  const { checkedOn, oedema, signs, nextVisitOn } = draft
  if (checkedOn === null || badMeasures(draft).length > 0) return null
  const lengthHeightCm = parseDecimal(draft.length)
  const words = (typed: string) => typed.trim() || null
  return {
    checkedOn,
    placeName: words(draft.placeName),
    weightKg: parseDecimal(draft.weight),
    lengthHeightCm,
    position: lengthHeightCm === null ? null : draft.position,
    headCm: parseDecimal(draft.head),
    armCm: parseDecimal(draft.arm),
    oedema,
    feeding: [...draft.feeding],
    supplements: [...draft.supplements],
    signs,
    dangerSigns: [...draft.dangerSigns],
    illness: words(draft.illness),
    advice: words(draft.advice),
    referredTo: words(draft.referredTo),
    nextVisitOn,
  }
}

/** A code more, or one less. */
export function toggled(codes: readonly string[], code: string): readonly string[] {
  return codes.includes(code) ? codes.filter(known => known !== code) : [...codes, code]
}

/** Chosen, a way of feeding takes away those that cannot be true with it. */
export function toggledFeeding(
  picture: ChildPicture,
  chosen: readonly string[],
  code: string,
): readonly string[] {
  const excluded = picture.ask.feeding.find(way => way.code === code)?.excludes ?? []
  return toggled(chosen, code).filter(other => other === code || !excluded.includes(other))
}

/** A sign answered; answered the same twice, it is not answered. */
export function answeredSign(
  signs: CheckDraft['signs'],
  code: string,
  answer: 'yes' | 'not-yet',
): CheckDraft['signs'] {
  const { [code]: before, ...rest } = signs
  return before === answer ? rest : { ...rest, [code]: answer }
}
