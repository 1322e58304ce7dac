import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { DoseChange, ProductUse, RuleValue } from '../../../src/domain/schedule/dose-difference'
import type { SeriesChange } from '../../../src/domain/schedule/schedule-difference'
import type {
  ConditionalSkip,
  IntervalFrom,
  SkipCondition,
} from '../../../src/domain/schedule/schedule-types'
import { age, day, interval } from './schedule-words'

type NameOf = (vaccineCode: string) => string

const unset = 'không quy định'
const ageNames = {
  absMin: 'tuổi thấp nhất được tính',
  min: 'tuổi tối thiểu',
  earliestRec: 'tuổi nên tiêm',
  latestRec: 'trễ từ tuổi',
  max: 'không tiêm nữa từ tuổi',
  effectiveOn: 'áp dụng từ ngày',
  cessationOn: 'áp dụng đến ngày',
} as const
const intervalNames = {
  absMin: 'ngắn nhất được tính',
  min: 'tối thiểu',
  earliestRec: 'nên cách',
  latestRec: 'trễ khi quá',
  effectiveOn: 'áp dụng từ ngày',
  cessationOn: 'áp dụng đến ngày',
} as const
const comparisons = { 'greater than': 'trên', 'equal to': 'đúng', 'less than': 'dưới' } as const

/** "9 tháng → 8 tháng"; a value that is new stands alone. */
function moved(old: RuleValue, now: RuleValue, words: typeof age, isNew: boolean): string {
  const said = (value: RuleValue) => {
    if (value === null) return unset
    return typeof value === 'string' ? day(value) : words(value)
  }
  return isNew && old === null ? said(now) : `${said(old)} → ${said(now)}`
}

function from(point: IntervalFrom, nameOf: NameOf): string {
  switch (point.kind) {
    case 'previous':
      return 'cách mũi trước'
    case 'target':
      return `cách mũi ${point.dose}`
    case 'most-recent':
      return `cách mũi gần nhất của ${point.vaccines.map(nameOf).join(', ')}`
    case 'observation':
      return `kể từ khi ghi nhận “${point.code}”`
  }
}

function between(begin: RuleValue, end: RuleValue): string {
  const said = (value: RuleValue) =>
    value === null ? '' : typeof value === 'string' ? day(value) : age(value)
  const parts = [begin === null ? '' : `từ ${said(begin)}`, end === null ? '' : `đến dưới ${said(end)}`]
  return parts.filter(part => part !== '').join(' ')
}

function use({ role, isForecast, beginAge, endAge }: ProductUse): string {
  const roles = {
    preferable: isForecast ? 'đưa ra khi đến hạn' : 'dùng cho mũi này',
    allowable: 'được tính',
    inadvertent: 'tiêm nhầm, không tính',
  }
  return `${roles[role]}, ${between(beginAge, endAge) || 'mọi tuổi'}`
}

function product(
  { vaccine, old, new: now }: Extract<DoseChange, { kind: 'product' }>,
  nameOf: NameOf,
): string {
  const name = `vắc xin ${nameOf(vaccine)}`
  if (!old) return now ? `thêm ${name} (${use(now)})` : name
  if (!now) return `bỏ ${name} (${use(old)})`
  return use(old) === use(now) ? `${name}: đổi liều hoặc tên gọi` : `${name}: ${use(old)} → ${use(now)}`
}

function condition(rule: SkipCondition, nameOf: NameOf): string {
  switch (rule.type) {
    case 'age':
      return `tuổi ${between(rule.beginAge, rule.endAge)}`
    case 'completed-series':
      return `đã đủ nhóm mũi ${rule.group}`
    case 'interval':
      return `cách mũi trước từ ${interval(rule.interval)}`
    case 'vaccine-count': {
      const which = rule.vaccines.length > 0 ? ` ${rule.vaccines.map(nameOf).join(', ')}` : ''
      const valid = rule.doseType === 'valid' ? ' hợp lệ' : ''
      const when = between(rule.beginAge ?? rule.startOn, rule.endAge ?? rule.endOn)
      return `có ${comparisons[rule.comparison]} ${rule.count} mũi${which}${valid}${when && ` ${when}`}`
    }
  }
}

function skip({ context, logic, sets }: ConditionalSkip, nameOf: NameOf): string {
  const and = { and: ' và ', or: ' hoặc ' }
  const words = sets.map(set => set.conditions.map(one => condition(one, nameOf)).join(and[set.logic]))
  const where = { evaluation: 'khi xét mũi đã tiêm', forecast: 'khi tính mũi tới', both: 'luôn luôn' }
  return `${words.join(and[logic])} (${where[context]})`
}

/** The difference between two schedules as a head nurse says it. */
export const scheduleDifference = {
  none: 'Không có quy định nào khác với lịch đang dùng.',
  campaigns: (count: boolean): string =>
    count ? 'Từ nay mũi chiến dịch được tính.' : 'Từ nay mũi chiến dịch không được tính.',
  antigen: { added: 'thêm vào lịch', removed: 'bỏ khỏi lịch', changed: 'thay đổi' },
  rollOut: (now: 'nationwide' | 'partial'): string =>
    now === 'nationwide' ? 'Tiêm cho mọi trẻ trên cả nước' : 'Triển khai dần, theo điểm tiêm',
  series: {
    added: (name: string) => `Thêm loạt mũi: ${name}`,
    removed: (name: string) => `Bỏ loạt mũi: ${name}`,
    changed: (name: string) => name,
  },
  doseRemoved: 'bỏ mũi này',
  doseAdded: 'thêm mũi này',
  seriesChange(change: SeriesChange, name: (text: { vi: string; en: string }) => string): string {
    switch (change.field) {
      case 'name':
        return `Tên loạt mũi: ${name(change.old)} → ${name(change.new)}`
      case 'minAgeToStart':
        return `Bắt đầu từ: ${moved(change.old, change.new, age, false)}`
      case 'maxAgeToStart':
        return `Bắt đầu trước: ${moved(change.old, change.new, age, false)}`
      case 'type':
        return 'Đổi đối tượng của loạt mũi'
      case 'requiredSex':
        return 'Đổi giới tính được tiêm'
      case 'indications':
        return 'Đổi chỉ định của loạt mũi'
      case 'selection':
        return 'Đổi cách chọn giữa các loạt mũi'
    }
  },
  change(change: DoseChange, nameOf: NameOf, isNew: boolean): string {
    switch (change.kind) {
      case 'age':
        return `${ageNames[change.field]} ${moved(change.old, change.new, age, isNew)}`
      case 'interval': {
        const kind = change.isAllowable ? ' (vẫn chấp nhận)' : ''
        const value = moved(change.old, change.new, interval, isNew)
        return `${from(change.from, nameOf)}${kind}, ${intervalNames[change.field]} ${value}`
      }
      case 'interval-removed':
        return `không còn quy định ${from(change.from, nameOf)}`
      case 'product':
        return product(change, nameOf)
      case 'skip-added':
        return `thêm trường hợp bỏ mũi: ${skip(change.skip, nameOf)}`
      case 'skip-removed':
        return `hết trường hợp bỏ mũi: ${skip(change.skip, nameOf)}`
      case 'label':
        return `tên mũi: ${change.old?.vi ?? ''} → ${change.new.vi}`
      case 'recurs':
        return change.new ? 'tiêm nhắc lại mãi' : 'không nhắc lại nữa'
      case 'season':
        return `mùa tiêm: ${season(change.old)} → ${season(change.new)}`
      case 'zero-dose':
        return `mũi thêm sớm: ${change.old?.label.vi ?? 'không có'} → ${zeroDose(change.new)}`
      case 'priority':
        return 'đổi thứ tự ưu tiên giữa các khoảng cách'
      case 'confirmation':
        return change.new ? `đã có người xác nhận: ${change.new}` : 'không còn người xác nhận'
    }
  },
}

function season(value: { readonly startOn: CalendarDay; readonly endOn: CalendarDay | null } | null): string {
  if (!value) return 'quanh năm'
  return value.endOn ? `${day(value.startOn)} – ${day(value.endOn)}` : `từ ${day(value.startOn)}`
}

function zeroDose(
  value: { readonly from: Exclude<RuleValue, string | null>; readonly label: { readonly vi: string } } | null,
): string {
  return value ? `${value.label.vi}, từ ${age(value.from)}` : 'không có'
}
