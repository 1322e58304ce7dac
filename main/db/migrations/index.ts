import type { Migration } from '../migrate'
import { firstTables } from './0001-first-tables'
import { doseDateAccuracy } from './0002-dose-date-accuracy'
import { keptForecasts } from './0003-kept-forecasts'
import { scheduleFiles } from './0004-schedule-files'
import { searchIndex } from './0005-search-index'
import { merges } from './0006-merges'
import { households } from './0007-households'
import { duplicatePairs } from './0008-duplicate-pairs'
import { exchange } from './0009-exchange'
import { screeningByVaccine } from './0010-screening-by-vaccine'
import { stockLedger } from './0011-stock-ledger'
import { sessionDays } from './0012-session-days'
import { queue } from './0013-queue'
import { sessionPlans } from './0014-session-plans'
import { afterTheDose } from './0015-after-the-dose'
import { injectionSafety } from './0016-injection-safety'
import { coldChain } from './0017-cold-chain'
import { deferredDoses } from './0018-deferred-doses'
import { certificateKeys } from './0019-certificate-keys'
import { printSpool } from './0020-print-spool'
import { documentTemplates } from './0021-document-templates'
import { managedBy } from './0022-managed-by'
import { cardRevocations } from './0023-card-revocations'
import { provinceLink } from './0024-province-link'
import { arrivals } from './0025-arrivals'
import { courier } from './0026-courier'
import { handbook } from './0027-handbook'
import { posted } from './0028-posted'
import { derivedSent } from './0029-derived'
import { reports } from './0030-reports'

/** In order, without gaps; a migration that has shipped is never changed. */
export const migrations: readonly Migration[] = [
  firstTables,
  doseDateAccuracy,
  keptForecasts,
  scheduleFiles,
  searchIndex,
  merges,
  households,
  duplicatePairs,
  exchange,
  screeningByVaccine,
  stockLedger,
  sessionDays,
  queue,
  sessionPlans,
  afterTheDose,
  injectionSafety,
  coldChain,
  deferredDoses,
  certificateKeys,
  printSpool,
  documentTemplates,
  managedBy,
  cardRevocations,
  provinceLink,
  arrivals,
  courier,
  handbook,
  posted,
  derivedSent,
  reports,
]
