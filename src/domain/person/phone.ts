/** Prefixes of the eleven-digit mobile numbers that became ten digits in 2018; old lists and cards still hold them. */
const mobilePrefixesOf2018: Readonly<Record<string, string>> = {
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0186': '056',
  '0188': '058',
  '0199': '059',
}

/**
 * Brings a Vietnamese number into the form it is stored in: digits only, beginning with 0 (`+84 912-345-678` →
 * `0912345678`). Null when it is not a number that can be called: 10 digits mobile, 10 or 11 digits landline.
 */
export function normalizePhone(typed: string): string | null {
  if (!/^\+?[\d\s().-]+$/u.test(typed.trim())) return null
  const digits = typed.replace(/\D/gu, '').replace(/^(?:00)?84(?=\d{9,10}$)/u, '0')
  const renumbered = mobilePrefixesOf2018[digits.slice(0, 4)]
  const phone = digits.length === 11 && renumbered ? renumbered + digits.slice(4) : digits
  return /^(?:0[35789]\d{8}|02\d{8,9})$/u.test(phone) ? phone : null
}

/** A stored number in groups as people say it: `0912 345 678`, `024 3825 1234`. Anything else is given back unchanged. */
export function formatPhone(phone: string): string {
  const groups =
    /^(0[35789]\d{2})(\d{3})(\d{3})$/u.exec(phone) ??
    /^(02[48])(\d{4})(\d{4})$/u.exec(phone) ??
    /^(02\d{2})(\d{3,4})(\d{3,4})$/u.exec(phone)
  return groups ? groups.slice(1).join(' ') : phone
}

/** The digits from the last to the first: a search for the last digits becomes a search for a beginning. */
export function reversePhone(phone: string): string {
  return [...phone].reverse().join('')
}
