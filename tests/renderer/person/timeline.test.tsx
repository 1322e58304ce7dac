import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Timeline } from '../../../renderer/screens/person/Timeline'
import { markBeside } from '../../../renderer/screens/person/timeline-moves'
import { day } from '../../../src/domain/calendar/calendar-day'
import { buildChart } from '../../../src/domain/schedule/chart'
import { timelineOf } from '../../../src/domain/schedule/timeline'
import { person } from '../../src/domain/schedule/fixtures'

const bornOn = day('2025-05-18')
const chart = buildChart(
  person(bornOn, '2026-11-22', [
    ['2025-05-18', 'GENEHBVAX_05'],
    ['2025-07-20', 'SII_PENTA', 'BOPV_POLYVAC'],
    ['2026-02-20', 'MVVAC'],
    ['2026-05-22', 'JEVAX'],
    ['2026-05-26', 'JEVAX'],
  ]),
)
const layout = timelineOf(chart, bornOn)

describe('the timeline on the screen', () => {
  const html = renderToStaticMarkup(<Timeline chart={chart} doses={[]} bornOn={bornOn} />)
  const labels = [...html.matchAll(/<button[^>]*aria-label="([^"]*)"/gu)].map(([, label]) => label)

  test('every mark says in a sentence what it is, whether it counts and why', () => {
    expect(labels).toHaveLength(layout.lanes.flatMap(({ marks }) => marks).length)
    expect(labels).toContain(
      '26/05/2026 (12 tháng 8 ngày): Jevax mũi 2. Mũi này không được tính, cần tiêm lại. Chưa đủ khoảng cách: mới 4/7 ngày. Sớm nhất 29/05/2026. Dòng lịch này chưa được bác sĩ xác nhận.',
    )
    expect(labels.find(label => label?.startsWith('Sởi – Rubella (MR): khuyến cáo 18/11/2026'))).toMatch(
      /Đến hạn: tiêm được hôm nay\. Đủ 18 tháng từ 18\/11\/2026\./u,
    )
  })

  test('colour is never alone: each mark has a sign, and the signs are explained', () => {
    for (const sign of ['✓', '✕', '●', '▲', '◇']) expect(html).toContain(`>${sign}</`)
    expect(html).toContain('không tính')
  })

  test('one Tab leads into the picture, and the picture says itself in words', () => {
    expect(html.match(/<button[^>]*tabindex="0"/gu)).toHaveLength(1)
    expect(html).toMatch(/<figcaption[^>]*>Đã tiêm 6 mũi, 5 mũi được tính; hôm nay \d mũi đến hạn/u)
  })

  test('a person without rows reads why the picture is empty', () => {
    const empty = renderToStaticMarkup(<Timeline chart={{ ...chart, rows: [] }} doses={[]} bornOn={bornOn} />)
    expect(empty).toContain('Chưa ghi mũi nào')
  })
})

describe('arrow keys in the timeline', () => {
  const je = layout.lanes.find(({ code }) => code === 'JE')?.marks ?? []
  const keyOf = (arrow: string, at = 0) => markBeside(layout, je[at]?.key ?? '', arrow)?.key

  test('→ and ← walk through a lane and stop at its ends', () => {
    expect(keyOf('ArrowRight')).toBe(je[1]?.key)
    expect(keyOf('ArrowLeft', 1)).toBe(je[0]?.key)
    expect(keyOf('ArrowLeft')).toBeUndefined()
    expect(keyOf('End')).toBe(je.at(-1)?.key)
  })

  test('↑ leads to the nearest mark of the lane above', () => {
    const above = layout.lanes.find(({ code }) => code === 'MR')?.marks ?? []
    expect(above.map(({ key }) => key)).toContain(keyOf('ArrowUp'))
  })

  test('other keys lead nowhere', () => {
    expect(keyOf('x')).toBeUndefined()
  })
})
