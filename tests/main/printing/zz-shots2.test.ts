import { writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { renderRecordHtml, renderTestHtml } from '../../../main/printing/page/record-html'
import { buildTestPage } from '../../../src/domain/document/test-page'
import * as s from '../../helpers/document-samples'

test('shots', () => {
  const fontBase = `file://${s.fontFolder}/`
  writeFileSync(
    '/tmp/print-shots/a4.html',
    renderRecordHtml(s.sampleRecord(), { paper: 'A4', bilingual: true, fontBase }),
  )
  writeFileSync(
    '/tmp/print-shots/a5.html',
    renderRecordHtml(
      { ...s.sampleRecord({ practice: true, doses: 22 }), reprint: { number: 2, at: s.sampleIssue.now } },
      { paper: 'A5', bilingual: false, fontBase },
    ),
  )
  writeFileSync(
    '/tmp/print-shots/a5b.html',
    renderRecordHtml(s.sampleRecord({ doses: 9 }), { paper: 'A5', bilingual: true, fontBase }),
  )
  writeFileSync(
    '/tmp/print-shots/test.html',
    renderTestHtml(buildTestPage({ printer: { name: 'Máy A4', role: 'page' }, issue: s.sampleIssue }), {
      paper: 'A4',
      fontBase,
    }),
  )
})
