import type { PaperTemplate, TemplateShape } from './template'
import { isTemplateKind, templateShapes } from './template-shapes'

/** Why a template cannot be used; `detail` names the word, part or column. */
export type TemplateProblem = {
  readonly code:
    | 'template.unknown-paper'
    | 'template.unknown-key'
    | 'template.part-missing'
    | 'template.bad-widths'
    | 'template.bad-letters'
  readonly detail: string
}

/** Letters of every font that ships; a template of others would print boxes. */
const printable = /^[\p{Script=Latin}\p{N}\p{P}\p{Zs}°<>=+×]*$/u

/**
 * Everything wrong with a template; an empty list means it may be used. What tells whom a paper is about and what was given
 * can be named and moved, never left out.
 */
export function problemsOfTemplate(template: PaperTemplate): readonly TemplateProblem[] {
  if (!isTemplateKind(template.kind)) return [{ code: 'template.unknown-paper', detail: template.kind }]
  const shape: TemplateShape = templateShapes[template.kind]
  return [
    ...unknown(Object.keys(template.texts), Object.keys(shape.texts)),
    ...Object.entries(template.texts)
      .filter(([, { vi, en }]) => !printable.test(vi) || !printable.test(en))
      .map(([key]) => ({ code: 'template.bad-letters', detail: key }) as const),
    ...(template.parts === null ? [] : problemsOfParts(shape, template.parts)),
    ...(template.columns === null ? [] : problemsOfColumns(shape, template.columns)),
  ]
}

function problemsOfParts(shape: TemplateShape, parts: readonly string[]): readonly TemplateProblem[] {
  const known = shape.parts.map(({ part }) => part)
  const needed = shape.parts.filter(({ isNeeded }) => isNeeded).map(({ part }) => part)
  return [...unknown(parts, known), ...repeated(parts), ...missing(needed, parts)]
}

function problemsOfColumns(
  shape: TemplateShape,
  columns: NonNullable<PaperTemplate['columns']>,
): readonly TemplateProblem[] {
  const named = columns.map(({ column }) => column)
  const needed = shape.columns.filter(({ isNeeded }) => isNeeded).map(({ column }) => column)
  const known = shape.columns.map(({ column }) => column)
  const sum = columns.reduce((total, { widthPercent }) => total + widthPercent, 0)
  const widths: readonly TemplateProblem[] =
    Math.abs(sum - 100) < 0.01 ? [] : [{ code: 'template.bad-widths', detail: String(sum) }]
  return [...unknown(named, known), ...repeated(named), ...missing(needed, named), ...widths]
}

function unknown(given: readonly string[], known: readonly string[]): readonly TemplateProblem[] {
  return given
    .filter(key => !known.includes(key))
    .map(detail => ({ code: 'template.unknown-key', detail }) as const)
}

function repeated(given: readonly string[]): readonly TemplateProblem[] {
  return given
    .filter((key, index) => given.indexOf(key) !== index)
    .map(detail => ({ code: 'template.unknown-key', detail }) as const)
}

function missing(needed: readonly string[], given: readonly string[]): readonly TemplateProblem[] {
  return needed
    .filter(key => !given.includes(key))
    .map(detail => ({ code: 'template.part-missing', detail }) as const)
}
