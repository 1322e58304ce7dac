import type { Caption } from './words'

/** One column of a table: what it shows, and how much of the table's width it takes. */
export type TemplateColumn = { readonly column: string; readonly widthPercent: number }

/**
 * What a province may change of a paper without a build: its fixed words, the order of its parts, the columns of its
 * table. It says nothing about facts: those come from the record. Decision 0023.
 */
export type PaperTemplate = {
  readonly kind: string
  readonly version: string
  readonly confirmation: 'confirmed' | 'unverified'
  readonly source: string
  /** Only the words that differ from those that ship. */
  readonly texts: Readonly<Record<string, Caption>>
  /** Parts from the top down; null: as shipped. */
  readonly parts: readonly string[] | null
  readonly columns: readonly TemplateColumn[] | null
}

/** What a kind of paper is made of, as it ships; everything not marked as needed may be left out by a template. */
export type TemplateShape = {
  readonly texts: Readonly<Record<string, Caption>>
  readonly parts: readonly { readonly part: string; readonly isNeeded: boolean }[]
  /** A column of no width is known to templates and not shown as it ships. */
  readonly columns: readonly (TemplateColumn & { readonly isNeeded: boolean })[]
}

/** A shape with a template put over it. */
export type LaidOut<Texts> = {
  readonly texts: Texts
  readonly parts: readonly string[]
  readonly columns: readonly TemplateColumn[]
}

/** Puts the province's template over what ships; without one the paper is as it ships. */
export function layOver<Texts extends Readonly<Record<string, Caption>>>(
  shape: TemplateShape & { readonly texts: Texts },
  template: PaperTemplate | null | undefined,
): LaidOut<Texts> {
  return {
    texts: { ...shape.texts, ...template?.texts },
    parts: template?.parts ?? shape.parts.map(({ part }) => part),
    columns: template?.columns ?? shape.columns.filter(({ widthPercent }) => widthPercent > 0),
  }
}
