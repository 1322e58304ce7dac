import {
  checks,
  type Finding,
  type FindingCode,
  type FindingKind,
  type FindingSeverity,
  findingKey,
} from '../../src/domain/register-doctor/finding'
import type { Database } from './driver'
import { createFindingRepository } from './finding-repository'

/** What the register doctor found: derived here, made anew by its search and by whatever writes about the people concerned. */
export const findingTables = ['register_finding', 'register_finding_person'] as const

/** What the last complete search went through. */
export type DoctorSearch = { readonly at: string; readonly persons: number; readonly findings: number }

export type KeptFinding = { readonly key: string; readonly finding: Finding }
export type FindingCount = {
  readonly kind: FindingKind
  readonly severity: FindingSeverity
  readonly code: FindingCode
  readonly findings: number
}

/** Findings about which nobody has said that it is right. */
const open = `NOT EXISTS (SELECT 1 FROM finding_decision WHERE finding_decision.key = register_finding.key
  AND finding_decision.voided = 0)`
const searchKey = 'register-doctor'

/** What the register doctor reads: people as it looks at them, and what it found. */
export function createDoctorReaders(db: Database) {
  return { examination: createFindingRepository(db), findings: createFindingReader(db) }
}

/** Reads what was found and is still open. */
function createFindingReader(db: Database) {
  const selectPage = db.prepare<[string, string, string, number, number], { key: string; finding: string }>(
    `SELECT key, finding FROM register_finding WHERE kind = ? AND (? = '' OR code = ?) AND ${open}
     ORDER BY severity DESC, code, person_id, key LIMIT ? OFFSET ?`,
  )
  const countOpen = db.prepare<[], FindingCount>(
    `SELECT kind, severity, code, count(*) AS findings FROM register_finding WHERE ${open}
     GROUP BY kind, severity, code ORDER BY kind, severity DESC, code`,
  )
  const selectOne = db.prepare<[string], string>('SELECT finding FROM register_finding WHERE key = ?').pluck()
  const selectOf = db.prepare<[string], { key: string; finding: string }>(
    `SELECT key, finding FROM register_finding WHERE key IN (SELECT key FROM register_finding_person WHERE person_id = ?)`,
  )
  const selectSearch = db.prepare<[], string>(`SELECT value FROM meta WHERE key = '${searchKey}'`).pluck()
  const toKept = ({ key, finding }: { key: string; finding: string }): KeptFinding => ({
    key,
    finding: JSON.parse(finding) as Finding,
  })
  return {
    /** One page of a kind, or of one check of it; what cannot be so first. */
    page: (
      kind: FindingKind,
      code: FindingCode | null,
      limit: number,
      offset: number,
    ): readonly KeptFinding[] => selectPage.all(kind, code ?? '', code ?? '', limit, offset).map(toKept),
    countOpen: (): readonly FindingCount[] => countOpen.all(),
    /** A kept finding, whatever was decided about it. */
    find(key: string): Finding | null {
      const text = selectOne.get(key) as string | undefined
      return text === undefined ? null : (JSON.parse(text) as Finding)
    },
    ...decisionQuery(db),
    /** All that somebody has a part in. */
    about: (personId: string): readonly KeptFinding[] => selectOf.all(personId).map(toKept),
    lastSearch(): DoctorSearch | null {
      const text = selectSearch.get() as string | undefined
      return text === undefined ? null : (JSON.parse(text) as DoctorSearch)
    },
  }
}

/** What was said to be right. */
function decisionQuery(db: Database) {
  const countDecided = db
    .prepare<[], number>('SELECT count(*) FROM finding_decision WHERE voided = 0')
    .pluck()
  const selectDecided = db
    .prepare<[number, number], string>(
      'SELECT id FROM finding_decision WHERE voided = 0 ORDER BY created_stamp DESC LIMIT ? OFFSET ?',
    )
    .pluck()
  const selectDecision = db
    .prepare<[string], number>('SELECT 1 FROM finding_decision WHERE key = ? AND voided = 0')
    .pluck()
  return {
    countDecided: () => countDecided.get() as number,
    /** Ids of decisions that hold, newest first. */
    decidedIds: (limit: number, offset: number) => selectDecided.all(limit, offset) as string[],
    isDecided: (key: string): boolean => selectDecision.get(key) !== undefined,
  }
}

/** Keeps what was found. */
export function createFindingWriter(db: Database) {
  const upsert = db.prepare<[string, string, string, string, string, string]>(
    `INSERT INTO register_finding VALUES (?, ?, ?, ?, ?, ?, 1)
     ON CONFLICT DO UPDATE SET finding = excluded.finding, is_found = 1`,
  )
  const insertPerson = db.prepare<[string, string]>(
    'INSERT OR IGNORE INTO register_finding_person VALUES (?, ?)',
  )
  const updateAll = db.prepare<[]>('UPDATE register_finding SET is_found = 0')
  const deleteOthers = db.prepare<[]>('DELETE FROM register_finding WHERE is_found = 0')
  const deleteOtherPersons = db.prepare<[]>(
    'DELETE FROM register_finding_person WHERE key NOT IN (SELECT key FROM register_finding)',
  )
  const deleteOne = db.prepare<[string]>('DELETE FROM register_finding WHERE key = ?')
  const deletePersons = db.prepare<[string]>('DELETE FROM register_finding_person WHERE key = ?')
  const upsertSearch = db.prepare<[string]>(
    `INSERT INTO meta VALUES ('${searchKey}', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  )
  return {
    /** A search hands over what it found; until it ends, earlier findings stay. */
    begin: () => void updateAll.run(),
    keep(finding: Finding): void {
      const key = findingKey(finding)
      const { kind, severity } = checks[finding.code]
      upsert.run(key, kind, severity, finding.code, finding.personId, JSON.stringify(finding))
      for (const personId of [finding.personId, ...finding.otherIds]) insertPerson.run(personId, key)
    },
    remove(key: string): void {
      deleteOne.run(key)
      deletePersons.run(key)
    },
    /** A search has gone through everybody: what only earlier ones found is gone. */
    finish(search: DoctorSearch): void {
      deleteOthers.run()
      deleteOtherPersons.run()
      upsertSearch.run(JSON.stringify(search))
    },
  }
}
