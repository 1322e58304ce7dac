const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
const groups = ['', ' nghìn', ' triệu', ' tỷ']

/** Largest amount a paper writes, in đồng: one below a thousand billion. */
export const mostDong = 999_999_999_999

/** `1.250.000`, as Vietnamese papers write an amount. */
export function dongOnPaper(amount: number): string {
  assertDong(amount)
  return String(amount).replace(/\B(?=(\d{3})+$)/gu, '.')
}

/**
 * An amount in words, as a receipt needs it: "Một triệu hai trăm năm mươi nghìn đồng". Throws RangeError for anything but
 * whole đồng from 0 to `mostDong`.
 */
export function dongInWords(amount: number): string {
  assertDong(amount)
  const parts = groupsOf(amount).map((three, index, all) => {
    const isFirst = all.slice(index + 1).every(value => value === 0)
    return three === 0 ? '' : `${threeDigits(three, isFirst)}${groups[index]}`
  })
  const words = parts
    .toReversed()
    .filter(part => part !== '')
    .join(' ')
  const text = words === '' ? 'không' : words
  return `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)} đồng`
}

/** Three digits at a time, the lowest first. */
function groupsOf(amount: number): readonly number[] {
  return groups.map((_, index) => Math.floor(amount / 1000 ** index) % 1000)
}

/** Up to 999; below a hundred after a larger group the hundreds are said: "một nghìn không trăm linh năm". */
function threeDigits(value: number, isFirst: boolean): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  const parts: string[] = []
  if (hundreds > 0 || !isFirst) parts.push(`${digits[hundreds]} trăm`)
  if (tens === 1) parts.push('mười')
  else if (tens > 1) parts.push(`${digits[tens]} mươi`)
  else if (ones > 0 && parts.length > 0) parts.push('linh')
  if (ones > 0) parts.push(lastDigit(ones, tens))
  return parts.join(' ')
}

/** 21 is "hai mươi mốt", 15 "mười lăm". */
function lastDigit(ones: number, tens: number): string {
  if (ones === 1 && tens > 1) return 'mốt'
  if (ones === 5 && tens > 0) return 'lăm'
  return digits[ones] ?? ''
}

function assertDong(amount: number): void {
  if (!Number.isInteger(amount) || amount < 0 || amount > mostDong)
    throw new RangeError(`${amount} is no amount in đồng`)
}
