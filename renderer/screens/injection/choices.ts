/** The names of codes as choices of a list, in the order they are written. */
export function choicesOf<T extends string>(
  names: Readonly<Record<T, string>>,
): { value: T; label: string }[] {
  return (Object.keys(names) as T[]).map(value => ({ value, label: names[value] }))
}
