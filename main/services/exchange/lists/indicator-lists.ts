import type { ExportList } from '../../../../src/contract/export-values'
import type { ChildName } from '../../../../src/domain/report/indicators/measure'
import type { Cohort } from '../../../../src/domain/report/indicators/pictures'
import { noteText } from '../../indicator/indicator-words'
import type { JobContext, SheetValue } from '../../jobs/job'
import type { ExportedList } from '../exported-list'
import { readPeople } from './handbook-lists'
import { personHeader } from './person-cells'

/** What the indicators of a cohort come to: a row for each indicator and place. */
export function indicatorList(
  { cohort, place }: Extract<ExportList, { list: 'indicators' }>,
  rows: readonly (readonly SheetValue[])[],
): ExportedList {
  return {
    title: 'Chỉ số tiêm chủng',
    fileName: 'chi-so-tiem-chung',
    filter: `${written(cohort)}; ${place === null ? 'mọi xã' : `xã ${place.communeCode}${place.hamlet === null ? '' : ', một thôn'}`}`,
    header: ['Chỉ số', 'Nơi', 'Được tính', 'Trong số', 'Tỷ lệ %', 'Chỉ tiêu %'],
    read: () => Promise.resolve(rows),
  }
}

/** The children behind a mark. */
export function indicatorNamesList(
  { cohort, mark }: Extract<ExportList, { list: 'indicator-names' }>,
  children: readonly ChildName[],
): ExportedList {
  return {
    title: 'Trẻ theo chỉ số',
    fileName: `chi-so-${mark.measure.kind}`,
    filter: `${written(cohort)}; ${mark.measure.kind}; ${mark.which}`,
    header: [...personHeader, 'Được tính', 'Ghi chú'],
    read: context =>
      readPeople(context, children, ({ isCounted, note }) => [
        isCounted ? 'có' : 'không',
        noteText(note, code => nameOf(context, code)),
      ]),
  }
}

const written = ({ from, to }: Cohort) => `sinh từ ${from} đến ${to}`

/** An antigen as the schedule names it. */
function nameOf({ resources, today }: JobContext, code: string): string {
  return resources.schedules.on(today).antigens.find(antigen => antigen.code === code)?.name.vi ?? code
}
