import { z } from 'zod'
import type { HandbookVisitLabel, HandbookVisitPage } from '../domain/document/handbook-visit'
import type { MotherChildHandbook } from '../domain/document/mother-child-handbook'
import { documentOf, maybe, name, personCode, point, who, words } from './document-values'
import { growthChartData } from './growth-values'

const list = <T extends z.ZodType>(of: T) => z.array(of).max(500).default([])
const box = z.enum(['white', 'yellow']).nullable().default(null)
const sections = list(
  z.strictObject({ title: name, lines: list(z.strictObject({ caption: name, value: name, box })) }),
)
const visit = documentOf('handbook-visit', {
  point,
  person: z.strictObject({ ...who, sex: name, mother: maybe }),
  title: name,
  day: name,
  about: maybe,
  place: maybe,
  sections,
  next: maybe,
  by: maybe,
  printedAt: name,
}) satisfies z.ZodType<HandbookVisitPage>

const label = documentOf('handbook-visit-label', {
  ...who,
  title: name,
  day: name,
  about: maybe,
  facts: z.array(name).max(3).default([]),
  next: maybe,
  place: name,
}) satisfies z.ZodType<HandbookVisitLabel>

const book = documentOf('mother-child-handbook', {
  point,
  person: z.strictObject({ name, code: personCode }),
  cover: z.strictObject({
    mother: maybe,
    children: list(name),
    address: maybe,
    phone: maybe,
    number: maybe,
  }),
  parts: list(
    z.strictObject({
      number: name,
      title: name,
      whose: maybe,
      sections,
      tables: list(
        z.strictObject({
          title: name,
          columns: z
            .array(z.strictObject({ caption: name, widthPercent: z.number().positive().max(100) }))
            .min(1)
            .max(15),
          rows: list(z.array(words).max(15)),
          empty: name,
        }),
      ),
      charts: list(growthChartData),
    }),
  ),
  printedAt: name,
}) satisfies z.ZodType<MotherChildHandbook>

/** Data files of the papers of the mother-and-child handbook. */
export const handbookDocumentFiles = {
  'handbook-visit': visit,
  'handbook-visit-label': label,
  'mother-child-handbook': book,
}
