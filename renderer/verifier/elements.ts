type Child = Node | string | null | false

/** An element with its attributes and children; texts are texts, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  made.append(...children.filter(child => child !== null && child !== false))
  return made
}

/** A button that does something. */
export function button(
  label: string,
  onPress: () => void,
  attributes: Readonly<Record<string, string>> = {},
) {
  const made = element('button', { type: 'button', ...attributes }, label)
  made.addEventListener('click', onPress)
  return made
}

/** A button that opens the system's choice of a file. */
export function fileButton(label: string, accept: string, onFile: (file: File) => void, testId: string) {
  const input = element('input', { type: 'file', accept, 'data-testid': testId, 'aria-label': label })
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file) onFile(file)
    input.value = ''
  })
  return element('label', { class: 'file' }, input, label)
}
