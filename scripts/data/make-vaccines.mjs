/**
 * Makes resources/vaccines/vaccines.json from a catalogue in CSV (columns as in resources/vaccines/README.md) and from the
 * products of unknown name in generic-products.mjs.
 * Usage: node scripts/data/make-vaccines.mjs <vaccines.csv>
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { genericProducts } from './generic-products.mjs'

/** What staff say at the table; other products go by their trade name. */
const shortNames = {
  BCG_IVAC: 'BCG',
  GENEHBVAX_05: 'VGB sơ sinh',
  GENEHBVAX_1: 'VGB người lớn (Gene-HBvax)',
  EUVAX_05: 'VGB (Euvax 0,5 ml)',
  EUVAX_1: 'VGB (Euvax 1 ml)',
  ENGERIX_05: 'VGB (Engerix 0,5 ml)',
  ENGERIX_1: 'VGB (Engerix 1 ml)',
  HEBERBIO_05: 'VGB (Heberbiovac 0,5 ml)',
  HEBERBIO_1: 'VGB (Heberbiovac 1 ml)',
  SII_PENTA: '5 trong 1',
  COMBE5: '5 trong 1 (ComBE Five)',
  QUINVAXEM: '5 trong 1 (Quinvaxem)',
  DPT_IVAC: 'DPT',
  BOPV_POLYVAC: 'bOPV',
  TOPV_POLYVAC: 'OPV',
  IMOVAX_POLIO: 'IPV',
  MVVAC: 'Sởi',
  MRVAC: 'MR',
  ROTAVIN_M1: 'Rotavin-M1',
  TT_IVAC: 'Uốn ván (VAT)',
  INFANRIX_HEXA: '6 trong 1 (Infanrix Hexa)',
  HEXAXIM: '6 trong 1 (Hexaxim)',
  PENTAXIM: '5 trong 1 (Pentaxim)',
  INFANRIX_IPV_HIB: '5 trong 1 (Infanrix IPV+Hib)',
  TETRAXIM: '4 trong 1 (Tetraxim)',
  JEEV: 'JEEV',
  HPV_EPI: 'HPV',
  PCV_EPI: 'Phế cầu (PCV)',
  TYPHOID_VN: 'Thương hàn',
  MORCVAX: 'Tả uống',
}

/** The catalogue's abbreviations as antigen codes of the schedules. IPV is counted apart, as WHO/UNICEF do. */
const antigenCodes = {
  BCG: ['BCG'],
  HepB: ['HepB'],
  HepA: ['HepA'],
  DTwP: ['Diphtheria', 'Tetanus', 'Pertussis'],
  DTaP: ['Diphtheria', 'Tetanus', 'Pertussis'],
  Tdap: ['Tetanus', 'Diphtheria', 'Pertussis'],
  Td: ['Tetanus', 'Diphtheria'],
  TT: ['Tetanus'],
  Hib: ['Hib'],
  bOPV: ['Polio'],
  tOPV: ['Polio'],
  IPV: ['IPV', 'Polio'],
  M: ['Measles'],
  Mu: ['Mumps'],
  R: ['Rubella'],
  V: ['Varicella'],
  JE: ['JE'],
  RV1: ['Rotavirus'],
  RV5: ['Rotavirus'],
  PCV: ['Pneumococcal'],
  PCV10: ['Pneumococcal'],
  PCV13: ['Pneumococcal'],
  PCV15: ['Pneumococcal'],
  PCV20: ['Pneumococcal'],
  PPV23: ['PneumococcalPolysaccharide'],
  HPV: ['HPV'],
  HPV2: ['HPV'],
  HPV4: ['HPV'],
  HPV9: ['HPV'],
  Flu3: ['Influenza'],
  Flu4: ['Influenza'],
  MenACWY: ['MeningococcalACWY'],
  MenB: ['MeningococcalB'],
  MenC: ['MeningococcalC'],
  Rabies: ['Rabies'],
  TyphoidVi: ['Typhoid'],
  Cholera: ['Cholera'],
  Dengue: ['Dengue'],
  Zoster: ['Zoster'],
  RSV: ['RSV'],
  'Tetanus antitoxin': ['TetanusAntitoxin'],
  HBIG: ['HBIG'],
  'Rabies antiserum': ['RabiesAntiserum'],
}

/** Sites of the catalogue as HL7 codes, best first; left before right. */
const siteCodes = {
  'anterolateral thigh (infant); deltoid (older)': ['LVL', 'RVL', 'LD', 'RD'],
  'anterolateral thigh': ['LVL', 'RVL'],
  'anterolateral thigh; deltoid from 15 months': ['LVL', 'RVL', 'LD', 'RD'],
  'thigh, other side than vaccine': ['RVL', 'LVL'],
  'deltoid; infant thigh': ['LD', 'RD', 'LVL', 'RVL'],
  deltoid: ['LD', 'RD'],
  'upper arm (subcutaneous)': ['LA', 'RA'],
  'upper left arm': ['LA'],
  mouth: ['MOUTH'],
  wound: [],
}

const noLongerUsed = new Set(['EPI (2018-2020s)', 'EPI (historic)', 'historic (before 05/2016)'])

/** Columns of the catalogue and the fields of a Vaccine that rest on them. */
const fieldsOfColumn = {
  trade_name: ['tradeName'],
  name_vi: ['nameVi'],
  manufacturer: ['manufacturer'],
  country: ['country'],
  antigens: ['antigens'],
  live: ['live'],
  programme: ['programmes'],
  presentation: ['dosesPerVial'],
  dose_volume_ml: ['volumeMl'],
  route: ['route'],
  site: ['sites'],
  open_vial_rule: ['openVialRule'],
  storage: ['storage'],
  cvx: ['cvx'],
  atc: ['atc'],
  aliases: ['aliases'],
}

const source = process.argv[2]
if (!source) throw new Error('usage: node scripts/data/make-vaccines.mjs <vaccines.csv>')
const products = parse(readFileSync(source), { columns: true }).map(toVaccine)
const vaccines = [...products, ...genericProducts]
const target = new URL('../../resources/vaccines/vaccines.json', import.meta.url)
writeFileSync(target, `${JSON.stringify({ format: 1, version: '2026-11-27', vaccines }, null, 2)}\n`)
console.log(`${vaccines.length} products written to resources/vaccines/vaccines.json`)

function toVaccine(row) {
  return {
    code: row.code,
    shortName: shortNames[row.code] ?? row.trade_name,
    tradeName: row.trade_name,
    nameVi: row.name_vi,
    kind: row.kind,
    manufacturer: known(row.manufacturer),
    country: known(row.country),
    antigens: row.antigens.split('+').flatMap(name => lookUp(antigenCodes, name, row)),
    live: row.live === 'Y',
    programmes: programmesOf(row.programme),
    cvx: known(row.cvx),
    atc: known(row.atc),
    dosesPerVial: dosesPerVial(row.presentation),
    volumeMl:
      /^\d+(\.\d+)?/.test(row.dose_volume_ml) && !/drops|IU/.test(row.dose_volume_ml)
        ? Number.parseFloat(row.dose_volume_ml)
        : null,
    route: /^(IM|SC|ID|PO)/.exec(row.route)?.[0] ?? null,
    sites: lookUp(siteCodes, row.site, row),
    openVialRule: known(row.open_vial_rule),
    storage: known(row.storage),
    aliases: row.aliases
      .split(';')
      .map(alias => alias.trim())
      .filter(alias => alias !== ''),
    unverified: unverifiedFields(row),
  }
}

function lookUp(table, key, { code }) {
  const found = table[key]
  if (!found) throw new Error(`${code}: no meaning for ${JSON.stringify(key)}`)
  return found
}

function known(text) {
  return text === '' || text === 'not found' || text === 'unknown' ? null : text
}

function programmesOf(text) {
  if (noLongerUsed.has(text)) return []
  return [...(text.includes('EPI') ? ['epi'] : []), ...(text.includes('fee') ? ['fee'] : [])]
}

/** Null where a product comes in several sizes: the lot then says how many. */
function dosesPerVial(text) {
  const counts = [...text.matchAll(/(\d+)(?: or (\d+))? doses?/g)].flatMap(([, a, b]) => [a, b ?? a])
  const sizes = new Set(counts)
  if (/multi-dose/.test(text) || sizes.size > 1) return null
  const [only] = sizes
  if (only) return Number(only)
  return /^(syringe|tube)/.test(text) ? 1 : null
}

function unverifiedFields({ unverified_fields: columns }) {
  const fields = columns.split(' ').flatMap(column => fieldsOfColumn[column] ?? [])
  return ['shortName', ...fields]
}
