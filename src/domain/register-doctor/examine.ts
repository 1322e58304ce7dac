import { doseFindings } from './dose-checks'
import type { CheckTools, Examined } from './examined'
import type { Finding } from './finding'
import { personFindings } from './person-checks'
import { weightFindings } from './weight-checks'

/** Everything odd about one person that can be seen without looking at others. */
export function examinePerson(examined: Examined, tools: CheckTools): readonly Finding[] {
  return [
    ...personFindings(examined, tools),
    ...doseFindings(examined, tools),
    ...weightFindings(examined, tools),
  ]
}
