import { describe, expect, test } from 'vitest'
import { rebuildTables } from '../../../main/db/rebuild'
import { buildDocument } from '../../../src/contract/internal-calls'
import { listTemplates, takeTemplate, withdrawTemplate } from '../../../src/contract/template-calls'
import { readTemplate, shippedTemplate } from '../../../src/contract/template-file'
import { isTemplateKind, templateShapes } from '../../../src/domain/document/template-shapes'
import { openReadyPoint, pictureOf, refusedCodes, register } from './ready-point'

const reason = 'Công văn 12/SYT-NVY'
const kinds = Object.keys(templateShapes).filter(isTemplateKind)

type Change = Readonly<Record<string, unknown>>
const changed = (change: Change) =>
  JSON.stringify({ ...(JSON.parse(shippedTemplate('vaccination-certificate')) as Change), ...change })

const title = { vi: 'GIẤY CHỨNG NHẬN CỦA TỈNH', en: 'CERTIFICATE OF THE PROVINCE' }

describe('templates', () => {
  test.each(kinds)('what ships of %s is itself a template that would be taken', kind => {
    expect(readTemplate(shippedTemplate(kind))).toMatchObject({ ok: true, kind })
  })

  test('one that was taken is on every paper of its kind, stays in the paper, and goes when it is withdrawn', () => {
    const point = openReadyPoint()
    const personId = register(point)
    const paper = () =>
      point.done(buildDocument, { kind: 'vaccination-certificate', personId, visitId: null, printerId: null })
    expect(paper().template).toBeUndefined()
    const { templateId } = point.done(takeTemplate, { text: changed({ texts: { title } }), reason })
    expect(paper().template).toMatchObject({ texts: { title }, parts: expect.arrayContaining(['code']) })
    expect(
      point.done(listTemplates, {}).find(({ kind }) => kind === 'vaccination-certificate'),
    ).toMatchObject({
      taken: { templateId, byName: 'Trưởng trạm' },
    })
    point.done(withdrawTemplate, { templateId, reason: 'Công văn hết hiệu lực' })
    expect(paper().template).toBeUndefined()
    expect(point.done(listTemplates, {}).every(({ taken }) => taken === null)).toBe(true)
  })

  test('the journal alone gives the same templates again', () => {
    const point = openReadyPoint()
    point.done(takeTemplate, { text: changed({ version: '2' }), reason })
    const before = pictureOf(point)
    rebuildTables(point.db)
    expect(pictureOf(point)).toEqual(before)
  })

  const certificate = JSON.parse(shippedTemplate('vaccination-certificate')) as {
    readonly parts: readonly string[]
    readonly columns: readonly { readonly column: string; readonly widthPercent: number }[]
  }
  const without = (column: string) => certificate.columns.filter(it => it.column !== column)
  const refused: readonly (readonly [string, string, readonly string[]])[] = [
    ['no JSON', '{', ['template.not-readable']],
    ['a field it does not know', changed({ colour: 'red' }), ['template.not-readable']],
    ['another paper', changed({ kind: 'wedding-card' }), ['template.unknown-paper']],
    ['a word it does not know', changed({ texts: { titel: title } }), ['template.unknown-key']],
    [
      'letters no font has',
      changed({ texts: { title: { vi: '証明書', en: 'x' } } }),
      ['template.bad-letters'],
    ],
    [
      'no table of doses',
      changed({ parts: certificate.parts.filter(part => part !== 'doses') }),
      ['template.part-missing'],
    ],
    ['a part twice', changed({ parts: [...certificate.parts, 'doses'] }), ['template.unknown-key']],
    ['no lot', changed({ columns: without('lot') }), ['template.part-missing', 'template.bad-widths']],
    ['columns too narrow', changed({ columns: without('order') }), ['template.bad-widths']],
  ]
  test.each(refused)('with %s it is refused and nothing is written', (_what, text, codes) => {
    expect(refusedCodes(openReadyPoint(), takeTemplate, { text, reason })).toEqual(codes)
  })

  test('one that is no longer there cannot be withdrawn', () => {
    const point = openReadyPoint()
    const { templateId } = point.done(takeTemplate, { text: changed({}), reason })
    point.done(withdrawTemplate, { templateId, reason })
    expect(refusedCodes(point, withdrawTemplate, { templateId, reason })).toEqual(['template.not-found'])
  })
})
