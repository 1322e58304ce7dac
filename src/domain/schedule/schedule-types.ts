import type { CalendarDay } from '../calendar/calendar-day'
import type { Offset } from '../calendar/offset'
import type { Sex } from '../person/person'
import type { ProtectionRule } from './protected-at-birth'

/** A name that schedule data carries in both languages. */
export type LocalText = { readonly vi: string; readonly en: string }

/** Whether a named clinician has signed the data; unsigned data is shown as a draft rule. */
export type Confirmation = 'unconfirmed' | 'confirmed'

/**
 * The schedule as it applies on a day: the programme's version of that day with its supplements, each row with the
 * rules it had before. Data with its legal basis, never code (CDSi 4.6 model, other names where clearer).
 */
export type Schedule = {
  readonly code: string
  readonly name: LocalText
  readonly legalBasis: string
  readonly validFrom: CalendarDay
  /** Last day of legal force; null while in force. */
  readonly validTo: CalendarDay | null
  readonly sources: readonly string[]
  readonly confirmation: Confirmation
  readonly confirmedBy: string | null
  readonly confirmedOn: CalendarDay | null
  /** Readings and gaps the programme must decide, shown beside the schedule. */
  readonly notes: readonly string[]
  /** Whether a campaign dose may satisfy a target, unless a campaign says otherwise. */
  readonly campaignDosesCount: boolean
  readonly campaigns: readonly CampaignRule[]
  readonly protectedAtBirth: readonly ProtectionRule[]
  readonly antigens: readonly Antigen[]
  readonly vaccineAntigens: readonly VaccineAntigen[]
  readonly vaccineGroups: readonly VaccineGroup[]
  readonly conflicts: readonly ConflictRule[]
  readonly rows: readonly RowDefinition[]
  /** Name of the row for products the schedule does not count. */
  readonly otherRow: LocalText
}

/** What the text of a campaign says of its doses: whether they take the place of routine doses of these antigens. */
export type CampaignRule = {
  readonly name: LocalText
  readonly antigens: readonly string[]
  readonly startOn: CalendarDay
  readonly endOn: CalendarDay | null
  readonly counts: boolean
  readonly source: string | null
}

/** A disease, or what a programme counts apart (IPV beside polio), with its paths to protection. */
export type Antigen = {
  readonly code: string
  readonly name: LocalText
  readonly shortName: LocalText
  /** 'partial': forecast only where the point offers it, or once the person has had a dose. */
  readonly rollOut: 'nationwide' | 'partial'
  readonly immunity: readonly ImmunityRule[]
  readonly immunityByBirth: readonly BirthImmunityRule[]
  readonly contraindications: readonly ContraindicationRule[]
  readonly series: readonly Series[]
}

/** History of the disease as evidence of immunity: an observation code. */
export type ImmunityRule = { readonly observationCode: string; readonly text: LocalText }

/** Born before this day, when the disease still reached everybody: immune, unless an exclusion is observed. */
export type BirthImmunityRule = {
  readonly bornBefore: CalendarDay
  /** As the data spells it; null: anywhere. */
  readonly birthCountry: string | null
  /** Observation codes for which birth before the day is not enough. */
  readonly exclusions: readonly string[]
}

/** `vaccines` empty: against the whole antigen; else against these products only. */
export type ContraindicationRule = {
  readonly observationCode: string
  readonly text: LocalText
  readonly beginAge: Offset | null
  readonly endAge: Offset | null
  readonly vaccines: readonly string[]
}

export type SeriesType = 'standard' | 'risk' | 'evaluation-only'

export type Series = {
  readonly code: string
  readonly name: LocalText
  readonly type: SeriesType
  /** Empty: everyone. */
  readonly requiredSex: readonly Sex[]
  readonly group: number
  /** Groups that protect equally, read from this series outwards. */
  readonly equivalentGroups: readonly number[]
  readonly isDefault: boolean
  readonly isProductPath: boolean
  /** 'A' is best. */
  readonly priority: string
  /** 1 is best; null is last. */
  readonly preference: number | null
  /** Kept with the data; no rule asks for it, because the ages of the first dose hold the bound. */
  readonly minAgeToStart: Offset | null
  readonly maxAgeToStart: Offset | null
  readonly indications: readonly Indication[]
  /** What a point must offer for the series to be followed (a fee-based booster after the programme); null: always. */
  readonly offeredAs: string | null
  readonly doses: readonly SeriesDose[]
}

export type Indication = {
  readonly observationCode: string
  readonly text: LocalText
  readonly beginAge: Offset | null
  readonly endAge: Offset | null
}

/** Dates between which a rule applies, both inclusive; null is open. */
export type Effective = { readonly effectiveOn: CalendarDay | null; readonly cessationOn: CalendarDay | null }

/** A row of the table: what one dose of a series must fulfil. */
export type SeriesDoseRule = {
  /** How staff name it when it is due: "DPT mũi 4". */
  readonly label: LocalText
  /** Code of the schedule version that this row stands in. */
  readonly version: string
  /** Which act, table or sheet the row follows; null when not said. */
  readonly source: string | null
  /** The clinician who signed the row; null: a draft, and shown as one. */
  readonly confirmedBy: string | null
  /** A dose before the minimum age that a programme gives beside the series ("sởi 0"); it never counts as this dose. */
  readonly zeroDose: { readonly from: Offset; readonly label: LocalText } | null
  readonly age: readonly AgeRule[]
  readonly intervals: readonly IntervalRule[]
  readonly allowableIntervals: readonly AllowableInterval[]
  readonly preferableVaccines: readonly PreferableVaccine[]
  readonly allowableVaccines: readonly AllowableVaccine[]
  readonly inadvertentVaccines: readonly string[]
  readonly skips: readonly ConditionalSkip[]
  readonly recurs: boolean
  /** Both days count; without an end the season stays open. */
  readonly season: { readonly startOn: CalendarDay; readonly endOn: CalendarDay | null } | null
}

/** The row in force, and the rows it replaced: a dose is judged by the row of the day on which it was given. */
export type SeriesDose = SeriesDoseRule & {
  /** Sorted by `until`, their last day of force. */
  readonly formerly: readonly { readonly until: CalendarDay; readonly rule: SeriesDoseRule }[]
}

export type AgeRule = Effective & {
  /** Before it a dose is not valid; between it and `min` lies the grace period. */
  readonly absMin: Offset | null
  readonly min: Offset | null
  readonly earliestRec: Offset | null
  /** Overdue from here. */
  readonly latestRec: Offset | null
  /** Exclusive. */
  readonly max: Offset | null
}

export type IntervalFrom =
  | { readonly kind: 'previous' }
  /** Number of a target dose of this series, from 1. */
  | { readonly kind: 'target'; readonly dose: number }
  | { readonly kind: 'most-recent'; readonly vaccines: readonly string[] }
  | { readonly kind: 'observation'; readonly code: string }

export type AllowableInterval = Effective & { readonly from: IntervalFrom; readonly absMin: Offset | null }

export type IntervalRule = AllowableInterval & {
  readonly min: Offset | null
  readonly earliestRec: Offset | null
  readonly latestRec: Offset | null
  /** The forecast of this target goes before others of its vaccine group. */
  readonly hasPriority: boolean
}

export type AllowableVaccine = {
  readonly vaccine: string
  readonly beginAge: Offset | null
  /** Exclusive. */
  readonly endAge: Offset | null
}

export type PreferableVaccine = AllowableVaccine & {
  /** Below it a remark; null: no remark. */
  readonly volumeMl: number | null
  /** Offered when the dose is due. */
  readonly isForecast: boolean
  /** Code of the manufacturer whose product this row means; null: everybody's. */
  readonly manufacturer: string | null
  /** How the dose is named when this product is given; null: as the series dose. */
  readonly label: LocalText | null
}

export type ConditionalSkip = {
  readonly context: 'evaluation' | 'forecast' | 'both'
  readonly logic: 'and' | 'or'
  readonly sets: readonly SkipSet[]
}

export type SkipSet = Effective & {
  readonly logic: 'and' | 'or'
  readonly conditions: readonly SkipCondition[]
}

export type SkipCondition =
  | { readonly type: 'age'; readonly beginAge: Offset | null; readonly endAge: Offset | null }
  | { readonly type: 'completed-series'; readonly group: number }
  | { readonly type: 'interval'; readonly interval: Offset }
  | {
      readonly type: 'vaccine-count'
      readonly beginAge: Offset | null
      readonly endAge: Offset | null
      readonly startOn: CalendarDay | null
      readonly endOn: CalendarDay | null
      readonly comparison: 'greater than' | 'equal to' | 'less than'
      readonly count: number
      /** 'valid': valid in this series; 'total': whatever the status. */
      readonly doseType: 'valid' | 'total'
      /** Empty: every vaccine of the antigen. */
      readonly vaccines: readonly string[]
    }

/** A product protects against an antigen, where set only between two ages. */
export type VaccineAntigen = {
  readonly vaccine: string
  readonly antigen: string
  readonly beginAge: Offset | null
  readonly endAge: Offset | null
}

export type VaccineGroup = {
  readonly code: string
  readonly name: LocalText
  readonly antigens: readonly string[]
  /** True: every antigen is always given together (MMR). */
  readonly fullGroup: boolean
}

/** Doses on the same day never conflict: `beginInterval` is at least one day. */
export type ConflictRule = {
  readonly previous: readonly string[]
  readonly current: readonly string[]
  readonly beginInterval: Offset
  /** End when the earlier dose is valid or not evaluated. */
  readonly minEndInterval: Offset
  /** End when it is not, and in every forecast. */
  readonly endInterval: Offset
}

/** One line of the dose matrix. */
export type RowDefinition = {
  readonly code: string
  readonly name: LocalText
  readonly detail: LocalText | null
  /** Antigens and the target doses (from 1, inclusive) this row shows; null: to the end. */
  readonly members: readonly RowMember[]
  /** Younger people without such a dose are not shown this row. */
  readonly showFromAge: Offset | null
  /** People of this age and older without such a dose are not shown this row either. */
  readonly showToAge: Offset | null
}

export type RowMember = {
  readonly antigen: string
  /** Series group of the antigen, because one antigen may have several (childhood, pregnancy). */
  readonly group: number
  readonly fromDose: number
  readonly toDose: number | null
}
