/** An element of a data file without attributes: CDC's supporting data has none, so one is refused. */
export type XmlElement = {
  readonly name: string
  readonly children: readonly XmlElement[]
  /** Text of an element without children, trimmed; '' for an empty one. */
  readonly text: string
}

const token = /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([A-Za-z][\w.-]*)\s*(\/?)>|<[^>]*>|[^<]+/g

type Open = { readonly name: string; readonly children: XmlElement[]; text: string }

/** Reads one document. Throws on attributes, unknown entities and elements that are not closed in order. */
export function parseXml(source: string): XmlElement {
  const top: Open = { name: '', children: [], text: '' }
  const stack: Open[] = [top]
  for (const match of source.matchAll(token)) {
    const [whole, slash, name, closed] = match
    const open = stack.at(-1) ?? top
    if (name === undefined) readText(whole, open)
    else if (slash === '/') close(name, stack)
    else if (closed === '/') open.children.push({ name, children: [], text: '' })
    else stack.push({ name, children: [], text: '' })
  }
  const [root, ...others] = top.children
  if (stack.length > 1) throw new Error(`the element ${stack.at(-1)?.name} is not closed`)
  if (!root || others.length > 0 || top.text.trim() !== '') throw new Error('not one XML document')
  return root
}

function readText(whole: string, open: Open): void {
  if (whole.startsWith('<?') || whole.startsWith('<!--')) return
  if (whole.startsWith('<')) throw new Error(`unreadable XML: ${whole.slice(0, 80)}`)
  open.text += whole
}

function close(name: string, stack: Open[]): void {
  const done = stack.length > 1 ? stack.pop() : undefined
  if (done?.name !== name) throw new Error(`</${name}> closes ${done?.name ?? 'nothing'}`)
  const text = decoded(done.text).trim()
  if (done.children.length > 0 && text !== '') throw new Error(`text beside the children of ${name}`)
  stack.at(-1)?.children.push({ name, children: done.children, text })
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replaceAll(/&([^;\s]{1,10});?/g, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16))
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)))
    const character = named[name]
    if (character === undefined) throw new Error(`unknown entity ${whole}`)
    return character
  })
}

/** All children of a name. */
export function childrenOf(element: XmlElement | null, name: string): readonly XmlElement[] {
  return element?.children.filter(child => child.name === name) ?? []
}

/** The one child of a name; null when there is none. Throws when there are several. */
export function childOf(element: XmlElement | null, name: string): XmlElement | null {
  const found = childrenOf(element, name)
  if (found.length > 1) throw new Error(`${element?.name} has several ${name}`)
  return found[0] ?? null
}

/** Text of a child; null when it is missing, empty or "n/a", which all mean "no constraint". */
export function textOf(element: XmlElement | null, name: string): string | null {
  const text = childOf(element, name)?.text ?? ''
  return text === '' || text === 'n/a' ? null : text
}

/** Text of a child that must be there. */
export function requiredText(element: XmlElement, name: string): string {
  const text = textOf(element, name)
  if (text === null) throw new Error(`${element.name} lacks ${name}`)
  return text
}

/** Entries of a list written with ";" or "; ". */
export function listOf(element: XmlElement, name: string): readonly string[] {
  return (textOf(element, name) ?? '')
    .split(';')
    .map(entry => entry.trim())
    .filter(entry => entry !== '')
}
