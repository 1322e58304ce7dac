import type { DocumentPerson, Issue } from '../../../src/domain/document/facts'
import { joined, line } from '../../../src/domain/document/handbook-line'
import {
  buildMotherChildHandbook,
  type HandbookPart,
  type MotherChildHandbook,
} from '../../../src/domain/document/mother-child-handbook'
import { dayOnPaper } from '../../../src/domain/document/words'
import { displayName } from '../../../src/domain/person/display-name'
import { identifierOf } from '../../../src/domain/person/identifiers'
import type { Person } from '../../../src/domain/person/person'
import { addressLine } from '../../../src/domain/person/units'
import type { Stored } from '../../db/record-store'
import { handbookWords } from '../handbook/handbook-words'
import { type HandbookThread, threadOf } from '../handbook/thread-of'
import type { ServiceContext } from '../service'
import { part, section } from './handbook-part'
import { birthPart, childPart, pregnancyPart } from './handbook-parts-on-paper'

/** The whole electronic handbook of a mother with her children of one birth, asked for by any of them. */
export function handbookOnPaper(
  context: ServiceContext,
  person: Stored<Person>,
  facts: DocumentPerson,
  issue: Issue,
): MotherChildHandbook {
  const thread = threadOf(context, person)
  const { mother, children } = thread
  const home = mother ?? person
  const words = handbookWords(context.resources)
  return buildMotherChildHandbook({
    person: facts,
    cover: {
      mother: mother ? displayName(mother) : (relativeName(person) ?? null),
      children: children.map(({ person: child }) => childName(child)),
      address: addressLine(context.resources.units, home.addresses.current) || null,
      phone: home.phone ?? person.phone,
      number: numberOf(context, thread, person),
    },
    parts: [
      ...basics(context, thread),
      ...pregnancyPart(context, thread, words),
      ...birthPart(context, thread, words),
      ...children.map(({ person: child }) => childPart(context, child, words)),
    ],
    issue,
  })
}

function childName(child: Person): string {
  const sex = { male: 'nam', female: 'nữ', unknown: null }[child.sex]
  return joined([displayName(child), sex, `sinh ${dayOnPaper(child.birthDate)}`])
}

function relativeName({ relatives }: Person): string | undefined {
  return relatives.find(({ relation }) => relation === 'mother')?.name
}

function numberOf({ store }: ServiceContext, { mother, pregnancy }: HandbookThread, person: Stored<Person>) {
  const issued = [mother?.id, person.id].flatMap(id =>
    id === undefined ? [] : store.records.list('handbook', { person_id: id }, 'issued_on DESC'),
  )
  const own = issued.find(({ pregnancyId }) => pregnancyId === (pregnancy?.id ?? null)) ?? issued[0]
  return own?.number ?? null
}

/** Part I: who the mother is. */
function basics(
  { resources }: ServiceContext,
  { mother, pregnancy }: HandbookThread,
): readonly HandbookPart[] {
  if (mother === null) return []
  const group = mother.ethnicGroupCode
  const contact = mother.relatives.find(({ relation }) => relation === 'guardian')
  const { para } = pregnancy ?? {}
  return [
    part('I', 'Thông tin cơ bản', {
      sections: [
        section('Mẹ', [
          line('Họ và tên', displayName(mother)),
          line('Ngày sinh', dayOnPaper(mother.birthDate)),
          line('Số định danh', identifierOf(mother, 'national-id')),
          line('Số thẻ bảo hiểm y tế', identifierOf(mother, 'health-insurance')),
          line('Dân tộc', group === null ? null : (resources.provinceCodes.ethnicGroups[group] ?? group)),
          line('Điện thoại', mother.phone),
          line('Nhóm máu', mother.bloodGroup),
          line('Nơi ở', addressLine(resources.units, mother.addresses.current) || null),
          line('Người liên hệ', contact ? joined([contact.name, contact.phone]) : null),
          line('PARA', para ? `${para.term} – ${para.preterm} – ${para.lost} – ${para.living}` : null),
        ]),
      ],
    }),
  ]
}
