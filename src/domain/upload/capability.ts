/** What the contract asks of a server (`platform.md` §6.1), and which types travel. */
export const neededTypes = [
  'Patient',
  'RelatedPerson',
  'Immunization',
  'Encounter',
  'Observation',
  'AdverseEvent',
  'Organization',
  'Location',
  'Practitioner',
  'Provenance',
  'EpisodeOfCare',
  'Condition',
  'MeasureReport',
  'Task',
] as const

/** What is sent beside the facts where the server takes it. Decision 0027. */
export const derivedKinds = ['ImmunizationRecommendation', 'ImmunizationEvaluation'] as const

/** What a server lacks: the whole of it, or for some types. */
export type Lack = {
  readonly what:
    | 'fhir-r4'
    | 'json'
    | 'transaction'
    | 'type'
    | 'read'
    | 'search'
    | 'create'
    | 'update'
    | 'conditional-create'
    | 'versions'
    | 'history'
  /** Resource types it is lacking for; empty: for all. */
  readonly types: readonly string[]
}

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {}
const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : [])

/** True for a CapabilityStatement, whatever it says. */
export function isCapabilityStatement(value: unknown): boolean {
  return fieldsOf(value).resourceType === 'CapabilityStatement'
}

/** What a server calls itself. */
export function nameOfServer(statement: unknown): {
  readonly name: string | null
  readonly software: string | null
} {
  const { implementation, software, publisher } = fieldsOf(statement)
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  const { name, version } = fieldsOf(software)
  const program = [text(name), text(version)].filter(part => part !== null).join(' ')
  return { name: text(fieldsOf(implementation).description) ?? text(publisher), software: text(program) }
}

/** Everything a server lacks of what the contract asks, by its own CapabilityStatement; empty: it will do. */
export function lacksOf(statement: unknown): readonly Lack[] {
  const { fhirVersion, format, rest } = fieldsOf(statement)
  const server = listOf(rest).find(({ mode }) => mode === 'server') ?? {}
  const offered = new Map(listOf(server.resource).map(each => [String(each.type), each]))
  const whole: Lack[] = []
  if (!/^4\.0/u.test(String(fhirVersion))) whole.push({ what: 'fhir-r4', types: [] })
  if (!(Array.isArray(format) && format.some(each => /json/u.test(String(each)))))
    whole.push({ what: 'json', types: [] })
  if (!codesOf(server.interaction).includes('transaction')) whole.push({ what: 'transaction', types: [] })
  const present = neededTypes.map(type => offered.get(type)).filter(each => each !== undefined)
  const missing = neededTypes.filter(type => !offered.has(type))
  const ofTypes = typeNeeds.map(({ what, isThere }): Lack => {
    return { what, types: present.filter(each => !isThere(each)).map(({ type }) => String(type)) }
  })
  return [...whole, { what: 'type' as const, types: missing }, ...ofTypes].filter(
    ({ what, types }) => types.length > 0 || ['fhir-r4', 'json', 'transaction'].includes(what),
  )
}

const codesOf = (interactions: unknown): readonly string[] =>
  listOf(interactions).map(({ code }) => String(code))
const does = (code: string) => (resource: Fields) => codesOf(resource.interaction).includes(code)

const typeNeeds: readonly { readonly what: Lack['what']; readonly isThere: (resource: Fields) => boolean }[] =
  [
    { what: 'read', isThere: does('read') },
    { what: 'search', isThere: does('search-type') },
    { what: 'create', isThere: does('create') },
    { what: 'update', isThere: does('update') },
    { what: 'conditional-create', isThere: ({ conditionalCreate }) => conditionalCreate === true },
    // Without versions an If-Match protects nothing.
    { what: 'versions', isThere: ({ versioning }) => versioning === 'versioned-update' },
    { what: 'history', isThere: does('history-instance') },
  ]

/** Types that a server lets a point create once and change later, by its own CapabilityStatement. */
export function offeredTypes(statement: unknown): ReadonlySet<string> {
  const server = listOf(fieldsOf(statement).rest).find(({ mode }) => mode === 'server') ?? {}
  const whole = listOf(server.resource).filter(
    resource => does('create')(resource) && does('update')(resource) && resource.conditionalCreate === true,
  )
  return new Set(whole.map(({ type }) => String(type)))
}
