/** Text with the half-open ranges marked that a search matched. */
export function Highlighted(props: {
  readonly text: string
  readonly ranges: readonly (readonly [number, number])[]
}) {
  const { text, ranges } = props
  const sorted = [...ranges].sort((a, b) => a[0] - b[0])
  let at = 0
  const pieces = sorted.map(([from, to]) => {
    const before = text.slice(at, from)
    at = to
    return (
      <span key={from}>
        {before}
        <mark>{text.slice(from, to)}</mark>
      </span>
    )
  })
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  )
}
