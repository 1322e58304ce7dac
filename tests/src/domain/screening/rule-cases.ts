import { day } from '../../../../src/domain/calendar/calendar-day'
import type { VaccineHold } from '../../../../src/domain/screening/hold'
import { newborn, type Setting, treatment, woman, yes } from './judge-case'

export type RuleCase = {
  readonly rule: string
  readonly why: string
  readonly when: Setting
  readonly held: readonly string[]
  readonly free: readonly string[]
  readonly conclusion: VaccineHold['conclusion']
  readonly until: string | null
  /** The nearest setting in which the rule does not speak. */
  readonly not: Setting
}

/** Every rule that ships: a case that it holds back, with what stays free, and one that it does not. */
export const cases: readonly RuleCase[] = [
  {
    rule: 'rotavirus-intussusception',
    why: 'the question beside the form is answered "Có"',
    when: { yes: yes('had-intussusception') },
    held: ['ROTAVIN_M1', 'ROTARIX', 'ROTATEQ'],
    free: ['SII_PENTA', 'BOPV_POLYVAC'],
    conclusion: 'contraindicated',
    until: null,
    not: {},
  },
  {
    rule: 'opv-immunodeficiency',
    why: 'a congenital immune deficiency is ticked',
    when: { yes: yes('immune-deficiency', { code: 'congenital-immunodeficiency' }) },
    held: ['BOPV_POLYVAC'],
    free: ['IMOVAX_POLIO', 'SII_PENTA'],
    conclusion: 'contraindicated',
    until: null,
    not: { yes: yes('immune-deficiency', { code: 'unsettled-immunodeficiency' }) },
  },
  {
    rule: 'live-immunodeficiency',
    why: 'an immune deficiency is not graded yet',
    when: { yes: yes('immune-deficiency', { code: 'unsettled-immunodeficiency' }) },
    held: ['BOPV_POLYVAC', 'MVVAC', 'BCG_IVAC'],
    free: ['SII_PENTA', 'IMOVAX_POLIO'],
    conclusion: 'deferred',
    until: null,
    not: { facts: { alerts: ['allergy'] } },
  },
  {
    rule: 'live-after-immunoglobulin',
    why: 'immunoglobulin was given on 2026-10-01',
    when: { yes: yes(treatment, { code: 'immunoglobulin', on: '2026-10-01' }) },
    held: ['MVVAC', 'MMR_II'],
    free: ['SII_PENTA'],
    conclusion: 'deferred',
    until: '2027-01-01',
    not: { yes: yes(treatment, { code: 'immunoglobulin', on: '2026-08-22' }) },
  },
  {
    rule: 'live-after-immunoglobulin',
    why: 'a product of immunoglobulin stands in the history; HBIG is excepted',
    when: { facts: { immunoglobulins: [{ vaccineCode: 'SAR', givenOn: day('2026-11-01') }] } },
    held: ['MVVAC'],
    free: ['SII_PENTA'],
    conclusion: 'deferred',
    until: '2027-02-01',
    not: { facts: { immunoglobulins: [{ vaccineCode: 'HBIG', givenOn: day('2026-11-01') }] } },
  },
  {
    rule: 'live-after-corticosteroid',
    why: 'the last day of high-dose corticosteroid was the day before yesterday',
    when: { yes: yes(treatment, { code: 'high-dose-corticosteroid', on: '2026-11-20' }) },
    held: ['MVVAC', 'BOPV_POLYVAC'],
    free: ['SII_PENTA'],
    conclusion: 'deferred',
    until: '2026-12-04',
    not: { yes: yes(treatment, { code: 'high-dose-corticosteroid', on: '2026-11-08' }) },
  },
  {
    rule: 'chemo-radiotherapy',
    why: 'chemotherapy goes on: no last day, counted from today',
    when: { yes: yes(treatment, { code: 'chemo-radiotherapy' }) },
    held: ['SII_PENTA', 'MVVAC'],
    free: ['HBIG'],
    conclusion: 'deferred',
    until: '2026-12-20',
    not: { yes: yes(treatment, { code: 'hbig' }) },
  },
  {
    rule: 'bcg-mother-hiv',
    why: 'the newborn form says that the mother has HIV',
    when: { form: 'newborn-outside-hospital', facts: newborn, yes: yes('mother-hiv-bcg') },
    held: ['BCG_IVAC'],
    free: ['GENEHBVAX_05'],
    conclusion: 'contraindicated',
    until: null,
    not: { form: 'newborn-outside-hospital', facts: newborn },
  },
  {
    rule: 'live-preterm',
    why: 'born at 32 weeks, two days old: 34 weeks are reached 14 days after birth',
    when: { form: 'newborn-in-hospital', facts: { ...newborn, gestationWeeks: 32 } },
    held: ['BCG_IVAC'],
    free: ['GENEHBVAX_05'],
    conclusion: 'deferred',
    until: '2026-12-04',
    not: { form: 'newborn-in-hospital', facts: { ...newborn, gestationWeeks: 34 } },
  },
  {
    rule: 'hepb-small-mother-negative',
    why: 'under 2000 g and the mother is HBsAg negative',
    when: {
      form: 'newborn-in-hospital',
      facts: newborn,
      vitals: { weightKg: 1.9, motherHbsag: 'negative' },
    },
    held: ['GENEHBVAX_05'],
    free: ['BCG_IVAC'],
    conclusion: 'deferred',
    until: null,
    not: {
      form: 'newborn-in-hospital',
      facts: newborn,
      vitals: { weightKg: 1.9, motherHbsag: 'positive' },
    },
  },
  {
    rule: 'live-pregnancy',
    why: 'the form for pregnancy is used',
    when: { form: 'pregnant-outside-hospital', facts: woman, vitals: { weightKg: 54 } },
    held: ['MMR_II', 'VARIVAX'],
    free: ['TT_IVAC', 'TD_IVAC'],
    conclusion: 'contraindicated',
    until: '2027-09-18',
    not: { form: 'adult-outside-hospital', facts: woman, vitals: { weightKg: 54 } },
  },
  {
    rule: 'dengue-breastfeeding',
    why: 'she is known to feed a child',
    when: {
      form: 'adult-outside-hospital',
      facts: { ...woman, alerts: ['breastfeeding'] },
      vitals: { weightKg: 54 },
    },
    held: ['QDENGA'],
    free: ['MMR_II'],
    conclusion: 'contraindicated',
    until: null,
    not: { form: 'adult-outside-hospital', facts: woman, vitals: { weightKg: 54 } },
  },
  {
    rule: 'component-anaphylaxis',
    why: 'anaphylaxis followed a vaccine with pertussis',
    when: {
      yes: yes('anaphylaxis-grade-3', { code: 'component-anaphylaxis', antigens: ['Pertussis'] }),
    },
    held: ['SII_PENTA', 'HEXAXIM'],
    free: ['BOPV_POLYVAC', 'TD_IVAC'],
    conclusion: 'contraindicated',
    until: null,
    not: { yes: yes('anaphylaxis-grade-3') },
  },
  {
    rule: 'component-anaphylaxis-2',
    why: 'grade II followed a vaccine with measles',
    when: {
      yes: yes('anaphylaxis-grade-2', { code: 'component-anaphylaxis-2', antigens: ['Measles'] }),
    },
    held: ['MVVAC', 'MMR_II'],
    free: ['SII_PENTA'],
    conclusion: 'deferred',
    until: null,
    not: { yes: yes('anaphylaxis-grade-2') },
  },
  {
    rule: 'growing-reactions',
    why: 'reactions grew dose after dose of hepatitis B vaccine',
    when: {
      yes: yes('growing-reactions', { code: 'growing-reactions-component', antigens: ['HepB'] }),
    },
    held: ['SII_PENTA', 'EUVAX_05'],
    free: ['BOPV_POLYVAC'],
    conclusion: 'deferred',
    until: null,
    not: { yes: yes('growing-reactions') },
  },
  {
    rule: 'single-vaccine',
    why: 'the leaflet contraindicates one vaccine',
    when: { yes: yes('other', { code: 'single-vaccine', antigens: ['JE'] }) },
    held: ['JEVAX', 'IMOJEV'],
    free: ['SII_PENTA'],
    conclusion: 'contraindicated',
    until: null,
    not: { yes: yes('other') },
  },
]
