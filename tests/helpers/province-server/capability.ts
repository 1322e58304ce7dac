import { globalSchema } from '@medplum/core'
import type { CapabilityStatement } from '@medplum/fhirtypes'
import { servedTypes } from './definitions'

/** What a server may be made to lack, to see a point refuse to join it. */
export const abilities = [
  'transaction',
  'conditionalCreate',
  'conditionalUpdate',
  'versioned-update',
  'history',
  /** Forecasts and judgements. */
  'derived',
] as const
export type Ability = (typeof abilities)[number]

/** What this server can do, as `GET /metadata` says it. */
export function capabilityStatement(
  base: string,
  lacks: readonly Ability[],
  at: string,
): CapabilityStatement {
  const can = (ability: Ability) => !lacks.includes(ability)
  const isServed = (type: string) => can('derived') || !/^Immunization[ER]/u.test(type)
  const history = can('history') ? (['history-instance'] as const) : []
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: at,
    kind: 'instance',
    software: { name: 'Điểm Tiêm: máy chủ tỉnh để thử', version: '1' },
    implementation: { description: 'Chỉ để thử, không dùng thật', url: base },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    rest: [
      {
        mode: 'server',
        security: {
          cors: false,
          service: [
            {
              coding: [
                {
                  system: 'http://terminology.hl7.org/CodeSystem/restful-security-service',
                  code: 'SMART-on-FHIR',
                },
              ],
            },
          ],
        },
        interaction: can('transaction') ? [{ code: 'transaction' }, { code: 'batch' }] : [{ code: 'batch' }],
        resource: servedTypes.filter(isServed).map(type => ({
          type,
          interaction: (['read', 'vread', 'create', 'update', 'search-type', ...history] as const).map(
            code => ({ code }),
          ),
          versioning: can('versioned-update') ? ('versioned-update' as const) : ('versioned' as const),
          readHistory: can('history'),
          updateCreate: false,
          conditionalCreate: can('conditionalCreate'),
          conditionalUpdate: can('conditionalUpdate'),
          searchParam: Object.values(globalSchema.types[type]?.searchParams ?? {}).map(
            ({ code, type: kind }) => ({
              name: code ?? '',
              type: kind ?? 'token',
            }),
          ),
          ...(type === 'Patient'
            ? {
                operation: [
                  {
                    name: 'everything',
                    definition: 'http://hl7.org/fhir/OperationDefinition/Patient-everything',
                  },
                ],
              }
            : {}),
        })),
      },
    ],
  }
}
