import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseOptions, type IFlattenedRuleSet } from 'dependency-cruiser'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const root = new URL('../..', import.meta.url).pathname
const require = createRequire(import.meta.url)
const rules = require('./import-rules.cjs') as IFlattenedRuleSet & { readonly options: ICruiseOptions }

let house: string

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'diem-tiem-house-'))
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
})

afterEach(() => rmSync(house, { recursive: true, force: true }))

/** Puts up a house of these files and answers the names of the rules they break, each once, in order. */
async function brokenRules(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }
  const { tsConfig: _project, ...options } = rules.options
  const folders = [...new Set(Object.keys(files).map(path => path.split('/')[0] ?? path))]
  const { output } = await cruise(folders, {
    ...options,
    baseDir: house,
    validate: true,
    ruleSet: { forbidden: rules.forbidden },
  })
  if (typeof output === 'string') throw new Error('dependency-cruiser answered a text')
  return [...new Set(output.summary.violations.map(violation => violation.rule.name))].sort()
}

const empty = 'export const nothing = null\n'

/** What the table forbids, one line each: what it shows, the files, the rule that speaks. */
const forbidden: readonly [string, Readonly<Record<string, string>>, string][] = [
  [
    'the domain asks the clock of Node',
    { 'src/domain/person/age.ts': "import { hrtime } from 'node:process'\nexport const now = hrtime\n" },
    'domain-knows-no-node',
  ],
  [
    'the domain checks with zod',
    { 'src/domain/person/name.ts': "import { z } from 'zod'\nexport const name = z.string()\n" },
    'domain-knows-no-package',
  ],
  [
    'the domain takes a type of main',
    {
      'main/db/rows.ts': 'export type Row = { readonly id: string }\n',
      'src/domain/person/row.ts':
        "import type { Row } from '../../../main/db/rows'\nexport type Person = Row\n",
    },
    'domain-stands-alone',
  ],
  [
    'the calendar knows persons',
    {
      'src/domain/person/person.ts': empty,
      'src/domain/calendar/age.ts': "export * from '../person/person'\n",
    },
    'calendar-at-the-bottom',
  ],
  [
    'two areas know each other through different files',
    {
      'src/domain/stock/lot.ts': "export * from '../session/session'\n",
      'src/domain/session/session.ts': empty,
      'src/domain/session/plan.ts': "export * from '../stock/ledger'\n",
      'src/domain/stock/ledger.ts': empty,
    },
    'no-circles-between-areas',
  ],
  [
    'two files import each other',
    {
      'src/domain/stock/lot.ts': "export * from './vial'\n",
      'src/domain/stock/vial.ts': "export * from './lot'\n",
    },
    'no-circles',
  ],
  [
    'the contract knows Electron',
    { 'src/contract/call.ts': "import type { App } from 'electron'\nexport type Host = App\n" },
    'contract-is-shared-truth',
  ],
  [
    'a screen reads a file',
    {
      'renderer/screens/person.tsx':
        "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n",
    },
    'window-reaches-no-machine',
  ],
  [
    'a screen takes a type of main',
    {
      'main/db/rows.ts': 'export type Row = { readonly id: string }\n',
      'renderer/screens/row.ts': "import type { Row } from '../../main/db/rows'\nexport type Line = Row\n",
    },
    'window-reaches-no-machine',
  ],
  [
    'the page on a stick asks main',
    { 'renderer/api.ts': empty, 'renderer/verifier/main.ts': "export * from '../api'\n" },
    'verifier-stands-alone',
  ],
  [
    'a shared component asks main',
    { 'renderer/api.ts': empty, 'renderer/components/list.ts': "export * from '../api'\n" },
    'components-hold-no-data',
  ],
  [
    'a service writes SQL',
    {
      'main/services/dose/record-dose.ts':
        "import Database from 'better-sqlite3'\nexport const open = Database\n",
    },
    'only-db-knows-sqlite',
  ],
  [
    'a service prints by itself',
    {
      'main/printing/label.ts': empty,
      'main/services/print/print-label.ts': "export * from '../../printing/label'\n",
    },
    'services-use-ports',
  ],
  [
    'a service opens the database',
    { 'main/db/open.ts': empty, 'main/services/start.ts': "export * from '../db/open'\n" },
    'services-load-nothing',
  ],
  [
    'the database calls a service',
    { 'main/services/start.ts': empty, 'main/db/rows.ts': "export * from '../services/start'\n" },
    'db-knows-only-sqlite',
  ],
  [
    'ipc does the work itself',
    { 'main/services/start.ts': empty, 'main/ipc/listen.ts': "export * from '../services/start'\n" },
    'ipc-only-listens',
  ],
  [
    'printing reads the database',
    { 'main/db/rows.ts': empty, 'main/printing/label.ts': "export * from '../db/rows'\n" },
    'machines-behind-ports',
  ],
  [
    'a headless command reaches Electron through another file',
    {
      'main/window.ts': "import { app } from 'electron'\nexport const name = app.name\n",
      'main/cli/seed.ts': "export * from '../window'\n",
    },
    'commands-run-without-electron',
  ],
  [
    'the preload does work',
    { 'main/db/rows.ts': empty, 'main/preload.ts': "export * from './db/rows'\n" },
    'preload-is-thin',
  ],
  [
    'someone imports a composition root',
    { 'main/engine.ts': empty, 'main/window.ts': "export * from './engine'\n" },
    'roots-are-not-imported',
  ],
  [
    'a file lies beside the two parts of src',
    { 'src/utils.ts': empty, 'main/window.ts': "export * from '../src/utils'\n" },
    'src-has-two-parts',
  ],
  [
    'code leans on a test',
    { 'tests/helpers/clock.ts': empty, 'main/window.ts': "export * from '../tests/helpers/clock'\n" },
    'code-knows-no-tests',
  ],
  ['an import leads nowhere', { 'main/window.ts': "export * from './gone'\n" }, 'everything-resolves'],
]

describe('import rules', () => {
  test.each(forbidden)('%s', async (_sentence, files, rule) => {
    expect(await brokenRules(files)).toContain(rule)
  })

  test('each rule has a case that breaks it', () => {
    const shown = new Set(forbidden.map(([, , rule]) => rule))
    expect(rules.forbidden?.map(({ name }) => name).filter(name => name && !shown.has(name))).toEqual([])
  })

  test('each rule says why and what to do instead', () => {
    for (const { comment } of rules.forbidden ?? []) expect(comment?.split('. ').length).toBeGreaterThan(1)
  })

  test('a house in order breaks none', async () => {
    const files = {
      'src/domain/calendar/calendar-day.ts': 'export type CalendarDay = string\n',
      'src/domain/person/person.ts':
        "import type { CalendarDay } from '../calendar/calendar-day'\nexport type Person = { readonly bornOn: CalendarDay }\n",
      'src/contract/person-calls.ts':
        "import { z } from 'zod'\nimport type { Person } from '../domain/person/person'\nexport const person = z.custom<Person>()\n",
      'renderer/api.ts':
        "import type { Person } from '../src/domain/person/person'\nexport type Answer = Person\n",
      'renderer/screens/person.tsx':
        "import { useState } from 'react'\nimport { Button } from '@mantine/core'\nexport * from '../api'\nexport const parts = [useState, Button]\n",
      'main/db/person-repository.ts':
        "import { join } from 'node:path'\nimport Database from 'better-sqlite3'\nexport const parts = [join, Database]\n",
      'main/services/person/register-person.ts': "export * from '../../db/person-repository'\n",
      'main/ipc/listen.ts': "import { ipcMain } from 'electron'\nexport const listen = ipcMain\n",
      'main/printing/label.ts': "import { connect } from 'node:net'\nexport const send = connect\n",
      'main/engine.ts': "import './services/person/register-person'\nimport './printing/label'\n",
      'main/main.ts': "import './ipc/listen'\n",
      'main/preload.ts': "import { contextBridge } from 'electron'\nexport const bridge = contextBridge\n",
      'main/cli/seed.ts': "import '../db/person-repository'\n",
    }
    expect(await brokenRules(files)).toEqual([])
  })
})
