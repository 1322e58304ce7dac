import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLoggerCsv } from '../../../../src/domain/stock/logger-csv'

const wanted = [
  { at: '2026-11-24T17:00:00.000Z', temperatureC: 4.5 },
  { at: '2026-11-24T17:10:00.000Z', temperatureC: -0.6 },
]

function pointsIn(text: string) {
  const file = readLoggerCsv(text)
  return typeof file === 'string' ? file : file.points
}

describe('the file of a logger', () => {
  test.each([
    [
      'semicolons and decimal commas',
      'Ngày;Giờ;Nhiệt độ\r\n25/11/2026;00:00;4,5\r\n25/11/2026;00:10;-0,6\r\n',
    ],
    ['commas and points', 'No,Date Time,Temp (°C)\n1,2026-11-25 00:00:00,4.5\n2,2026-11-25 00:10:00,-0.6'],
    ['quoted decimal commas', 'Time,Temperature\n"25/11/2026 00:00","4,5"\n"25/11/2026 00:10","-0,6"'],
    ['tabs', '#\tTime\tCh1\n1\t25.11.2026 00:00\t4.5 °C\n2\t25.11.2026 00:10\t-0.6 °C'],
    ['month first, said by a day above twelve', 'Time,Temp\n11/25/2026 00:00,4.5\n11/25/2026 00:10,-0.6'],
    ['half a day', 'Time,Temp\n25/11/2026 12:00 AM,4.5\n25/11/2026 12:10 AM,-0.6'],
    ['Fahrenheit', 'Time;Temp °F\n25/11/2026 00:00;40,1\n25/11/2026 00:10;30,9'],
    ['UTC', 'Time,Temp\n2026-11-24T17:00:00Z,4.5\n2026-11-24T17:10:00Z,-0.6'],
    [
      'words before the table',
      'Logger 12\nSerial;A1\n\nNgày giờ;Độ ẩm;Nhiệt độ\n25/11/2026 00:00;55;4,5\n25/11/2026 00:10;54;-0,6',
    ],
    ['a newer line above an older one', 'Time;T\n25/11/2026 00:10;-0,6\n25/11/2026 00:00;4,5'],
  ])('%s', (_, text) => {
    expect(pointsIn(text)).toEqual(wanted)
  })

  test('says when nothing tells the day from the month', () => {
    const file = readLoggerCsv('Time;T\n03/04/2026 00:00;4,5\n03/04/2026 00:10;5')
    expect(file).toMatchObject({ isOrderGuessed: true, points: [{ at: '2026-04-02T17:00:00.000Z' }, {}] })
  })

  test('lines that cannot be read are counted and named, never guessed', () => {
    const file = readLoggerCsv(
      'Time;T\n25/11/2026 00:00;4,5\n31/11/2026 00:10;5\n25/11/2026 00:20;ERR\n25/11/2026 00:30;850\n25/11/2026 00:40;5\n25/11/2026 00:50;5\n25/11/2026 01:00;5\n25/11/2026 01:10;5\n25/11/2026 01:20;5\n25/11/2026 01:30;5\n25/11/2026 01:40;5\n25/11/2026 01:50;5\n25/11/2026 02:00;5\n25/11/2026 02:10;5\n25/11/2026 02:20;5\n25/11/2026 02:30;5\n',
    )
    expect(file).toMatchObject({ unread: [3, 4, 5], unreadCount: 3 })
    expect(typeof file === 'string' ? 0 : file.points.length).toBe(13)
  })

  test.each([
    ['fridge-log.no-rows', ''],
    ['fridge-log.no-rows', 'xin chào'],
    ['fridge-log.no-time', 'a;b\n1;2'],
    ['fridge-log.no-temperature', 'Time;Note\n25/11/2026 00:00;tốt'],
  ])('%s', (fault, text) => {
    expect(readLoggerCsv(text)).toBe(fault)
  })

  test('whatever the file, nothing throws', () => {
    const cell = fc.constantFrom(
      '25/11/2026',
      '00:10',
      '4,5',
      '4.5',
      '"',
      ';',
      ',',
      '\t',
      '\n',
      'x',
      '°F',
      '2026-11-25T00:00:00Z',
    )
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 80 }), cells => {
        expect(readLoggerCsv(cells.join(''))).toBeDefined()
      }),
    )
  })
})
