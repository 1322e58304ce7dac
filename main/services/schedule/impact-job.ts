import type { JobRequest } from '../../../src/contract/job-calls'
import type { ImpactView } from '../../../src/contract/schedule-calls'
import { displayName } from '../../../src/domain/person/display-name'
import {
  countImpact,
  dueDateChanges,
  noImpact,
  type ScheduleImpact,
} from '../../../src/domain/schedule/due-date-changes'
import { scheduleOn } from '../../../src/domain/schedule/schedule-book'
import { differingAntigens } from '../../../src/domain/schedule/schedule-difference'
import { chartInput } from '../immunization/chart'
import { defineJob, type JobContext } from '../jobs/job'
import { activeFiles, bookWith, currentBook } from './current-book'
import { triedId } from './read-file'

type ImpactRequest = Extract<JobRequest, { name: 'schedule.measure-impact' }>

/** Persons whose histories are read at a time; between two batches the job can be called off. */
const batchSize = 25

/** Counts, over the whole register, whose due dates a change of the schedule moves. Writes nothing. */
export const impactJob = defineJob<'schedule.measure-impact'>({
  name: 'schedule.measure-impact',
  async run(context, request) {
    const { store, progress, breathe } = context
    const schedules = schedulesOf(context, request)
    const total = store.persons.count()
    let impact = noImpact
    for (let done = 0; done < total; done += batchSize) {
      progress(done, total)
      await breathe()
      impact = countBatch(context, request, schedules, done, impact)
    }
    return withNames(context, impact)
  },
})

function schedulesOf(context: JobContext, { on, change }: ImpactRequest) {
  const active = activeFiles(context.store)
  const files =
    change.action === 'apply'
      ? [...active, { id: triedId, code: change.code, text: change.text }]
      : active.filter(({ id }) => id !== change.fileId)
  const schedules = {
    before: scheduleOn(currentBook(context).book, on),
    after: scheduleOn(bookWith(context.resources, files).book, on),
  }
  return { ...schedules, antigens: differingAntigens(schedules.before, schedules.after) }
}

function countBatch(
  context: JobContext,
  { on }: ImpactRequest,
  { before, after, antigens }: ReturnType<typeof schedulesOf>,
  from: number,
  sum: ScheduleImpact,
): ScheduleImpact {
  return context.store.persons.page(from, batchSize).reduce((impact, person) => {
    const input = chartInput(context, person.id, person, on)
    const changes = dueDateChanges({ ...input, schedule: before }, { ...input, schedule: after }, antigens)
    return countImpact(impact, person.id, changes)
  }, sum)
}

function withNames({ store }: JobContext, { sample, ...impact }: ScheduleImpact): ImpactView {
  return {
    ...impact,
    sample: sample.flatMap(line => {
      const person = store.records.find('person', line.personId)
      return person ? [{ ...line, name: displayName(person), birthDate: person.birthDate }] : []
    }),
  }
}
