import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const root = new URL('../..', import.meta.url).pathname
const mantine = join(root, 'node_modules/@mantine/core')

/** Components of Mantine that the renderer's files name in an import. */
function importedComponents(): readonly string[] {
  const files = globSync('renderer/**/*.{ts,tsx}', { cwd: root })
  const names = files.flatMap(file => {
    const source = readFileSync(join(root, file), 'utf8')
    const imports = source.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)
    return [...imports].flatMap(([, list = '']) => list.split(',').map(name => name.trim()))
  })
  return [...new Set(names)].filter(name => existsSync(moduleOf(name)))
}

function moduleOf(component: string): string {
  return join(mantine, 'esm/components', component, `${component}.mjs`)
}

/** Names of the style sheets a module needs, itself or through what it imports. */
function sheetsOf(file: string, seen: Set<string>): void {
  if (seen.has(file)) return
  seen.add(file)
  for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(/from "(\.[^"]+)"/g))
    sheetsOf(join(dirname(file), target), seen)
}

test('the window has the style of every Mantine component it uses, and of no other', () => {
  const components = importedComponents()
  expect(components).toContain('TextInput')
  const seen = new Set<string>()
  for (const component of components) sheetsOf(moduleOf(component), seen)
  const needed = [...seen]
    .filter(file => /\.module(\.css)?\.mjs$/.test(file))
    .map(file => basename(file).replace(/\.module.*$/, ''))
    .filter(name => existsSync(join(mantine, `styles/${name}.css`)))
  expect(needed).toContain('Input')

  const own = readFileSync(join(root, 'renderer/theme/mantine.css'), 'utf8')
  const listed = [...own.matchAll(/styles\/([\w-]+)\.css/g)].map(([, name]) => name)
  const always = ['baseline', 'default-css-variables', 'global']
  expect([...listed].sort()).toEqual([...new Set([...always, ...needed])].sort())
})
