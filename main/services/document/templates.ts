import { refuse, refuseAll } from '../../../src/contract/errors'
import { listTemplates, takeTemplate, withdrawTemplate } from '../../../src/contract/template-calls'
import { readTemplate, shippedTemplate } from '../../../src/contract/template-file'
import type { PrintDocument } from '../../../src/domain/document/document'
import {
  isTemplateKind,
  type TemplateKind,
  templateShapes,
} from '../../../src/domain/document/template-shapes'
import { actorOf, type ServiceContext, serve } from '../service'

/** The file that counts for a paper: the newest that can be read here; null: the paper is as it ships. */
function currentOf({ store }: Pick<ServiceContext, 'store'>, kind: TemplateKind) {
  const files = store.records.list('document-template', { paper: kind }, 'created_stamp').toReversed()
  for (const file of files) {
    // A station with a newer version may know words of a paper that are unknown here; then an older file counts.
    const reading = readTemplate(file.text)
    if (reading.ok && reading.kind === kind) return { file, template: reading.template }
  }
  return null
}

/** The paper with the province's template, where there is one: kept in the paper, so that a reprint looks like it. */
export function withTemplate<D extends PrintDocument>(context: ServiceContext, document: D): D {
  if (!isTemplateKind(document.kind)) return document
  const current = currentOf(context, document.kind)
  return current ? { ...document, template: current.template } : document
}

export const listTemplatesService = serve(listTemplates, context => {
  const kinds = Object.keys(templateShapes).filter(isTemplateKind)
  return kinds.map(kind => {
    const current = currentOf(context, kind)
    if (!current) return { kind, taken: null, text: shippedTemplate(kind) }
    const { file, template } = current
    const { version, source, confirmation } = template
    const taken = {
      templateId: file.id,
      version,
      source,
      confirmation,
      byName: file.byName,
      at: file.createdAt,
    }
    return { kind, taken, text: file.text }
  })
})

export const takeTemplateService = serve(takeTemplate, (context, { text, reason }) => {
  const reading = readTemplate(text)
  if (!reading.ok) {
    refuseAll(reading.problems)
    return refuse('template.not-readable')
  }
  const templateId = context.newId()
  const { userId: byUserId, name: byName } = actorOf(context)
  const body = { paper: reading.kind, text, reason, byUserId, byName }
  context.write([{ noun: 'document-template', recordId: templateId, verb: 'recorded', body }])
  return { templateId }
})

export const withdrawTemplateService = serve(withdrawTemplate, (context, { templateId, reason }) => {
  const file = context.store.records.find('document-template', templateId)
  if (!file || file.voided) return refuse('template.not-found')
  context.write([{ noun: 'document-template', recordId: templateId, verb: 'voided', reason }])
  return {}
})
