import type { Noun, Records } from '../../src/domain/journal/entry'

/** How one field of a record lies in its table. */
export type ColumnType = 'plain' | 'bool' | 'json'
export type ColumnSpec = readonly [column: string, field: string, type: ColumnType]
export type TableSpec = { readonly table: string; readonly columns: readonly ColumnSpec[] }

const snake = (field: string) => field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

function table<N extends Noun>(
  name: N,
  fields: { readonly [F in keyof Required<Records[N]>]: ColumnType },
  renamed: Partial<Record<keyof Records[N], string>> = {},
): TableSpec {
  const columns = Object.entries(fields).map(([field, type]) => {
    const column = (renamed as Record<string, string | undefined>)[field] ?? snake(field)
    return [column, field, type as ColumnType] as const
  })
  return { table: name.replaceAll('-', '_'), columns }
}

/** Every field of every record has its column: the compiler asks for it, a test compares it with the schema. */
export const tableSpecs: { readonly [N in Noun]: TableSpec } = {
  point: table('point', {
    name: 'plain',
    code: 'plain',
    kind: 'plain',
    address: 'json',
    phone: 'plain',
    offeredAntigens: 'json',
  }),
  station: table('station', { name: 'plain', number: 'plain' }),
  user: table('user', { name: 'plain', role: 'plain', pin: 'json', active: 'bool' }),
  person: table('person', {
    kind: 'plain',
    name: 'plain',
    birthDate: 'plain',
    birthTime: 'plain',
    sex: 'plain',
    ethnicGroupCode: 'plain',
    nationalityCode: 'plain',
    bloodGroup: 'plain',
    phone: 'plain',
    identifiers: 'json',
    addresses: 'json',
    relatives: 'json',
    alerts: 'json',
    protectedAtBirth: 'bool',
    gestationWeeks: 'plain',
    birthWeightG: 'plain',
    note: 'plain',
  }),
  dose: table('dose', {
    personId: 'plain',
    visitId: 'plain',
    kind: 'plain',
    vaccineCode: 'plain',
    lotId: 'plain',
    lotNumber: 'plain',
    lotExpiresOn: 'plain',
    vialId: 'plain',
    takenFrom: 'plain',
    givenOn: 'plain',
    givenOnAccuracy: 'plain',
    givenAt: 'plain',
    statedNumber: 'plain',
    site: 'plain',
    route: 'plain',
    volumeMl: 'plain',
    programme: 'plain',
    givenByUserId: 'plain',
    givenByName: 'plain',
    placeName: 'plain',
    overrides: 'json',
    note: 'plain',
    labelCheck: 'plain',
  }),
  lot: table('lot', {
    vaccineCode: 'plain',
    number: 'plain',
    expiresOn: 'plain',
    manufacturer: 'plain',
    programme: 'plain',
    status: 'plain',
    statusReason: 'plain',
    diluentLot: 'plain',
    diluentExpiresOn: 'plain',
    dosesPerVial: 'plain',
  }),
  movement: table(
    'movement',
    {
      lotId: 'plain',
      kind: 'plain',
      doses: 'plain',
      at: 'plain',
      note: 'plain',
      from: 'plain',
      to: 'plain',
      quantity: 'plain',
      reason: 'plain',
      vialId: 'plain',
      sessionOn: 'plain',
      reverses: 'plain',
      byUserId: 'plain',
      byName: 'plain',
      supplier: 'plain',
      documentNumber: 'plain',
      vvmStage: 'plain',
      temperatureC: 'plain',
      indicator: 'plain',
    },
    { from: 'from_account', to: 'to_account' },
  ),
  vial: table('vial', {
    lotId: 'plain',
    place: 'plain',
    sessionOn: 'plain',
    openedAt: 'plain',
    discardBy: 'plain',
    endsWithSession: 'bool',
    doses: 'plain',
    vvmStage: 'plain',
    openedByUserId: 'plain',
    openedByName: 'plain',
    closedAt: 'plain',
    closedBecause: 'plain',
  }),
  'stock-level': table('stock-level', { code: 'plain', minimum: 'plain', maximum: 'plain' }),
  visit: table('visit', {
    personId: 'plain',
    sessionOn: 'plain',
    ticket: 'plain',
    stage: 'plain',
    openedAt: 'plain',
    screenedAt: 'plain',
    injectedAt: 'plain',
    observationMinutes: 'plain',
    closedAt: 'plain',
    outcome: 'plain',
    outcomeNote: 'plain',
  }),
  screening: table('screening', {
    personId: 'plain',
    visitId: 'plain',
    formId: 'plain',
    formVersion: 'plain',
    temperatureC: 'plain',
    weightKg: 'plain',
    answers: 'json',
    proposed: 'plain',
    concluded: 'plain',
    differsBecause: 'plain',
    signedByUserId: 'plain',
    signedByName: 'plain',
    signedAt: 'plain',
  }),
  appointment: table(
    'appointment',
    { personId: 'plain', on: 'plain', slot: 'plain', time: 'plain', labels: 'json', status: 'plain' },
    { on: 'on_day' },
  ),
  reaction: table('reaction', {
    personId: 'plain',
    visitId: 'plain',
    doseIds: 'json',
    kind: 'plain',
    signs: 'json',
    onsetAt: 'plain',
    temperatureC: 'plain',
    treatment: 'plain',
    outcome: 'plain',
    note: 'plain',
  }),
  document: table('document', {
    kind: 'plain',
    personId: 'plain',
    printerName: 'plain',
    jobId: 'plain',
    reprint: 'bool',
    printedAt: 'plain',
  }),
  'schedule-file': table('schedule-file', {
    code: 'plain',
    fileName: 'plain',
    text: 'plain',
    status: 'plain',
    reason: 'plain',
    byUserId: 'plain',
    byName: 'plain',
  }),
  merge: table('merge', {
    survivorId: 'plain',
    absorbedId: 'plain',
    changes: 'json',
    overrides: 'json',
    reason: 'plain',
    byUserId: 'plain',
    byName: 'plain',
  }),
  'pair-decision': table('pair-decision', {
    leftId: 'plain',
    rightId: 'plain',
    decision: 'plain',
    reason: 'plain',
    byUserId: 'plain',
    byName: 'plain',
  }),
  residence: table(
    'residence',
    {
      personId: 'plain',
      state: 'plain',
      on: 'plain',
      until: 'plain',
      reason: 'plain',
      otherPlace: 'plain',
      note: 'plain',
    },
    { on: 'on_day', until: 'until_day' },
  ),
  'family-link': table(
    'family-link',
    { personId: 'plain', relativeId: 'plain', relation: 'plain', since: 'plain', until: 'plain' },
    { since: 'since_day', until: 'until_day' },
  ),
  'import-profile': table('import-profile', { name: 'plain', columns: 'json', byUserId: 'plain' }),
  'export-log': table('export-log', {
    list: 'plain',
    filter: 'plain',
    format: 'plain',
    rows: 'plain',
    byUserId: 'plain',
    byName: 'plain',
  }),
  'identity-check': table('identity-check', {
    personId: 'plain',
    visitId: 'plain',
    how: 'plain',
    toldApartFrom: 'json',
    byUserId: 'plain',
    byName: 'plain',
  }),
  'not-given': table(
    'not-given',
    {
      personId: 'plain',
      visitId: 'plain',
      on: 'plain',
      dueId: 'plain',
      label: 'plain',
      antigens: 'json',
      state: 'plain',
      reason: 'plain',
      until: 'plain',
      byUserId: 'plain',
      byName: 'plain',
    },
    { on: 'on_day', until: 'until_day' },
  ),
  'product-code': table('product-code', {
    gtin: 'plain',
    vaccineCode: 'plain',
    byUserId: 'plain',
    byName: 'plain',
  }),
}

/** The columns every projected table has besides its record. */
export const stampColumns = [
  'voided',
  'versions',
  'created_stamp',
  'changed_stamp',
  'created_at',
  'changed_at',
] as const

/** Indexes of persons that the projector writes beside the records: part of what the journal adds up to. */
export const personIndexTables = ['person_identifier', 'person_phone', 'person_link'] as const

/** Tables of this PC alone, which a rebuild leaves as they are. */
export const localTables = ['meta', 'counter', 'request', 'sign_in_failure', 'printer', 'print_job'] as const

/** What is kept of forecasts: derived here, marked as out of date by whatever writes a person or a dose. */
export const forecastTables = ['forecast_state', 'forecast', 'forecast_count'] as const

/** Pairs the duplicate finder keeps: derived here, marked as out of date by whatever writes a person, a dose or a merge. */
export const duplicateTables = ['duplicate_pair'] as const
