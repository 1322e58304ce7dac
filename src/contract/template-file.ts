import type { PaperTemplate, TemplateShape } from '../domain/document/template'
import { problemsOfTemplate } from '../domain/document/template-check'
import { isTemplateKind, type TemplateKind, templateShapes } from '../domain/document/template-shapes'
import { paperTemplate } from './document-values'
import type { Problem } from './errors'

/** A template's file, or everything that is wrong with it. */
export type TemplateReading =
  | { readonly ok: true; readonly kind: TemplateKind; readonly template: PaperTemplate }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads the text of a template's file: JSON, its shape, then whether it suits the paper it is for. */
export function readTemplate(text: string): TemplateReading {
  const raw = parsed(text)
  if (!raw.ok) return refused('template.not-readable', raw.why)
  const reading = paperTemplate.safeParse(raw.value)
  if (!reading.success) {
    const [issue] = reading.error.issues
    return refused('template.not-readable', `${issue?.path.join('.') || 'file'}: ${issue?.message ?? ''}`)
  }
  const template = reading.data
  const problems = problemsOfTemplate(template)
  if (problems.length === 0 && isTemplateKind(template.kind))
    return { ok: true, kind: template.kind, template }
  return {
    ok: false,
    problems: problems.map(({ code, detail }) => ({ code, field: 'text', params: { detail } })),
  }
}

/** What ships of a paper, whole, as a file to start from. */
export function shippedTemplate(kind: TemplateKind): string {
  const { texts, parts, columns }: TemplateShape = templateShapes[kind]
  const template: PaperTemplate = {
    kind,
    version: '1',
    confirmation: 'unverified',
    source: 'Mẫu đi kèm phần mềm',
    texts,
    parts: parts.length === 0 ? null : parts.map(({ part }) => part),
    columns:
      columns.length === 0
        ? null
        : columns
            .filter(({ widthPercent }) => widthPercent > 0)
            .map(({ column, widthPercent }) => ({
              column,
              widthPercent,
            })),
  }
  return `${JSON.stringify(template, null, 2)}\n`
}

function parsed(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : 'JSON' }
  }
}

function refused(code: Problem['code'], detail: string): TemplateReading {
  return { ok: false, problems: [{ code, field: 'text', params: { detail } }] }
}
